package dev.guanjia.billing.receipt;

import dev.guanjia.money.Money;
import java.time.LocalDate;

/**
 * Cash that was counted at the end of a collector's day. Source: requirements 03 P-CASH-DAILY.
 *
 * @param counted how much, zero or more
 * @param explanation why it is not what should have been there; may be blank where it is
 * @param on the day of the count
 */
public record CashCount(Money counted, String explanation, LocalDate on) {

    /**
     * What was counted less what should have been there. Where more cash was paid out than taken,
     * the safe gave the rest, and nothing should be there.
     *
     * @param cash what was taken in cash on the day, below zero where more was paid out
     * @return below zero when cash is missing
     */
    public Money difference(Money cash) {
        return cash.isNegative() ? counted : counted.minus(cash);
    }
}
