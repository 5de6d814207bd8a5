package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.fee.FeeItemCatalogue;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private static final String CHARGE_TAXED = "charge-taxed";
    private static final String CHARGE_UNTAXED = "charge-untaxed";
    private static final String RELIEF_UNTAXED = "relief-untaxed";
    private static final String RELIEF_WITHDRAWN = "relief-withdrawn";
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
     * Rules that know whose income each fee is.
     *
     * @param rules with rows for kinds of income, as {@code *ON_BEHALF}
     * @param items what a company charges for
     * @return the same rules, for these fees
     */
    public static PostingRules byIncome(PostingRules rules, FeeItemCatalogue items) {
        Map<String, String> kinds = new TreeMap<>();
        items.items().forEach(item -> kinds.put(item.id().value(), item.income().name()));
        return rules.withKinds(kinds);
    }

    /**
     * A charge became binding: the unit owes it, and its net is earned, or owed to whom it is
     * collected for.
     *
     * @param id names the entry
     * @param entered the charge
     * @param postedOn the accounting day
     * @return debit receivables of the unit; credit the income of the fee item, and the tax payable
     */
    public Decision<JournalEntry> chargeEntered(
            JournalEntryId id, ChargeEntered entered, LocalDate postedOn) {
        ChargeKey key = entered.key();
        Voucher voucher =
                new Voucher(id, postedOn, document("CHARGE", entered.charge().value()), key.unit());
        String item = key.feeItem().value();
        return vouchers.entry(
                voucher,
                posted(
                        new Part(CHARGE_ENTERED, item, entered.taxed().net()),
                        new Part(CHARGE_TAXED, item, entered.taxed().tax())));
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
     * A waiver was signed: the unit owes less, and less is earned. The tax of the charge stays.
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
     * @return debit the income of the fee item and the tax payable, credit receivables of the unit;
     *     what was paid out again debits them and credits the account of the method
     */
    public Decision<JournalEntry> chargeRefunded(
            JournalEntryId id, ChargeRefunded refunded, LocalDate postedOn) {
        ChargeKey key = refunded.key();
        String item = key.feeItem().value();
        List<Part> parts =
                posted(
                        new Part(CHARGE_REFUNDED, item, refunded.taxed().net()),
                        new Part(CHARGE_UNTAXED, item, refunded.taxed().tax()));
        if (refunded.method() != null) {
            parts.add(new Part(REFUND_PAID_OUT, refunded.method().name(), refunded.paidOut()));
        }
        SourceDocument document = document("REFUND", refunded.refund());
        return vouchers.entry(new Voucher(id, postedOn, document, key.unit()), parts);
    }

    /**
     * A charge was taken back: less is earned and owed, no tax of it is left, and what was paid of
     * it is owed to the unit whose payment it was. What was waived or written off before stays so,
     * unless the rules withdraw it, as where it was owed to somebody else.
     *
     * @param id names the entry
     * @param event what was taken back
     * @return debit the income of the fee item and the tax payable, credit receivables of the unit;
     *     for what was paid debit receivables, credit advances of the units whose payments it was;
     *     empty if nothing is left to take back
     */
    public Decision<Optional<JournalEntry>> chargeReversed(
            JournalEntryId id, ChargeTakenBack event) {
        ChargeKey key = event.key();
        String item = key.feeItem().value();
        LocalDate on = event.reversal().on();
        List<Part> parts =
                posted(
                        new Part(CHARGE_REVERSED, item, event.amount().minus(event.untaxed())),
                        new Part(CHARGE_UNTAXED, item, event.untaxed()),
                        new Part(RELIEF_UNTAXED, item, event.reliefTax()));
        if (event.relief().isPositive() && vouchers.posts(RELIEF_WITHDRAWN, item, on)) {
            parts.add(new Part(RELIEF_WITHDRAWN, item, event.relief()));
        }
        event.returned()
                .forEach(
                        (payer, paid) ->
                                parts.add(new Part(CHARGE_RETURNED, ANY, paid, key.unit(), payer)));
        if (parts.isEmpty()) {
            return Decision.accept(Optional.empty());
        }
        SourceDocument document = document("CHARGE_REVERSAL", event.reversal().charge().value());
        return vouchers.entry(new Voucher(id, on, document, key.unit()), parts)
                .fold(entry -> Decision.accept(Optional.of(entry)), Decision::refuse);
    }

    /** What is nothing is not posted. */
    private static List<Part> posted(Part... parts) {
        return Stream.of(parts)
                .filter(part -> !part.amount().isZero())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static SourceDocument document(String kind, String id) {
        return new SourceDocument(kind, id);
    }
}
