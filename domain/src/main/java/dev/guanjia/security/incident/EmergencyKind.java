package dev.guanjia.security.incident;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.PostKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can happen: a row of {@code emergency-kinds.csv}.
 *
 * @param id its key, e.g. {@code FIRE}
 * @param label what it is called
 * @param goal the zero goal it is counted for; empty for none
 * @param demands what every plan for it has to keep
 * @param from since when the row holds
 * @param source where it comes from
 */
public record EmergencyKind(
        String id,
        Label label,
        Optional<String> goal,
        Demands demands,
        LocalDate from,
        String source) {

    /** Rejects a key of another shape. */
    public EmergencyKind {
        if (!id.matches("[A-Z][A-Z_]{0,39}")) {
            throw new IllegalArgumentException("emergency kind must look like FIRE: " + id);
        }
    }

    /**
     * Who is told at once of a confirmed one, and within what time.
     *
     * @return empty for nobody
     */
    public Optional<Limit> tell() {
        return demands.tell();
    }

    static EmergencyKind read(Row row, Function<String, PostKey> posts) {
        return new EmergencyKind(
                row.required("id"),
                row.label(),
                Optional.of(row.text("goal")).filter(goal -> !goal.isBlank()),
                Demands.read(row, posts),
                row.from(),
                row.required("source"));
    }

    /**
     * What every plan for a kind has to keep. Source: requirements 03 P-INCIDENT; 05 S16 B2, B3,
     * B5.
     *
     * @param tell who is told at once of a confirmed one; a plan may name another post
     * @param scene whether the scene is protected before anything counts as contained
     * @param authority the lowest rank of the order of command that may end one, 1 or more
     */
    public record Demands(Optional<Limit> tell, boolean scene, int authority) {

        /** The order of command begins with 1. */
        public Demands {
            if (authority < 1) {
                throw new IllegalArgumentException("rank must be 1 or more: " + authority);
            }
        }

        static Demands read(Row row, Function<String, PostKey> posts) {
            boolean told = !row.text("tell").isBlank() || !row.text("within").isBlank();
            return new Demands(
                    told ? Optional.of(Limit.read(row, "tell", posts)) : Optional.empty(),
                    row.yes("scene"),
                    row.as("authority", Integer::valueOf));
        }
    }

    /**
     * Who has to act, and within what time.
     *
     * @param post the post
     * @param within counted from the confirmation; more than zero, because nothing takes no time
     */
    public record Limit(PostKey post, Duration within) {

        /** "At once" is a short time, never none. */
        public Limit {
            if (within.isNegative() || within.isZero()) {
                throw new IllegalArgumentException("limit must be more than zero: " + within);
            }
        }

        static Limit read(Row row, String post, Function<String, PostKey> posts) {
            return new Limit(row.as(post, posts), row.as("within", Duration::parse));
        }
    }
}
