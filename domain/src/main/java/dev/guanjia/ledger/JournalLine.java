package dev.guanjia.ledger;

import dev.guanjia.decision.Identifier;
import dev.guanjia.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One side of an entry.
 *
 * @param account where it is posted
 * @param side debit or credit
 * @param amount greater than zero; direction is carried by the side, never by the sign
 * @param counterparty the key in the sub-ledger, present exactly on a control account
 */
public record JournalLine(Account account, Side side, Money amount, @Nullable String counterparty) {

    /** Rejects amounts of zero or less, and a counterparty missing or out of place. */
    public JournalLine {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("journal amount must be positive: " + amount);
        }
        if (account.isControl() != (counterparty != null)) {
            throw new IllegalArgumentException(
                    "a counterparty stands exactly on control accounts: "
                            + account.code()
                            + " "
                            + counterparty);
        }
        if (counterparty != null) {
            Identifier.require("counterparty", counterparty);
        }
    }

    /**
     * What the line does to the balance of its account.
     *
     * @return the amount, negative on credit
     */
    public Money signed() {
        return side.signed(amount);
    }

    /**
     * The line that undoes this one.
     *
     * @return the same line on the other side
     */
    public JournalLine reversed() {
        return new JournalLine(account, side.opposite(), amount, counterparty);
    }
}
