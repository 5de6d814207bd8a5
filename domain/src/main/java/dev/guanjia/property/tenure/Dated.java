package dev.guanjia.property.tenure;

import dev.guanjia.money.Rational;
import java.time.LocalDate;

/**
 * A value and the first day on which it holds; it holds until the next one starts.
 *
 * @param <T> what changes
 * @param value what holds
 * @param from its first day
 */
public record Dated<T>(T value, LocalDate from) {

    /** {@code SHOP from 2026-03-16}. */
    @Override
    public String toString() {
        String text = value instanceof Rational number ? number.decimalText() : value.toString();
        return text + " from " + from;
    }
}
