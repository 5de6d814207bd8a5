package dev.guanjia.property.meter;

import dev.guanjia.money.Rational;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a meter showed on a day (抄表数据).
 *
 * @param id which one
 * @param meter the meter
 * @param readOn the day
 * @param value what it showed, in the unit of the meter, see {@link Meter#isValue}
 * @param source how the value came about
 * @param rolledOver whether the reader says that the register passed zero since the last reading;
 *     counts only where the value is less than the one before
 * @param corrects the reading it stands in for; given exactly when it is a correction
 */
public record Reading(
        ReadingId id,
        MeterId meter,
        LocalDate readOn,
        Rational value,
        ReadingSource source,
        boolean rolledOver,
        @Nullable ReadingId corrects) {

    /** A meter never shows less than nothing, and a correction says what it corrects. */
    public Reading {
        Meter.requireValue(value);
        if ((source == ReadingSource.CORRECTED) != (corrects != null)) {
            throw new IllegalArgumentException("a correction names what it corrects: " + id);
        }
        if (id.equals(corrects)) {
            throw new IllegalArgumentException("reading corrects itself: " + id);
        }
    }

    /**
     * A reading of a register that did not roll over, and no correction.
     *
     * @param id which one
     * @param meter the meter
     * @param readOn the day
     * @param value what it showed, in the unit of the meter
     * @param source how the value came about, not {@link ReadingSource#CORRECTED}
     */
    public Reading(
            ReadingId id, MeterId meter, LocalDate readOn, Rational value, ReadingSource source) {
        this(id, meter, readOn, value, source, false, null);
    }
}
