package dev.guanjia.property.meter;

import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import java.math.BigInteger;
import java.time.LocalDate;

/**
 * A meter of a unit (表). A replacement is another meter with its own first value.
 *
 * @param id which one
 * @param unit whose consumption it measures
 * @param kind what it measures
 * @param serial the number on its plate, not blank
 * @param installedOn the day it was installed
 * @param initialValue what it showed then, see {@link #isValue}
 */
public record Meter(
        MeterId id,
        UnitId unit,
        MeterKind kind,
        String serial,
        LocalDate installedOn,
        Rational initialValue) {

    private static final Rational LARGEST = Rational.of(999_999_999, 1);
    private static final BigInteger MILLIONTHS = BigInteger.TEN.pow(6);

    /** A meter has a serial number and showed something when it was installed. */
    public Meter {
        if (serial.isBlank()) {
            throw new IllegalArgumentException("meter serial is blank");
        }
        requireValue(initialValue);
    }

    /**
     * Whether a number can stand on a meter; the door to ask before building one from input.
     *
     * @param value in the unit of the meter
     * @return true from zero to 999 999 999 (no dial has more digits), with at most six decimals
     */
    public static boolean isValue(Rational value) {
        return value.signum() >= 0
                && value.compareTo(LARGEST) <= 0
                && MILLIONTHS.mod(value.denominator()).signum() == 0;
    }

    static void requireValue(Rational value) {
        if (!isValue(value)) {
            throw new IllegalArgumentException(
                    "meter value must be 0 to 999999999 with 6 decimals: " + value);
        }
    }
}
