package dev.guanjia.workorder.level;

import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.reasons;
import static dev.guanjia.workorder.WorkOrders.refused;
import static dev.guanjia.workorder.level.Clocks.at;
import static dev.guanjia.workorder.level.Clocks.clock;
import static dev.guanjia.workorder.level.Clocks.ended;
import static dev.guanjia.workorder.level.Clocks.paused;
import static dev.guanjia.workorder.level.Clocks.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.money.Rational;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitJudgeTest {

    /** Near after three hours of four, a superior every hour after the breach. */
    private static final Ladder LADDER = ladder("3/4", null, 2);

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            textBlock =
                    """
                    ,                                  2024-03-01T17:00, IN_TIME,     2024-03-01T16:00, Friday at four
                    ,                                  2024-03-03T12:00, IN_TIME,     2024-03-01T16:00, over the weekend
                    ,                                  2024-03-04T09:59, IN_TIME,     2024-03-01T16:00, a minute before
                    ,                                  2024-03-04T10:00, NEAR_BREACH, 2024-03-04T10:00, three of four hours
                    ,                                  2024-03-04T11:00, NEAR_BREACH, 2024-03-04T10:00, the due time is in time
                    ,                                  2024-03-04T11:01, BREACHED,    2024-03-04T11:00, a minute later not
                    2024-03-01T17:00,                  2024-03-04T12:00, PAUSED,      2024-03-01T17:00, stopped is not judged
                    2024-03-01T17:00,                  2024-03-01T16:30, IN_TIME,     2024-03-01T16:00, before it was stopped
                    2024-03-01T17:00/2024-03-04T10:00, 2024-03-04T10:00, IN_TIME,     2024-03-04T10:00, running again
                    2024-03-04T10:30/2024-03-04T10:40, 2024-03-04T10:50, NEAR_BREACH, 2024-03-04T10:40, near before and after
                    2024-03-04T12:00,                  2024-03-04T13:00, BREACHED,    2024-03-04T11:00, too late to stop
                    """)
    void theStandingAtAnInstant(
            String pauses, String asOf, LevelState state, String since, String why) {
        Countdown countdown =
                paused(started(ServiceClock.WORKING, "PT4H", "2024-03-01T16:00"), pauses);
        assertThat(accepted(judge(countdown, LADDER).standing(at(asOf))))
                .as(why)
                .isEqualTo(new Standing(state, at(since)));
    }

    @Test
    void whatEndedIsMetOrBreachedForGood() {
        Countdown countdown = started(ServiceClock.WORKING, "PT4H", "2024-03-01T16:00");
        Countdown met = ended(countdown, at("2024-03-04T11:00"));
        assertThat(accepted(judge(met, LADDER).standing(at("2024-05-01T12:00"))))
                .isEqualTo(new Standing(LevelState.MET, at("2024-03-04T11:00")));
        assertThat(accepted(judge(met, LADDER).standing(at("2024-03-04T10:59"))).state())
                .isEqualTo(LevelState.NEAR_BREACH);
        Countdown late = ended(countdown, at("2024-03-04T11:01"));
        assertThat(accepted(judge(late, LADDER).standing(at("2024-05-01T12:00"))))
                .isEqualTo(new Standing(LevelState.BREACHED, at("2024-03-04T11:00")));
        assertThat(Standing.unlimited(at("2024-03-04T11:00")).state())
                .isEqualTo(LevelState.NO_LIMIT);
    }

    @Test
    void theClockBringsNearnessBreachAndEscalation() {
        Countdown countdown = started(ServiceClock.WORKING, "PT4H", "2024-03-01T16:00");
        assertThat(events(countdown, LADDER, "2024-03-05T12:00"))
                .isEqualTo(
                        """
                        NEAR_BREACH 0 03-04T10:00
                        BREACHED 0 03-04T11:00
                        BREACHED 1 03-04T12:00
                        BREACHED 2 03-04T13:00""");
        assertThat(events(countdown, LADDER, "2024-03-04T12:00"))
                .isEqualTo(
                        """
                        NEAR_BREACH 0 03-04T10:00
                        BREACHED 0 03-04T11:00""");
        Countdown stopped = paused(countdown, "2024-03-04T11:30/2024-03-05T09:30");
        assertThat(events(stopped, LADDER, "2024-03-06T12:00"))
                .isEqualTo(
                        """
                        NEAR_BREACH 0 03-04T10:00
                        BREACHED 0 03-04T11:00
                        BREACHED 1 03-05T10:00
                        BREACHED 2 03-05T11:00""");
        Countdown ended = ended(countdown, at("2024-03-04T10:30"));
        assertThat(events(ended, LADDER, "2024-03-06T12:00"))
                .isEqualTo("NEAR_BREACH 0 03-04T10:00");
        assertThat(events(countdown, null, "2024-03-06T12:00")).isEqualTo("BREACHED 0 03-04T11:00");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    1/2, -,    03-04T09:00, half of it
                    -,   PT1H, 03-04T10:00, an hour left
                    1/2, PT1H, 03-04T09:00, the earlier of both
                    3/4, PT2H, 03-04T09:00, the earlier of both again
                    -,   PT8H, 03-01T16:00, more than there is is near at once
                    -,   -,    -,           without a setting it is never near
                    """)
    void nearIsAShareOrATimeLeft(
            @Nullable String share, @Nullable String remaining, @Nullable String at, String why) {
        Countdown countdown = started(ServiceClock.WORKING, "PT4H", "2024-03-01T16:00");
        Ladder ladder = ladder(share, remaining == null ? null : Duration.parse(remaining), 0);
        String near = at == null ? "" : "NEAR_BREACH 0 " + at;
        // Half of four hours is Friday's closing, the last instant before Monday's opening.
        assertThat(events(countdown, ladder, "2024-03-04T10:30"))
                .as(why)
                .isEqualTo(near.replace("03-04T09:00", "03-01T18:00"));
    }

    @Test
    void eachLevelTellsTheNextSuperiorAndNobodyLower() {
        PostCatalogue posts = PostCatalogue.load();
        PostKey post =
                posts.all().stream()
                        .map(row -> row.key())
                        .filter(key -> posts.superiors(key).size() == 2)
                        .findFirst()
                        .orElseThrow();
        List<PostKey> superiors = posts.superiors(post);
        assertThat(List.of(0, 1, 2, 3, 9))
                .extracting(level -> event(level).recipient(post, posts))
                .containsExactly(
                        post,
                        superiors.get(0),
                        superiors.get(1),
                        superiors.get(1),
                        superiors.get(1));
        assertThat(event(3).recipient(superiors.get(1), posts)).isEqualTo(superiors.get(1));
    }

    @Test
    void beforeReceptionNothingIsJudged() {
        LimitJudge judge = judge(started(ServiceClock.WORKING, "PT4H", "2026-12-31T09:00"), LADDER);
        var early = judge.standing(at("2026-12-31T08:59"));
        assertThat(refused(early)).containsExactly(LevelRefusal.CLOCK_BACKWARDS);
        assertThat(reasons(early).get(0).facts()).containsEntry("field", "asOf");
    }

    @Test
    void aLadderLeadsSomewhere() {
        assertThatIllegalArgumentException().isThrownBy(() -> ladder("1", null, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ladder("0", null, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ladder(null, Duration.ZERO, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> ladder(null, null, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Ladder(
                                        LADDER.matter(),
                                        LADDER.goal(),
                                        null,
                                        null,
                                        Duration.ZERO,
                                        1,
                                        LADDER.from()));
    }

    private static LevelEvent event(int level) {
        return new LevelEvent(LevelState.BREACHED, level, at("2024-03-04T11:00"));
    }

    private static LimitJudge judge(Countdown countdown, @Nullable Ladder ladder) {
        return new LimitJudge(countdown, clock(countdown), ladder);
    }

    private static Ladder ladder(@Nullable String share, @Nullable Duration remaining, int levels) {
        String[] parts = share == null ? new String[] {"1"} : share.split("/");
        Rational rational =
                Rational.of(
                        Long.parseLong(parts[0]), parts.length > 1 ? Long.parseLong(parts[1]) : 1);
        return new Ladder(
                Matter.of(WorkOrderKind.COMPLAINT),
                ServiceGoal.RESOLUTION,
                share == null ? null : rational,
                remaining,
                Duration.ofHours(1),
                levels,
                LocalDate.of(2020, 1, 1));
    }

    private static String events(Countdown countdown, @Nullable Ladder ladder, String asOf) {
        return accepted(judge(countdown, ladder).events(at(asOf))).stream()
                .map(
                        event ->
                                event.state()
                                        + " "
                                        + event.level()
                                        + " "
                                        + event.at()
                                                .atZone(Clocks.SHANGHAI)
                                                .toLocalDateTime()
                                                .toString()
                                                .substring(5))
                .collect(Collectors.joining("\n"));
    }
}
