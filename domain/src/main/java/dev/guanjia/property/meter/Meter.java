package dev.guanjia.property.meter;

import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import java.math.BigInteger;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A meter (表). Its register may be changed later, see {@link RegisterChange}.
 *
 * @param id which one
 * @param unit whose consumption it measures; null for a meter of a building or the whole community
 * @param kind what it measures
 * @param serial the number on its plate, not blank
 * @param installedOn the day it was installed
 * @param initialValue what it showed then, see {@link #isValue}
 * @param digits digits of its register before the point, 1 to 9; 0 when unknown, and then it cannot
 *     roll over
 */
public record Meter(
        MeterId id,
        @Nullable UnitId unit,
        MeterKind kind,
        String serial,
        LocalDate installedOn,
        Rational initialValue,
        int digits) {

    private static final Rational LARGEST = Rational.of(999_999_999, 1);
    private static final BigInteger MILLIONTHS = BigInteger.TEN.pow(6);

    /** A meter has a serial number and showed something when it was installed. */
    public Meter {
        if (serial.isBlank()) {
            throw new IllegalArgumentException("meter serial is blank");
        }
        Register.require(initialValue, digits);
    }

    /**
     * A meter whose register has an unknown number of digits.
     *
     * @param id which one
     * @param unit whose consumption it measures
     * @param kind what it measures
     * @param serial the number on its plate, not blank
     * @param installedOn the day it was installed
     * @param initialValue what it showed then
     */
    public Meter(
            MeterId id,
            UnitId unit,
            MeterKind kind,
            String serial,
            LocalDate installedOn,
            Rational initialValue) {
        this(id, unit, kind, serial, installedOn, initialValue, 0);
    }

    /**
     * The register it was installed with.
     *
     * @return its plate, first value and digits
     */
    public Register register() {
        return new Register(serial, initialValue, digits);
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
