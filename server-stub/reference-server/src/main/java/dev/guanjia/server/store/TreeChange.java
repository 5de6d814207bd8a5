package dev.guanjia.server.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * A change of a company's tree that holds from a day on.
 *
 * @param kind what changes
 * @param subject the department or post, by its key
 * @param day the first day of the change
 * @param facts what else is said of it, by name
 */
public record TreeChange(Kind kind, String subject, LocalDate day, Map<String, String> facts) {

    /** Copies. */
    public TreeChange {
        facts = Map.copyOf(facts);
    }

    /** What changes. */
    public enum Kind {
        /** A department opens. Facts: {@code zh, en}; may have {@code bears, parent}. */
        ADD_DEPARTMENT,
        /** A department has another name. Facts: {@code zh, en}. */
        RENAME_DEPARTMENT,
        /** A department closes. May have {@code reason}. */
        RETIRE_DEPARTMENT,
        /**
         * A post is set up. Facts: {@code zh, en, bears, superior}; may have {@code department,
         * headcount}.
         */
        ADD_POST,
        /** A post stands elsewhere. Facts: {@code superior}; may have {@code department}. */
        MOVE_POST,
        /** So many persons are planned. Facts: {@code headcount}. */
        PLAN_HEADCOUNT,
        /** A post is abolished. May have {@code reason}. */
        RETIRE_POST
    }

    /**
     * A fact that this kind always has.
     *
     * @param name its name
     * @return its value
     */
    public String fact(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException(kind + " lacks " + name));
    }

    /**
     * A fact that may be missing.
     *
     * @param name its name
     * @return its value, if there is one
     */
    public Optional<String> find(String name) {
        return Optional.ofNullable(facts.get(name));
    }
}
