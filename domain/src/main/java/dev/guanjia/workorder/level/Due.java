package dev.guanjia.workorder.level;

import dev.guanjia.calendar.DueTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a work order is due, and why then. */
public sealed interface Due {

    /**
     * Where it comes from.
     *
     * @return the origin
     */
    DueOrigin origin();

    /**
     * The last instant in time.
     *
     * @return empty when there is no limit
     */
    Optional<Instant> dueAt();

    /**
     * The row it was computed from.
     *
     * @return empty unless the origin is a service level
     */
    default Optional<ServiceLevelId> serviceLevel() {
        return Optional.empty();
    }

    /**
     * The stretches of time that were counted or passed over.
     *
     * @return in order; empty unless the origin is a service level
     */
    default List<DueTime.Step> steps() {
        return List.of();
    }

    /**
     * Computed from a row of the company.
     *
     * @param level which row
     * @param time the due time and its explanation
     */
    record ByServiceLevel(ServiceLevelId level, DueTime time) implements Due {
        @Override
        public DueOrigin origin() {
            return DueOrigin.SERVICE_LEVEL;
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(time.due());
        }

        @Override
        public Optional<ServiceLevelId> serviceLevel() {
            return Optional.of(level);
        }

        @Override
        public List<DueTime.Step> steps() {
            return time.steps();
        }
    }

    /**
     * Agreed, not computed.
     *
     * @param at the last instant in time
     */
    record Given(Instant at) implements Due {
        @Override
        public DueOrigin origin() {
            return DueOrigin.GIVEN;
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(at);
        }
    }

    /** No limit. Source: 06 A-60: no hidden default. */
    record Unlimited() implements Due {
        @Override
        public DueOrigin origin() {
            return DueOrigin.NONE;
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.empty();
        }
    }
}
