package dev.guanjia.plan.report;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;

/**
 * A report that is owed.
 *
 * @param key its name
 * @param kind which report
 * @param period what it is on
 * @param dueDay the last day in time, not before the period's last
 * @param to the superior of the post that owes it, in the company or outside
 */
public record ExpectedReport(
        ReportKey key, ReportKind kind, DateRange period, LocalDate dueDay, PostKey to) {

    /** Key, period and due day speak of the same report. */
    public ExpectedReport {
        if (!key.start().equals(period.start())
                || !key.kind().equals(kind.id())
                || dueDay.isBefore(period.last())) {
            throw new IllegalArgumentException(key + " is not on " + period + " by " + dueDay);
        }
    }
}
