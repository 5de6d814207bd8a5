package dev.guanjia.ledger;

import dev.guanjia.catalogue.Label;
import java.time.LocalDate;

/**
 * An account of the general ledger that lines are posted to.
 *
 * @param code its number
 * @param label its name in both languages
 * @param kind what it tells about the company
 * @param normal the side its balance normally stands on; a reduction of income stands on debit
 * @param subLedger the sub-ledger it controls, or none
 * @param from first day it may be posted to
 * @param source where the account is prescribed
 */
public record Account(
        AccountCode code,
        Label label,
        AccountKind kind,
        Side normal,
        SubLedger subLedger,
        LocalDate from,
        String source) {

    /**
     * Whether its balance must agree with a sub-ledger.
     *
     * @return true for a control account
     */
    public boolean isControl() {
        return subLedger != SubLedger.NONE;
    }
}
