package dev.guanjia.billing.settlement;

import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class PaymentProperties {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    @Property
    void whatIsAllocatedAndWhatIsKeptIsWhatWasPaid(
            @ForAll("debts") List<OpenCharge> open,
            @ForAll @LongRange(min = 1, max = 300_000) long fen) {
        PaymentTaken taken = take(open, fen);
        Money sum =
                taken.allocations().stream()
                        .map(Allocation::amount)
                        .reduce(taken.prepayment(), Money::plus);
        assertThat(sum).isEqualTo(Money.fen(fen));
    }

    @Property
    void noDebtIsPaidTwiceOverAndNoneIsPassedBy(
            @ForAll("debts") List<OpenCharge> open,
            @ForAll @LongRange(min = 1, max = 300_000) long fen) {
        PaymentTaken taken = take(open, fen);
        List<OpenCharge> sorted = open.stream().sorted(OpenCharge.OLDEST_FIRST).toList();
        List<Allocation> parts = taken.allocations();
        for (int i = 0; i < parts.size(); i++) {
            assertThat(parts.get(i).charge()).isEqualTo(sorted.get(i).id());
            assertThat(parts.get(i).amount()).isLessThanOrEqualTo(sorted.get(i).open());
            boolean last = i == parts.size() - 1;
            assertThat(last || parts.get(i).amount().equals(sorted.get(i).open())).isTrue();
        }
        assertThat(taken.prepayment().isPositive() && parts.size() < open.size()).isFalse();
    }

    @Property
    void theOrderOfTheDebtsGivenDoesNotMatter(
            @ForAll("debts") List<OpenCharge> open,
            @ForAll @LongRange(min = 1, max = 300_000) long fen,
            @ForAll long seed) {
        List<OpenCharge> shuffled = new ArrayList<>(open);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(take(shuffled, fen)).isEqualTo(take(open, fen));
    }

    @Property
    void twoPaymentsSettleWhatOneOfTheirSumDoes(
            @ForAll("debts") List<OpenCharge> open,
            @ForAll @LongRange(min = 1, max = 150_000) long first,
            @ForAll @LongRange(min = 1, max = 150_000) long second) {
        List<OpenCharge> rest = new ArrayList<>();
        PaymentTaken one = take(open, first);
        for (OpenCharge charge : open) {
            Money left =
                    one.allocations().stream()
                            .filter(part -> part.charge().equals(charge.id()))
                            .map(Allocation::amount)
                            .reduce(charge.open(), Money::minus);
            if (left.isPositive()) {
                rest.add(
                        new OpenCharge(
                                charge.id(), charge.key(), charge.order(), charge.dueOn(), left));
            }
        }
        Money both = one.allocated().plus(take(rest, second).allocated());
        assertThat(both).isEqualTo(take(open, first + second).allocated());
    }

    @Provide
    Arbitrary<List<OpenCharge>> debts() {
        return Arbitraries.integers()
                .between(1, 20_000)
                .list()
                .ofMaxSize(15)
                .map(PaymentProperties::debts);
    }

    private static List<OpenCharge> debts(List<Integer> fen) {
        List<OpenCharge> open = new ArrayList<>();
        for (int i = 0; i < fen.size(); i++) {
            LocalDate due = DAY.plusDays(fen.get(i) % 3);
            open.add(
                    new OpenCharge(
                            new ChargeId("ch_" + i),
                            Billing.key("un_1", Billing.SERVICE, Billing.month(i + 1)),
                            fen.get(i) % 2,
                            due,
                            Money.fen(fen.get(i))));
        }
        return open;
    }

    private static PaymentTaken take(List<OpenCharge> open, long fen) {
        UnitId unit = new UnitId("un_1");
        Money amount = Money.fen(fen);
        return accepted(
                new Payment(new PaymentId("pm_1"), unit, amount, PaymentMethod.BANK, DAY)
                        .take(open));
    }
}
