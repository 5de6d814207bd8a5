package dev.guanjia.property.meter;

import dev.guanjia.money.Rational;
import java.time.LocalDate;

/**
 * How far a fee item has billed a meter. What was billed stays what it was, whatever is corrected
 * later; that is why the mark keeps the total and not only the reading.
 *
 * @param day the day of the last reading billed, or of the installation
 * @param total all that was billed so far, zero or more, in the unit of the meter
 */
public record Billed(LocalDate day, Rational total) {

    /** Nobody was billed less than nothing in all. */
    public Billed {
        if (total.signum() < 0) {
            throw new IllegalArgumentException("billed less than nothing: " + total);
        }
    }

    /**
     * Nothing was billed yet.
     *
     * @param meter the meter
     * @return the mark of its installation
     */
    public static Billed nothing(Meter meter) {
        return new Billed(meter.installedOn(), Rational.ZERO);
    }

    /**
     * What a bill up to a later mark holds.
     *
     * @param next where the bill ends
     * @return the difference of the totals; negative when a correction took back more than was used
     *     since
     */
    public Rational until(Billed next) {
        return next.total().minus(total);
    }
}
