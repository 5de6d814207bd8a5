package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.server.store.OrderHistoryStore;
import dev.guanjia.server.store.ServiceLevelStore;
import dev.guanjia.server.store.ServiceLevelStore.LevelRow;
import dev.guanjia.server.store.WorkOrderStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.OrderClock;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceHours;
import dev.guanjia.workorder.level.ServiceLevel;
import dev.guanjia.workorder.level.ServiceLevels;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Computes when work is due from the company's service levels and clocks. */
@Component
class DueTimes {

    private final ServiceLevelStore levels;
    private final ServiceTimes times;
    private final OrderHistoryStore orders;
    private final WorkOrderStore rows;
    private final OrderClocks clocks;
    private final Clock clock;

    DueTimes(
            ServiceLevelStore levels,
            ServiceTimes times,
            OrderHistoryStore orders,
            WorkOrderStore rows,
            OrderClocks clocks,
            Clock clock) {
        this.levels = levels;
        this.times = times;
        this.orders = orders;
        this.rows = rows;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * By the row in force on the day received, in the hours and the zone of the community. Never
     * refused: what no calendar can date yet is unknown.
     */
    Due of(String tenant, Intake intake, Community community) {
        return sheet(tenant).due(intake, community);
    }

    /** What the company promises now, for all matters of one request. */
    Sheet sheet(String tenant) {
        List<ServiceLevel> rows = levels.all(tenant).stream().map(LevelRow::level).toList();
        return new Sheet(tenant, new ServiceLevels(rows));
    }

    /**
     * The due time of an order as its pauses so far moved it, or that its clock stands still, or
     * that it is not known; empty where nothing can move it.
     */
    Optional<Due> moved(String tenant, String orderId) {
        return moved(clocks.of(tenant), tenant, orderId);
    }

    private Optional<Due> moved(OrderClocks.Book book, String tenant, String orderId) {
        return orders.find(tenant, orderId)
                .map(life -> book.clock(life, ServiceGoal.RESOLUTION, clock.instant()))
                .filter(one -> one.judge() != null)
                .map(OrderClock::due);
    }

    /** Writes down the due time of an order as it is now. */
    WorkOrderRow again(String tenant, WorkOrderRow row) {
        return again(clocks.of(tenant), tenant, row);
    }

    private WorkOrderRow again(OrderClocks.Book book, String tenant, WorkOrderRow row) {
        Optional<WorkOrderRow> moved = moved(book, tenant, row.id()).map(row::dueAgain);
        moved.ifPresent(later -> rows.move(tenant, later));
        return moved.orElse(row);
    }

    /** Looks again for the due times that were unknown, for now more is known. */
    void lookAgain(String tenant) {
        OrderClocks.Book book = clocks.of(tenant);
        rows.undated(tenant).forEach(row -> again(book, tenant, row));
    }

    /** What one company promises, read once. */
    final class Sheet {

        private final String tenant;
        private final ServiceLevels promised;
        private final Instant now = clock.instant();
        private ServiceTimes.@Nullable Company company;

        private Sheet(String tenant, ServiceLevels promised) {
            this.tenant = tenant;
            this.promised = promised;
        }

        /** By the row in force on the day received, in the hours and the zone of the community. */
        Due due(Intake intake, Community community) {
            if (promised.rows().stream().noneMatch(row -> row.kind() == intake.kind())) {
                return new Due.Unlimited();
            }
            Instant receivedAt = intake.reception().receivedAt();
            LocalDate day = LocalDate.ofInstant(receivedAt, community.zone());
            ServiceHours hours = company().hours(community, day, now);
            return promised.due(intake.matter(), receivedAt, hours);
        }

        private ServiceTimes.Company company() {
            if (company == null) {
                company = times.of(tenant);
            }
            return company;
        }
    }
}
