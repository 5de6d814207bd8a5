package dev.guanjia.property.meter;

import dev.guanjia.money.Rational;
import java.time.LocalDate;

/**
 * What a meter showed on a day (抄表数据).
 *
 * @param id which one
 * @param meter the meter
 * @param readOn the day
 * @param value what it showed, in the unit of the meter, see {@link Meter#isValue}
 * @param source how the value came about
 */
public record Reading(
        ReadingId id, MeterId meter, LocalDate readOn, Rational value, ReadingSource source) {

    /** A meter never shows less than nothing. */
    public Reading {
        Meter.requireValue(value);
    }
}
