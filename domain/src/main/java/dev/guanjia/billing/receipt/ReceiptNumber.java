package dev.guanjia.billing.receipt;

import dev.guanjia.decision.Identifier;
import java.util.Comparator;

/**
 * The number of a receipt: one book counts from one, anew each year. Source: requirements 06 A-83.
 *
 * @param book which book, of the shape of every identifier
 * @param year of which year, 1 to 9999
 * @param number from 1 up
 */
public record ReceiptNumber(String book, int year, long number)
        implements Comparable<ReceiptNumber> {

    private static final int DIGITS = 8;
    private static final int YEARS = 9999;
    private static final Comparator<ReceiptNumber> ORDER =
            Comparator.comparing(ReceiptNumber::book)
                    .thenComparing(ReceiptNumber::year)
                    .thenComparing(ReceiptNumber::number);

    /** Numbers start at one. */
    public ReceiptNumber {
        Identifier.require("receipt book", book);
        if (number < 1 || year < 1 || year > YEARS) {
            throw new IllegalArgumentException("receipt " + number + " of " + year);
        }
    }

    @Override
    public int compareTo(ReceiptNumber other) {
        return ORDER.compare(this, other);
    }

    /** As printed: {@code A-2026-00000042}, at least eight digits. */
    @Override
    public String toString() {
        String digits = Long.toString(number);
        return book + "-" + year + "-" + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
    }
}
