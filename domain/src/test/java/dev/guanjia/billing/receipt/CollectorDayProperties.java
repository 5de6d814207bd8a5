package dev.guanjia.billing.receipt;

import static dev.guanjia.billing.settlement.Settling.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.Settling;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CollectorDayProperties {

    private static final PaymentMethod[] METHODS = PaymentMethod.values();

    @Property
    void theDaysOfAllCollectorsComeToThePayments(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 100_000) Integer> fen) {
        Map<String, CollectorDay> days = new TreeMap<>();
        long paid = 0;
        for (int i = 0; i < fen.size(); i++) {
            Payment payment = payment(i, fen.get(i));
            String collector = "st_" + fen.get(i) % 2;
            CollectorDay before =
                    days.getOrDefault(
                            collector + payment.paidOn(),
                            CollectorDay.open(new StaffId(collector), payment.paidOn(), Money.CNY));
            days.put(
                    collector + payment.paidOn(),
                    before.take(payment).fold(day -> day, reasons -> before));
            paid += fen.get(i);
        }
        Money sum =
                days.values().stream().map(CollectorDay::total).reduce(Money.fen(0), Money::plus);
        assertThat(sum).isEqualTo(Money.fen(paid));
    }

    private static Payment payment(int number, int fen) {
        return new Payment(
                new PaymentId("pm_" + number),
                Settling.UNIT,
                Money.fen(fen),
                METHODS[fen % METHODS.length],
                DAY.plusDays(fen % 3));
    }
}
