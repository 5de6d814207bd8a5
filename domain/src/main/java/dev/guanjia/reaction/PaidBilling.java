package dev.guanjia.reaction;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.ChargeSegment;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.billing.Quantity;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.money.Rational;
import dev.guanjia.property.Payer;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.paid.PaidCharge;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Paid work that was accepted becomes a charge. Source: 03 P-PAID-REPAIR; 05 S10.
 *
 * @param order the work order
 * @param payer who owes it
 */
public record PaidBilling(WorkOrderId order, Payer payer) {

    /** What paid work is charged as. */
    public static final FeeItemId FEE_ITEM = new FeeItemId("PAID_SERVICE");

    /**
     * The charge of the order: there is one at most, because the order is part of its key.
     *
     * @param id names the charge
     * @param paid what is to be charged
     * @param day the day of acceptance; the charge falls in its month and is due on it
     * @return a charge of exactly the sum of the lines
     */
    public Charge charge(ChargeId id, PaidCharge paid, LocalDate day) {
        ServicePeriod period = ServicePeriod.of(YearMonth.from(day));
        ChargeSegment quoted =
                new ChargeSegment(
                        new TariffId(order.value()),
                        period,
                        new Quantity.Quoted(order.value(), paid.amount().toRational()),
                        null,
                        new Rate(Rational.ONE),
                        Rational.ONE,
                        List.of());
        ChargeTrace trace = ChargeTrace.of(quoted, paid.amount().currency());
        return new Charge(
                id,
                new ChargeKey(paid.unit(), FEE_ITEM, period, order.value()),
                payer,
                paid.amount(),
                day,
                trace);
    }
}
