package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsible;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyCalendarTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "2026-03, 2026-03-30, day 30 stands before the month's last day",
        "2026-04, 2026-04-30, day 30 is the last day",
        "2026-02, 2026-02-28, clamped in an ordinary February",
        "2028-02, 2028-02-29, clamped in a leap year"
    })
    void meteredFeesAreDueByDayThirty(YearMonth month, LocalDate lastDay, String why) {
        DutyDue due = only("D-004B-RC-06", DateRange.of(month)).due();
        assertThat(due.lastDay()).as(why).contains(lastDay);
        assertThat(due.basis()).isEqualTo(DutyDue.Basis.PRINTED);
        assertThat(due.isClamped()).isEqualTo(lastDay.getDayOfMonth() != 30);
    }

    @Test
    void theLastInstantOfTheLastDayIsInTimeAndMidnightIsNot() {
        DutyDue due = only("D-004B-RC-06", DateRange.of(YearMonth.of(2026, 3))).due();
        Instant midnightInShanghai = Instant.parse("2026-03-30T16:00:00Z");
        assertThat(due.end()).contains(midnightInShanghai);
        assertThat(due.isInTime(midnightInShanghai.minusNanos(1))).isTrue();
        assertThat(due.isInTime(midnightInShanghai)).isFalse();
    }

    @Test
    void withoutAPrintedDayThePeriodItselfIsTheLimit() {
        DutyDue due = only("D-004B-RC-07", DateRange.of(YearMonth.of(2026, 2))).due();
        assertThat(due.lastDay()).contains(LocalDate.of(2026, 2, 28));
        assertThat(due.basis()).isEqualTo(DutyDue.Basis.PERIOD);
        assertThat(due.isClamped()).isFalse();
    }

    @Test
    void statementsOfJanuaryTheQuarterAndTheYearAreThreeOccurrences() {
        DateRange newYearsDay = new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2));
        List<DutyOccurrence> statements = of("D-000-ACC-05", newYearsDay);
        assertThat(statements)
                .extracting(occurrence -> occurrence.key().toString())
                .containsExactly(
                        "D-000-ACC-05/ACCOUNTANT/monthly/2026-01-01",
                        "D-000-ACC-05/ACCOUNTANT/quarterly/2026-01-01",
                        "D-000-ACC-05/ACCOUNTANT/yearly/2026-01-01");
        assertThat(statements)
                .extracting(occurrence -> occurrence.due().lastDay().orElseThrow())
                .containsExactly(
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 12, 31));
    }

    @Test
    void nothingIsDueInAPeriodThatBeginsBeforeTheRowDoes() {
        DateRange before = new DateRange(LocalDate.of(2006, 1, 1), LocalDate.of(2007, 1, 1));
        assertThat(Company.calendar().occurrences(before)).isEmpty();
    }

    @Test
    void eventsAndStandingDutiesAreNotOnTheCalendar() {
        DateRange year = new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));
        assertThat(of("D-004B-RC-08", year)).isEmpty();
        assertThat(of("D-000-PM-01", year)).isEmpty();
        assertThat(of("D-000-PM-02", year)).hasSize(1);
    }

    @Test
    void whoHoldsThePostOnTheLastDayAnswers() {
        DutyOccurrence fees = only("D-004B-RC-06", DateRange.of(YearMonth.of(2026, 3)));
        assertThat(fees.responsible())
                .hasToString("sf_CS_ASSISTANT (CS_ASSISTANT)")
                .extracting(Responsible::way)
                .isEqualTo(Responsible.Way.HOLDER);
    }

    @Test
    void anOccurrenceWhosePartsDisagreeCannotExist() {
        DutyOccurrence fees = only("D-004B-RC-06", DateRange.of(YearMonth.of(2026, 3)));
        OccurrenceKey other =
                new OccurrenceKey(
                        new DutyId("D-000-CSH-07"),
                        new PostKey("CASHIER"),
                        Cadence.MONTHLY,
                        fees.key().start());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new DutyOccurrence(
                                        other,
                                        fees.duty(),
                                        fees.period(),
                                        fees.due(),
                                        fees.responsible(),
                                        Optional.empty()))
                .withMessageContaining("D-000-CSH-07/CASHIER/monthly/2026-03-01 does not name");
    }

    static DutyOccurrence only(String duty, DateRange range) {
        List<DutyOccurrence> found = of(duty, range);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<DutyOccurrence> of(String duty, DateRange range) {
        return Company.calendar().occurrences(range).stream()
                .filter(occurrence -> occurrence.key().duty().value().equals(duty))
                .toList();
    }
}
