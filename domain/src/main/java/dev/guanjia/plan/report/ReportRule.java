package dev.guanjia.plan.report;

import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;

/**
 * That a post owes a report, by the company's own decision. No source names the day, so the company
 * does (06 A-66).
 *
 * @param kind which report
 * @param by the post that owes it; it goes to the post's superior
 * @param daysAfter how many days after the last day of its period it is still in time, zero or more
 * @param from the first day it holds; it holds until a later rule of the same kind and post
 */
public record ReportRule(ReportKind kind, PostKey by, int daysAfter, LocalDate from) {

    /** A report on a period is not owed before the period ends. */
    public ReportRule {
        if (daysAfter < 0) {
            throw new IllegalArgumentException("days after the period are negative: " + daysAfter);
        }
    }

    boolean isOf(ReportRule other) {
        return kind.id().equals(other.kind.id()) && by.equals(other.by);
    }
}
