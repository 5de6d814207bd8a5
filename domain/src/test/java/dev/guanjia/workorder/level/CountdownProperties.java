package dev.guanjia.workorder.level;

import static dev.guanjia.workorder.WorkOrders.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.DueTime;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.money.Rational;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every clock, whatever the hours and however often it was stopped. */
class CountdownProperties {

    private static final Ladder LADDER =
            new Ladder(
                    Matter.of(WorkOrderKind.COMPLAINT),
                    ServiceGoal.RESOLUTION,
                    Rational.of(3, 4),
                    null,
                    Duration.ofHours(2),
                    5,
                    LocalDate.of(2020, 1, 1));

    @Provide
    Arbitrary<Countdown> countdowns() {
        return Combinators.combine(
                        Arbitraries.of(ServiceClock.class),
                        Arbitraries.longs().between(1, 80L * 3600).map(Duration::ofSeconds),
                        instants())
                .as(
                        (clock, target, receivedAt) ->
                                new Countdown(
                                        Clocks.level(clock, target.toString()),
                                        receivedAt,
                                        List.of(),
                                        null));
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.oneOf(
                between("2022-01-01", "2024-12-01"),
                between("2024-03-07", "2024-03-11"),
                between("2024-10-31", "2024-11-04"));
    }

    /** Any second; some from the days around 10 March and 3 November 2024, when clocks change. */
    private static Arbitrary<Instant> between(String first, String end) {
        return Arbitraries.longs()
                .between(
                        Instant.parse(first + "T00:00:00Z").getEpochSecond(),
                        Instant.parse(end + "T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond)
                .withoutEdgeCases();
    }

    /** Where the clocks never change, and where they change twice a year. */
    @Provide
    Arbitrary<ServiceHours> hours() {
        return Arbitraries.of(Clocks.HOURS, Clocks.AMERICAN);
    }

    /** Gaps between stopping and starting, by turns; some are nothing. */
    @Provide
    Arbitrary<List<Integer>> gaps() {
        return Arbitraries.integers().between(0, 50 * 3600).list().ofMaxSize(8);
    }

    private static Countdown play(Countdown countdown, List<Integer> gaps) {
        Countdown now = countdown;
        Instant at = countdown.receivedAt();
        for (int i = 0; i < gaps.size(); i += 2) {
            Instant from = at.plusSeconds(gaps.get(i));
            at = i + 1 < gaps.size() ? from.plusSeconds(gaps.get(i + 1)) : from;
            now = Clocks.paused(now, from, i + 1 < gaps.size() ? at : null);
        }
        return now;
    }

    @Property
    void noTimeIsLost(
            @ForAll("hours") ServiceHours hours,
            @ForAll("countdowns") Countdown started,
            @ForAll("gaps") List<Integer> gaps,
            @ForAll("gaps") List<Integer> later) {
        Countdown countdown = play(started, gaps);
        long seconds = later.stream().mapToLong(Integer::longValue).sum();
        Instant asOf = started.receivedAt().plusSeconds(seconds);
        WorkingTime clock = hours.clock(countdown.level());
        Spent spent = countdown.spent(clock, asOf).orElseThrow();
        assertThat(spent.active().plus(spent.paused()).plus(spent.outside()))
                .isEqualTo(Duration.ofSeconds(seconds));
        assertThat(List.of(spent.active(), spent.paused(), spent.outside()))
                .noneMatch(Duration::isNegative);
        List<DueTime.Step> steps = countdown.steps(clock, asOf);
        assertThat(spent.paused()).isEqualTo(sum(steps, DueTime.Reason.PAUSED));
        assertThat(spent.active())
                .isEqualTo(
                        sum(steps, DueTime.Reason.COUNTED)
                                .plus(sum(steps, DueTime.Reason.MAKE_UP_DAY)));
    }

    private static Duration sum(List<DueTime.Step> steps, DueTime.Reason reason) {
        return steps.stream()
                .filter(step -> step.reason() == reason)
                .map(DueTime.Step::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Property
    void atTheDueTimeExactlyTheTargetWasActive(
            @ForAll("hours") ServiceHours hours,
            @ForAll("countdowns") Countdown started,
            @ForAll("gaps") List<Integer> gaps) {
        Countdown countdown = play(started, gaps);
        WorkingTime clock = hours.clock(countdown.level());
        countdown
                .dueAt(clock)
                .ifPresent(
                        due ->
                                assertThat(countdown.spent(clock, due).orElseThrow().active())
                                        .isEqualTo(started.level().target()));
        assertThat(countdown.dueAt(clock).isPresent() || gaps.size() % 2 == 1).isTrue();
    }

    @Property
    void aPauseMovesTheDueTimeByItsWorkingTime(
            @ForAll("hours") ServiceHours hours,
            @ForAll("countdowns") Countdown started,
            @ForAll("gaps") List<Integer> before,
            @ForAll("gaps") List<Integer> gap) {
        Countdown running = play(started, before.subList(0, before.size() / 2 * 2));
        WorkingTime clock = hours.clock(running.level());
        Instant due = running.dueAt(clock).orElseThrow();
        Instant last = last(running);
        int wait = gap.isEmpty() ? 0 : gap.get(0);
        int length = gap.size() < 2 ? 3600 : gap.get(1);
        Instant from = last.plusSeconds(wait);
        Instant to = from.plusSeconds(length);
        Countdown paused = Clocks.paused(running, from, to);
        Duration moved = clock.between(due, paused.dueAt(clock).orElseThrow()).orElseThrow();
        boolean inTime = from.isBefore(due);
        assertThat(moved).isEqualTo(inTime ? clock.between(from, to).orElseThrow() : Duration.ZERO);
    }

    private static Instant last(Countdown countdown) {
        List<Pause> pauses = countdown.pauses();
        return pauses.isEmpty()
                ? countdown.receivedAt()
                : pauses.get(pauses.size() - 1).until(Instant.MAX);
    }

    @Property
    void whatWasJudgedStays(
            @ForAll("hours") ServiceHours hours,
            @ForAll("countdowns") Countdown started,
            @ForAll("gaps") List<Integer> gaps,
            @ForAll("gaps") List<Integer> later) {
        Countdown then = play(started, gaps);
        Instant asOf =
                gaps.size() % 2 == 1 ? then.pauses().get(gaps.size() / 2).from() : last(then);
        Countdown now = play(started, join(gaps, later));
        WorkingTime clock = hours.clock(then.level());
        List<LevelEvent> told = accepted(new LimitJudge(then, clock, LADDER).events(asOf));
        List<LevelEvent> known =
                accepted(new LimitJudge(now, clock, LADDER).events(last(now, asOf)));
        assertThat(known.subList(0, told.size())).isEqualTo(told);
        assertThat(accepted(new LimitJudge(now, clock, LADDER).events(asOf))).isEqualTo(told);
        assertThat(known).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(known.stream().map(LevelEvent::level).toList()).isSorted();
    }

    private static Instant last(Countdown countdown, Instant asOf) {
        return countdown.pauses().stream()
                .map(Pause::from)
                .reduce(asOf, (one, two) -> one.isAfter(two) ? one : two);
    }

    private static List<Integer> join(List<Integer> gaps, List<Integer> later) {
        List<Integer> all = new java.util.ArrayList<>(gaps);
        all.addAll(later);
        return all;
    }

    @Property
    void theStandingAgreesWithTheDueTime(
            @ForAll("hours") ServiceHours hours,
            @ForAll("countdowns") Countdown started,
            @ForAll("gaps") List<Integer> gaps,
            @ForAll("gaps") List<Integer> later) {
        Countdown countdown = play(started, gaps);
        WorkingTime clock = hours.clock(countdown.level());
        long seconds = later.stream().mapToLong(Integer::longValue).sum();
        Instant asOf = started.receivedAt().plusSeconds(seconds);
        Standing standing = accepted(new LimitJudge(countdown, clock, LADDER).standing(asOf));
        boolean late = countdown.dueAt(clock).filter(asOf::isAfter).isPresent();
        assertThat(standing.state() == LevelState.BREACHED).isEqualTo(late);
        boolean still = countdown.pauses().stream().anyMatch(pause -> pause.contains(asOf));
        assertThat(standing.state() == LevelState.PAUSED).isEqualTo(still && !late);
        assertThat(standing.since()).isBeforeOrEqualTo(asOf);
    }
}
