package dev.guanjia.billing.settlement;

/**
 * The numbered paper for a payment (收据). The shell counts without gaps; a number is used once.
 *
 * @param number from 1 up
 * @param payment what was paid and what it settled
 */
public record Receipt(long number, PaymentTaken payment) {

    private static final int DIGITS = 8;

    /** Numbers start at one. */
    public Receipt {
        if (number < 1) {
            throw new IllegalArgumentException("receipt number must be 1 or more: " + number);
        }
    }

    /**
     * The number as printed.
     *
     * @return at least eight digits, e.g. {@code 00000042}
     */
    public String numberText() {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }
}
