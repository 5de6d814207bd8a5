package dev.guanjia.reaction;

import dev.guanjia.billing.receipt.CashHandOver;
import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.ledger.SourceDocument;
import dev.guanjia.money.Money;
import dev.guanjia.reaction.Vouchers.Part;
import dev.guanjia.reaction.Vouchers.Voucher;
import java.util.List;
import java.util.Optional;

/**
 * Turns cash that is missing or too much when a collector hands it over into journal entries, by
 * the rules of {@code posting-rules.csv}, so that the books hold the cash that was handed over.
 * Source: requirements 03 P-CASH-DAILY: who handles cash is liable for what is missing.
 */
public final class CashPosting {

    private static final String SHORT = "cash-short";
    private static final String OVER = "cash-over";

    private final Vouchers vouchers;

    /**
     * A company's way of posting.
     *
     * @param rules which accounts each event touches
     * @param language what the narratives of the vouchers are written in
     */
    public CashPosting(PostingRules rules, Language language) {
        this.vouchers = new Vouchers(rules, language);
    }

    /**
     * The cash of a day was taken over by a second person.
     *
     * @param id names the entry
     * @param document names the day
     * @param day the day with its takings, handed over; the day of the hand-over is the accounting
     *     day
     * @return empty where the cash agrees; for what is missing debit what the collector owes,
     *     credit cash, and for what is too much debit cash, credit what is to be cleared; or
     *     refused with {@code POSTING_RULE_MISSING}
     * @throws IllegalArgumentException if the day was not handed over
     */
    public Optional<Decision<JournalEntry>> handedOver(
            JournalEntryId id, String document, CollectorDay day) {
        CashHandOver handOver = day.handOver();
        if (handOver == null) {
            throw new IllegalArgumentException("not handed over: " + document);
        }
        Money difference = day.difference().orElseThrow();
        if (difference.isZero()) {
            return Optional.empty();
        }
        Voucher voucher =
                new Voucher(
                        id,
                        handOver.on(),
                        new SourceDocument("CASH_DIFFERENCE", document),
                        day.collector().value());
        String event = difference.isNegative() ? SHORT : OVER;
        Money amount = difference.isNegative() ? difference.negated() : difference;
        Part part = new Part(event, PaymentMethod.CASH.name(), amount);
        return Optional.of(vouchers.entry(voucher, List.of(part)));
    }
}
