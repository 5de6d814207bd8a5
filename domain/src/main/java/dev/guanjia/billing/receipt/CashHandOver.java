package dev.guanjia.billing.receipt;

import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Cash of a collector's day that was handed over. Source: requirements 03 P-REMIT; 06 A-105.
 *
 * @param cash how much
 * @param receiver who took it over
 * @param on the day
 * @param approval the reference of the approval of a late one; may be blank in time
 * @param lastDay the last day in time; null where no calendar says which days are worked
 */
public record CashHandOver(
        Money cash, Actor receiver, LocalDate on, String approval, @Nullable LocalDate lastDay) {

    /**
     * Whether it came too late, or is not known to be in time.
     *
     * @param day the day of the takings, which is always in time
     * @return false until the last day
     */
    public boolean isLate(LocalDate day) {
        return on.isAfter(day) && (lastDay == null || on.isAfter(lastDay));
    }

    Refusal lateness(LocalDate day) {
        String of = day.toString();
        return lastDay == null
                ? ReceiptRefusal.TAKINGS_TIME_UNKNOWN.because("day", of, "on", on.toString())
                : ReceiptRefusal.TAKINGS_LATE.because(
                        "day", of, "on", on.toString(), "last", lastDay.toString());
    }
}
