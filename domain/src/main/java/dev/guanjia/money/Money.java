package dev.guanjia.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/**
 * An exact amount in whole minor units (fen for CNY). May be negative.
 *
 * <p>Arithmetic is exact: an overflow of 64 bits throws, currencies never mix, and the only methods
 * that round take the mode as a parameter. Source: requirements 04 section 7 note 11.
 *
 * @param currency what it is an amount of
 * @param minorUnits how many of the smallest coin; CNY 12.34 is 1234
 */
public record Money(Currency currency, long minorUnits) implements Comparable<Money> {

    /** The renminbi, our functional currency. */
    public static final Currency CNY = Currency.getInstance("CNY");

    /** Rejects pseudo-currencies such as gold, which have no minor unit. */
    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException("currency has no minor unit: " + currency);
        }
    }

    /**
     * An amount in fen.
     *
     * @param fen hundredths of a yuan
     * @return the amount
     */
    public static Money fen(long fen) {
        return new Money(CNY, fen);
    }

    /**
     * Nothing, in a currency.
     *
     * @param currency the currency
     * @return zero of it
     */
    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    /**
     * Reads an amount as it stands in a file or a message: {@code 12.34}, with exactly as many
     * decimals as the currency has, no sign but a leading minus, no leading zero, no blank.
     *
     * @param text the amount, e.g. {@code -0.50}
     * @param currency its currency
     * @return the amount
     * @throws NumberFormatException if the text has any other shape or exceeds 64 bits of minor
     *     units
     */
    public static Money parse(String text, Currency currency) {
        return MoneyText.parse(text, currency);
    }

    /**
     * Takes an amount over from any JSR 354 library.
     *
     * @param amount the amount
     * @return the same amount
     * @throws ArithmeticException if it has more decimals than its currency, or exceeds 64 bits
     */
    public static Money from(MonetaryAmount amount) {
        Currency currency = Currency.getInstance(amount.getCurrency().getCurrencyCode());
        BigDecimal exact = amount.getNumber().numberValueExact(BigDecimal.class);
        int digits = currency.getDefaultFractionDigits();
        BigDecimal scaled = exact.setScale(digits, RoundingMode.UNNECESSARY);
        return new Money(currency, scaled.unscaledValue().longValueExact());
    }

    /**
     * Hands the amount to any JSR 354 library, through the provider on the class path.
     *
     * @return the same amount
     */
    public MonetaryAmount toMonetaryAmount() {
        return Monetary.getDefaultAmountFactory()
                .setCurrency(currency.getCurrencyCode())
                .setNumber(toBigDecimal())
                .create();
    }

    /**
     * The amount as a decimal, with the scale of the currency.
     *
     * @return the number before the currency, e.g. {@code 12.34}
     */
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /**
     * The amount in major units as an exact ratio, for formulas.
     *
     * @return 12.34 yuan as 617/50
     */
    public Rational toRational() {
        return Rational.from(toBigDecimal());
    }

    /**
     * Adds.
     *
     * @param other in the same currency
     * @return the sum
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the sum exceeds 64 bits
     */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, Math.addExact(minorUnits, other.minorUnits));
    }

    /**
     * Subtracts.
     *
     * @param other in the same currency
     * @return the difference, which may be negative
     * @throws IllegalArgumentException if the currencies differ
     * @throws ArithmeticException if the difference exceeds 64 bits
     */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, Math.subtractExact(minorUnits, other.minorUnits));
    }

    /**
     * Turns the sign.
     *
     * @return the amount that adds up to zero with this one
     * @throws ArithmeticException if the result exceeds 64 bits
     */
    public Money negated() {
        return new Money(currency, Math.negateExact(minorUnits));
    }

    /**
     * Multiplies by a ratio and rounds once.
     *
     * @param ratio the exact factor
     * @param mode how to reach a whole minor unit; there is no default
     * @return the product
     * @throws ArithmeticException if the product exceeds 64 bits
     */
    public Money times(Rational ratio, RoundingMode mode) {
        BigInteger product = BigInteger.valueOf(minorUnits).multiply(ratio.numerator());
        Rational exact = new Rational(product, ratio.denominator());
        return new Money(currency, exact.round(mode).longValueExact());
    }

    /**
     * Splits by weights without losing or inventing a coin; leftovers go to the largest remainders,
     * ties to the earliest part. Source: requirements 04 section 7 note 12.
     *
     * @param weights one or more, none negative, not all zero
     * @return one part per weight, summing to this amount
     * @throws IllegalArgumentException if a weight is negative or all are zero
     */
    public List<Money> allocate(List<Long> weights) {
        return Allocation.of(this, weights);
    }

    /**
     * The smaller of two.
     *
     * @param other in the same currency
     * @return this when it is not larger
     */
    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /**
     * Whether nothing is left.
     *
     * @return true for zero
     */
    public boolean isZero() {
        return minorUnits == 0;
    }

    /**
     * Whether it is more than nothing.
     *
     * @return true above zero
     */
    public boolean isPositive() {
        return minorUnits > 0;
    }

    /**
     * Whether it is less than nothing.
     *
     * @return true below zero
     */
    public boolean isNegative() {
        return minorUnits < 0;
    }

    /**
     * The amount alone, as {@link #parse} reads it.
     *
     * @return e.g. {@code -12.34}
     */
    public String amountText() {
        return toBigDecimal().toPlainString();
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minorUnits, other.minorUnits);
    }

    /** Reads like a bank slip: {@code CNY -12.34}. For people and logs, not for parsing. */
    @Override
    public String toString() {
        return currency + " " + amountText();
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "currencies differ: " + currency + " and " + other.currency);
        }
    }
}
