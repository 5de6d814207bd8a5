package dev.guanjia.reaction;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.billing.FeeItemId;
import dev.guanjia.billing.Quantity;
import dev.guanjia.billing.ServicePeriod;
import dev.guanjia.billing.TariffId;
import dev.guanjia.money.Rational;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.paid.PaidCharge;
import dev.guanjia.workorder.paid.PaidLine;
import java.time.LocalDate;
import java.time.YearMonth;

/** Paid work that was accepted becomes a charge. Source: 03 P-PAID-REPAIR; 05 S10. */
public final class PaidBilling {

    /** What paid work is charged as. */
    public static final FeeItemId FEE_ITEM = new FeeItemId("PAID_SERVICE");

    private PaidBilling() {}

    /**
     * The charge of an order: there is one at most, because the order is part of its key.
     *
     * @param id names the charge
     * @param order the work order
     * @param paid what is to be charged
     * @param day the day of acceptance; the charge falls in its month and is due on it
     * @return a charge of exactly the sum of the lines
     */
    public static Charge charge(ChargeId id, WorkOrderId order, PaidCharge paid, LocalDate day) {
        ServicePeriod period = new ServicePeriod(YearMonth.from(day));
        ChargeTrace trace =
                new ChargeTrace(
                        new TariffId(order.value()),
                        new Quantity.Quoted(order.value(), paid.amount().toRational()),
                        Rational.ONE,
                        paid.amount().currency(),
                        PaidLine.ROUNDING);
        return new Charge(
                id,
                new ChargeKey(paid.unit(), FEE_ITEM, period, order.value()),
                paid.amount(),
                day,
                trace);
    }
}
