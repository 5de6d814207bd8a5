package dev.guanjia.billing.arrears;

import dev.guanjia.billing.settlement.OpenCharge;
import dev.guanjia.property.Payer;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An open charge and who owes it. Source: requirements 03 P-DEFER; 06 A-86.
 *
 * @param payer who owes it
 * @param charge what is open
 * @param deferredUntil the last day on which it is not late although due; null if not deferred
 */
public record Owed(Payer payer, OpenCharge charge, @Nullable LocalDate deferredUntil) {

    /**
     * How it stands.
     *
     * @param asOf the day
     * @return not due to the end of its due day, deferred to the end of the promised day, then
     *     overdue
     */
    public Standing standing(LocalDate asOf) {
        if (!asOf.isAfter(charge.dueOn())) {
            return Standing.NOT_DUE;
        }
        return deferredUntil != null && !asOf.isAfter(deferredUntil)
                ? Standing.DEFERRED
                : Standing.OVERDUE;
    }

    /**
     * How late it is.
     *
     * @param asOf the day
     * @return days since the due day, zero while it is not overdue; a broken promise counts from
     *     the due day, not from the promised one
     */
    public long daysOverdue(LocalDate asOf) {
        return standing(asOf) == Standing.OVERDUE
                ? ChronoUnit.DAYS.between(charge.dueOn(), asOf)
                : 0;
    }
}
