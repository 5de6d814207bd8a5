package dev.guanjia.billing.batch;

import java.math.BigInteger;

/**
 * Division of many numbers by one that is only known when the program runs, without dividing: a
 * number below 2^62 times {@code multiplier}, its upper half shifted, is the quotient.
 *
 * <p>With {@code 2^(l-1) < d <= 2^l} the multiplier is {@code 2^(62+l) / d} rounded up; what that
 * adds to a quotient is less than {@code 1/d}. Source: T. Granlund, P. L. Montgomery, Division by
 * Invariant Integers using Multiplication, 1994.
 *
 * @param divisor what is divided by
 * @param multiplier stands for it
 * @param shift how far the upper half of the product is shifted
 */
record WholeDivision(long divisor, long multiplier, int shift) {

    /** What is divided stays below. */
    static final long LIMIT = 1L << 62;

    private static final int BITS = 62;
    private static final int LOWER_HALF = 64;

    /**
     * Prepares a division.
     *
     * @param divisor 3 up to {@link #LIMIT}
     */
    static WholeDivision by(long divisor) {
        if (divisor < 3 || divisor > LIMIT) {
            throw new IllegalArgumentException("cannot divide by " + divisor);
        }
        int length = Long.SIZE - Long.numberOfLeadingZeros(divisor - 1);
        BigInteger dividend = BigInteger.ONE.shiftLeft(BITS + length);
        BigInteger[] parts = dividend.divideAndRemainder(BigInteger.valueOf(divisor));
        BigInteger up = parts[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
        return new WholeDivision(
                divisor, parts[0].add(up).longValueExact(), BITS + length - LOWER_HALF);
    }

    /**
     * Divides, and rounds half up.
     *
     * @param number zero or more; with half of the divisor below {@link #LIMIT}
     * @return the nearest whole number
     */
    long halfUp(long number) {
        return Math.multiplyHigh(number + (divisor >> 1), multiplier) >> shift;
    }
}
