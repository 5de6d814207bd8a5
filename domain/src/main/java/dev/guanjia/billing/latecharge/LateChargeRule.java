package dev.guanjia.billing.latecharge;

import dev.guanjia.billing.fee.FeeItemId;
import java.time.LocalDate;

/**
 * A company's rule for late payment of a fee (违约金). The product ships none. Source: requirements 06
 *
 *
 * @param item of which fee
 * @param from the first day that it prices
 * @param terms how much
 * @param source the contract or resolution that allows it, not blank
 */
public record LateChargeRule(FeeItemId item, LocalDate from, LateChargeTerms terms, String source) {

    /** Nobody pays for being late without a ground. */
    public LateChargeRule {
        if (source.isBlank()) {
            throw new IllegalArgumentException("late charge of " + item + " has no source");
        }
    }

    /** Whether another rule prices the same fee from the same day. */
    boolean startsWith(LateChargeRule other) {
        return item.equals(other.item) && from.equals(other.from);
    }
}
