package dev.guanjia.billing.settlement;

import static dev.guanjia.billing.Billing.SERVICE;
import static dev.guanjia.billing.Billing.WATER;
import static dev.guanjia.billing.settlement.Settling.DAY;
import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Random lives of a payer: charges, payments, prepayments used, refunds paid or given up,
 * reversals.
 */
class SettledPaymentProperties {

    @Property(tries = 300)
    void allocatedKeptAndRefundedIsWhatWasPaidAndNoChargeIsSettledOver(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int steps) {
        Life life = new Life(new Random(seed));
        for (int step = 0; step < steps; step++) {
            life.step(step);
            assertThat(life.used()).isEqualTo(life.paid());
            assertThat(life.refunded()).isEqualTo(life.out);
            assertThat(life.open().values()).noneMatch(Money::isNegative);
        }
    }

    private static final class Life {
        private final Random random;
        private final Map<ChargeId, OpenCharge> charges = new TreeMap<>();
        private final Map<PaymentId, SettledPayment> payments = new TreeMap<>();

        private Money out = Money.fen(0);

        private Life(Random random) {
            this.random = random;
        }

        private void step(int step) {
            switch (random.nextInt(5)) {
                case 0 -> charge(step);
                case 1 -> pay(step);
                case 2 -> use();
                case 3 -> payments.replaceAll((id, old) -> refund(old));
                default -> payments.replaceAll((id, old) -> reverse(old));
            }
        }

        private void charge(int step) {
            OpenCharge charge =
                    Settling.open(
                            "ch_" + step,
                            random.nextBoolean() ? SERVICE : WATER,
                            step + 1,
                            1 + random.nextInt(9_000));
            charges.put(charge.id(), charge);
        }

        private void pay(int step) {
            Payment payment = Settling.payment("pm_" + step, 1 + random.nextInt(20_000));
            payments.put(payment.id(), SettledPayment.of(accepted(payment.take(stillOpen()))));
        }

        private void use() {
            List<Prepayment> kept =
                    payments.values().stream()
                            .filter(payment -> payment.left().isPositive())
                            .map(this::kept)
                            .toList();
            PrepaymentRule.BOUND_FIRST
                    .apply(kept, stillOpen())
                    .forEach(
                            use ->
                                    payments.computeIfPresent(
                                            use.payment(), (id, old) -> old.apply(use.part())));
        }

        private Prepayment kept(SettledPayment payment) {
            Payment money = payment.taken().payment();
            return new Prepayment(
                    money.id(),
                    money.unit(),
                    Payer.owner(new OwnerId("ow_1")),
                    random.nextBoolean() ? WATER : null,
                    money.paidOn(),
                    payment.left());
        }

        private SettledPayment refund(SettledPayment old) {
            Refund refund =
                    new Refund(
                            new Refund.Proposal(
                                    "rf_1",
                                    old.taken().payment().id(),
                                    random.nextBoolean()
                                            ? Refund.Source.PAYMENT
                                            : Refund.Source.PREPAYMENT,
                                    Money.fen(random.nextInt(15_000)),
                                    "moved out",
                                    Settling.actor("st_1"),
                                    DAY),
                            Refund.State.APPROVED,
                            new Refund.Approval(Settling.actor("st_2"), "AP-1", DAY),
                            null);
            return random.nextInt(3) == 0 ? cancel(old, refund) : payOut(old, refund);
        }

        /** What was kept can all be used or given back as before; what was given up cannot. */
        private static SettledPayment cancel(SettledPayment old, Refund refund) {
            Refund cancelled =
                    accepted(
                            refund.cancel(
                                    new Refund.Cancellation(
                                            Settling.actor("st_2"), "never fetched", DAY)));
            assertThat(codes(old.payOut(cancelled, PaymentMethod.CASH, DAY)))
                    .contains("payment-refund-wrong-state");
            return old;
        }

        private SettledPayment payOut(SettledPayment old, Refund refund) {
            return old.payOut(refund, PaymentMethod.CASH, DAY)
                    .fold(
                            paid -> {
                                assertThat(reduced(old, paid)).isEqualTo(paid.reopened());
                                out = out.plus(refund.proposal().amount());
                                return paid.after();
                            },
                            reasons -> old);
        }

        private static List<Allocation> reduced(SettledPayment old, RefundPaid paid) {
            Map<Integer, Allocation> now = new TreeMap<>();
            List<Allocation> after = paid.after().standing();
            for (int i = 0; i < after.size(); i++) {
                now.put(i, after.get(i));
            }
            List<Allocation> gone = new ArrayList<>();
            for (int i = 0; i < old.standing().size(); i++) {
                Allocation was = old.standing().get(i);
                Money is = now.containsKey(i) ? after.get(i).amount() : Money.fen(0);
                if (!was.amount().equals(is)) {
                    gone.add(new Allocation(was.charge(), was.key(), was.amount().minus(is)));
                }
            }
            return gone;
        }

        private SettledPayment reverse(SettledPayment old) {
            PaymentReversal why =
                    new PaymentReversal(
                            PaymentReversal.Cause.WRONG_UNIT,
                            "unit 2 paid",
                            "AP-2",
                            Settling.actor("st_1"),
                            DAY);
            return random.nextInt(4) > 0
                    ? old
                    : old.reverse(why).fold(PaymentReversed::after, reasons -> old);
        }

        private Money paid() {
            return payments.values().stream()
                    .filter(payment -> payment.reversal() == null)
                    .map(payment -> payment.taken().payment().amount())
                    .reduce(Money.fen(0), Money::plus);
        }

        private Money refunded() {
            return payments.values().stream()
                    .map(SettledPayment::refunded)
                    .reduce(Money.fen(0), Money::plus);
        }

        private Money used() {
            Money sum = Money.fen(0);
            for (SettledPayment payment : payments.values()) {
                sum = sum.plus(payment.left()).plus(payment.refunded());
                for (Allocation part : payment.standing()) {
                    sum = sum.plus(part.amount());
                }
            }
            return sum;
        }

        private Map<ChargeId, Money> open() {
            Map<ChargeId, Money> open = new TreeMap<>();
            charges.values().forEach(charge -> open.put(charge.id(), charge.open()));
            for (SettledPayment payment : payments.values()) {
                payment.standing()
                        .forEach(part -> open.merge(part.charge(), part.amount(), Money::minus));
            }
            return open;
        }

        private List<OpenCharge> stillOpen() {
            Map<ChargeId, Money> open = open();
            return charges.values().stream()
                    .filter(charge -> open.getOrDefault(charge.id(), Money.fen(0)).isPositive())
                    .map(charge -> left(charge, open.getOrDefault(charge.id(), Money.fen(0))))
                    .toList();
        }

        private static OpenCharge left(OpenCharge charge, Money open) {
            return new OpenCharge(charge.id(), charge.key(), charge.order(), charge.dueOn(), open);
        }
    }
}
