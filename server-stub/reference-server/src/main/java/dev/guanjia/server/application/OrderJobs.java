package dev.guanjia.server.application;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.UnitId;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private Work work(String tenant, WorkOrder order, Look look, Lifecycle lifecycle) {
        return new Book(tenant, List.of(order)).work(order, look, lifecycle);
    }

    /** Reads where these orders are. */
    Book book(String tenant, List<WorkOrder> orders) {
        return new Book(tenant, orders);
    }

    /** Where the orders of one company are, read once for the length of one request. */
    final class Book {

        private final Map<String, String> buildings = new HashMap<>();
        private final Places.Zones zones;

        private Book(String tenant, List<WorkOrder> orders) {
            List<String> ids =
                    orders.stream()
                            .map(order -> order.intake().unit())
                            .filter(Objects::nonNull)
                            .map(UnitId::value)
                            .distinct()
                            .toList();
            zones = places.zones(tenant);
            if (!ids.isEmpty()) {
                units.findAll(tenant, ids)
                        .forEach(row -> buildings.put(row.id(), row.unit().building().value()));
            }
        }

        /** The work of one of the orders, where they share a lifecycle of the company. */
        Work work(WorkOrder order, Look look, Lifecycle lifecycle) {
            Area area = area(order.intake());
            ZoneId zone = zones.of(area.community());
            return OrderJobs.work(
                    order, look, demand(lifecycle, order, look, zone), new Site(area, zone));
        }

        /** In the building that it or its unit names, or else in the community. */
        private Area area(Intake intake) {
            String community = intake.community().value();
            String building =
                    Optional.ofNullable(intake.site().building())
                            .map(BuildingId::value)
                            .or(() -> ofUnit(intake))
                            .orElse(community);
            return new Area(community, building);
        }

        private Optional<String> ofUnit(Intake intake) {
            return Optional.ofNullable(intake.unit()).map(unit -> buildings.get(unit.value()));
        }
    }

    /** An area and the zone whose days count there. */
    private record Site(Area area, ZoneId zone) {}

    private static Work work(WorkOrder order, Look look, Demand demand, Site site) {
        Job job =
                new Job(
                        demand,
                        site.area().area(),
                        look.at(),
                        site.zone(),
                        WEIGHT,
                        order.intake().triage().severity() == Severity.EMERGENCY,
                        requester(order.intake().reception().requester()));
        return new Work(job, site.area());
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

    private static @Nullable StaffId requester(@Nullable Requester requester) {
        return requester == null || requester.as() != CustomerClass.STAFF
                ? null
                : Optional.ofNullable(requester.contact())
                        .filter(contact -> contact.matches("sf_[0-9A-Za-z]+"))
                        .map(StaffId::new)
                        .orElse(null);
    }
}
