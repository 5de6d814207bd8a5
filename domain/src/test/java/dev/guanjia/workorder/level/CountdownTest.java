package dev.guanjia.workorder.level;

import static dev.guanjia.workorder.level.Clocks.at;
import static dev.guanjia.workorder.level.Clocks.clock;
import static dev.guanjia.workorder.level.Clocks.ended;
import static dev.guanjia.workorder.level.Clocks.paused;
import static dev.guanjia.workorder.level.Clocks.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.DueTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountdownTest {

    private static final String NINE = "2024-03-04T09:00";

    /** Office 9 to 18, worked out by hand on the notices of 2023 to 2024. */
    @ParameterizedTest(name = "{4}")
    @CsvSource(
            textBlock =
                    """
                    WORKING, 2024-09-27T17:00, PT2H,  2024-09-29T10:00, Friday and the Sunday worked in exchange
                    WORKING, 2024-09-29T09:00, PT18H, 2024-09-30T18:00, that Sunday is a whole day
                    WORKING, 2024-09-30T17:30, PT1H,  2024-10-08T09:30, over the National Day week
                    WORKING, 2024-10-07T12:00, PT30M, 2024-10-08T09:30, received on the holiday
                    WORKING, 2024-10-11T17:00, PT10H, 2024-10-12T18:00, the Saturday worked in exchange
                    WORKING, 2024-10-12T18:00, PT1H,  2024-10-14T10:00, its closing leads to Monday
                    WORKING, 2024-02-09T17:00, PT2H,  2024-02-18T10:00, over Spring Festival
                    WORKING, 2024-05-31T17:00, PT2H,  2024-06-03T10:00, over the end of a month
                    WORKING, 2023-12-29T17:59, PT2M,  2024-01-02T09:01, over the end of a year
                    WORKING, 2024-02-29T17:30, PT1H,  2024-03-01T09:30, from a leap day
                    ELAPSED, 2024-09-30T23:30, PT24H, 2024-10-01T23:30, an emergency knows no holiday
                    ELAPSED, 2024-12-31T23:59, PT15M, 2025-01-01T00:14, nor New Year
                    SHIFT,   2024-10-01T12:00, PT8H,  2024-10-02T06:00, the night shift of the holiday
                    SHIFT,   2024-10-02T03:00, PT4H,  2024-10-02T23:00, the rest in the next night
                    """)
    void dueTimes(
            ServiceClock clock, String received, String target, LocalDateTime due, String why) {
        Countdown countdown = started(clock, target, received);
        assertThat(countdown.dueAt(clock(countdown))).as(why).contains(at(due.toString()));
        DueTime explained = countdown.dueTime(clock(countdown)).orElseThrow();
        assertThat(explained.counted()).as(why).isEqualTo(Duration.parse(target));
    }

    @ParameterizedTest(name = "{5}")
    @CsvSource(
            textBlock =
                    """
                    WORKING, 2024-03-04T09:00, PT4H, 2024-03-04T10:00/2024-03-04T11:30, 2024-03-04T14:30, an hour and a half
                    WORKING, 2024-03-04T16:00, PT4H, 2024-03-04T20:00/2024-03-05T07:00, 2024-03-05T11:00, outside the hours it moves nothing
                    WORKING, 2024-03-04T16:00, PT4H, 2024-03-04T17:00/2024-03-05T10:00, 2024-03-05T13:00, across a night
                    WORKING, 2024-03-01T16:00, PT4H, 2024-03-01T17:00/2024-03-04T09:30, 2024-03-04T12:30, across a weekend
                    WORKING, 2024-09-30T16:00, PT4H, 2024-09-30T17:00/2024-10-08T10:00, 2024-10-08T13:00, across the National Day week
                    WORKING, 2024-03-04T09:00, PT4H, 2024-03-04T10:00/2024-03-04T11:00;2024-03-04T11:00/2024-03-04T12:00, 2024-03-04T15:00, two that touch
                    WORKING, 2024-03-04T09:00, PT4H, 2024-03-04T10:00/2024-03-04T10:30;2024-03-04T13:00/2024-03-04T14:00, 2024-03-04T14:30, the first makes room for the second
                    WORKING, 2024-03-04T09:00, PT4H, 2024-03-04T10:00/2024-03-04T10:00, 2024-03-04T13:00, a pause of no length
                    WORKING, 2024-03-04T09:00, PT1H, 2024-03-04T10:00/2024-03-04T12:00, 2024-03-04T10:00, what has run out cannot be stopped
                    WORKING, 2024-03-04T09:00, PT4H, 2024-03-04T10:00,                  ,                 while it is open nobody knows
                    WORKING, 2024-03-04T09:00, PT1H, 2024-03-04T11:00,                  2024-03-04T10:00, but what had run out stays so
                    ELAPSED, 2024-03-04T20:00, PT4H, 2024-03-04T21:00/2024-03-04T23:00, 2024-03-05T02:00, all time counts and all time pauses
                    SHIFT,   2024-03-04T20:00, PT4H, 2024-03-04T21:00/2024-03-04T23:00, 2024-03-05T03:00, of the shift only one hour
                    """)
    void pausesMoveTheDueTimeByTheirWorkingTime(
            ServiceClock clock,
            String received,
            String target,
            String pauses,
            LocalDateTime due,
            String why) {
        Countdown countdown = paused(started(clock, target, received), pauses);
        assertThat(countdown.dueAt(clock(countdown)).orElse(null))
                .as(why)
                .isEqualTo(due == null ? null : at(due.toString()));
    }

    @Test
    void theStepsSayWhatWasPaused() {
        Countdown countdown =
                paused(
                        started(ServiceClock.WORKING, "PT4H", "2024-09-30T16:00"),
                        "2024-09-30T17:00/2024-10-08T10:00");
        assertThat(print(countdown.dueTime(clock(countdown)).orElseThrow()))
                .isEqualTo(
                        """
                        09-30T16:00 COUNTED
                        09-30T17:00 PAUSED
                        09-30T18:00 OFFICE_CLOSED
                        10-01T00:00 HOLIDAY
                        10-08T00:00 OFFICE_CLOSED
                        10-08T09:00 PAUSED
                        10-08T10:00 COUNTED
                        10-08T13:00 due""");
    }

    private static String print(DueTime due) {
        String steps =
                due.steps().stream()
                        .map(step -> local(step.from()) + " " + step.reason() + "\n")
                        .collect(Collectors.joining());
        return steps + local(due.due()) + " due";
    }

    private static String local(Instant at) {
        return at.atZone(Clocks.SHANGHAI).toLocalDateTime().toString().substring(5);
    }

    @Test
    void theTimeSinceReceptionGoesSomewhere() {
        Countdown countdown =
                paused(
                        started(ServiceClock.WORKING, "PT40H", "2024-03-04T16:00"),
                        "2024-03-04T17:00/2024-03-05T10:00");
        Spent spent = countdown.spent(clock(countdown), at("2024-03-05T12:00")).orElseThrow();
        assertThat(spent)
                .isEqualTo(
                        new Spent(Duration.ofHours(3), Duration.ofHours(2), Duration.ofHours(15)));
        Countdown ended = ended(countdown, at("2024-03-05T12:00"));
        assertThat(ended.spent(clock(ended), at("2024-04-05T12:00"))).contains(spent);
        assertThat(countdown.spent(clock(countdown), at("2030-01-01T00:00"))).isEmpty();
    }

    @Test
    void aPauseEndsWithTheGoal() {
        Countdown open = paused(started(ServiceClock.WORKING, "PT4H", NINE), "2024-03-04T10:00");
        Countdown ended = ended(open, at("2024-03-04T12:00"));
        assertThat(ended.pauses()).extracting(Pause::to).containsExactly(at("2024-03-04T12:00"));
        assertThat(ended.endedAt()).isEqualTo(at("2024-03-04T12:00"));
    }

    @Test
    void whatHappenedOutOfOrderCannotExist() {
        ServiceLevel level = Clocks.level(ServiceClock.WORKING, "PT4H");
        Instant ten = at("2024-03-04T10:00");
        Instant eleven = at("2024-03-04T11:00");
        List<Pause> open = List.of(new Pause(ten, null, "parts"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Countdown(level, eleven, open, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Countdown(level, ten, open, eleven));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pause(eleven, ten, "parts"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Pause(ten, null, ""));
    }
}
