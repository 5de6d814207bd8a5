package dev.guanjia.workorder.level;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a work order keeps its time. */
public enum Timeliness {
    /** Ended at or before the due time, or still open and not past it. Source: 04 note 9. */
    ON_TIME,
    /** Past the due time. Source: 03 P-COMPLAINT rule 5. */
    OVERDUE,
    /** No limit was set, so none can be missed. Source: 06 A-60. */
    NO_LIMIT,
    /** There is a limit, but it is not known which days are worked: neither kept nor missed. */
    UNKNOWN;

    /**
     * Judges by instants alone, for those who keep orders in columns.
     *
     * @param dueAt the last instant in time; null without a limit
     * @param endedAt when the work ended; null while it is open
     * @param asOf the instant of judgement; what ended later is still open then
     * @return overdue strictly after the due time (04 section 7 note 9)
     */
    public static Timeliness of(@Nullable Instant dueAt, @Nullable Instant endedAt, Instant asOf) {
        if (dueAt == null) {
            return NO_LIMIT;
        }
        Instant decisive = endedAt == null || endedAt.isAfter(asOf) ? asOf : endedAt;
        return decisive.isAfter(dueAt) ? OVERDUE : ON_TIME;
    }
}
