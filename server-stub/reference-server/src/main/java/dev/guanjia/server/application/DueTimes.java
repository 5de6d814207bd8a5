package dev.guanjia.server.application;

import dev.guanjia.property.Community;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.OrderHistoryStore;
import dev.guanjia.server.store.ServiceLevelStore;
import dev.guanjia.server.store.ServiceLevelStore.LevelRow;
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
    private final OrderClocks clocks;
    private final Clock clock;

    DueTimes(
            ServiceLevelStore levels,
            ServiceTimes times,
            OrderHistoryStore orders,
            OrderClocks clocks,
            Clock clock) {
        this.levels = levels;
        this.times = times;
        this.orders = orders;
        this.clocks = clocks;
        this.clock = clock;
    }

    /** By the row in force on the day received, in the hours and the zone of the community. */
    Due of(String tenant, Intake intake, Community community) {
        return sheet(tenant).due(intake, community);
    }

    /** What the company promises now, for all matters of one request. */
    Sheet sheet(String tenant) {
        List<ServiceLevel> rows = levels.all(tenant).stream().map(LevelRow::level).toList();
        return new Sheet(tenant, new ServiceLevels(rows));
    }

    /**
     * The due time of an order as its pauses so far moved it; empty where none can move it, and
     * while the clock stands still.
     */
    Optional<Due> moved(String tenant, String orderId) {
        return orders.find(tenant, orderId)
                .map(life -> clocks.of(tenant).clock(life, ServiceGoal.RESOLUTION, clock.instant()))
                .map(OrderClock::watch)
                .flatMap(
                        watch ->
                                watch.countdown()
                                        .dueTime(watch.clock())
                                        .map(
                                                time ->
                                                        new Due.ByServiceLevel(
                                                                watch.countdown().level().id(),
                                                                time)));
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
            ServiceHours hours = company().hours(community.zone(), day, now);
            return Refused.unlessAccepted(promised.due(intake.matter(), receivedAt, hours));
        }

        private ServiceTimes.Company company() {
            if (company == null) {
                company = times.of(tenant);
            }
            return company;
        }
    }
}
