package dev.guanjia.server.demo;

import static dev.guanjia.server.demo.Office.key;

import dev.guanjia.client.generated.api.BillingApi;
import dev.guanjia.client.model.Charge;
import dev.guanjia.client.model.Money;
import dev.guanjia.client.model.Payment;
import dev.guanjia.client.model.PaymentCreate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The cashier takes the owners' payments, in the order of the days on which they came. */
final class PaymentStep {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Console console;
    private final DemoPlan plan;
    private final BillingApi billing;
    private final Map<String, BigDecimal> openByUnit = new TreeMap<>();
    private int taken;

    PaymentStep(Console console, DemoPlan plan, Office office) {
        this.console = console;
        this.plan = plan;
        this.billing = office.as("CASHIER").billing();
    }

    /** Takes what came in during March. */
    void takeAll(LoadedCommunity community, List<Charge> charges) {
        for (Charge charge : charges) {
            BigDecimal open = charge.getOpen().getAmount();
            openByUnit.merge(charge.getUnitId(), open, BigDecimal::add);
        }
        List<PlannedUnit> paying =
                plan.units().stream().filter(unit -> paysInMarch(unit.habit())).toList();
        Progress progress = new Progress(console, "step.payments", paying.size());
        // One day after the other; within a day nobody waits for his neighbour.
        Map<LocalDate, List<PlannedUnit>> days =
                paying.stream()
                        .collect(
                                Collectors.groupingBy(
                                        PlannedUnit::paidOn, TreeMap::new, Collectors.toList()));
        for (List<PlannedUnit> day : days.values()) {
            Desks.work(
                    day,
                    unit -> {
                        take(community, unit);
                        progress.next();
                    });
        }
        taken = paying.size();
    }

    /** One owner pays after the month was closed. */
    Payment takeLate(LoadedCommunity community) {
        return take(community, plan.unit(DemoPlan.LATE_UNIT));
    }

    int taken() {
        return taken;
    }

    private static boolean paysInMarch(PlannedUnit.Habit habit) {
        return habit != PlannedUnit.Habit.NEVER && habit != PlannedUnit.Habit.LATE;
    }

    private Payment take(LoadedCommunity community, PlannedUnit unit) {
        String id = community.unitId(unit);
        BigDecimal amount = amount(unit.habit(), openByUnit.get(id));
        PaymentCreate payment =
                new PaymentCreate()
                        .unitId(id)
                        .amount(new Money().amount(amount).currency("CNY"))
                        .method(unit.method())
                        .paidOn(unit.paidOn());
        return billing.createPayment(key("payment", unit.number()), payment);
    }

    private static BigDecimal amount(PlannedUnit.Habit habit, BigDecimal open) {
        return switch (habit) {
            case HALF -> open.divide(BigDecimal.valueOf(2), 2, RoundingMode.FLOOR);
            case ROUNDED_UP ->
                    open.divide(HUNDRED, 0, RoundingMode.CEILING).multiply(HUNDRED).setScale(2);
            case FULL, LATE -> open;
            case NEVER -> throw new IllegalArgumentException("this owner does not pay");
        };
    }
}
