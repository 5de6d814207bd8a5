package dev.guanjia.quality;

import dev.guanjia.money.Rational;
import java.math.RoundingMode;

/** How a value is shown; never how it is compared. Source: requirements 04 section 7 note 15. */
public enum Display {
    /** In percent, so {@code 0.95} shows as {@code 95.00}. */
    PERCENT(100),
    /** As it is. */
    NUMBER(1);

    private static final int DECIMALS = 2;

    private final long factor;

    Display(long factor) {
        this.factor = factor;
    }

    /**
     * Writes a value down.
     *
     * @param value exact
     * @return two decimals, half up, without a unit
     */
    public String text(Rational value) {
        Rational shown = value.times(Rational.of(factor, 1));
        return shown.toDecimal(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
