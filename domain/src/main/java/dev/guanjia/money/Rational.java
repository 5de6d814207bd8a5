package dev.guanjia.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * An exact ratio of two integers, in lowest terms, sign on the numerator.
 *
 * <p>Rates, percentages, areas, meter readings and scores are of this type, so that equal values
 * are equal records and nothing is rounded before a document says so.
 *
 * @param numerator any integer
 * @param denominator greater than zero once normalised
 */
public record Rational(BigInteger numerator, BigInteger denominator)
        implements Comparable<Rational> {

    /** Nothing. */
    public static final Rational ZERO = of(0, 1);

    /** The whole. */
    public static final Rational ONE = of(1, 1);

    private static final Pattern DECIMAL =
            Pattern.compile("-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,6})?");
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    /** Normalises to lowest terms, so that equal ratios are equal records. */
    public Rational {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("denominator is zero: " + numerator + "/0");
        }
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger sign = BigInteger.valueOf(denominator.signum());
            BigInteger unit = gcd(numerator, denominator).multiply(sign);
            if (!unit.equals(BigInteger.ONE)) {
                numerator = numerator.divide(unit);
                denominator = denominator.divide(unit);
            }
        }
    }

    /**
     * A ratio of small integers.
     *
     * @param numerator the upper part
     * @param denominator the lower part, not zero
     * @return the ratio
     */
    public static Rational of(long numerator, long denominator) {
        return new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /**
     * Reads a decimal as it stands in a file or a message: {@code 2.35}, at most 19 digits before
     * the point and 6 after it, no exponent, no plus, no leading zero.
     *
     * @param text the decimal
     * @return the same number
     * @throws NumberFormatException if the text has any other shape
     */
    public static Rational parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException("decimal must look like 12.345: " + text);
        }
        return from(new BigDecimal(text));
    }

    /**
     * Reads what {@link #toString} writes, for what is kept exactly and is no decimal.
     *
     * @param text {@code 47/20}, or {@code 3} for a whole number
     * @return the same number
     * @throws NumberFormatException if the text has any other shape
     * @throws ArithmeticException if the part below the stroke is zero
     */
    public static Rational parseFraction(String text) {
        int stroke = text.indexOf('/');
        return stroke < 0
                ? new Rational(new BigInteger(text), BigInteger.ONE)
                : new Rational(
                        new BigInteger(text.substring(0, stroke)),
                        new BigInteger(text.substring(stroke + 1)));
    }

    /**
     * Takes over an exact decimal.
     *
     * @param decimal the decimal
     * @return the same number
     */
    public static Rational from(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Rational(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    /**
     * Adds exactly.
     *
     * @param other the other summand
     * @return the sum
     */
    public Rational plus(Rational other) {
        if (other.signum() == 0) {
            return this;
        }
        if (signum() == 0) {
            return other;
        }
        return new Rational(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /**
     * Subtracts exactly.
     *
     * @param other what to take away
     * @return the difference
     */
    public Rational minus(Rational other) {
        return plus(new Rational(other.numerator.negate(), other.denominator));
    }

    /**
     * Multiplies exactly.
     *
     * @param other the other factor
     * @return the product
     */
    public Rational times(Rational other) {
        if (other.equals(ONE)) {
            return this;
        }
        return new Rational(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * Divides exactly.
     *
     * @param other the divisor
     * @return the quotient
     * @throws ArithmeticException if the divisor is zero
     */
    public Rational over(Rational other) {
        return new Rational(
                numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /**
     * Where it lies.
     *
     * @return -1, 0 or 1 as it is below, at or above zero
     */
    public int signum() {
        return numerator.signum();
    }

    /**
     * Leaves the exact world, saying how.
     *
     * @param mode what to do with the fraction
     * @return the nearest whole number under that mode
     */
    public BigInteger round(RoundingMode mode) {
        if (denominator.equals(BigInteger.ONE)) {
            return numerator;
        }
        return toDecimal(0, mode).toBigIntegerExact();
    }

    /**
     * Rounds to a number of decimals, for display.
     *
     * @param scale how many decimals
     * @param mode what to do with the rest
     * @return the decimal, with exactly that scale
     */
    public BigDecimal toDecimal(int scale, RoundingMode mode) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, mode);
    }

    /**
     * The same number as a decimal, with no more decimals than it needs.
     *
     * @return the exact decimal text, e.g. {@code 98.75}
     * @throws ArithmeticException if it has no finite decimal form, as 1/3
     */
    public String decimalText() {
        BigInteger rest = denominator;
        int scale = 0;
        while (rest.mod(BigInteger.TEN).signum() == 0) {
            rest = rest.divide(BigInteger.TEN);
            scale++;
        }
        BigInteger factor = rest.testBit(0) ? FIVE : BigInteger.TWO;
        while (rest.mod(factor).signum() == 0) {
            rest = rest.divide(factor);
            scale++;
        }
        if (!rest.equals(BigInteger.ONE)) {
            throw new ArithmeticException("no finite decimal: " + this);
        }
        return toDecimal(scale, RoundingMode.UNNECESSARY).toPlainString();
    }

    @Override
    public int compareTo(Rational other) {
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    /** {@code 47/20}, or {@code 3} for a whole number. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE)
                ? numerator.toString()
                : numerator + "/" + denominator;
    }

    /** The same as with big numbers, without making any where both fit into 63 bits. */
    private static BigInteger gcd(BigInteger one, BigInteger other) {
        if (one.bitLength() >= Long.SIZE - 1 || other.bitLength() >= Long.SIZE - 1) {
            return one.gcd(other);
        }
        long greater = Math.abs(one.longValue());
        long less = Math.abs(other.longValue());
        while (less != 0) {
            long rest = greater % less;
            greater = less;
            less = rest;
        }
        return BigInteger.valueOf(greater);
    }
}
