package dev.guanjia.workorder.level;

import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.level.Clocks.at;
import static dev.guanjia.workorder.level.Clocks.clock;
import static dev.guanjia.workorder.level.Clocks.paused;
import static dev.guanjia.workorder.level.Clocks.started;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.BusinessHours;
import dev.guanjia.calendar.CalendarYear;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.decision.Language;
import dev.guanjia.money.Rational;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known on the last day of the calendar, 2026-12-31, a Thursday, and after it. */
class UnknownDueTest {

    /** Office 9 to 18; the calendar ends at midnight. */
    @ParameterizedTest(name = "{4}")
    @CsvSource(
            textBlock =
                    """
                    2026-12-31T16:00,,                                                                   2026-12-31T17:00, IN_TIME,     Thursday afternoon
                    2026-12-31T16:00,,                                                                   2027-01-01T00:00, IN_TIME,     to the last midnight it cannot have run out
                    2026-12-31T16:00,,                                                                   2027-01-01T00:01, UNKNOWN,     a minute later it may have
                    2026-12-31T16:00,,                                                                   2027-06-01T12:00, UNKNOWN,     and half a year later
                    2026-12-31T10:00,,                                                                   2027-06-01T12:00, BREACHED,    what ran out before stays known
                    2026-12-31T16:00, 2026-12-31T17:00,                                                 2027-06-01T12:00, PAUSED,      stopped in time is stopped
                    2026-12-31T10:00, 2026-12-31T17:00,                                                 2027-06-01T12:00, BREACHED,    stopped too late is late
                    2026-12-31T16:00, 2026-12-31T17:00/2027-01-04T10:00,                                2027-01-04T10:00, IN_TIME,     the pause counts nothing
                    2026-12-31T16:00, 2026-12-31T17:00/2027-01-04T10:00,                                2027-01-04T10:01, UNKNOWN,     then it runs on as nobody knows
                    2026-12-31T16:00, 2026-12-31T17:00/2027-01-04T10:00;2027-01-04T10:00/2027-01-05T10:00, 2027-01-05T09:00, PAUSED,   stopped again at once
                    2026-12-31T16:00, 2027-01-04T10:00,                                                 2027-01-05T10:00, UNKNOWN,     perhaps it was stopped too late
                    2027-01-04T10:00,,                                                                   2027-01-04T10:00, IN_TIME,     received after the end
                    2027-01-04T10:00,,                                                                   2027-01-04T10:01, UNKNOWN,     nothing is known of it
                    """)
    void whatIsKnownIsAnswered(
            String received, @Nullable String pauses, String asOf, LevelState state, String why) {
        Countdown countdown = paused(started(ServiceClock.WORKING, "PT4H", received), pauses);
        LimitJudge judge = new LimitJudge(countdown, clock(countdown), null);
        Standing standing = accepted(judge.standing(at(asOf)));
        assertThat(standing.state()).as(why).isEqualTo(state);
        assertThat(standing.since()).isBeforeOrEqualTo(at(asOf));
        Due due = countdown.due(clock(countdown));
        boolean now =
                countdown.pauses().stream().allMatch(pause -> !pause.from().isAfter(at(asOf)));
        if (now && state != LevelState.PAUSED) {
            assertThat(due.timeliness(null, at(asOf))).as(why).isEqualTo(standing.timeliness());
        }
    }

    @Test
    void aPauseOverTheEndOfTheYearMakesTheDueTimeUnknown() {
        Countdown countdown = started(ServiceClock.WORKING, "PT4H", "2026-12-31T10:00");
        assertThat(countdown.due(clock(countdown)).dueAt()).contains(at("2026-12-31T14:00"));
        Countdown put = paused(countdown, "2026-12-31T11:00");
        assertThat(put.due(clock(put)))
                .isEqualTo(new Due.Paused(put.level().id(), at("2026-12-31T11:00")));
        Countdown on = paused(countdown, "2026-12-31T11:00/2027-01-04T10:00");
        Due.Unknown due = (Due.Unknown) on.due(clock(on));
        assertThat(due.after()).isEqualTo(at("2027-01-04T10:00"));
        assertThat(due.reason().code()).isEqualTo(LevelRefusal.DUE_BEYOND_CALENDAR);
        assertThat(Explanation.of(on, clock(on), Language.EN))
                .isEqualTo(
                        "received Thursday 10:00, paused Thursday 11:00 to Monday 10:00"
                                + " (waiting for parts), 4 h target → not known yet, for it lies"
                                + " outside the days whose holidays are known:"
                                + " 2007-01-01 to 2026-12-31");
        assertThat(Explanation.of(on, clock(on), Language.ZH_CN))
                .endsWith("→ 尚未确定，已超出节假日公布的范围（2007-01-01 to 2026-12-31）");
    }

    /** The three days off of New Year; Monday 4 January is worked. */
    @Test
    void withTheNextYearTheDueTimeIsFound() {
        CalendarYear next =
                new CalendarYear(
                        2027,
                        Set.of(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 4)),
                        Set.of(LocalDate.of(2027, 1, 3)));
        BusinessHours office = Clocks.OFFICE;
        WorkingTime time =
                WorkingTime.of(
                        new BusinessHours(
                                office.calendar().with(next),
                                office.zone(),
                                office.opens(),
                                office.closes()));
        Countdown countdown = started(ServiceClock.WORKING, "PT12H", "2026-12-31T16:00");
        assertThat(countdown.due(time).dueAt()).contains(at("2027-01-05T10:00"));
        Countdown put = paused(countdown, "2026-12-31T17:00/2027-01-03T10:00");
        assertThat(put.due(time).dueAt()).contains(at("2027-01-05T12:00"));
    }

    @Test
    void theEventsEndWithTheMomentFromWhichNothingIsKnown() {
        assertThat(events("2026-12-31T14:00", "2027-01-01T00:00"))
                .isEqualTo("NEAR_BREACH 0 2026-12-31T17:00; BREACHED 0 2026-12-31T18:00");
        assertThat(events("2026-12-31T14:00", "2027-02-01T00:00"))
                .isEqualTo(
                        "NEAR_BREACH 0 2026-12-31T17:00; BREACHED 0 2026-12-31T18:00;"
                                + " UNKNOWN 1 2027-01-01T00:00");
        assertThat(events("2026-12-31T16:00", "2027-02-01T00:00"))
                .isEqualTo("UNKNOWN 0 2027-01-01T00:00");
        assertThat(events("2026-12-30T14:00", "2027-02-01T00:00"))
                .endsWith("BREACHED 1 2026-12-31T10:00; BREACHED 2 2026-12-31T11:00");
    }

    private static String events(String received, String asOf) {
        Countdown countdown = started(ServiceClock.WORKING, "PT4H", received);
        Ladder ladder =
                new Ladder(
                        Matter.of(WorkOrderKind.COMPLAINT),
                        ServiceGoal.RESOLUTION,
                        Rational.of(3, 4),
                        null,
                        Duration.ofHours(1),
                        2,
                        LocalDate.of(2020, 1, 1));
        return accepted(new LimitJudge(countdown, clock(countdown), ladder).events(at(asOf)))
                .stream()
                .map(
                        event ->
                                event.state()
                                        + " "
                                        + event.level()
                                        + " "
                                        + event.at().atZone(Clocks.SHANGHAI).toLocalDateTime())
                .collect(Collectors.joining("; "));
    }
}
