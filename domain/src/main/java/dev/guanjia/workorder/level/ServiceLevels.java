package dev.guanjia.workorder.level;

import dev.guanjia.calendar.DateRange;
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
     * Starts the clock of a matter.
     *
     * @param matter what was received
     * @param goal what is limited
     * @param receivedAt when; its day is that of the zone
     * @param zone whose days count
     * @return the running clock; empty when no row is in force (06 A-60)
     */
    public Optional<Countdown> start(
            Matter matter, ServiceGoal goal, Instant receivedAt, ZoneId zone) {
        return inForce(matter, goal, day(receivedAt, zone))
                .map(level -> new Countdown(level, receivedAt, List.of(), null));
    }

    /**
     * When a matter is to be done, fixed at its reception. Takes time that does not grow with the
     * days on the way.
     *
     * @param matter what was received
     * @param receivedAt when; its day is that of the hours' zone
     * @param hours the company's clocks
     * @return the due time of the resolution; no limit when no row is in force (06 A-60); unknown
     *     with the reason when unknown holidays or shifts are on the way, because they are not
     *     working days, and the matter is recorded nevertheless (05 S08)
     */
    public Due due(Matter matter, Instant receivedAt, ServiceHours hours) {
        return start(matter, ServiceGoal.RESOLUTION, receivedAt, hours.zone())
                .map(started -> started.due(hours.clock(started.level())))
                .orElseGet(Due.Unlimited::new);
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
