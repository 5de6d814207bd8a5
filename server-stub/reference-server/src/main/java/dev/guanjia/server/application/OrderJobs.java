package dev.guanjia.server.application;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.property.BuildingId;
import dev.guanjia.server.application.Crews.Area;
import dev.guanjia.server.store.DispatchStore;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Requester;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.dispatch.Demand;
import dev.guanjia.workorder.dispatch.Job;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads off work orders what is to be done where. */
@Component
class OrderJobs {

    private static final int WEIGHT = 1;

    private final DispatchStore dispatches;
    private final UnitStore units;
    private final Places places;
    private final Lifecycles lifecycles;
    private final Needs needs;

    OrderJobs(
            DispatchStore dispatches,
            UnitStore units,
            Places places,
            Lifecycles lifecycles,
            Needs needs) {
        this.dispatches = dispatches;
        this.units = units;
        this.places = places;
        this.lifecycles = lifecycles;
        this.needs = needs;
    }

    /**
     * How an order is looked at.
     *
     * @param giving how it is given away; null while that is not known
     * @param needs what is asked for beyond what the order and its kind ask for
     * @param at when the work begins
     */
    record Look(@Nullable WorkOrderAction giving, List<QualificationKey> needs, Instant at) {}

    /**
     * What is to be done where.
     *
     * @param job what
     * @param area where
     */
    record Work(Job job, Area area) {}

    /** The work of an order. */
    Work work(String tenant, WorkOrder order, Look look) {
        return work(tenant, order, look, lifecycles.of(tenant, order.intake().kind()));
    }

    /** The same where many orders share a lifecycle of the company. */
    Work work(String tenant, WorkOrder order, Look look, Lifecycle lifecycle) {
        Area area = area(tenant, order.intake());
        ZoneId zone = places.community(tenant, area.community()).zone();
        Job job =
                new Job(
                        demand(lifecycle, order, look, zone),
                        area.area(),
                        look.at(),
                        zone,
                        WEIGHT,
                        order.intake().triage().severity() == Severity.EMERGENCY,
                        requester(order.intake().reception().requester()));
        return new Work(job, area);
    }

    private Demand demand(Lifecycle lifecycle, WorkOrder order, Look look, ZoneId zone) {
        Intake intake = order.intake();
        WorkOrderAction giving = look.giving();
        SortedSet<PostKey> posts =
                giving == null
                        ? lifecycle.hands(order.state())
                        : lifecycle.hands(order.state(), giving);
        List<QualificationKey> asked = new ArrayList<>(intake.needs());
        asked.addAll(look.needs());
        return new Demand(
                intake.kind(),
                posts,
                needs.of(intake.kind(), look.at().atZone(zone).toLocalDate(), asked));
    }

    /** What the last dispatch of an order asked for. */
    List<QualificationKey> lastAsked(String tenant, String id) {
        return dispatches.latest(tenant, id).stream()
                .flatMap(last -> last.choice().needs().stream())
                .map(QualificationKey::new)
                .toList();
    }

    /** Where an order is: in the building that it or its unit names, or else in the community. */
    private Area area(String tenant, Intake intake) {
        String community = intake.community().value();
        String building =
                Optional.ofNullable(intake.site().building())
                        .map(BuildingId::value)
                        .or(() -> buildingOfUnit(tenant, intake))
                        .orElse(community);
        return new Area(community, building);
    }

    private Optional<String> buildingOfUnit(String tenant, Intake intake) {
        return Optional.ofNullable(intake.unit())
                .flatMap(unit -> units.find(tenant, unit.value()))
                .map(row -> row.unit().building().value());
    }

    private static @Nullable StaffId requester(@Nullable Requester requester) {
        return requester == null || requester.as() != CustomerClass.STAFF
                ? null
                : Optional.ofNullable(requester.contact())
                        .filter(contact -> contact.matches("sf_[0-9A-Za-z]+"))
                        .map(StaffId::new)
                        .orElse(null);
    }
}
