package dev.guanjia.security.incident;

import dev.guanjia.organisation.PostKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What a post has to do in a confirmed incident, and until when. A notification is made of it.
 *
 * @param key the step of the plan, or {@code tell} for telling the manager
 * @param post who does it, or for {@code tell} who is told
 * @param since when it was confirmed
 * @param dueBy the last instant that is not late, after {@code since}
 * @param doneAt when it was done; empty while it is open
 */
public record ToDo(
        String key, PostKey post, Instant since, Instant dueBy, Optional<Instant> doneAt) {

    /** Nothing is due before it is known. */
    public ToDo {
        if (!since.isBefore(dueBy)) {
            throw new IllegalArgumentException(key + " is due at once: " + dueBy);
        }
    }

    static ToDo of(String key, EmergencyKind.Limit limit, Instant since, Optional<Instant> doneAt) {
        return new ToDo(key, limit.post(), since, since.plus(limit.within()), doneAt);
    }

    /**
     * Whether it was done, or is still open, after its time.
     *
     * @param asOf the instant of the question; does not matter once it is done
     * @return true if late
     */
    public boolean isLate(Instant asOf) {
        return doneAt.orElse(asOf).isAfter(dueBy);
    }
}
