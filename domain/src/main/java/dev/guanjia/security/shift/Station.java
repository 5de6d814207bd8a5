package dev.guanjia.security.shift;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Identifier;
import dev.guanjia.organisation.PostKey;
import java.time.Duration;

/**
 * A place that is manned at all times, such as the lobby or the fire-control room.
 *
 * @param id its key in the community
 * @param label what it is called
 * @param post the post of its guards
 * @param leader the post whose consent a guard needs for leaving it shortly
 * @param absence how long a short absence lasts at most, more than zero
 */
public record Station(String id, Label label, PostKey post, PostKey leader, Duration absence) {

    /** How long guards stay away at most where nobody says otherwise; a proposal. */
    public static final Duration SHORT_ABSENCE = ShiftLimits.SHORT_ABSENCE;

    /** Rejects a key of another shape, and guards who consent to their own absence. */
    public Station {
        Identifier.require("station id", id);
        if (absence.isNegative() || absence.isZero()) {
            throw new IllegalArgumentException("absence from " + id + " lasts " + absence);
        }
        if (post.equals(leader)) {
            throw new IllegalArgumentException("guards of " + id + " lead themselves: " + post);
        }
    }
}
