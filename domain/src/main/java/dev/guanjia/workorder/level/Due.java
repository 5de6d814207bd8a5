package dev.guanjia.workorder.level;

import dev.guanjia.calendar.DueTime;
import dev.guanjia.decision.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
     * @return empty when there is no limit, while the clock stands still, and while it is unknown
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
     * Whether it is kept. The same as {@link LimitJudge#standing} says, for those who keep no
     * history.
     *
     * @param endedAt when the work ended; null while it is open
     * @param asOf the instant of judgement; what ended later is still open then
     * @return overdue strictly after the due time (04 section 7 note 9)
     */
    default Timeliness timeliness(@Nullable Instant endedAt, Instant asOf) {
        return Timeliness.of(dueAt().orElse(null), endedAt, asOf);
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
     * Nobody can say while the clock stands still; it was stopped in time.
     *
     * @param level which row
     * @param since when it was stopped
     */
    record Paused(ServiceLevelId level, Instant since) implements Due {
        @Override
        public DueOrigin origin() {
            return DueOrigin.SERVICE_LEVEL;
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.empty();
        }

        @Override
        public Optional<ServiceLevelId> serviceLevel() {
            return Optional.of(level);
        }

        @Override
        public Timeliness timeliness(@Nullable Instant endedAt, Instant asOf) {
            return Timeliness.ON_TIME;
        }
    }

    /**
     * There is a limit, but what counts on the way is not known yet. The matter is recorded
     * nevertheless (05 S08), and its due time is found as soon as that is known.
     *
     * @param level which row
     * @param reason {@code DUE_BEYOND_CALENDAR} or {@code HOURS_UNKNOWN}
     * @param after it is not due before; the reception when nothing is known
     */
    record Unknown(ServiceLevelId level, Refusal reason, Instant after) implements Due {
        @Override
        public DueOrigin origin() {
            return DueOrigin.SERVICE_LEVEL;
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.empty();
        }

        @Override
        public Optional<ServiceLevelId> serviceLevel() {
            return Optional.of(level);
        }

        @Override
        public Timeliness timeliness(@Nullable Instant endedAt, Instant asOf) {
            return Timeliness.of(after, endedAt, asOf) == Timeliness.ON_TIME
                    ? Timeliness.ON_TIME
                    : Timeliness.UNKNOWN;
        }
    }

    /**
     * Agreed, not computed: no pause moves it.
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
