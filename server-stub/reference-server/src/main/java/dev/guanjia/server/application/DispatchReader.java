package dev.guanjia.server.application;

import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.organisation.staff.QualificationKind;
import dev.guanjia.organisation.staff.Requirements;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.Crews.Area;
import dev.guanjia.server.application.Crews.Crew;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.DispatchStore;
import dev.guanjia.server.store.DispatchStore.DispatchRow;
import dev.guanjia.server.store.DispatchStore.PoolRow;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Requester;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.dispatch.Job;
import dev.guanjia.workorder.dispatch.Proposal;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.Severity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows who can be sent to work orders, and how they were given away. */
@Service
public class DispatchReader {

    private static final int WEIGHT = 1;

    private final WorkOrderStore orders;
    private final DispatchStore store;
    private final UnitStore units;
    private final Places places;
    private final Crews crews;
    private final Requirements requirements;
    private final Snapshot snapshot;
    private final Clock clock;

    DispatchReader(
            WorkOrderStore orders,
            DispatchStore store,
            UnitStore units,
            Places places,
            Crews crews,
            Requirements requirements,
            Snapshot snapshot,
            Clock clock) {
        this.orders = orders;
        this.store = store;
        this.units = units;
        this.places = places;
        this.crews = crews;
        this.requirements = requirements;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * An order that the caller may take.
     *
     * @param row the order in the pool
     * @param area the building or community it is in
     */
    public record Offer(PoolRow row, String area) {}

    /**
     * Says who can be sent to an order.
     *
     * @param caller who asks
     * @param id the order
     * @param skill what it takes beyond the post of the worker; null for nothing
     * @param asOf as of when; null for now
     * @return the proposal
     */
    public Proposal propose(
            Caller caller, String id, @Nullable String skill, @Nullable Instant asOf) {
        Given given = new Given();
        List<QualificationKey> needs = needs(given, "skill", skill);
        Instant at = moment(given, asOf);
        given.end();
        return snapshot.read(
                () -> {
                    WorkOrderRow row =
                            orders.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
                    return propose(caller.tenant(), row.order(), needs, at);
                });
    }

    /** Who can be sent to an order as of a moment. */
    Proposal propose(String tenant, WorkOrder order, List<QualificationKey> needs, Instant at) {
        return propose(crews.at(tenant, at), tenant, order, needs, at);
    }

    /** Who can be sent to an order for a job that was read off it. */
    Proposal propose(String tenant, WorkOrder order, Job job) {
        return crews.at(tenant, job.at()).propose(job, area(tenant, order.intake()));
    }

    private Proposal propose(
            Crew crew, String tenant, WorkOrder order, List<QualificationKey> needs, Instant at) {
        Area area = area(tenant, order.intake());
        return crew.propose(job(tenant, order, area, needs, at), area);
    }

    /** The work of an order as of a moment, with what its last dispatch asked for. */
    Job job(String tenant, WorkOrderRow row, Instant at) {
        WorkOrder order = row.order();
        return job(tenant, order, area(tenant, order.intake()), needs(tenant, row.id()), at);
    }

    private Job job(
            String tenant, WorkOrder order, Area area, List<QualificationKey> needs, Instant at) {
        return new Job(
                needs,
                area.area(),
                at,
                places.community(tenant, area.community()).zone(),
                WEIGHT,
                order.intake().triage().severity() == Severity.EMERGENCY,
                requester(order.intake().reception().requester()));
    }

    /** What an order takes, as its last dispatch said. */
    List<QualificationKey> needs(String tenant, String id) {
        return store.latest(tenant, id).stream()
                .flatMap(last -> last.choice().needs().stream())
                .map(QualificationKey::new)
                .toList();
    }

    /** What a job takes, as a kind of qualification that we know. */
    List<QualificationKey> needs(Given given, String pointer, @Nullable String skill) {
        if (skill == null) {
            return List.of();
        }
        Optional<QualificationKey> known =
                requirements.kinds().stream()
                        .map(QualificationKind::key)
                        .filter(key -> key.value().equals(skill))
                        .findFirst();
        if (known.isEmpty()) {
            given.unknown(pointer, skill);
        }
        return known.stream().toList();
    }

    private Instant moment(Given given, @Nullable Instant asOf) {
        Instant now = clock.instant();
        return new Moments(given, now).any("as_of", asOf).orElse(now);
    }

    private Area area(String tenant, Intake intake) {
        String community = intake.community().value();
        String building =
                Optional.ofNullable(intake.unit())
                        .flatMap(unit -> units.find(tenant, unit.value()))
                        .map(row -> row.unit().building().value())
                        .orElse(community);
        return new Area(community, building);
    }

    private static @Nullable StaffId requester(@Nullable Requester requester) {
        return requester == null || requester.as() != CustomerClass.STAFF
                ? null
                : Optional.ofNullable(requester.contact())
                        .filter(contact -> contact.matches("sf_[0-9A-Za-z]+"))
                        .map(StaffId::new)
                        .orElse(null);
    }

    /**
     * Lists how an order was given away, oldest first.
     *
     * @param caller who asks
     * @param id the order
     * @param request which page
     * @return the page
     */
    public Page<DispatchRow> list(Caller caller, String id, PageRequest request) {
        orders.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        return store.list(caller.tenant(), id, request);
    }

    /**
     * Lists what the caller may take, longest waiting first.
     *
     * @param caller who asks
     * @param asOf as of when; null for now
     * @param request which page
     * @return the page
     */
    public Page<Offer> pool(Caller caller, @Nullable Instant asOf, PageRequest request) {
        Given given = new Given();
        Instant at = moment(given, asOf);
        given.end();
        List<Offer> open = snapshot.read(() -> offers(caller, at));
        return Page.slice(
                open,
                request,
                offer -> PageRequest.join(offer.row().offeredAt().toString(), id(offer)));
    }

    private List<Offer> offers(Caller caller, Instant at) {
        Crew crew = crews.at(caller.tenant(), at).only(caller.staffId());
        return store.pool(caller.tenant(), caller.staffId()).stream()
                .filter(row -> isFor(crew, caller, row, at))
                .map(row -> new Offer(row, area(caller.tenant(), intake(row)).area()))
                .toList();
    }

    private boolean isFor(Crew crew, Caller caller, PoolRow row, Instant at) {
        List<QualificationKey> needs = row.needs().stream().map(QualificationKey::new).toList();
        return !propose(crew, caller.tenant(), row.order().order(), needs, at).ranked().isEmpty();
    }

    private static Intake intake(PoolRow row) {
        return row.order().order().intake();
    }

    private static String id(Offer offer) {
        return offer.row().order().id();
    }
}
