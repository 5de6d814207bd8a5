package dev.guanjia.property.meter;

import dev.guanjia.money.Rational;
import java.util.Optional;

/**
 * The dial of a meter, from when it was put in.
 *
 * @param serial the number on its plate, not blank
 * @param first what it showed then, see {@link Meter#isValue}
 * @param digits digits before the point, 1 to 9; 0 when unknown, and then it cannot roll over
 */
public record Register(String serial, Rational first, int digits) {

    /** A register shows no more than its digits hold. */
    public Register {
        if (serial.isBlank()) {
            throw new IllegalArgumentException("register serial is blank");
        }
        require(first, digits);
    }

    /**
     * The value at which it starts again from zero.
     *
     * @return a power of ten, or empty when its digits are unknown
     */
    public Optional<Rational> capacity() {
        return capacity(digits);
    }

    /**
     * Whether the register can show a value.
     *
     * @param value in the unit of the meter
     * @return false at its capacity and beyond
     */
    public boolean holds(Rational value) {
        return capacity().filter(capacity -> value.compareTo(capacity) >= 0).isEmpty();
    }

    /** What was used from one value to a later one, at most once past zero. */
    Rational between(Rational from, Rational to) {
        Rational used = to.minus(from);
        return used.signum() >= 0 ? used : used.plus(capacity().orElseThrow());
    }

    static void require(Rational first, int digits) {
        Meter.requireValue(first);
        if (digits < 0 || digits > 9) {
            throw new IllegalArgumentException("register digits must be 0 to 9: " + digits);
        }
        if (capacity(digits).filter(capacity -> first.compareTo(capacity) >= 0).isPresent()) {
            throw new IllegalArgumentException(digits + " digits cannot show " + first);
        }
    }

    private static Optional<Rational> capacity(int digits) {
        long capacity = 1;
        for (int digit = 0; digit < digits; digit++) {
            capacity *= 10;
        }
        return digits == 0 ? Optional.empty() : Optional.of(Rational.of(capacity, 1));
    }
}
