package dev.guanjia.billing.latecharge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.Quantity;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A charge of 1,000 yuan that costs 0.7777… a day until a tenth of it is reached. */
class LateRestTest {

    private static final FeeItemId ITEM = new FeeItemId("LATE_CHARGE");
    private static final Charge LATE = Billing.charge("un_1", 100_000);
    private static final LateChargeRules RULES =
            LateChargeRules.parse(
                    "late.csv",
                    """
                    item,from,until,rate,per,grace_days,cap,rounding,source
                    PROPERTY_SERVICE,2026-01-01,,7/9000,DAY,2,1/10,,a test
                    """,
                    ITEM);

    @Test
    void whateverTheDaysTheChargesAddUpToTheLateChargeOfTheLast() {
        List<Charge> charged = new ArrayList<>();
        for (int days : new int[] {1, 3, 4, 4, 9, 50, 130, 131, 400}) {
            LateCharge now = late(LATE.dueOn().plusDays(days));
            next(now, charged).ifPresent(charged::add);
            Money sum = charged.stream().map(Charge::amount).reduce(Money.fen(0), Money::plus);
            assertThat(sum).as("after " + days).isEqualTo(now.amount());
        }
        assertThat(charged).hasSize(6);
        assertThat(charged)
                .allSatisfy(c -> assertThat(c.trace().recompute().gross()).isEqualTo(c.amount()));
    }

    @Test
    void anEarlierDayLeavesNothingToCharge() {
        List<Charge> charged = new ArrayList<>();
        next(late(LATE.dueOn().plusDays(9)), charged).ifPresent(charged::add);
        assertThat(next(late(LATE.dueOn().plusDays(5)), charged)).isEmpty();
    }

    @Test
    void aChargedDayThatCostsSomethingElseByNowIsToldFirst() {
        List<Charge> charged = new ArrayList<>();
        next(late(LATE.dueOn().plusDays(9)), charged).ifPresent(charged::add);
        LocalDate paid = LATE.dueOn().plusDays(5);
        LateCharge now =
                late(LATE.dueOn().plusDays(10), new OpenHistory.Change(paid, Money.fen(-50_000)));
        assertThat(LateRest.of(now, lines(charged)).<String>fold(rest -> "", List::toString))
                .contains("LATE_CHARGE_CHANGED", paid.toString());
    }

    @Test
    void whatIsTakenBackAndChargedAgainAddsUpToTheSameCoin() {
        List<Charge> charged = new ArrayList<>();
        for (int days : new int[] {3, 4, 6, 9}) {
            next(late(LATE.dueOn().plusDays(days)), charged).ifPresent(charged::add);
        }
        LateCharge now = late(LATE.dueOn().plusDays(9));
        charged.remove(2);
        charged.remove(0);
        Charge again = next(now, charged).orElseThrow();
        assertThat(again.trace().recompute().gross()).isEqualTo(again.amount());
        charged.add(again);
        Money sum = charged.stream().map(Charge::amount).reduce(Money.fen(0), Money::plus);
        assertThat(sum).isEqualTo(now.amount());
    }

    @Test
    void coinsThatNothingLeftMakesGoodAreTold() {
        LateCharge now = late(LATE.dueOn().plusDays(4));
        Charge all = next(now, List.of()).orElseThrow();
        LateCharged off = new LateCharged(lines(List.of(all)).get(0).days(), Money.fen(155));
        assertThat(now.amount()).isEqualTo(Money.fen(156));
        assertThat(LateRest.of(now, List.of(off)).<String>fold(rest -> "", List::toString))
                .contains("LATE_CHARGE_OFF", "CNY 1.55", "CNY 1.56");
    }

    private static Optional<Charge> next(LateCharge now, List<Charge> charged) {
        Decision<LateRest> rest = LateRest.of(now, lines(charged));
        ChargeId id = new ChargeId("ch_late_" + charged.size());
        return rest.fold(
                left -> left.charge(id, ITEM, LATE, now.asOf().plusDays(30)),
                reasons -> {
                    throw new AssertionError(reasons.toString());
                });
    }

    static List<LateCharged> lines(List<Charge> charged) {
        return charged.stream()
                .map(
                        charge ->
                                new LateCharged(
                                        (Quantity.Late) charge.trace().segments().get(0).quantity(),
                                        charge.amount()))
                .toList();
    }

    private static LateCharge late(LocalDate asOf, OpenHistory.Change... changes) {
        OpenHistory history =
                new OpenHistory(
                        LATE.id(),
                        LATE.key().feeItem(),
                        LATE.amount(),
                        LATE.dueOn(),
                        Stream.of(changes).toList(),
                        List.of());
        return LateCharge.of(history, RULES, asOf);
    }
}
