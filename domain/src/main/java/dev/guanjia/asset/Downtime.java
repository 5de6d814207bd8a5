package dev.guanjia.asset;

import dev.guanjia.calendar.TimeSpan;
import java.time.Instant;
import java.util.Optional;

/**
 * One report that a piece of equipment was out of service (R-LIFT-FAULT for lifts). Reports of one
 * outage may overlap.
 *
 * @param reference the record it comes from, not blank, e.g. a work order
 * @param equipment what was out of service
 * @param cause why
 * @param from since when, included
 * @param to until when, excluded and after {@code from}; empty while it lasts
 */
public record Downtime(
        String reference, EquipmentId equipment, Cause cause, Instant from, Optional<Instant> to) {

    /** An outage has a record and moves forward. */
    public Downtime {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("downtime has no reference: " + equipment);
        }
        if (to.filter(end -> !end.isAfter(from)).isPresent()) {
            throw new IllegalArgumentException("downtime must move forward: " + from + to);
        }
    }

    /** Why equipment is out of service. Only faults count as failures (04 QF-H-13). */
    public enum Cause {
        /** It failed. */
        FAULT,
        /** It was taken out of service for upkeep or inspection. */
        PLANNED,
        /** Something else failed, e.g. the power supply. */
        OUTSIDE
    }

    /** What lies before an instant; what still lasts ends there. */
    Optional<TimeSpan> until(Instant horizon) {
        Instant end = to.filter(horizon::isAfter).orElse(horizon);
        return end.isAfter(from) ? Optional.of(new TimeSpan(from, end)) : Optional.empty();
    }
}
