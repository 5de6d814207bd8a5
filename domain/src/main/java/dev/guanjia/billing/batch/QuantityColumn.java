package dev.guanjia.billing.batch;

import dev.guanjia.money.Rational;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The quantities of one fee item, a whole number per row: row x 10^-scale in the unit of the item.
 * A row that has no plain quantity is {@link #UNKNOWN}: unknown is not zero.
 */
public final class QuantityColumn {

    /** Stands in a row whose quantity only its facts can tell. */
    public static final long UNKNOWN = -1;

    private static final int FINEST = 6;

    private final long[] values;
    private final int scale;

    private QuantityColumn(long[] values, int scale) {
        this.values = values;
        this.scale = scale;
    }

    /**
     * Takes over quantities.
     *
     * @param values one per row, zero or more, or {@link #UNKNOWN}; copied
     * @param scale how many of the digits are decimals, 0 to 6
     * @return the column
     * @throws IllegalArgumentException naming the first row below {@code UNKNOWN}, or a scale that
     *     is none
     */
    public static QuantityColumn of(long[] values, int scale) {
        if (scale < 0 || scale > FINEST) {
            throw new IllegalArgumentException("scale must be 0 to " + FINEST + ": " + scale);
        }
        for (int row = 0; row < values.length; row++) {
            if (values[row] < UNKNOWN) {
                throw new IllegalArgumentException(
                        "quantity of row " + row + " is negative: " + values[row]);
            }
        }
        return new QuantityColumn(values.clone(), scale);
    }

    /**
     * Takes over exact quantities, with as many decimals as the finest of them has.
     *
     * @param exact one per row, null for one that is not plain
     * @return the column; what does not fit its numbers is unknown
     */
    static QuantityColumn of(@Nullable Rational[] exact) {
        int scale = 0;
        for (Rational quantity : exact) {
            while (quantity != null && scale < FINEST && !isWhole(quantity, scale)) {
                scale++;
            }
        }
        long[] values = new long[exact.length];
        for (int row = 0; row < exact.length; row++) {
            values[row] = value(exact[row], scale);
        }
        return new QuantityColumn(values, scale);
    }

    /**
     * How many rows there are.
     *
     * @return the number
     */
    public int rows() {
        return values.length;
    }

    /**
     * How many digits are decimals.
     *
     * @return 0 to 6
     */
    public int scale() {
        return scale;
    }

    /**
     * A quantity as it is kept.
     *
     * @param row which row
     * @return the whole number, or {@link #UNKNOWN}
     */
    public long value(int row) {
        return values[row];
    }

    long[] values() {
        return values;
    }

    private static boolean isWhole(Rational quantity, int scale) {
        return BigInteger.TEN.pow(scale).mod(quantity.denominator()).signum() == 0;
    }

    private static long value(@Nullable Rational quantity, int scale) {
        if (quantity == null || !isWhole(quantity, scale)) {
            return UNKNOWN;
        }
        BigInteger whole =
                quantity.numerator()
                        .multiply(BigInteger.TEN.pow(scale))
                        .divide(quantity.denominator());
        return whole.signum() < 0 || whole.bitLength() >= Long.SIZE
                ? UNKNOWN
                : whole.longValueExact();
    }

    @Override
    public String toString() {
        return values.length + " rows x 10^-" + scale;
    }
}
