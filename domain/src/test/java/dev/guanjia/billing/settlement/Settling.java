package dev.guanjia.billing.settlement;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;

/** Small, valid payments and what they settle. */
public final class Settling {

    public static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    public static final UnitId UNIT = new UnitId("un_1");

    private Settling() {}

    /** Due on the tenth of the month after its own. */
    public static OpenCharge open(String id, FeeItemId item, int month, long fen) {
        return new OpenCharge(
                new ChargeId(id),
                Billing.key("un_1", item, Billing.month(month)),
                item.equals(Billing.SERVICE) ? 10 : 20,
                LocalDate.of(2026, 1, 10).plusMonths(month),
                Money.fen(fen));
    }

    public static Payment payment(String id, long fen) {
        return payment(id, fen, DAY);
    }

    public static Payment payment(String id, long fen, LocalDate on) {
        return new Payment(new PaymentId(id), UNIT, Money.fen(fen), PaymentMethod.CASH, on);
    }

    public static Actor actor(String staff) {
        return new Actor(new StaffId(staff), new PostKey("CASHIER"), "v1");
    }
}
