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
 * @param closing what the meter showed then
 * @param adjustment what roll-overs and replaced registers in between add to the difference, and
 *     what corrections and reversals of earlier bills add or take off; zero without them
 */
public record MeterSpan(
        MeterId meter,
        @Nullable ReadingId openingReading,
        Rational opening,
        ReadingId closingReading,
        Rational closing,
        Rational adjustment) {

    /** Consumption is never negative. Source: requirements 05 S18. */
    public MeterSpan {
        if (closing.minus(opening).plus(adjustment).signum() < 0) {
            throw new IllegalArgumentException(
                    "meter " + meter + " runs backwards: " + opening + " to " + closing);
        }
    }

    /**
     * A span on one register that did not roll over.
     *
     * @param meter the meter
     * @param openingReading where the last bill ended, or null
     * @param opening what the meter showed then
     * @param closingReading where this bill ends
     * @param closing what the meter showed then, not less than {@code opening}
     */
    public MeterSpan(
            MeterId meter,
            @Nullable ReadingId openingReading,
            Rational opening,
            ReadingId closingReading,
            Rational closing) {
        this(meter, openingReading, opening, closingReading, closing, Rational.ZERO);
    }

    /**
     * What was used.
     *
     * @return closing less opening and the adjustment, zero or more, in the unit of the meter
     */
    public Rational consumption() {
        return closing.minus(opening).plus(adjustment);
    }
}
