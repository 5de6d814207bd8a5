package dev.guanjia.ledger;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts an event touches.
 *
 * @param event what happened, e.g. {@code charge-entered}
 * @param key what kind of it, e.g. a fee item or a payment method
 * @param label the narrative of its entries
 * @param debit the account debited
 * @param credit the account credited, another one
 * @param from first day the rule applies, not before either account begins
 * @param source where the rule comes from
 */
public record PostingRule(
        String event,
        String key,
        Label label,
        Account debit,
        Account credit,
        LocalDate from,
        String source) {

    /** Rejects a rule that posts in a circle or before its accounts exist. */
    public PostingRule {
        if (debit.equals(credit)) {
            throw new IllegalArgumentException(
                    "rule debits and credits one account: " + debit.code());
        }
        for (Account account : List.of(debit, credit)) {
            if (from.isBefore(account.from())) {
                throw new IllegalArgumentException(
                        "rule begins before account " + account.code() + ": " + from);
            }
        }
    }

    /**
     * The two lines of an amount; the counterparty stands on whichever side is a control account.
     *
     * @param amount greater than zero
     * @param counterparty whom it concerns
     * @return debit, then credit
     */
    public List<JournalLine> lines(Money amount, String counterparty) {
        return lines(amount, counterparty, counterparty);
    }

    /**
     * The two lines of an amount that passes from one to another.
     *
     * @param amount greater than zero
     * @param debited whom the debit concerns, named if its account is a control account
     * @param credited whom the credit concerns, likewise
     * @return debit, then credit
     */
    public List<JournalLine> lines(Money amount, String debited, String credited) {
        return List.of(
                new JournalLine(debit, Side.DEBIT, amount, on(debit, debited)),
                new JournalLine(credit, Side.CREDIT, amount, on(credit, credited)));
    }

    private static @Nullable String on(Account account, String counterparty) {
        return account.isControl() ? counterparty : null;
    }
}
