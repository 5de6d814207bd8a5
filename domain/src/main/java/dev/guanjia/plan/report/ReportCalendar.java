package dev.guanjia.plan.report;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.Post;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.Staffing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says who owes which report to whom, and until when.
 *
 * @param rules the company's rules over time
 * @param staffing who reports to whom on a day
 */
public record ReportCalendar(List<ReportRule> rules, Staffing staffing) {

    /** Each rule stands once. */
    public ReportCalendar {
        rules = List.copyOf(rules);
        for (ReportRule rule : rules) {
            long same =
                    rules.stream()
                            .filter(rule::isOf)
                            .filter(other -> other.from().equals(rule.from()))
                            .count();
            if (same != 1) {
                throw new IllegalArgumentException("report rule stands twice: " + rule);
            }
        }
    }

    /**
     * The reports on the periods that begin in a range. A post that the company does not have when
     * the period ends owes none.
     *
     * @param range any days; ranges that adjoin give reports that adjoin
     * @return ordered by key
     */
    public List<ExpectedReport> expected(DateRange range) {
        return rules.stream()
                .flatMap(rule -> expected(rule, range))
                .sorted(Comparator.comparing(ExpectedReport::key))
                .toList();
    }

    private Stream<ExpectedReport> expected(ReportRule rule, DateRange range) {
        return rule.kind().cadence().periodsStartingIn(range).stream()
                .filter(period -> holds(rule, period))
                .flatMap(period -> expect(rule, period).stream());
    }

    private boolean holds(ReportRule rule, DateRange period) {
        return !rule.from().isAfter(period.start())
                && rules.stream()
                        .filter(rule::isOf)
                        .filter(later -> later.from().isAfter(rule.from()))
                        .allMatch(later -> later.from().isAfter(period.start()));
    }

    private Optional<ExpectedReport> expect(ReportRule rule, DateRange period) {
        return staffing.responsibility()
                .posts(period.last())
                .find(rule.by())
                .map(Post::reportsTo)
                .map(superior -> expect(rule, period, superior));
    }

    private static ExpectedReport expect(ReportRule rule, DateRange period, PostKey superior) {
        return new ExpectedReport(
                new ReportKey(rule.kind().id(), rule.by(), period.start()),
                rule.kind(),
                period,
                period.last().plusDays(rule.daysAfter()),
                superior);
    }
}
