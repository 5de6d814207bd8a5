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
 * @param consent who let the holder leave; present exactly for {@code STOOD_IN}
 */
public record WatchEvent(Kind kind, StaffId staff, Instant at, Optional<Actor> consent) {

    /** Only a short absence has a consent. */
    public WatchEvent {
        if (consent.isPresent() != (kind == Kind.STOOD_IN)) {
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
