package dev.guanjia.property.meter;

import dev.guanjia.money.Rational;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The register of a meter was replaced, or the meter removed for good (换表、拆表). Consumption runs
 * through: up to {@code last} on the old register, from its first value on the new one.
 *
 * @param day when; a reading of this day is of the new register
 * @param last what the old register showed, see {@link Meter#isValue}
 * @param next the new register; null when the meter was removed
 */
public record RegisterChange(LocalDate day, Rational last, @Nullable Register next) {

    /** A register never shows less than nothing. */
    public RegisterChange {
        Meter.requireValue(last);
    }
}
