package dev.guanjia.reaction;

import dev.guanjia.billing.deposit.Deposit;
import dev.guanjia.billing.deposit.DepositAction;
import dev.guanjia.billing.deposit.DepositEvent;
import dev.guanjia.billing.deposit.DepositTaken;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.ledger.SourceDocument;
import dev.guanjia.reaction.Vouchers.Part;
import dev.guanjia.reaction.Vouchers.Voucher;
import java.time.LocalDate;
import java.util.List;

/**
 * Turns what becomes of deposits into journal entries, by the rules of {@code posting-rules.csv}:
 * what is held is owed back, unit by unit. Every decision may be refused with {@code
 * POSTING_RULE_MISSING}.
 */
public final class DepositPosting {

    private static final String TAKEN = "deposit-taken";
    private static final String DEDUCTED = "deposit-deducted";
    private static final String REFUNDED = "deposit-refunded";

    private final Vouchers vouchers;

    /**
     * A company's way of posting.
     *
     * @param rules which accounts each event touches
     * @param language what the narratives of the vouchers are written in
     */
    public DepositPosting(PostingRules rules, Language language) {
        this.vouchers = new Vouchers(rules, language);
    }

    /**
     * A deposit came in.
     *
     * @param id names the entry
     * @param taken the deposit; its day is the accounting day
     * @param method how the money came
     * @return debit the account of the method, credit the deposits held of the unit
     */
    public Decision<JournalEntry> taken(
            JournalEntryId id, DepositTaken taken, PaymentMethod method) {
        return entry(
                voucher(id, taken, taken.on(), new SourceDocument("DEPOSIT", taken.id().value())),
                new Part(TAKEN, method.name(), taken.amount()));
    }

    /**
     * A part of a deposit was kept.
     *
     * @param id names the entry
     * @param deposit the deposit, whose last event is the deduction; its day is the accounting day
     * @return debit the deposits held of the unit, credit income
     * @throws IllegalArgumentException if its last event is another
     */
    public Decision<JournalEntry> deducted(JournalEntryId id, Deposit deposit) {
        DepositEvent event = last(deposit, DepositAction.DEDUCT);
        String document = deposit.taken().id() + "." + deposit.events().size();
        return entry(
                voucher(
                        id,
                        deposit.taken(),
                        event.on(),
                        new SourceDocument("DEPOSIT_DEDUCTION", document)),
                new Part(DEDUCTED, deposit.taken().kind().id(), event.amount()));
    }

    /**
     * A deposit was paid back.
     *
     * @param id names the entry
     * @param deposit the deposit, whose last event is the refund; its day is the accounting day
     * @param method how the money left
     * @return debit the deposits held of the unit, credit the account of the method
     * @throws IllegalArgumentException if its last event is another
     */
    public Decision<JournalEntry> refunded(
            JournalEntryId id, Deposit deposit, PaymentMethod method) {
        DepositEvent event = last(deposit, DepositAction.REFUND);
        SourceDocument document =
                new SourceDocument("DEPOSIT_REFUND", deposit.taken().id().value());
        return entry(
                voucher(id, deposit.taken(), event.on(), document),
                new Part(REFUNDED, method.name(), event.amount()));
    }

    private Decision<JournalEntry> entry(Voucher voucher, Part part) {
        return vouchers.entry(voucher, List.of(part));
    }

    private static Voucher voucher(
            JournalEntryId id, DepositTaken taken, LocalDate on, SourceDocument document) {
        return new Voucher(id, on, document, taken.unit());
    }

    private static DepositEvent last(Deposit deposit, DepositAction action) {
        List<DepositEvent> events = deposit.events();
        if (events.isEmpty() || events.get(events.size() - 1).action() != action) {
            throw new IllegalArgumentException("last event is not " + action + ": " + deposit);
        }
        return events.get(events.size() - 1);
    }
}
