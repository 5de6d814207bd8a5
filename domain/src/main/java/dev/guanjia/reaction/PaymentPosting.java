package dev.guanjia.reaction;

import dev.guanjia.billing.settlement.Allocation;
import dev.guanjia.billing.settlement.PaymentReversed;
import dev.guanjia.billing.settlement.PrepaymentRule;
import dev.guanjia.billing.settlement.RefundPaid;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.ledger.SourceDocument;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import dev.guanjia.reaction.Vouchers.Part;
import dev.guanjia.reaction.Vouchers.Voucher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns what becomes of a payment once it was taken into journal entries, by the rules of {@code
 * posting-rules.csv}. Every decision may be refused with {@code POSTING_RULE_MISSING}.
 */
public final class PaymentPosting {

    private static final String PREPAYMENT_USED = "prepayment-used";
    private static final String ANY = "ANY";
    private static final String PAYMENT_REVERSED = "payment-reversed";
    private static final String PREPAYMENT_REVERSED = "prepayment-reversed";
    private static final String PREPAYMENT_REFUNDED = "prepayment-refunded";
    private static final String REFUND_PAID_OUT = "refund-paid-out";

    private final Vouchers vouchers;

    /**
     * A company's way of posting.
     *
     * @param rules which accounts each event touches
     * @param language what the narratives of the vouchers are written in
     */
    public PaymentPosting(PostingRules rules, Language language) {
        this.vouchers = new Vouchers(rules, language);
    }

    /**
     * What was kept for a unit settled charges of it: what is owed to the unit and what it owes
     * both become less.
     *
     * @param id names the entry
     * @param use names the occasion on which it was used
     * @param uses what was used, at least one, all of one unit
     * @param postedOn the accounting day
     * @return debit advances, credit receivables of the unit
     * @throws IllegalArgumentException if nothing was used, or of several units
     */
    public Decision<JournalEntry> prepaymentUsed(
            JournalEntryId id, String use, List<PrepaymentRule.Use> uses, LocalDate postedOn) {
        List<Allocation> shares = uses.stream().map(PrepaymentRule.Use::part).toList();
        List<Part> parts = parts(PREPAYMENT_USED, ANY, shares);
        if (parts.size() != 1) {
            throw new IllegalArgumentException("not of one unit: " + uses);
        }
        UnitId unit = shares.get(0).key().unit();
        SourceDocument document = new SourceDocument("PREPAYMENT_USE", use);
        return vouchers.entry(new Voucher(id, postedOn, document, unit), parts);
    }

    /**
     * A payment was undone: what it settled is owed again, and what was kept is not.
     *
     * @param id names the entry
     * @param reversal names the document
     * @param event what was undone; the day of the reversal is the accounting day
     * @return debit receivables and advances of the units, credit the account of the method
     */
    public Decision<JournalEntry> paymentReversed(
            JournalEntryId id, String reversal, PaymentReversed event) {
        String method = event.before().taken().payment().method().name();
        List<Part> parts = parts(PAYMENT_REVERSED, method, event.reopened());
        addUnlessZero(parts, new Part(PREPAYMENT_REVERSED, method, event.prepayment()));
        SourceDocument document = new SourceDocument("PAYMENT_REVERSAL", reversal);
        UnitId unit = event.before().taken().payment().unit();
        return vouchers.entry(new Voucher(id, event.reversal().on(), document, unit), parts);
    }

    /**
     * Money of a payment was given back: what was kept first, then what settled charges, which are
     * owed again.
     *
     * @param id names the entry
     * @param event what was paid out; its day is the accounting day
     * @return debit advances and receivables of the units, credit the account of the method
     */
    public Decision<JournalEntry> refundPaid(JournalEntryId id, RefundPaid event) {
        String method = event.method().name();
        List<Part> parts = new ArrayList<>();
        addUnlessZero(parts, new Part(PREPAYMENT_REFUNDED, method, event.kept()));
        parts.addAll(parts(REFUND_PAID_OUT, method, event.reopened()));
        SourceDocument document =
                new SourceDocument("PAYMENT_REFUND", event.refund().proposal().id());
        UnitId unit = event.before().taken().payment().unit();
        return vouchers.entry(new Voucher(id, event.on(), document, unit), parts);
    }

    private static List<Part> parts(String event, String key, List<Allocation> shares) {
        List<Part> parts = new ArrayList<>();
        Vouchers.byUnit(shares).forEach((unit, sum) -> parts.add(new Part(event, key, sum, unit)));
        return parts;
    }

    private static void addUnlessZero(List<Part> parts, Part part) {
        Money amount = part.amount();
        if (!amount.isZero()) {
            parts.add(part);
        }
    }
}
