package dev.guanjia.billing.collection;

import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanProgressTest {

    private static final DateRange TEN_DAYS =
            DateRange.ofClosed(LocalDate.of(2026, 2, 24), LocalDate.of(2026, 3, 5));

    @ParameterizedTest(name = "{0} of power: reached {1}, missing {2}")
    @CsvSource(
            textBlock =
                    """
                    137429.99, false, 0.01
                    137430.00, true,  0.00
                    152700.00, true,  0.00
                    0.00,      false, 137430.00
                    """)
    void theLastCentDecides(String collected, boolean reached, String missing) {
        PlanProgress progress = progress("2026-03-05", collected);
        assertThat(progress.isReached()).isEqualTo(reached);
        assertThat(progress.missing()).isEqualTo(Money.parse(missing, Money.CNY));
    }

    @ParameterizedTest(name = "{0}: {1} of the days, {2} expected, {3} forecast")
    @CsvSource(
            textBlock =
                    """
                    2026-02-23, -,    -,      -
                    2026-02-24, 1/10, 13743,  152700
                    2026-02-28, 1/2,  68715,  80000
                    2026-03-05, 1,    137430, 40000
                    2026-03-09, 1,    137430, 40000
                    """)
    void aForecastGoesOnAsItWentAndIsUnknownBeforeTheFirstDay(
            String asOf, String elapsed, String expected, String forecast) {
        PlanProgress progress = progress(asOf, "40000.00");
        assertThat(text(progress.days().elapsed())).isEqualTo(elapsed);
        assertThat(text(progress.expected())).isEqualTo(expected);
        assertThat(text(progress.forecast())).isEqualTo(forecast);
    }

    @Test
    void nothingDueHasNoRate() {
        Money zero = Money.fen(0);
        GroupTarget nothing = new GroupTarget(Plans.id("building8"), Plans.SERVICE, zero, zero);
        PlanProgress progress = new PlanProgress(nothing, days(TEN_DAYS.last()), zero);
        assertThat(progress.rate()).isEmpty();
        assertThat(progress.isReached()).isTrue();
        assertThat(progress("2026-03-05", "137429.99").rate())
                .contains(Rational.of(13_742_999, 15_270_000));
    }

    @ParameterizedTest(name = "{1} of {0}, unclear {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    100.00, 100.00, false, []
                    100.00, 99.99,  false, [NOT_COLLECTED_IN_FULL]
                    100.00, 100.00, true,  [ACCOUNTS_UNCLEAR]
                    100.00, 0.00,   true,  '[NOT_COLLECTED_IN_FULL, ACCOUNTS_UNCLEAR]'
                    0.00,   0.00,   false, []
                    """)
    void eitherGroundIsEnough(String planned, String collected, boolean unclear, String grounds) {
        CollectorAssessment assessment =
                new CollectorAssessment(
                        new StaffId("collector"),
                        CalendarQuarter.of(LocalDate.of(2026, 3, 31)),
                        Money.parse(planned, Money.CNY),
                        Money.parse(collected, Money.CNY),
                        unclear);
        assertThat(assessment.grounds()).hasToString(grounds);
        assertThat(assessment.rate().isPresent()).isEqualTo(!planned.equals("0.00"));
    }

    @ParameterizedTest(name = "by {0} on {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    boss,      2026-04-01, ''
                    boss,      2026-03-31, quarter-not-over
                    collector, 2026-04-01, collector-self-assessed
                    """)
    void aQuarterIsAssessedByAnotherWhenItIsOver(String by, LocalDate on, String expected) {
        CollectorAssessment assessment =
                new CollectorAssessment(
                        new StaffId("collector"),
                        new CalendarQuarter(2026, 1),
                        Money.fen(1),
                        Money.fen(1),
                        false);
        var decision = assessment.by(new StaffId(by), on);
        assertThat(String.join(" ", codes(decision))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is in {1}, {2}")
    @CsvSource(
            textBlock =
                    """
                    2026-01-01, 2026-Q1, 90
                    2026-03-31, 2026-Q1, 90
                    2026-04-01, 2026-Q2, 91
                    2028-02-29, 2028-Q1, 91
                    2026-12-31, 2026-Q4, 92
                    """)
    void aDayBelongsToAQuarter(LocalDate day, String quarter, long days) {
        CalendarQuarter found = CalendarQuarter.of(day);
        assertThat(found).hasToString(quarter).isEqualTo(CalendarQuarter.parse(quarter));
        assertThat(found.days().days()).isEqualTo(days);
        assertThat(found.days().contains(day)).isTrue();
    }

    private static PlanProgress progress(String asOf, String collected) {
        return new PlanProgress(
                Plans.digest().target(Plans.id("company"), Plans.POWER).orElseThrow(),
                days(LocalDate.parse(asOf)),
                Money.parse(collected, Money.CNY));
    }

    private static PlanProgress.Days days(LocalDate asOf) {
        return new PlanProgress.Days(TEN_DAYS, asOf, true);
    }

    private static String text(Optional<Rational> value) {
        return value.map(Rational::toString).orElse("-");
    }
}
