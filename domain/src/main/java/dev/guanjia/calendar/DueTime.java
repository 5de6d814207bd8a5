package dev.guanjia.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When something is due, and why then.
 *
 * @param due the last instant that is in time
 * @param steps the stretches of time that were counted or passed over, in order
 */
public record DueTime(Instant due, List<Step> steps) {

    /** Copies the steps. */
    public DueTime {
        steps = List.copyOf(steps);
    }

    /**
     * How much time was counted.
     *
     * @return the sum over the counted steps
     */
    public Duration counted() {
        return steps.stream()
                .filter(step -> step.reason() == Reason.COUNTED)
                .map(Step::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Why a stretch counts or not. */
    public enum Reason {
        /** Inside office hours, or on a clock that never stops. */
        COUNTED,
        /** Before the office opens or after it closes on a working day. */
        OFFICE_CLOSED,
        /** A day that is not worked. */
        DAY_OFF
    }

    /**
     * One stretch of time, {@code [from, to)}.
     *
     * @param from its beginning, included
     * @param to its end, excluded
     * @param reason why it counts or not
     */
    public record Step(Instant from, Instant to, Reason reason) {
        /** Rejects stretches that do not move forward. */
        public Step {
            if (!to.isAfter(from)) {
                throw new IllegalArgumentException("step must move forward: " + from + " to " + to);
            }
        }

        /**
         * How long it is on the clock of physics.
         *
         * @return more than zero
         */
        public Duration length() {
            return Duration.between(from, to);
        }
    }
}
