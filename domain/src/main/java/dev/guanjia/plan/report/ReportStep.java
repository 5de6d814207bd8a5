package dev.guanjia.plan.report;

import dev.guanjia.organisation.Actor;
import java.time.Instant;

/**
 * A step of a report.
 *
 * @param action what was done
 * @param actor by whom, in which post
 * @param at when, by the business' own word
 * @param note where the report is when it is handed in, not blank then; otherwise what the reader
 *     says, possibly empty
 */
public record ReportStep(ReportAction action, Actor actor, Instant at, String note) {

    /** A report that cannot be found again is none. */
    public ReportStep {
        if (action == ReportAction.HAND_IN && note.isBlank()) {
            throw new IllegalArgumentException("report handed in without a reference");
        }
    }
}
