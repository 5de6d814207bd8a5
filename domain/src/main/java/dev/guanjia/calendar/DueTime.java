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
                .filter(step -> step.reason().counts())
                .map(Step::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Why a stretch counts or not. */
    public enum Reason {
        /** Inside the hours, or on a clock that never stops. */
        COUNTED,
        /** Outside the hours of the office or the shifts on a day that is worked. */
        OFFICE_CLOSED,
        /** A day that is not worked, as every weekend. */
        DAY_OFF,
        /** A day off by notice. */
        HOLIDAY,
        /** Inside the hours on a weekend day worked in exchange: it counts. */
        MAKE_UP_DAY,
        /** Inside the hours, but the clock was stopped. */
        PAUSED;

        /**
         * Whether time so marked counts.
         *
         * @return true on working days and make-up days
         */
        public boolean counts() {
            return this == COUNTED || this == MAKE_UP_DAY;
        }
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
         * Adds a stretch; neighbours for the same reason become one.
         *
         * @param steps stretches so far, changed in place
         * @param step the next: it begins where the last ends
         */
        public static void append(List<Step> steps, Step step) {
            int last = steps.size() - 1;
            if (last >= 0 && steps.get(last).reason() == step.reason()) {
                steps.set(last, new Step(steps.get(last).from(), step.to(), step.reason()));
            } else {
                steps.add(step);
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
