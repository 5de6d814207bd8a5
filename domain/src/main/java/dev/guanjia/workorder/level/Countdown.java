package dev.guanjia.workorder.level;

import dev.guanjia.calendar.DueTime;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.decision.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one limit of one work order: what was promised, when it began, when it stood still.
 * Every question names the clock of the level's hours, from {@link ServiceHours#clock}. It is read
 * from the history of the order, which its lifecycle pauses; a matter that is reopened had not been
 * done, so its clock ran on.
 *
 * @param level the row that applies
 * @param receivedAt when the matter reached us
 * @param pauses in order, apart or adjacent; only the last may be open
 * @param endedAt when the goal was reached; null until then
 */
public record Countdown(
        ServiceLevel level, Instant receivedAt, List<Pause> pauses, @Nullable Instant endedAt) {

    /** What happens to a clock happens in order. */
    public Countdown {
        pauses = List.copyOf(pauses);
        Instant last = receivedAt;
        for (Pause pause : pauses) {
            if (pause.from().isBefore(last)) {
                throw new IllegalArgumentException("pause begins before " + last + ": " + pause);
            }
            last = pause.to() == null ? Instant.MAX : pause.to();
        }
        if (endedAt != null && endedAt.isBefore(last)) {
            throw new IllegalArgumentException("clock ends at " + endedAt + ", before " + last);
        }
    }

    /**
     * The last instant in time.
     *
     * @param clock what counts
     * @return as early as the pauses so far allow; empty while the clock stands still, or if the
     *     days on the way are not all covered
     */
    public Optional<Instant> dueAt(WorkingTime clock) {
        return reaches(level.target(), clock);
    }

    /**
     * The due time with its explanation.
     *
     * @param clock what counts
     * @return as {@link #dueAt}, and the stretches that led there
     */
    public Optional<DueTime> dueTime(WorkingTime clock) {
        return dueAt(clock).map(due -> new DueTime(due, steps(clock, due)));
    }

    /**
     * When it is due, as far as that can be said.
     *
     * @param clock what counts
     * @return the due time; or that the clock stands still, or why it is not known
     */
    public Due due(WorkingTime clock) {
        Optional<DueTime> time = dueTime(clock);
        if (time.isPresent()) {
            return new Due.ByServiceLevel(level.id(), time.get());
        }
        Instant known = knownUntil(clock);
        return openPause()
                .filter(pause -> known.equals(Instant.MAX))
                .<Due>map(pause -> new Due.Paused(level.id(), pause.from()))
                .orElseGet(() -> new Due.Unknown(level.id(), unknown(clock), known));
    }

    /**
     * What counted since reception and what did not, and why.
     *
     * @param clock what counts
     * @param to the end, excluded; not before the reception
     * @return stretches without a gap
     * @throws IllegalArgumentException if the span runs backwards or is not covered
     */
    public List<DueTime.Step> steps(WorkingTime clock, Instant to) {
        List<DueTime.Step> steps = new ArrayList<>();
        Instant at = receivedAt;
        for (Pause pause : pausesBefore(to)) {
            clock.steps(at, pause.from()).forEach(step -> DueTime.Step.append(steps, step));
            at = pause.until(to);
            clock.steps(pause.from(), at).stream()
                    .map(Countdown::paused)
                    .forEach(step -> DueTime.Step.append(steps, step));
        }
        clock.steps(at, to).forEach(step -> DueTime.Step.append(steps, step));
        return steps;
    }

    /**
     * Where the time went until an instant, or until the end if that was earlier.
     *
     * @param clock what counts
     * @param asOf the instant, not before the reception
     * @return active + paused + outside = elapsed, exactly; empty if the days are not all covered
     */
    public Optional<Spent> spent(WorkingTime clock, Instant asOf) {
        Instant to = decisive(asOf);
        Optional<Duration> counted = clock.between(receivedAt, to);
        if (counted.isEmpty()) {
            return Optional.empty();
        }
        Duration paused = Duration.ZERO;
        for (Pause pause : pausesBefore(to)) {
            paused = paused.plus(clock.between(pause.from(), pause.until(to)).orElseThrow());
        }
        Duration outside = Duration.between(receivedAt, to).minus(counted.get());
        return Optional.of(new Spent(counted.get().minus(paused), paused, outside));
    }

    /** When so much time is counted; pauses that begin later do not matter. */
    Optional<Instant> reaches(Duration counted, WorkingTime clock) {
        if (counted.isZero()) {
            return Optional.of(receivedAt);
        }
        Duration needed = counted;
        Optional<Instant> at = clock.find(receivedAt, needed);
        for (Pause pause : pauses) {
            if (at.isEmpty() || !pause.from().isBefore(at.get())) {
                return at;
            }
            if (pause.to() == null) {
                return Optional.empty();
            }
            Optional<Duration> paused = clock.between(pause.from(), pause.to());
            if (paused.isEmpty()) {
                return Optional.empty();
            }
            needed = needed.plus(paused.get());
            at = clock.find(receivedAt, needed);
        }
        return at;
    }

    /**
     * Until when it is known how much time counted. Where a pause carries the clock beyond the days
     * covered, nothing counts meanwhile.
     *
     * @return {@link Instant#MAX} within an open pause; the reception if that is not covered
     */
    Instant knownUntil(WorkingTime clock) {
        if (!clock.knows(receivedAt)) {
            return receivedAt;
        }
        Instant known = clock.knownUntil();
        for (Pause pause : pauses) {
            Instant to = pause.until(Instant.MAX);
            if (!pause.from().isAfter(known) && to.isAfter(known)) {
                known = to;
            }
        }
        return known;
    }

    private Refusal unknown(WorkingTime clock) {
        return clock.covered().isEmpty()
                ? ServiceHours.unknown(level)
                : ServiceLevels.beyond(level, receivedAt, clock.covered());
    }

    /** The instant of judgement, or the end if that was earlier. */
    Instant decisive(Instant asOf) {
        return endedAt == null || endedAt.isAfter(asOf) ? asOf : endedAt;
    }

    private Optional<Pause> openPause() {
        return pauses.stream().filter(pause -> pause.to() == null).findFirst();
    }

    private List<Pause> pausesBefore(Instant to) {
        return pauses.stream().filter(pause -> pause.from().isBefore(to)).toList();
    }

    private static DueTime.Step paused(DueTime.Step step) {
        return step.reason().counts()
                ? new DueTime.Step(step.from(), step.to(), DueTime.Reason.PAUSED)
                : step;
    }
}
