package dev.guanjia.asset;

import static dev.guanjia.asset.Assets.EAST;
import static dev.guanjia.asset.Assets.SHANGHAI;
import static dev.guanjia.asset.Assets.WEST;
import static dev.guanjia.asset.Assets.at;
import static dev.guanjia.asset.Assets.day;
import static dev.guanjia.asset.Assets.fault;
import static dev.guanjia.asset.Assets.lift;
import static dev.guanjia.asset.Assets.no;
import static dev.guanjia.asset.Assets.register;
import static dev.guanjia.asset.Assets.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.asset.AssetRates.Method;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.Shift;
import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Rational;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetRatesTest {

    private static final Instant LATER = at("2030-01-01T00:00");
    private static final DateRange APRIL = DateRange.of(YearMonth.of(2026, 4));

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            textBlock =
                    """
                    # reports as dayThour-dayThour,        minutes, why
                    03T08:00/03T10:00,                     120, one report
                    03T08:00/03T10:00 03T09:00/03T11:30,   210, an overlap is counted once
                    03T08:00/03T10:00 03T10:00/03T11:00,   180, what touches is one outage
                    03T08:00/03T12:00 03T09:00/03T10:00,   240, one inside the other adds nothing
                    03T08:00/03T10:00 03T08:00/03T10:00,   120, the same outage reported twice
                    03T08:00/03T10:00 04T08:00/04T09:00,   180, apart they add up
                    28T00:00/,                             2880, open ends at the horizon
                    30T00:00/,                             0, not begun by the horizon
                    """)
    void timeOutOfServiceIsTheUnionOfTheReports(String reports, long minutes, String why) {
        List<Downtime> all = new ArrayList<>();
        for (String report : reports.split(" ")) {
            String[] ends = report.split("/", -1);
            all.add(
                    fault(
                            "r" + all.size(),
                            EAST,
                            "2026-04-" + ends[0],
                            ends[1].isEmpty() ? "" : "2026-04-" + ends[1]));
        }
        DowntimeLog log = new DowntimeLog(all);
        List<TimeSpan> union = log.outages(EAST, Downtime.Cause.FAULT, at("2026-04-30T00:00"));
        assertThat(TimeSpan.total(union)).as(why).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void theLiftRateOfAMonthByHand() {
        // 30 days x 24 h = 720 h for the first, 15 days = 360 h for the second: 1,080 h.
        // Out: 2 h into April + 3.5 h (two reports) + 16.1 h = 21.6 h. 21.6 / 1,080 = 2 %.
        AssetRate rate =
                rates(
                                Optional.empty(),
                                fault("a", EAST, "2026-03-31T20:00", "2026-04-01T02:00"),
                                fault("b", EAST, "2026-04-10T08:00", "2026-04-10T10:00"),
                                fault("c", EAST, "2026-04-10T09:00", "2026-04-10T11:30"),
                                fault("d", WEST, "2026-04-20T07:54", "2026-04-21T00:00"))
                        .failures(Method.OUT_OF_SERVICE_HOURS, lifts(), APRIL, LATER);
        assertThat(rate.numerator()).isEqualTo(Rational.parse("21.6"));
        assertThat(rate.denominator()).isEqualTo(Rational.of(1080, 1));
        assertThat(rate.value()).contains(Rational.of(2, 100));
        assertThat(rate.rows())
                .extracting(row -> row.equipment() + " " + row.part() + " " + row.references())
                .containsExactly("lift_1 11/2 [a, b, c]", "lift_2 161/10 [d]");
    }

    @Test
    void theOtherReadingCountsFaultsByTheirBeginning() {
        AssetRate rate =
                rates(
                                Optional.empty(),
                                fault("a", EAST, "2026-03-31T20:00", "2026-04-01T02:00"),
                                fault("b", EAST, "2026-04-10T08:00", "2026-04-10T10:00"),
                                fault("c", EAST, "2026-04-10T09:00", "2026-04-10T11:30"),
                                fault("d", WEST, "2026-04-30T23:59", ""),
                                fault("e", WEST, "2026-05-01T00:00", ""))
                        .failures(Method.FAULTS_PER_DAY, lifts(), APRIL, LATER);
        assertThat(rate.value()).contains(Rational.of(2, 45));
        assertThat(rate.rows().get(0).references()).containsExactly("b", "c");
    }

    @Test
    void onlyScheduledHoursCountAboveAndBelowTheLine() {
        Shift open =
                new Shift(
                        "open",
                        new Label("运行", "Running"),
                        LocalTime.of(6, 0),
                        Duration.ofHours(20),
                        Shift.days("1;2;3;4;5;6;7"));
        // Scheduled 06:00 to 02:00: April holds 0-2 h of the 1st, 29 x 20 h and 18 h of the 30th.
        AssetRate rate =
                rates(
                                Optional.of(open),
                                fault("night", EAST, "2026-04-02T02:00", "2026-04-02T06:00"),
                                fault("late", EAST, "2026-04-03T01:00", "2026-04-03T07:00"))
                        .failures(
                                Method.OUT_OF_SERVICE_HOURS,
                                List.of(lift(EAST, "2020-01-01", "")),
                                APRIL,
                                LATER);
        assertThat(rate.denominator()).isEqualTo(Rational.of(600, 1));
        assertThat(rate.numerator()).isEqualTo(Rational.of(2, 1));
    }

    @ParameterizedTest(name = "{0} in {1}: {2} h")
    @CsvSource(
            textBlock =
                    """
                    2024-02, Asia/Shanghai,    696
                    2026-02, Asia/Shanghai,    672
                    2026-03, America/New_York, 743
                    2026-11, America/New_York, 721
                    """)
    void theHoursOfAMonthAreThoseOfItsClock(YearMonth month, ZoneId zone, long hours) {
        AssetRate rate =
                new AssetRates(new DowntimeLog(List.of()), zone, RunningHours.ALWAYS)
                        .failures(
                                Method.OUT_OF_SERVICE_HOURS,
                                List.of(lift(EAST, "2020-01-01", "")),
                                DateRange.of(month),
                                LATER);
        assertThat(rate.denominator()).isEqualTo(Rational.of(hours, 1));
        assertThat(rate.value()).contains(Rational.ZERO);
    }

    @Test
    void aMonthThatIsNotOverIsMeasuredUpToTheHorizon() {
        AssetRates rates = rates(Optional.empty(), fault("a", EAST, "2026-04-02T00:00", ""));
        List<Equipment> one = List.of(lift(EAST, "2020-01-01", ""));
        Instant noon = at("2026-04-02T12:00");
        assertThat(rates.failures(Method.OUT_OF_SERVICE_HOURS, one, APRIL, noon).value())
                .contains(Rational.of(12, 36));
        assertThat(rates.failures(Method.FAULTS_PER_DAY, one, APRIL, noon).value())
                .contains(Rational.of(1, 2));
        Instant before = at("2026-04-01T00:00");
        assertThat(rates.failures(Method.OUT_OF_SERVICE_HOURS, one, APRIL, before).value())
                .isEmpty();
    }

    @Test
    void noLiftIsNothingToMeasure() {
        AssetRates rates = rates(Optional.empty());
        for (Method method : Method.values()) {
            assertThat(
                            rates.failures(
                                            method,
                                            List.of(lift(EAST, "2026-05-01", "")),
                                            APRIL,
                                            LATER)
                                    .value())
                    .isEmpty();
        }
        assertThat(rates.intact(List.of(), LATER).value()).isEmpty();
    }

    @Test
    void plannedUpkeepIsNoFailure() {
        Downtime upkeep =
                new Downtime(
                        "u",
                        EAST,
                        Downtime.Cause.PLANNED,
                        at("2026-04-02T00:00"),
                        Optional.of(at("2026-04-03T00:00")));
        AssetRates rates = rates(Optional.empty(), upkeep);
        assertThat(rates.failures(Method.OUT_OF_SERVICE_HOURS, lifts(), APRIL, LATER).numerator())
                .isEqualTo(Rational.ZERO);
        assertThat(rates.intact(lifts(), at("2026-04-02T12:00")).value()).contains(Rational.ONE);
    }

    @Test
    void intactIsWhatIsInUseAndNotFailed() {
        AssetRates rates =
                rates(Optional.empty(), fault("a", EAST, "2026-04-20T08:00", "2026-04-20T10:00"));
        assertThat(rates.intact(lifts(), at("2026-04-20T07:59")).value()).contains(Rational.ONE);
        assertThat(rates.intact(lifts(), at("2026-04-20T08:00")).value())
                .contains(Rational.of(1, 2));
        assertThat(rates.intact(lifts(), at("2026-04-20T08:00")).rows().get(0).references())
                .containsExactly("a");
        assertThat(rates.intact(lifts(), at("2026-04-20T10:00")).value()).contains(Rational.ONE);
        assertThat(rates.intact(lifts(), at("2026-04-15T08:00")).rows()).hasSize(1);
    }

    @Test
    void reportsAreKeptOnceAndEndOnce() {
        EquipmentRegister register = register(lift(EAST, "2024-01-15", "2026-03-01"));
        DowntimeLog none = new DowntimeLog(List.of());
        Downtime open = fault("a", EAST, "2026-02-28T23:00", "");
        DowntimeLog log = yes(none.report(open, register, SHANGHAI));
        assertThat(yes(log.report(open, register, SHANGHAI))).isEqualTo(log);
        assertThat(no(log.report(fault("a", EAST, "2026-02-28T22:00", ""), register, SHANGHAI)))
                .containsExactly("equipment-downtime-exists");
        assertThat(no(none.report(fault("b", EAST, "2026-03-01T00:00", ""), register, SHANGHAI)))
                .containsExactly("equipment-retired");
        assertThat(no(log.end("x", LATER))).containsExactly("equipment-downtime-unknown");
        assertThat(no(log.end("a", at("2026-02-28T23:00"))))
                .containsExactly("equipment-downtime-runs-backwards");
        DowntimeLog ended = yes(log.end("a", at("2026-03-01T01:00")));
        assertThat(yes(ended.end("a", at("2026-03-01T01:00")))).isEqualTo(ended);
        assertThat(no(ended.end("a", LATER))).containsExactly("equipment-downtime-ended");
        assertThatIllegalArgumentException().isThrownBy(() -> new DowntimeLog(List.of(open, open)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fault("z", EAST, "2026-02-28T23:00", "2026-02-28T23:00"));
    }

    @Test
    void newRunningHoursHoldFromTheirDayAndTheNightDoesNotCount() {
        // to 15 April around the clock, from the 16th 06:00 to 22:00: 360 h + 15 x 16 h = 600 h
        Shift day =
                new Shift(
                        "running",
                        new Label("运行", "running"),
                        LocalTime.of(6, 0),
                        Duration.ofHours(16),
                        EnumSet.allOf(DayOfWeek.class));
        RunningHours hours =
                new RunningHours(
                        List.of(new RunningHours.Row(EAST, day("2026-04-16"), Optional.of(day))));
        DowntimeLog log =
                new DowntimeLog(
                        List.of(
                                fault("a", EAST, "2026-04-10T22:00", "2026-04-11T02:00"),
                                fault("b", EAST, "2026-04-20T20:00", "2026-04-21T07:00")));
        AssetRate rate =
                new AssetRates(log, SHANGHAI, hours)
                        .failures(
                                Method.OUT_OF_SERVICE_HOURS,
                                List.of(lift(EAST, "2020-01-01", "")),
                                APRIL,
                                LATER);
        assertThat(rate.denominator()).isEqualTo(Rational.of(600, 1));
        assertThat(rate.numerator()).isEqualTo(Rational.of(4 + 2 + 1, 1));
    }

    private static List<Equipment> lifts() {
        return List.of(lift(WEST, "2026-04-16", ""), lift(EAST, "2020-01-01", ""));
    }

    private static AssetRates rates(Optional<Shift> running, Downtime... reports) {
        List<RunningHours.Row> rows =
                List.of(
                        new RunningHours.Row(EAST, day("2020-01-01"), running),
                        new RunningHours.Row(WEST, day("2020-01-01"), running));
        return new AssetRates(new DowntimeLog(List.of(reports)), SHANGHAI, new RunningHours(rows));
    }

    @Test
    void aLiftRetiredInsideTheMonthCountsUntilThen() {
        AssetRate rate =
                rates(Optional.empty(), fault("a", EAST, "2026-04-10T12:00", ""))
                        .failures(
                                Method.OUT_OF_SERVICE_HOURS,
                                List.of(lift(EAST, "2020-01-01", day("2026-04-11").toString())),
                                APRIL,
                                LATER);
        assertThat(rate.value()).contains(Rational.of(12, 240));
    }
}
