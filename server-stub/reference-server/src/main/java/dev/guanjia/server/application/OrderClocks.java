package dev.guanjia.server.application;

import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.property.Community;
import dev.guanjia.server.store.OrderHistoryStore.OrderLife;
import dev.guanjia.server.store.ServiceLadderStore;
import dev.guanjia.server.store.ServiceLadderStore.LadderRow;
import dev.guanjia.server.store.ServiceLevelStore;
import dev.guanjia.server.store.ServiceLevelStore.LevelRow;
import dev.guanjia.workorder.History;
import dev.guanjia.workorder.OrderClock;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderEvent;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.Ladder;
import dev.guanjia.workorder.level.LimitJudge;
import dev.guanjia.workorder.level.Matter;
import dev.guanjia.workorder.level.MatterRow;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceHours;
import dev.guanjia.workorder.level.ServiceLevel;
import dev.guanjia.workorder.level.ServiceLevelId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The clocks of orders, from the rows that were there when each was recorded. */
@Component
class OrderClocks {

    private final ServiceLevelStore levels;
    private final ServiceLadderStore ladders;
    private final ServiceTimes times;
    private final Places places;

    OrderClocks(
            ServiceLevelStore levels,
            ServiceLadderStore ladders,
            ServiceTimes times,
            Places places) {
        this.levels = levels;
        this.ladders = ladders;
        this.times = times;
        this.places = places;
    }

    /** Reads the rows of a company. */
    Book of(String tenant) {
        return new Book(tenant, levels.all(tenant), ladders.all(tenant));
    }

    /** The rows of a company, for the length of one request. */
    final class Book {

        private final String tenant;
        private final List<LevelRow> limits;
        private final List<LadderRow> rungs;
        private final ServiceTimes.Company said;
        private final Map<String, Community> sites = new HashMap<>();

        private Book(String tenant, List<LevelRow> limits, List<LadderRow> rungs) {
            this.tenant = tenant;
            this.limits = limits;
            this.rungs = rungs;
            this.said = times.of(tenant);
        }

        /** The zone whose days count for an order. */
        ZoneId zone(OrderLife life) {
            return site(life).zone();
        }

        private Community site(OrderLife life) {
            String id = life.row().order().intake().community().value();
            return sites.computeIfAbsent(id, key -> places.community(tenant, key));
        }

        /** The clock of a goal, as known at an instant. */
        OrderClock clock(OrderLife life, ServiceGoal goal, Instant asOf) {
            History history = life.history().until(asOf);
            return new OrderClock(
                    history,
                    goal,
                    level(life, history, goal).map(row -> judge(life, history, row)).orElse(null));
        }

        private LimitJudge judge(OrderLife life, History history, ServiceLevel level) {
            ServiceHours hours = said.hours(site(life), day(life), life.row().recordedAt());
            WorkingTime time = hours.clock(level);
            List<Ladder> known =
                    rungs.stream()
                            .filter(row -> !row.recordedAt().isAfter(life.row().recordedAt()))
                            .map(LadderRow::ladder)
                            .toList();
            Ladder ladder =
                    MatterRow.inForce(
                                    known,
                                    history.order().intake().matter(),
                                    level.goal(),
                                    day(life))
                            .orElse(null);
            return new LimitJudge(history.countdown(level), time, ladder);
        }

        /**
         * The resolution was fixed at reception, or when somebody judged anew how grave the matter
         * is; what was known before that is judged by the row of then. When another system took a
         * matter on, nobody told us, so the response of what was imported has no limit.
         */
        private Optional<ServiceLevel> level(OrderLife life, History history, ServiceGoal goal) {
            WorkOrder now = life.row().order();
            Matter matter = history.order().intake().matter();
            if (goal == ServiceGoal.RESOLUTION
                    && (matter.equals(now.intake().matter()) || now.due() instanceof Due.Given)) {
                return now.due().serviceLevel().flatMap(this::named);
            }
            boolean imported =
                    life.history().events().stream()
                            .anyMatch(WorkOrderEvent.Imported.class::isInstance);
            return imported
                    ? Optional.empty()
                    : MatterRow.inForce(
                            limits.stream()
                                    .filter(
                                            row ->
                                                    !row.recordedAt()
                                                            .isAfter(life.row().recordedAt()))
                                    .map(LevelRow::level)
                                    .toList(),
                            matter,
                            goal,
                            day(life));
        }

        private Optional<ServiceLevel> named(ServiceLevelId id) {
            return limits.stream()
                    .map(LevelRow::level)
                    .filter(level -> level.id().equals(id))
                    .findFirst();
        }

        private LocalDate day(OrderLife life) {
            return LocalDate.ofInstant(
                    life.row().order().intake().reception().receivedAt(), zone(life));
        }
    }
}
