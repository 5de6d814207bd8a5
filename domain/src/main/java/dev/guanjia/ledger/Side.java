package dev.guanjia.ledger;

import dev.guanjia.money.Money;

/** The two sides of an account; the side, never a sign, carries direction. */
public enum Side {
    /** Left, 借. */
    DEBIT,
    /** Right, 贷. */
    CREDIT;

    /**
     * The other side.
     *
     * @return credit for debit, debit for credit
     */
    public Side opposite() {
        return this == DEBIT ? CREDIT : DEBIT;
    }

    /**
     * What an amount on this side does to a balance.
     *
     * @param amount on this side
     * @return the same amount for debit, its negative for credit
     */
    public Money signed(Money amount) {
        return this == DEBIT ? amount : amount.negated();
    }
}
