package dev.guanjia.billing.receipt;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;

/**
 * Cash of a collector's day that was handed over. Source: requirements 03 P-REMIT.
 *
 * @param cash how much
 * @param receiver who took it over
 * @param on the day
 * @param approval the reference of the approval of a late one; may be blank on the same day
 */
public record CashHandOver(Money cash, Actor receiver, LocalDate on, String approval) {

    /**
     * Whether it came after its day.
     *
     * @param day the day of the takings
     * @return false if it was handed over on the day itself
     */
    public boolean isLate(LocalDate day) {
        return on.isAfter(day);
    }
}
