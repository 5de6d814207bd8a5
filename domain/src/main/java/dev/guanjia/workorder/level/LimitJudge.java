package dev.guanjia.workorder.level;

import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Judges a running clock. What is judged at an instant does not change by what happens later.
 *
 * @param countdown the clock of one limit
 * @param clock what counts
 * @param ladder when it is near and who is told; null when the company set nothing
 */
public record LimitJudge(Countdown countdown, WorkingTime clock, @Nullable Ladder ladder) {

    /**
     * How the matter stands.
     *
     * @param asOf the instant of judgement
     * @return the state and since when it holds; what became known by then stays known when the
     *     calendar ends, and what did not is {@code UNKNOWN}; or refused with {@code
     *     CLOCK_BACKWARDS}
     */
    public Decision<Standing> standing(Instant asOf) {
        Optional<Refusal> refusal = refusal(asOf);
        return refusal.isPresent()
                ? Decision.refuse(List.of(refusal.get()))
                : Decision.accept(judge(asOf));
    }

    private Standing judge(Instant asOf) {
        Instant endedAt = countdown.endedAt();
        Instant decisive = countdown.decisive(asOf);
        Optional<Instant> breach = passed(countdown.level().target(), decisive);
        if (breach.isPresent()) {
            return new Standing(LevelState.BREACHED, breach.get());
        }
        Instant known = countdown.knownUntil(clock);
        if (decisive.isAfter(known)) {
            return new Standing(LevelState.UNKNOWN, known);
        }
        if (endedAt != null && !endedAt.isAfter(asOf)) {
            return new Standing(LevelState.MET, endedAt);
        }
        Instant running = countdown.receivedAt();
        for (Pause pause : countdown.pauses()) {
            if (pause.contains(asOf)) {
                return new Standing(LevelState.PAUSED, pause.from());
            }
            Instant resumed = pause.until(Instant.MAX);
            running = resumed.isAfter(asOf) ? running : resumed;
        }
        Optional<Instant> near = near(asOf);
        if (near.isEmpty()) {
            return new Standing(LevelState.IN_TIME, running);
        }
        Instant since = near.get().isAfter(running) ? near.get() : running;
        return new Standing(LevelState.NEAR_BREACH, since);
    }

    /**
     * What the clock has brought about.
     *
     * @param asOf the instant up to which it is asked
     * @return near breach, breach and one event per superior, in order, and at last from when on it
     *     is not known whether there are more; asked later, there may be more, never others; or
     *     refused as {@link #standing}
     */
    public Decision<List<LevelEvent>> events(Instant asOf) {
        Optional<Refusal> refusal = refusal(asOf);
        if (refusal.isPresent()) {
            return Decision.refuse(List.of(refusal.get()));
        }
        Instant decisive = countdown.decisive(asOf);
        List<LevelEvent> events = new ArrayList<>();
        near(decisive).ifPresent(at -> events.add(new LevelEvent(LevelState.NEAR_BREACH, 0, at)));
        int levels = ladder == null ? 0 : ladder.levels();
        for (int level = 0; level <= levels; level++) {
            Optional<LevelEvent> event = event(level, decisive);
            event.ifPresent(events::add);
            if (event.filter(each -> each.state() == LevelState.BREACHED).isEmpty()) {
                break;
            }
        }
        return Decision.accept(events);
    }

    /** That so many superiors are told, or from when on it is not known whether they are. */
    private Optional<LevelEvent> event(int level, Instant decisive) {
        Optional<Instant> due = countdown.reaches(allowed(level), clock);
        LevelState state = due.isPresent() ? LevelState.BREACHED : LevelState.UNKNOWN;
        return Optional.of(due.orElseGet(() -> countdown.knownUntil(clock)))
                .filter(decisive::isAfter)
                .map(at -> new LevelEvent(state, level, at));
    }

    /**
     * When a superior would be told, as the pauses so far have it.
     *
     * @param level how far up: 0 for the breach itself
     * @return empty above the last level of the ladder, while the clock stands still, and when the
     *     goal was reached before
     */
    public Optional<Instant> breachAt(int level) {
        Instant endedAt = countdown.endedAt();
        return level > (ladder == null ? 0 : ladder.levels())
                ? Optional.empty()
                : countdown
                        .reaches(allowed(level), clock)
                        .filter(at -> endedAt == null || endedAt.isAfter(at));
    }

    private Duration allowed(int level) {
        Duration target = countdown.level().target();
        return ladder == null ? target : ladder.until(level, target);
    }

    private Optional<Instant> passed(Duration allowed, Instant decisive) {
        return countdown.reaches(allowed, clock).filter(decisive::isAfter);
    }

    private Optional<Instant> near(Instant decisive) {
        if (ladder == null) {
            return Optional.empty();
        }
        Duration target = countdown.level().target();
        Duration near = ladder.near(target);
        return near.equals(target)
                ? Optional.empty()
                : countdown.reaches(near, clock).filter(at -> !at.isAfter(decisive));
    }

    private Optional<Refusal> refusal(Instant asOf) {
        Instant receivedAt = countdown.receivedAt();
        if (asOf.isBefore(receivedAt)) {
            return Optional.of(
                    LevelRefusal.CLOCK_BACKWARDS.because(
                            "field", "asOf",
                            "at", asOf.toString(),
                            "last", receivedAt.toString()));
        }
        return Optional.empty();
    }
}
