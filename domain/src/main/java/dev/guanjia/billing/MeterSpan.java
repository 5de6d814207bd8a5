package dev.guanjia.billing;

import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.ReadingId;
import org.jspecify.annotations.Nullable;

/**
 * What one meter measured between two readings.
 *
 * @param meter the meter
 * @param openingReading where the last bill ended; null when nothing was billed yet and the meter's
 *     initial value is the opening
 * @param opening what the meter showed then
 * @param closingReading where this bill ends
 * @param closing what the meter showed then, not less than {@code opening}
 */
public record MeterSpan(
        MeterId meter,
        @Nullable ReadingId openingReading,
        Rational opening,
        ReadingId closingReading,
        Rational closing) {

    /** Consumption is never negative. Source: requirements 05 S18. */
    public MeterSpan {
        if (closing.compareTo(opening) < 0) {
            throw new IllegalArgumentException(
                    "meter " + meter + " runs backwards: " + opening + " to " + closing);
        }
    }

    /**
     * What was used.
     *
     * @return closing less opening, zero or more, in the unit of the meter
     */
    public Rational consumption() {
        return closing.minus(opening);
    }
}
