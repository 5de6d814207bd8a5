package dev.guanjia.workorder.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New York: on 2026-03-08 two o'clock is three, on 2026-11-01 two o'clock is one again. */
class DaylightSavingTest {

    /** Worked out by hand: office 9 to 18, a night shift of eight hours from 22. */
    @ParameterizedTest(name = "{6}")
    @CsvSource(
            textBlock =
                    """
                    SHIFT,   2026-03-07T22:00, PT6H,  2026-03-08T01:00, 2026-03-08T04:00, 2026-03-08T07:00, from one to four are two hours
                    SHIFT,   2026-10-31T22:00, PT4H,  2026-11-01T00:00, 2026-11-01T03:00, 2026-11-01T05:00, from twelve to three are four hours
                    SHIFT,   2026-10-31T22:00, PT5H,  2026-11-01T01:30, 2026-11-01T02:30, 2026-11-01T04:00, from the first half past one it is two hours
                    SHIFT,   2026-10-31T22:00, PT6H,  2026-11-01T04:00, 2026-11-01T23:00, 2026-11-01T03:00, of the hour that comes twice both count
                    ELAPSED, 2026-03-07T20:00, PT12H, 2026-03-08T01:30, 2026-03-08T03:30, 2026-03-08T10:00, two hours on the clock are one
                    ELAPSED, 2026-10-31T20:00, PT12H, 2026-11-01T00:30, 2026-11-01T02:30, 2026-11-01T10:00, two hours on the clock are three
                    ELAPSED, 2026-03-07T12:00, PT24H, 2026-03-07T12:00, 2026-03-07T12:00, 2026-03-08T13:00, a day is an hour short
                    ELAPSED, 2026-10-31T12:00, PT24H, 2026-10-31T12:00, 2026-10-31T12:00, 2026-11-01T11:00, a day is an hour long
                    WORKING, 2026-03-06T16:00, PT4H,  2026-03-06T17:00, 2026-03-09T10:00, 2026-03-09T13:00, an office sleeps over the change in spring
                    WORKING, 2026-10-30T16:00, PT4H,  2026-10-30T17:00, 2026-11-02T10:00, 2026-11-02T13:00, and in autumn
                    """)
    void pausesOverTheChangeOfTheClocks(
            ServiceClock counts,
            LocalDateTime received,
            String target,
            LocalDateTime from,
            LocalDateTime to,
            LocalDateTime due,
            String why) {
        Countdown started =
                new Countdown(Clocks.level(counts, target), at(received), List.of(), null);
        Countdown paused = Clocks.paused(started, at(from), at(to));
        WorkingTime clock = Clocks.AMERICAN.clock(started.level());
        assertThat(paused.dueAt(clock)).as(why).contains(at(due));
        Spent spent = paused.spent(clock, at(due)).orElseThrow();
        assertThat(spent.active()).as(why).isEqualTo(Duration.parse(target));
        assertThat(spent.active().plus(spent.paused()).plus(spent.outside()))
                .as(why)
                .isEqualTo(Duration.between(at(received), at(due)));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(Clocks.NEW_YORK).toInstant();
    }
}
