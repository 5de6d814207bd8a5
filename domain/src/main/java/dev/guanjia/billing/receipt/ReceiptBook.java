package dev.guanjia.billing.receipt;

import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Identifier;
import dev.guanjia.decision.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * A book of receipts of one year: it gives the numbers out, one after the other. Source:
 * requirements 06 A-83.
 *
 * @param name which book, of the shape of every identifier
 * @param year of which year
 * @param last the number given out last; 0 when none was
 * @param lastOn its day; the first of January when none was given out
 */
public record ReceiptBook(String name, int year, long last, LocalDate lastOn) {

    /**
     * A number given out.
     *
     * @param book the book, one number further
     * @param receipt the receipt that bears it
     */
    public record Issued(ReceiptBook book, PaperReceipt receipt) {}

    /**
     * What is wrong with the receipts of a book; nothing when all three are empty.
     *
     * @param missing the numbers that no receipt bears, ascending
     * @param twice the numbers that several receipts bear, ascending
     * @param payments those for which several receipts stand, ascending
     */
    public record Audit(List<Long> missing, List<Long> twice, List<PaymentId> payments) {

        /** The findings cannot change afterwards. */
        public Audit {
            missing = List.copyOf(missing);
            twice = List.copyOf(twice);
            payments = List.copyOf(payments);
        }
    }

    /** The last number is of the year of the book. */
    public ReceiptBook {
        Identifier.require("receipt book", name);
        if (last < 0 || lastOn.getYear() != year) {
            throw new IllegalArgumentException(
                    "book " + name + " of " + year + ": " + last + " on " + lastOn);
        }
    }

    /**
     * A new book.
     *
     * @param name which book
     * @param year of which year
     * @return no number is given out yet
     */
    public static ReceiptBook open(String name, int year) {
        return new ReceiptBook(name, year, 0, LocalDate.of(year, 1, 1));
    }

    /**
     * Gives the next number out.
     *
     * @param payment what the receipt is for, more than zero
     * @param on the day
     * @return the book and the receipt; or refused because the day is of another year or before
     *     that of the number before
     */
    public Decision<Issued> issue(Payment payment, LocalDate on) {
        List<Refusal> reasons = new ArrayList<>();
        if (on.getYear() != year) {
            reasons.add(
                    ReceiptRefusal.RECEIPT_OTHER_YEAR.because(
                            "book", name, "year", Integer.toString(year), "on", on.toString()));
        } else if (on.isBefore(lastOn)) {
            reasons.add(
                    ReceiptRefusal.RECEIPT_TOO_EARLY.because(
                            "book", name, "last", lastOn.toString(), "on", on.toString()));
        }
        return reasons.isEmpty() ? Decision.accept(next(payment, on)) : Decision.refuse(reasons);
    }

    private Issued next(Payment payment, LocalDate on) {
        long number = Math.addExact(last, 1);
        PaperReceipt receipt =
                new PaperReceipt(
                        new ReceiptNumber(name, year, number),
                        payment.id(),
                        payment.amount(),
                        on,
                        ReceiptState.ISSUED,
                        "",
                        "");
        return new Issued(new ReceiptBook(name, year, number, on), receipt);
    }

    /**
     * Checks that every number given out is borne once and every payment has one receipt that
     * stands.
     *
     * @param receipts those of this book, void ones included, in any order
     * @return what is wrong
     */
    public Audit audit(List<PaperReceipt> receipts) {
        Map<Long, Integer> borne = new HashMap<>();
        receipts.forEach(receipt -> borne.merge(receipt.number().number(), 1, Integer::sum));
        Set<PaymentId> seen = new HashSet<>();
        List<PaymentId> doubled =
                receipts.stream()
                        .filter(receipt -> receipt.state() != ReceiptState.VOID)
                        .map(PaperReceipt::payment)
                        .filter(payment -> !seen.add(payment))
                        .distinct()
                        .sorted()
                        .toList();
        return new Audit(
                LongStream.rangeClosed(1, last)
                        .filter(number -> !borne.containsKey(number))
                        .boxed()
                        .toList(),
                borne.keySet().stream()
                        .filter(number -> borne.getOrDefault(number, 0) > 1)
                        .sorted()
                        .toList(),
                doubled);
    }
}
