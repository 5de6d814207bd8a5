package dev.guanjia.billing.tariff;

import dev.guanjia.money.Rational;

/**
 * A part of the price that some need not pay (优惠).
 *
 * @param reason who
 * @param off the part taken off, above zero, at most one
 * @param source the resolution, contract or notice that grants it, not blank
 */
public record Discount(Reason reason, Rational off, String source) {

    private static final int MONTHS = 12;

    /** Why less is paid. */
    public enum Reason {
        /** A whole year is paid in advance (预缴全年). */
        PREPAID_YEAR,
        /** Nobody lives or trades there (空置). */
        VACANCY
    }

    /** Something is taken off, at most everything, and somebody said so. */
    public Discount {
        if (off.signum() <= 0 || off.compareTo(Rational.ONE) > 0 || source.isBlank()) {
            throw new IllegalArgumentException(reason + " off " + off + " by \"" + source + "\"");
        }
    }

    /**
     * Months of a prepaid year that are not charged.
     *
     * @param months 1 to 12
     * @param source who grants it
     * @return the discount that comes to the same
     */
    public static Discount monthsFree(int months, String source) {
        return new Discount(Reason.PREPAID_YEAR, Rational.of(months, MONTHS), source);
    }

    /**
     * What is left to pay.
     *
     * @return the part of the price, zero up to below one
     */
    public Rational factor() {
        return Rational.ONE.minus(off);
    }
}
