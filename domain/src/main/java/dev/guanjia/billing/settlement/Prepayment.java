package dev.guanjia.billing.settlement;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a payment is kept for charges to come (预缴). Source: requirements 05 S20.
 *
 * @param payment whose money it is
 * @param unit for which unit
 * @param payer who paid
 * @param item the only fee item it may settle; null for any
 * @param year the only days whose charges it may settle, for a year that is paid ahead; null for
 *     any
 * @param paidOn the day of the payment
 * @param left how much, more than zero
 */
public record Prepayment(
        PaymentId payment,
        UnitId unit,
        Payer payer,
        @Nullable FeeItemId item,
        @Nullable ServicePeriod year,
        LocalDate paidOn,
        Money left) {

    /** Which money is used first: by the day of the payment and, to be certain, its id. */
    public static final Comparator<Prepayment> OLDEST_FIRST =
            Comparator.comparing(Prepayment::paidOn).thenComparing(Prepayment::payment);

    /** Something is kept. */
    public Prepayment {
        if (!left.isPositive()) {
            throw new IllegalArgumentException("nothing is left of " + payment + ": " + left);
        }
    }

    /**
     * Money that may settle charges of any day.
     *
     * @param payment whose money it is
     * @param unit for which unit
     * @param payer who paid
     * @param item the only fee item it may settle; null for any
     * @param paidOn the day of the payment
     * @param left how much, more than zero
     */
    public Prepayment(
            PaymentId payment,
            UnitId unit,
            Payer payer,
            @Nullable FeeItemId item,
            LocalDate paidOn,
            Money left) {
        this(payment, unit, payer, item, null, paidOn, left);
    }

    /**
     * Tells whether the money may be used for a charge.
     *
     * @param charge a charge of the same unit
     * @return whether it is bound to no item or to that of the charge, and to no days or to a year
     *     that all days of the charge are in
     */
    public boolean serves(OpenCharge charge) {
        boolean ofItem = item == null || item.equals(charge.key().feeItem());
        ServicePeriod days = charge.key().period();
        return ofItem && (year == null || days.without(List.of(year)).isEmpty());
    }
}
