package dev.guanjia.security.patrol;

import dev.guanjia.catalogue.Label;
import dev.guanjia.decision.Identifier;
import dev.guanjia.money.Rational;
import java.util.Optional;

/**
 * What is looked at in a place: passed or failed, or a value between limits.
 *
 * @param id its key on the checkpoint
 * @param label what is looked at; for a value with its unit
 * @param kind how it is answered
 * @param lower the least good value, included; empty for none and for {@code PASS_FAIL}
 * @param upper the greatest good value, included; empty for none and for {@code PASS_FAIL}
 * @param severity how bad a failure is
 */
public record CheckItem(
        String id,
        Label label,
        Kind kind,
        Optional<Rational> lower,
        Optional<Rational> upper,
        Finding.Severity severity) {

    /** Limits do not cross; a value has at least one, pass or fail has none. */
    public CheckItem {
        Identifier.require("check item id", id);
        boolean limited = lower.isPresent() || upper.isPresent();
        if (limited != (kind == Kind.VALUE)) {
            throw new IllegalArgumentException(id + " limits do not suit " + kind);
        }
        if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) > 0) {
            throw new IllegalArgumentException(
                    id + " limits cross: " + lower.get() + " to " + upper.get());
        }
    }

    /**
     * Whether a reading answers the question that is asked.
     *
     * @param reading any reading
     * @return true if it has the kind of the item
     */
    boolean isAnsweredBy(Reading reading) {
        return reading.value().isPresent() == (kind == Kind.VALUE);
    }

    /** Whether a reading of the right kind is good; both limits are included. */
    boolean isPassedBy(Reading reading) {
        return reading.value()
                .map(
                        value ->
                                lower.stream().allMatch(least -> value.compareTo(least) >= 0)
                                        && upper.stream()
                                                .allMatch(most -> value.compareTo(most) <= 0))
                .orElse(reading.passed());
    }

    /** How an item is answered. */
    public enum Kind {
        /** Good or not. */
        PASS_FAIL,
        /** A measured value. */
        VALUE
    }
}
