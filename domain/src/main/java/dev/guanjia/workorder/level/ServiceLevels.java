package dev.guanjia.workorder.level;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The service levels of a company. Which row applies is said by {@link MatterRow}; before the first
 * there is no limit.
 *
 * @param rows at most one per matter, goal and first day; kept by kind and first day
 */
public record ServiceLevels(List<ServiceLevel> rows) {

    /** Two rows that begin together would contradict each other. */
    public ServiceLevels {
        rows = MatterRow.sorted(rows);
    }

    /**
     * Adds a row.
     *
     * @param row the row
     * @return the levels with it, or refused with {@code SERVICE_LEVEL_EXISTS}
     */
    public Decision<ServiceLevels> add(ServiceLevel row) {
        return MatterRow.add(rows, row)
                .fold(more -> Decision.accept(new ServiceLevels(more)), Decision::refuse);
    }

    /**
     * The row that applies.
     *
     * @param matter what was received
     * @param goal what is limited
     * @param day the day it was received
     * @return empty when no row in force includes it
     */
    public Optional<ServiceLevel> inForce(Matter matter, ServiceGoal goal, LocalDate day) {
        return MatterRow.inForce(rows, matter, goal, day);
    }

    /**
     * Starts the clock of a matter. Takes time that does not grow with the days on the way.
     *
     * @param matter what was received
     * @param goal what is limited
     * @param receivedAt when; its day is that of the hours' zone
     * @param hours the company's clocks
     * @return the running clock; empty when no row is in force (06 A-60); or refused with {@code
     *     HOURS_UNKNOWN} or {@code DUE_BEYOND_CALENDAR}, because unknown holidays are not working
     *     days
     */
    public Decision<Optional<Countdown>> start(
            Matter matter, ServiceGoal goal, Instant receivedAt, ServiceHours hours) {
        Optional<ServiceLevel> row = inForce(matter, goal, day(receivedAt, hours.zone()));
        if (row.isEmpty()) {
            return Decision.accept(Optional.empty());
        }
        return hours.clock(row.get())
                .fold(clock -> start(row.get(), receivedAt, clock), Decision::refuse);
    }

    private static Decision<Optional<Countdown>> start(
            ServiceLevel level, Instant receivedAt, WorkingTime clock) {
        if (clock.find(receivedAt, level.target()).isEmpty()) {
            return Decision.refuse(List.of(beyond(level, receivedAt, clock.covered())));
        }
        return Decision.accept(Optional.of(new Countdown(level, receivedAt, List.of(), null)));
    }

    /**
     * When a matter is to be done, fixed at its reception.
     *
     * @param matter what was received
     * @param receivedAt when; its day is that of the hours' zone
     * @param hours the company's clocks
     * @return the due time of the resolution; no limit when no row is in force (06 A-60); or
     *     refused as {@link #start}
     */
    public Decision<Due> due(Matter matter, Instant receivedAt, ServiceHours hours) {
        return start(matter, ServiceGoal.RESOLUTION, receivedAt, hours)
                .fold(
                        countdown ->
                                Decision.accept(
                                        countdown
                                                .flatMap(started -> due(started, hours))
                                                .orElseGet(Due.Unlimited::new)),
                        Decision::refuse);
    }

    private static Optional<Due> due(Countdown started, ServiceHours hours) {
        ServiceLevel level = started.level();
        Optional<WorkingTime> clock = hours.clock(level).fold(Optional::of, no -> Optional.empty());
        return clock.flatMap(started::dueTime)
                .map(time -> new Due.ByServiceLevel(level.id(), time));
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    static Refusal beyond(ServiceLevel level, Instant receivedAt, DateRange covered) {
        return LevelRefusal.DUE_BEYOND_CALENDAR.because(
                "received",
                receivedAt.toString(),
                "target",
                level.target().toString(),
                "covered",
                covered.toString());
    }
}
