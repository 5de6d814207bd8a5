package dev.guanjia.security.shift;

import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * What happened at a manned station.
 *
 * @param kind what
 * @param staff who is on post from now on; for {@code FOUND_EMPTY} who should be
 * @param at when
 * @param consent the leader who let the holder leave, or who relieved a holder who was not there;
 *     present for {@code STOOD_IN}, possibly for {@code RELIEVED}
 */
public record WatchEvent(Kind kind, StaffId staff, Instant at, Optional<Actor> consent) {

    /** Only an absence has a consent. */
    public WatchEvent {
        boolean possible = kind == Kind.STOOD_IN || kind == Kind.RELIEVED;
        boolean missing = kind == Kind.STOOD_IN && consent.isEmpty();
        if (missing || (consent.isPresent() && !possible)) {
            throw new IllegalArgumentException(kind + " does not suit the consent " + consent);
        }
    }

    /** What can happen. */
    public enum Kind {
        /** The first guard took the station. */
        MANNED,
        /** A stand-in is in place while the holder is away shortly. */
        STOOD_IN,
        /** The station was found without its guard. */
        FOUND_EMPTY,
        /** The holder is back. */
        RETURNED,
        /** The next guard took over. */
        RELIEVED
    }
}
