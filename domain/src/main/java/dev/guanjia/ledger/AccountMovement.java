package dev.guanjia.ledger;

import dev.guanjia.money.Money;

/**
 * What moved on one account in a period, as the shell sums it up.
 *
 * @param account the account
 * @param debit all debits of the period, zero or more
 * @param credit all credits of the period, zero or more, in the same currency
 * @param opening the balance before the period, debit less credit, in the same currency
 */
public record AccountMovement(AccountCode account, Money debit, Money credit, Money opening) {

    /** Rejects sums below zero and mixed currencies. */
    public AccountMovement {
        if (debit.isNegative() || credit.isNegative()) {
            throw new IllegalArgumentException(
                    "sums of a side are never negative: " + debit + ", " + credit);
        }
        if (!debit.currency().equals(credit.currency())
                || !debit.currency().equals(opening.currency())) {
            throw new IllegalArgumentException(
                    "currencies differ: " + debit + ", " + credit + ", " + opening);
        }
    }

    /**
     * Adds another movement of the same account.
     *
     * @param other of the same account and currency
     * @return both together
     */
    public AccountMovement plus(AccountMovement other) {
        if (!account.equals(other.account)) {
            throw new IllegalArgumentException(
                    "accounts differ: " + account + " and " + other.account);
        }
        return new AccountMovement(
                account,
                debit.plus(other.debit),
                credit.plus(other.credit),
                opening.plus(other.opening));
    }

    /**
     * The balance after the period.
     *
     * @return opening plus debit less credit
     */
    public Money closing() {
        return opening.plus(debit).minus(credit);
    }
}
