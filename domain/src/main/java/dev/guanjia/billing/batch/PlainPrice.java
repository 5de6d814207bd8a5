package dev.guanjia.billing.batch;

import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;

/**
 * The price of a fee for a use of units, ready for whole-number arithmetic.
 *
 * <p>A quantity of {@code q} costs {@code q x factor / by} coins, rounded half up, and a coin is
 * {@code minorUnits} of the currency. Quantities above {@code most} would exceed 64 bits on the
 * way.
 *
 * @param factor what one of the column's units costs, in coins x {@code by}
 * @param by an even number
 * @param most the largest quantity that is safe
 * @param taxFactor the tax of a coin x {@code taxBy}
 * @param taxBy an even number
 * @param inclusive whether the tax is cut out of the price instead of added to it
 * @param minorUnits of the currency per coin
 */
record PlainPrice(
        long factor,
        WholeDivision by,
        long most,
        long taxFactor,
        WholeDivision taxBy,
        boolean inclusive,
        long minorUnits) {

    /** Both sides of each division take it, so that its half is whole and it is above three. */
    private static final BigInteger EVEN = BigInteger.valueOf(4);

    private static final BigInteger SAFE = BigInteger.valueOf(Long.MAX_VALUE / 4);

    /**
     * Prepares a price.
     *
     * @param perUnit what one unit of the quantity costs for the whole period, exact
     * @param scale how many digits of the quantities are decimals
     * @param terms rounding and tax
     * @param currency what it is in
     * @return the price, or empty when it rounds otherwise than half up per line, has no such coin,
     *     has a tax in smaller coins, or its numbers are too large
     */
    static Optional<PlainPrice> of(Rational perUnit, int scale, Terms terms, Currency currency) {
        RoundingPolicy rounding = terms.rounding();
        int finer = currency.getDefaultFractionDigits() - rounding.decimals();
        if (rounding.mode() != RoundingMode.HALF_UP
                || rounding.scope() != RoundingPolicy.Scope.PER_LINE
                || finer < 0
                || (finer > 0 && terms.tax().kind() != Tax.Kind.NONE)) {
            return Optional.empty();
        }
        BigInteger coins = EVEN.multiply(BigInteger.TEN.pow(rounding.decimals()));
        BigInteger factor = perUnit.numerator().multiply(coins);
        BigInteger divisor =
                perUnit.denominator().multiply(EVEN).multiply(BigInteger.TEN.pow(scale));
        Rational tax = tax(terms.tax());
        BigInteger taxFactor = tax.numerator().multiply(EVEN);
        BigInteger taxDivisor = tax.denominator().multiply(EVEN);
        return safe(factor, divisor, taxFactor, taxDivisor)
                .map(
                        most ->
                                new PlainPrice(
                                        factor.longValueExact(),
                                        WholeDivision.by(divisor.longValueExact()),
                                        most,
                                        taxFactor.longValueExact(),
                                        WholeDivision.by(taxDivisor.longValueExact()),
                                        terms.tax().kind() == Tax.Kind.INCLUSIVE,
                                        BigInteger.TEN.pow(finer).longValueExact()));
    }

    private static Rational tax(Tax tax) {
        return tax.kind() == Tax.Kind.INCLUSIVE
                ? tax.rate().over(Rational.ONE.plus(tax.rate()))
                : tax.rate();
    }

    /** The largest quantity for which neither the product nor its tax leaves 64 bits. */
    private static Optional<Long> safe(
            BigInteger factor, BigInteger divisor, BigInteger taxFactor, BigInteger taxDivisor) {
        BigInteger room = SAFE.subtract(divisor).min(SAFE.subtract(taxDivisor));
        if (factor.compareTo(room) > 0) {
            return Optional.empty();
        }
        BigInteger coins = room.divide(taxFactor.max(BigInteger.ONE));
        BigInteger most = room.divide(factor).min(coins.multiply(divisor).divide(factor));
        return Optional.of(most.min(SAFE).longValueExact());
    }

    /** Whole coins, half up. */
    long coins(long quantity) {
        return by.halfUp(quantity * factor);
    }

    /** The tax of coins, half up. */
    long tax(long coins) {
        return taxBy.halfUp(coins * taxFactor);
    }
}
