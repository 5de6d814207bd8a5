package dev.guanjia.billing.latecharge;

import dev.guanjia.billing.fee.FeeItemId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A company's rule for late payment of a fee (违约金). The product ships none. Source: requirements 06
 *
 *
 * @param item of which fee
 * @param from the first day that it prices
 * @param until the first day on which it no longer does; null where it holds until the next starts
 * @param terms how much
 * @param source the contract or resolution that allows it, not blank
 */
public record LateChargeRule(
        FeeItemId item,
        LocalDate from,
        @Nullable LocalDate until,
        LateChargeTerms terms,
        String source) {

    /** Nobody pays for being late without a ground; a rule holds for a day at least. */
    public LateChargeRule {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException(item + " from " + from + " until " + until);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("late charge of " + item + " has no source");
        }
    }

    boolean holdsOn(LocalDate day) {
        return !from.isAfter(day) && (until == null || day.isBefore(until));
    }

    LateChargeRule endedOn(LocalDate end) {
        return new LateChargeRule(item, from, end, terms, source);
    }

    /** Whether another rule prices the same fee from the same day. */
    boolean startsWith(LateChargeRule other) {
        return item.equals(other.item) && from.equals(other.from);
    }
}
