package dev.guanjia.plan.report;

import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Names one report.
 *
 * @param kind the key of its kind
 * @param by the post that owes it
 * @param start the first day of the period it is on
 */
public record ReportKey(String kind, PostKey by, LocalDate start) implements Comparable<ReportKey> {

    private static final Comparator<ReportKey> ORDER =
            Comparator.comparing(ReportKey::start)
                    .thenComparing(ReportKey::kind)
                    .thenComparing(ReportKey::by);

    /** Orders by start, kind and post. */
    @Override
    public int compareTo(ReportKey other) {
        return ORDER.compare(this, other);
    }

    /** {@code WEEKLY_REPORT/CS_SUPERVISOR/2026-03-02}. */
    @Override
    public String toString() {
        return kind + "/" + by + "/" + start;
    }
}
