package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.Interval;
import dev.guanjia.calendar.Shift;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the calendar alone does not fix comes round as the company says, or is reported. */
class RhythmsTest {

    private static final PostKey WORKER = new PostKey("MAINTENANCE_WORKER");
    private static final List<String> INTERVALS = List.of("duty", "interval", "from", "source");
    private static final List<String> SHIFTS =
            List.of("id", "zh", "en", "posts", "begins", "length", "days", "from", "source");
    private static final DateRange YEAR =
            new DateRange(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));

    @Test
    void aPeriodicDutyComesRoundAtTheCompanysInterval() {
        Rhythms rhythms =
                with(
                        """
                        D-000-PM-03,P14D,2026-03-02,manager's order 1
                        D-000-PM-03,P1M,2026-06-15,manager's order 2
                        """);
        List<DutyOccurrence> found = of("D-000-PM-03", rhythms, YEAR);
        assertThat(found).hasSize(8 + 7);
        assertThat(found)
                .extracting(occurrence -> occurrence.period().toString())
                .startsWith("2026-03-02 to 2026-03-15", "2026-03-16 to 2026-03-29")
                .endsWith("2026-11-15 to 2026-12-14", "2026-12-15 to 2027-01-14");
        assertThat(found.get(0).due().lastDay()).contains(LocalDate.of(2026, 3, 15));
        assertThat(found.get(0).due().basis()).isEqualTo(DutyDue.Basis.PERIOD);
    }

    @Test
    void withoutARowItIsReportedAndNeverGuessed() {
        assertThat(of("D-000-PM-03", Rhythms.NONE, YEAR)).isEmpty();
        assertThat(unconfigured(Rhythms.NONE))
                .contains("D-000-PM-03 PERIODIC", "D-000-PM-04 SETUP", "D-000-MNW-07 SHIFT");
        Rhythms all =
                new Rhythms(
                        Rhythms.NONE.biweekly(),
                        with("D-000-PM-03,P14D,2026-03-02,x\n").intervals(),
                        shifts(),
                        Optional.of(Company.OPENED));
        assertThat(unconfigured(all))
                .doesNotContain("D-000-PM-03 PERIODIC", "D-000-PM-04 SETUP", "D-000-MNW-07 SHIFT")
                .contains("D-000-CSS-09 PERIODIC");
    }

    @Test
    void aFaultyIntervalIsNamed() {
        DutyCatalogue duties = Company.DUTIES;
        String rows =
                """
                duty,interval,from,source
                D-000-PM-03,P0D,2026-01-01,x
                D-000-CSH-03,P1D,2026-01-01,x
                D-NOT-THERE,P1D,2026-01-01,x
                D-004K-08,P1M,2026-01-01,x
                D-000-PM-03,P1M,2026-01-31,x
                """;
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(
                        () -> Rhythms.intervals(Table.parse("own.csv", rows, INTERVALS), duties))
                .withMessage(
                        """
                        own.csv:2 interval: interval must be 1 to 1200 long: 0
                        own.csv:3 duty: no periodic duty: D-000-CSH-03
                        own.csv:4 duty: no periodic duty: D-NOT-THERE
                        own.csv:5 interval: quarter-2 never occurs every 1 months from 2026-01-01
                        own.csv:6 interval: months are counted from day 1 to 28: 2026-01-31"""
                                .stripTrailing());
    }

    @Test
    void aCalendarRefusesAnIntervalInWhichTheDeadlineNeverOccurs() {
        String row = "D-1,甲,A,CASHIER,periodic,day-30,,,2026-01,x";
        String header = "id,zh,en,posts,cadence,deadline,evidence,approver,from,source";
        DutyCatalogue duties =
                DutyCatalogue.of(
                        Table.parse("own.csv", header + "\n" + row, List.of(header.split(","))),
                        PostKey::new);
        Rhythms weekly =
                new Rhythms(
                        Rhythms.NONE.biweekly(),
                        List.of(
                                new Rhythms.Every(
                                        new DutyId("D-1"), Interval.parse("P1W", Company.OPENED))),
                        Map.of(),
                        Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new DutyCalendar(
                                        duties.heldBy(Company.RESOLUTION),
                                        Company.complete(),
                                        DutyTimes.plain(Company.SHANGHAI).with(weekly)))
                .withMessage("day-30 never occurs every 1 weeks from 2026-01-01");
    }

    @Test
    void aShiftDutyComesRoundWithEveryShiftOfThePost() {
        Rhythms rhythms =
                new Rhythms(Rhythms.NONE.biweekly(), List.of(), shifts(), Optional.empty());
        DateRange week = new DateRange(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 9));
        List<DutyOccurrence> found = of("D-000-MNW-07", rhythms, week);
        assertThat(found).hasSize(7 + 5);
        assertThat(found.get(0).key())
                .hasToString("D-000-MNW-07/MAINTENANCE_WORKER/shift/2026-03-02/day");
        assertThat(found.get(1).key().part()).isEqualTo("night");
        assertThat(found.get(1).period()).hasToString("2026-03-02 to 2026-03-03");
        assertThat(found.get(1).due().end().orElseThrow()).hasToString("2026-03-02T22:00:00Z");
    }

    @Test
    void aShiftOfAPostStandsOnce() {
        Shift day = shifts().get(WORKER).get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Rhythms(
                                        Rhythms.NONE.biweekly(),
                                        List.of(),
                                        Map.of(WORKER, List.of(day, day)),
                                        Optional.empty()));
    }

    @Test
    void aFortnightHasFourteenDays() {
        Interval month = Interval.parse("P1M", Company.OPENED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rhythms(month, List.of(), Map.of(), Optional.empty()))
                .withMessageStartingWith("a fortnight has 14 days");
    }

    @Test
    void whatIsSetUpIsDoneOnce() {
        Rhythms rhythms =
                new Rhythms(
                        Rhythms.NONE.biweekly(),
                        List.of(),
                        Map.of(),
                        Optional.of(LocalDate.of(2026, 3, 10)));
        List<DutyOccurrence> found = of("D-000-PM-04", rhythms, YEAR);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).key().cadence()).isEqualTo(Cadence.SETUP);
        assertThat(found.get(0).due().end()).isEmpty();
        assertThat(found.get(0).due().basis()).isEqualTo(DutyDue.Basis.NO_LIMIT);
        assertThat(of("D-000-PM-04", rhythms, DateRange.of(YearMonth.of(2026, 4)))).isEmpty();
    }

    private static List<String> unconfigured(Rhythms rhythms) {
        return Company.calendar(DutyTimes.plain(Company.SHANGHAI).with(rhythms))
                .unconfigured(Company.OPENED)
                .stream()
                .map(line -> line.duty() + " " + line.cadence())
                .toList();
    }

    private static List<DutyOccurrence> of(String duty, Rhythms rhythms, DateRange range) {
        return Company.calendar(DutyTimes.plain(Company.SHANGHAI).with(rhythms)).stream(range)
                .filter(occurrence -> occurrence.key().duty().value().equals(duty))
                .toList();
    }

    static Rhythms with(String rows) {
        Table table = Table.parse("own.csv", "duty,interval,from,source\n" + rows, INTERVALS);
        return new Rhythms(
                Rhythms.NONE.biweekly(),
                Rhythms.intervals(table, Company.DUTIES),
                Map.of(),
                Optional.empty());
    }

    static Map<PostKey, List<Shift>> shifts() {
        return Rhythms.shifts(
                Table.parse(
                        "shifts.csv",
                        """
                        id,zh,en,posts,begins,length,days,from,source
                        day,白班,Day shift,MAINTENANCE_WORKER;CASHIER,08:00,PT8H,1;2;3;4;5;6;7,2026-01-01,x
                        night,夜班,Night shift,MAINTENANCE_WORKER,22:00,PT8H,1;2;3;4;5,2026-01-01,x
                        """,
                        SHIFTS));
    }
}
