package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.billing.waiver.WaiverPosted;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.JournalLine;
import dev.guanjia.ledger.PostingRule;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.ledger.SourceDocument;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
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

    private final PostingRules rules;
    private final Language language;

    /**
     * A company's way of posting.
     *
     * @param rules which accounts each event touches
     * @param language what the narratives of the vouchers are written in
     */
    public PostingReaction(PostingRules rules, Language language) {
        this.rules = rules;
        this.language = language;
    }

    /** One movement of an entry, before its rule is known. */
    private record Part(String event, String key, Money amount) {}

    /** What every entry needs besides its lines. */
    private record Voucher(
            JournalEntryId id, LocalDate postedOn, SourceDocument document, UnitId unit) {}

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
        return entry(
                voucher,
                List.of(new Part(CHARGE_ENTERED, key.feeItem().value(), entered.amount())));
    }

    /**
     * Money came in: what was allocated settles receivables, the rest is owed to the unit.
     *
     * @param id names the entry
     * @param taken the payment and its allocation
     * @param postedOn the accounting day, usually the day of payment
     * @return debit the account of the method; credit receivables and advances of the unit
     */
    public Decision<JournalEntry> paymentTaken(
            JournalEntryId id, PaymentTaken taken, LocalDate postedOn) {
        String method = taken.payment().method().name();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(PAYMENT_ALLOCATED, method, taken.allocated()));
        parts.add(new Part(PAYMENT_PREPAID, method, taken.prepayment()));
        parts.removeIf(part -> part.amount().isZero());
        SourceDocument document = document("PAYMENT", taken.payment().id().value());
        return entry(new Voucher(id, postedOn, document, taken.payment().unit()), parts);
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
        return entry(
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
        return entry(new Voucher(id, postedOn, document, key.unit()), parts);
    }

    private Decision<JournalEntry> entry(Voucher voucher, List<Part> parts) {
        List<PostingRule> found = new ArrayList<>();
        List<Refusal> reasons = new ArrayList<>();
        for (Part part : parts) {
            rules.rule(part.event(), part.key(), voucher.postedOn())
                    .fold(found::add, reasons::addAll);
        }
        if (!reasons.isEmpty()) {
            return Decision.refuse(reasons);
        }
        List<JournalLine> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            found.get(i)
                    .lines(parts.get(i).amount(), voucher.unit().value())
                    .forEach(line -> add(lines, line));
        }
        return Decision.accept(
                new JournalEntry(
                        voucher.id(),
                        voucher.postedOn(),
                        narrative(found.get(0), voucher),
                        voucher.document(),
                        lines));
    }

    /** Two amounts of one document on the same side of the same account make one line. */
    private static void add(List<JournalLine> lines, JournalLine line) {
        for (int i = 0; i < lines.size(); i++) {
            JournalLine other = lines.get(i);
            Money sum = other.amount().plus(line.amount());
            JournalLine both =
                    new JournalLine(line.account(), line.side(), sum, line.counterparty());
            if (both.equals(with(other, sum))) {
                lines.set(i, both);
                return;
            }
        }
        lines.add(line);
    }

    private static JournalLine with(JournalLine line, Money amount) {
        return new JournalLine(line.account(), line.side(), amount, line.counterparty());
    }

    private String narrative(PostingRule rule, Voucher voucher) {
        return language.pick(rule.label().zh(), rule.label().en())
                + " "
                + voucher.unit()
                + " "
                + voucher.document().id();
    }

    private static SourceDocument document(String kind, String id) {
        return new SourceDocument(kind, id);
    }
}
