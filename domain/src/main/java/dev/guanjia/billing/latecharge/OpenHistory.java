package dev.guanjia.billing.latecharge;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * A charge and everything that changed what is open of it, so that any past day can be told.
 *
 * @param charge which charge
 * @param item its fee item
 * @param amount what it came to, more than zero
 * @param dueOn the last day that is not late
 * @param changes what changed it, in any order
 * @param deferments what was granted for it, in any order
 */
public record OpenHistory(
        ChargeId charge,
        FeeItemId item,
        Money amount,
        LocalDate dueOn,
        List<Change> changes,
        List<Deferment> deferments) {

    /**
     * Something that lowers what is open, or raises it again: a payment, a waiver, a reversal.
     *
     * @param on its business day; what is open is changed from this day
     * @param by how much, negative when it lowers what is open
     */
    public record Change(LocalDate on, Money by) {}

    /** Something was owed. */
    public OpenHistory {
        changes = List.copyOf(changes);
        deferments = List.copyOf(deferments);
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("nothing was owed: " + amount);
        }
    }

    /**
     * What is open at the end of a day, deferred or not.
     *
     * @param day the day
     * @return zero or more
     */
    public Money openOn(LocalDate day) {
        Money open =
                changes.stream()
                        .filter(change -> !change.on().isAfter(day))
                        .map(Change::by)
                        .reduce(amount, Money::plus);
        return open.isNegative() ? Money.zero(amount.currency()) : open;
    }

    /**
     * The days on which it is late, as it stands at the end of a day.
     *
     * @param asOf that day
     * @return what its deferrals leave of the days after the due day
     */
    public LateDays lateDays(LocalDate asOf) {
        return LateDays.of(this, asOf);
    }
}
