package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.Allowance;
import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DueDay;
import dev.guanjia.calendar.DueDays;
import dev.guanjia.calendar.Interval;
import dev.guanjia.calendar.WorkingDayRule;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every cadence and every dated code over 2024, a leap year that begins on a Monday. */
class DatedCodesTest {

    private static final String HEADER =
            "id,zh,en,posts,cadence,deadline,evidence,approver,from,source";
    private static final LocalDate FIRST = Year.of(2024).atDay(1);
    private static final DateRange LEAP_YEAR = new DateRange(FIRST, FIRST.plusYears(1));

    /** Yearly from July; one shift a day; set up on 5 February. */
    private static final Rhythms RHYTHMS =
            new Rhythms(
                    Rhythms.NONE.biweekly(),
                    List.of(
                            new Rhythms.Every(
                                    new DutyId("D-1"),
                                    Interval.parse("P1Y", LocalDate.of(2023, 7, 1)))),
                    RhythmsTest.shifts(),
                    Optional.of(LocalDate.of(2024, 2, 5)));

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    daily,       '',            366, 2024-01-01 2024-01-02 .. 2024-12-31
                    daily,       day-end,       366, 2024-01-01 2024-01-02 .. 2024-12-31
                    weekly,      '',            53,  2024-01-07 2024-01-14 .. 2025-01-05
                    weekly,      week-end,      53,  2024-01-07 2024-01-14 .. 2025-01-05
                    biweekly,    '',            26,  2024-01-21 2024-02-04 .. 2025-01-05
                    monthly,     '',            12,  2024-01-31 2024-02-29 .. 2024-12-31
                    monthly,     month-end,     12,  2024-01-31 2024-02-29 .. 2024-12-31
                    monthly,     day-25,        12,  2024-01-25 2024-02-25 .. 2024-12-25
                    monthly,     day-30,        12,  2024-01-30 2024-02-29 .. 2024-12-30
                    monthly,     before-period, 12,  2024-01-31 2024-02-29 .. 2024-12-31
                    monthly,     on-time,       12,  2024-01-31 2024-02-29 .. 2024-12-31
                    quarterly,   quarter-end,   4,   2024-03-31 2024-06-30 .. 2024-12-31
                    quarterly,   day-31,        4,   2024-01-31 2024-04-30 .. 2024-10-31
                    half-yearly, period-end,    2,   2024-06-30 2024-12-31 .. 2024-12-31
                    yearly,      year-end,      1,   2024-12-31
                    yearly,      year-start,    1,   2024-01-01
                    yearly,      quarter-1,     1,   2024-03-31
                    yearly,      quarter-2,     1,   2024-06-30
                    yearly,      quarter-3,     1,   2024-09-30
                    yearly,      quarter-4,     1,   2024-12-31
                    yearly,      day-29,        1,   2024-01-29
                    periodic,    quarter-2,     1,   2025-06-30
                    periodic,    '',            1,   2025-06-30
                    setup,       quarter-2,     1,   2024-06-30
                    setup,       '',            1,   -
                    shift,       '',            366, 2024-01-01 2024-01-02 .. 2024-12-31
                    shift,       shift-start,   366, 2024-01-01 2024-01-02 .. 2024-12-31
                    shift,       shift-end,     366, 2024-01-01 2024-01-02 .. 2024-12-31
                    shift,       shift-change,  366, 2024-01-01 2024-01-02 .. 2024-12-31
                    shift,       at-least-2-per-area, 366, 2024-01-01 2024-01-02 .. 2024-12-31
                    event,       same-day,      0,   ''
                    event,       days-14,       0,   ''
                    standing,    '',            0,   ''
                    '',          '',            0,   ''
                    daily;monthly, day-end;month-end, 378, 2024-01-01 2024-01-31 .. 2024-12-31
                    """)
    void occurrencesOfALeapYear(String cadence, String deadline, int count, String lastDays) {
        List<DutyOccurrence> found = calendar(cadence, deadline, times()).occurrences(LEAP_YEAR);
        assertThat(found).hasSize(count);
        List<String> days =
                found.stream()
                        .map(occurrence -> occurrence.due().lastDay())
                        .map(day -> day.map(LocalDate::toString).orElse("-"))
                        .toList();
        String expected =
                days.size() < 2
                        ? String.join(" ", days)
                        : days.get(0) + " " + days.get(1) + " .. " + days.get(days.size() - 1);
        assertThat(lastDays).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "shift-start, 2024-03-01T00:00:00.000000001Z",
        "shift-end, 2024-03-01T08:00:00Z",
        "shift-change, 2024-03-01T08:00:00Z",
        "at-least-2-per-area, 2024-03-01T08:00:00Z",
        "at-once, 2024-03-01T00:15:00Z",
        "'', 2024-03-01T08:00:00Z"
    })
    void aShiftHasItsOwnMoments(String deadline, Instant end) {
        DutyTimes times = times().with(Map.of("at-once", Allowance.parse("PT15M")));
        DutyCalendar calendar = calendar("shift", deadline, times);
        DateRange day = DateRange.ofClosed(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 1));
        assertThat(calendar.occurrences(day).get(0).due().end()).contains(end);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "days-14, 2024-03-07T16:00:00Z, PRINTED",
        "same-day, 2024-02-22T16:00:00Z, PRINTED",
        "promptly, 2024-02-22T14:30:00Z, ALLOWANCE",
        "same-day;promptly, 2024-02-22T16:00:00Z, PRINTED",
        "at-once, -, NO_LIMIT",
        "'', -, NO_LIMIT"
    })
    void anEventCallsForADutyFromItsInstantOn(String deadline, String end, DutyDue.Basis basis) {
        DutyTimes times = times().with(Map.of("promptly", Allowance.parse("PT30M")));
        Instant evening = Instant.parse("2024-02-22T14:00:00Z");
        DutyCalendar.Fact fact = new DutyCalendar.Fact("c-7", new DutyId("D-1"), evening);
        DutyOccurrence found = calendar("event", deadline, times).calledFor(fact).get(0);
        assertThat(found.due().end().map(Instant::toString).orElse("-")).isEqualTo(end);
        assertThat(found.due().basis()).isEqualTo(basis);
        assertThat(found.key()).hasToString("D-1/CASHIER/event/2024-02-22/c-7");
        assertThat(found.due().isInTime(evening)).isTrue();
        assertThat(DutyRecord.due(found).standing(evening)).isEqualTo(DutyStanding.DUE);
    }

    @Test
    void anEventCallsForNothingElse() {
        Instant at = Instant.parse("2024-02-22T14:00:00Z");
        DutyCalendar.Fact fact = new DutyCalendar.Fact("c-7", new DutyId("D-1"), at);
        assertThat(calendar("daily", "", times()).calledFor(fact)).isEmpty();
        DutyCalendar.Fact early =
                new DutyCalendar.Fact(
                        "c-7", new DutyId("D-1"), Instant.parse("2006-12-31T00:00:00Z"));
        assertThat(calendar("event", "", times()).calledFor(early)).isEmpty();
    }

    @Test
    void aLimitForAWordDatesWhatTheSourceLeavesOpen() {
        DutyTimes times = times().with(Map.of("day-unset", Allowance.parse("P1M4D")));
        assertThat(calendar("monthly", "day-unset", times).occurrences(LEAP_YEAR))
                .extracting(occurrence -> occurrence.due().lastDay().orElseThrow())
                .startsWith(LocalDate.of(2024, 2, 5), LocalDate.of(2024, 3, 5))
                .endsWith(LocalDate.of(2025, 1, 5));
    }

    @Test
    void dueDaysThatAreNotWorkedMoveAsTheCompanySaysAndTellWhy() {
        DutyTimes moving =
                times().with(DueDays.PLAIN.moving(WorkingDayRule.BEFORE, ChinaCalendar.load()));
        List<DutyOccurrence> found =
                calendar("monthly", "month-end", moving).occurrences(LEAP_YEAR);
        assertThat(found.get(2).due().lastDay()).contains(LocalDate.of(2024, 3, 29));
        assertThat(found.get(2).due().adjustments())
                .containsExactly(DueDay.Adjustment.MOVED_BEFORE);
        assertThat(found.get(2).due().day().orElseThrow().nominal())
                .isEqualTo(LocalDate.of(2024, 3, 31));
    }

    @Test
    void aYearWithoutHolidaysGivesNoDueTimeAndSaysWhy() {
        DutyTimes moving =
                times().with(DueDays.PLAIN.moving(WorkingDayRule.AFTER, ChinaCalendar.load()));
        LocalDate unknown = ChinaCalendar.load().covered().end();
        DateRange month = DateRange.ofClosed(unknown, unknown.plusDays(27));
        DutyDue due = calendar("monthly", "month-end", moving).occurrences(month).get(0).due();
        assertThat(due.isUnannounced()).isTrue();
        assertThat(due.end()).isEmpty();
        assertThat(due.day().orElseThrow().nominal()).isEqualTo(unknown.plusDays(30));
    }

    private static DutyTimes times() {
        return DutyTimes.plain(Company.SHANGHAI).with(RHYTHMS);
    }

    private static DutyCalendar calendar(String cadence, String deadline, DutyTimes times) {
        String row = "D-1,甲,A,CASHIER,%s,%s,,,2007-01,x".formatted(cadence, deadline);
        Table table =
                Table.parse("own.csv", HEADER + "\n" + row + "\n", List.of(HEADER.split(",")));
        CompanyDuties duties = DutyCatalogue.of(table, PostKey::new).heldBy(Company.RESOLUTION);
        return new DutyCalendar(duties, Company.complete(), times);
    }
}
