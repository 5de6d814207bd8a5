package dev.guanjia.ledger;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import java.util.Map;

/** Why the books say no, most important first. */
public enum LedgerRefusal implements RefusalCode {
    /** The month is closed; facts {@code period}. */
    PERIOD_CLOSED("period-closed"),
    /** A month before has entries and is open; facts {@code period}, {@code earlier}. */
    EARLIER_PERIOD_OPEN("earlier-period-open"),
    /**
     * Debits differ from credits; facts {@code period}, the sums {@code debit}, {@code credit} and
     * {@code opening}.
     */
    TRIAL_BALANCE_UNBALANCED("trial-balance-unbalanced"),
    /** Facts {@code account}, {@code control}, {@code sub_ledger}: the two balances. */
    CONTROL_ACCOUNT_DIFFERS("control-account-differs"),
    /**
     * No rule says which accounts an event touches; facts {@code event}, {@code key}, {@code day}.
     */
    POSTING_RULE_MISSING("posting-rule-missing");

    private final String key;

    LedgerRefusal(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    Refusal with(Map<String, String> facts) {
        return new Refusal(this, facts);
    }
}
