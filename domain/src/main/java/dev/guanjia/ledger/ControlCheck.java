package dev.guanjia.ledger;

import dev.guanjia.money.Money;

/**
 * A control account held against its sub-ledger at one moment.
 *
 * @param account the control account
 * @param control its balance in the general ledger, debit less credit
 * @param subLedger the sum of its sub-ledger, debit less credit, in the same currency
 */
public record ControlCheck(AccountCode account, Money control, Money subLedger) {

    /** Rejects balances that cannot be compared. */
    public ControlCheck {
        if (!control.currency().equals(subLedger.currency())) {
            throw new IllegalArgumentException(
                    "currencies differ: " + control + " and " + subLedger);
        }
    }

    /**
     * Whether both tell the same.
     *
     * @return true to the fen
     */
    public boolean agrees() {
        return control.equals(subLedger);
    }
}
