package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.billing.waiver.WaiverPosted;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.ledger.SourceDocument;
import dev.guanjia.reaction.Vouchers.Part;
import dev.guanjia.reaction.Vouchers.Voucher;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns what billing does into journal entries, one entry per document, by the rules of {@code
 * posting-rules.csv}. Every decision may be refused with {@code POSTING_RULE_MISSING}.
 */
public final class PostingReaction {

    private static final String CHARGE_ENTERED = "charge-entered";
    private static final String PAYMENT_ALLOCATED = "payment-allocated";
    private static final String PAYMENT_PREPAID = "payment-prepaid";
    private static final String WAIVER_POSTED = "waiver-posted";
    private static final String CHARGE_REFUNDED = "charge-refunded";
    private static final String REFUND_PAID_OUT = "refund-paid-out";
    private static final String CHARGE_REVERSED = "charge-reversed";
    private static final String CHARGE_RETURNED = "charge-returned";
    private static final String ANY = "ANY";

    private final Vouchers vouchers;

    /**
     * A company's way of posting.
     *
     * @param rules which accounts each event touches
     * @param language what the narratives of the vouchers are written in
     */
    public PostingReaction(PostingRules rules, Language language) {
        this.vouchers = new Vouchers(rules, language);
    }

    /**
     * The rules that ship with the library.
     *
     * @param chart where their accounts stand
     * @return the rules
     */
    public static PostingRules standardRules(ChartOfAccounts chart) {
        Table table = Table.of(PostingReaction.class, "posting-rules.csv", PostingRules.COLUMNS);
        return PostingRules.of(table, chart);
    }

    /**
     * A charge became binding: the unit owes it, and it is earned.
     *
     * @param id names the entry
     * @param entered the charge
     * @param postedOn the accounting day
     * @return debit receivables of the unit, credit the income of the fee item
     */
    public Decision<JournalEntry> chargeEntered(
            JournalEntryId id, ChargeEntered entered, LocalDate postedOn) {
        ChargeKey key = entered.key();
        Voucher voucher =
                new Voucher(id, postedOn, document("CHARGE", entered.charge().value()), key.unit());
        return vouchers.entry(
                voucher,
                List.of(new Part(CHARGE_ENTERED, key.feeItem().value(), entered.amount())));
    }

    /**
     * Money came in: what was allocated settles receivables, the rest is owed to the unit.
     *
     * @param id names the entry
     * @param taken the payment and its allocation
     * @param postedOn the accounting day, usually the day of payment
     * @return debit the account of the method; credit receivables of the units whose charges it
     *     settles, and advances of the unit that it is for
     */
    public Decision<JournalEntry> paymentTaken(
            JournalEntryId id, PaymentTaken taken, LocalDate postedOn) {
        String method = taken.payment().method().name();
        List<Part> parts = new ArrayList<>();
        Vouchers.byUnit(taken.allocations())
                .forEach((unit, sum) -> parts.add(new Part(PAYMENT_ALLOCATED, method, sum, unit)));
        parts.add(new Part(PAYMENT_PREPAID, method, taken.prepayment()));
        parts.removeIf(part -> part.amount().isZero());
        SourceDocument document = document("PAYMENT", taken.payment().id().value());
        return vouchers.entry(new Voucher(id, postedOn, document, taken.payment().unit()), parts);
    }

    /**
     * A waiver was signed: the unit owes less, and less is earned.
     *
     * @param id names the entry
     * @param posted the signed waiver
     * @param postedOn the accounting day, usually the day of the signature
     * @return debit fees waived, credit receivables of the unit
     */
    public Decision<JournalEntry> waiverPosted(
            JournalEntryId id, WaiverPosted posted, LocalDate postedOn) {
        ChargeKey key = posted.proposal().key();
        SourceDocument document = document("WAIVER", posted.proposal().id().value());
        return vouchers.entry(
                new Voucher(id, postedOn, document, key.unit()),
                List.of(new Part(WAIVER_POSTED, key.feeItem().value(), posted.amount())));
    }

    /**
     * Paid work failed: less is earned, and the unit owes less or has its money back.
     *
     * @param id names the entry
     * @param refunded what was given back
     * @param postedOn the accounting day
     * @return debit the income of the fee item, credit receivables of the unit; what was paid out
     *     again debits them and credits the account of the method
     */
    public Decision<JournalEntry> chargeRefunded(
            JournalEntryId id, ChargeRefunded refunded, LocalDate postedOn) {
        ChargeKey key = refunded.key();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(CHARGE_REFUNDED, key.feeItem().value(), refunded.amount()));
        if (refunded.method() != null) {
            parts.add(new Part(REFUND_PAID_OUT, refunded.method().name(), refunded.paidOut()));
        }
        SourceDocument document = document("REFUND", refunded.refund());
        return vouchers.entry(new Voucher(id, postedOn, document, key.unit()), parts);
    }

    /**
     * A charge was taken back: less is earned and owed, and what was paid of it is owed to the unit
     * whose payment it was.
     *
     * @param id names the entry
     * @param event what was taken back, more than zero
     * @return debit the income of the fee item, credit receivables of the unit; and for what was
     *     paid debit receivables, credit advances of the units whose payments it was
     */
    public Decision<JournalEntry> chargeReversed(JournalEntryId id, ChargeTakenBack event) {
        ChargeKey key = event.key();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(CHARGE_REVERSED, key.feeItem().value(), event.amount()));
        event.returned()
                .forEach(
                        (payer, paid) ->
                                parts.add(new Part(CHARGE_RETURNED, ANY, paid, key.unit(), payer)));
        SourceDocument document = document("CHARGE_REVERSAL", event.reversal().charge().value());
        return vouchers.entry(new Voucher(id, event.reversal().on(), document, key.unit()), parts);
    }

    private static SourceDocument document(String kind, String id) {
        return new SourceDocument(kind, id);
    }
}
