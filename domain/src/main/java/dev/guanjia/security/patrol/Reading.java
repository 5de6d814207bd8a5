package dev.guanjia.security.patrol;

import dev.guanjia.money.Rational;
import java.util.Optional;

/**
 * The answer to a check item.
 *
 * @param item which item
 * @param passed what the eye says; true for a value, which its limits judge
 * @param value the measured value, exact, in the unit of the item; empty for pass or fail
 * @param note what else is to be said, possibly empty
 */
public record Reading(String item, boolean passed, Optional<Rational> value, String note) {

    /** A value is judged by its limits alone. */
    public Reading {
        if (value.isPresent() && !passed) {
            throw new IllegalArgumentException("a value is judged by its limits: " + item);
        }
    }

    /**
     * Good or not.
     *
     * @param item which item
     * @param passed true for good
     * @param note what else is to be said, possibly empty
     * @return the reading
     */
    public static Reading of(String item, boolean passed, String note) {
        return new Reading(item, passed, Optional.empty(), note);
    }

    /**
     * A measured value.
     *
     * @param item which item
     * @param value exact, in the unit of the item
     * @return the reading
     */
    public static Reading of(String item, Rational value) {
        return new Reading(item, true, Optional.of(value), "");
    }
}
