package dev.guanjia.workorder.level;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a clock stands still, {@code [from, to)}.
 *
 * @param from when it was stopped
 * @param to when it was started again; null while it stands still
 * @param reason why, not blank
 */
public record Pause(Instant from, @Nullable Instant to, String reason) {

    /** A pause runs forward and has a reason. */
    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("pause ends at " + to + ", begins at " + from);
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("pause needs a reason: " + from);
        }
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && (to == null || at.isBefore(to));
    }

    /** Where it ends for somebody who looks no further than an instant. */
    Instant until(Instant limit) {
        return to == null || to.isAfter(limit) ? limit : to;
    }
}
