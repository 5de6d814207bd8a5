package dev.guanjia.billing.settlement;

import static dev.guanjia.billing.Billing.SERVICE;
import static dev.guanjia.billing.Billing.WATER;
import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class AllocationOrderProperties {

    @Property
    void inEveryOrderTheSharesAndWhatIsKeptAreWhatWasPaid(
            @ForAll("debts") List<OpenCharge> open,
            @ForAll("orders") AllocationOrder order,
            @ForAll @LongRange(min = 1, max = 300_000) long fen) {
        PaymentTaken taken = accepted(Settling.payment("pm_1", fen).take(open, order));
        Money sum =
                taken.allocations().stream()
                        .map(Allocation::amount)
                        .reduce(taken.prepayment(), Money::plus);
        assertThat(sum).isEqualTo(Money.fen(fen));
    }

    @Property
    void inEveryOrderNoChargeIsSettledOverAndNothingKeptWhileOneIsOpen(
            @ForAll("debts") List<OpenCharge> open,
            @ForAll("orders") AllocationOrder order,
            @ForAll @LongRange(min = 1, max = 300_000) long fen) {
        PaymentTaken taken = accepted(Settling.payment("pm_1", fen).take(open, order));
        Map<ChargeId, Money> left = new TreeMap<>();
        open.forEach(charge -> left.put(charge.id(), charge.open()));
        taken.allocations().forEach(part -> left.merge(part.charge(), part.amount(), Money::minus));
        assertThat(left.values()).noneMatch(Money::isNegative);
        assertThat(
                        taken.prepayment().isPositive()
                                && left.values().stream().anyMatch(Money::isPositive))
                .isFalse();
    }

    @Property
    void theOrderOfTheChargesGivenDoesNotMatter(
            @ForAll("debts") List<OpenCharge> open,
            @ForAll("orders") AllocationOrder order,
            @ForAll @LongRange(min = 1, max = 300_000) long fen,
            @ForAll long seed) {
        List<OpenCharge> shuffled = new ArrayList<>(open);
        Collections.shuffle(shuffled, new Random(seed));
        Payment payment = Settling.payment("pm_1", fen);
        assertThat(payment.take(shuffled, order)).isEqualTo(payment.take(open, order));
    }

    @Property
    void whateverAPayerChoosesIsSharedExactlyOrRefused(
            @ForAll("debts") List<OpenCharge> open,
            @ForAll @LongRange(min = 1, max = 60_000) long fen,
            @ForAll long seed) {
        Random random = new Random(seed);
        TreeMap<ChargeId, Money> wanted = new TreeMap<>();
        open.stream()
                .filter(charge -> random.nextBoolean())
                .forEach(charge -> wanted.put(charge.id(), Money.fen(random.nextInt(21_000))));
        Money chosen = wanted.values().stream().reduce(Money.fen(0), Money::plus);
        boolean possible =
                chosen.compareTo(Money.fen(fen)) <= 0
                        && open.stream().allMatch(charge -> fits(charge, wanted));
        Boolean right =
                Settling.payment("pm_1", fen)
                        .take(open, new OwnersChoice(wanted))
                        .fold(
                                taken -> possible && taken.allocated().equals(chosen),
                                reasons -> !possible);
        assertThat(right).isTrue();
    }

    private static boolean fits(OpenCharge charge, Map<ChargeId, Money> wanted) {
        Money part = wanted.getOrDefault(charge.id(), charge.open());
        return part.isPositive() && part.compareTo(charge.open()) <= 0;
    }

    @Provide
    Arbitrary<AllocationOrder> orders() {
        return Arbitraries.of(
                AllocationOrder.oldestFirst(),
                new AllocationOrder.ByFeeItem(List.of(SERVICE)),
                new AllocationOrder.ByFeeItem(List.of(WATER, SERVICE)));
    }

    @Provide
    Arbitrary<List<OpenCharge>> debts() {
        return Arbitraries.integers()
                .between(1, 20_000)
                .list()
                .ofMaxSize(12)
                .map(AllocationOrderProperties::debts);
    }

    private static List<OpenCharge> debts(List<Integer> fen) {
        List<OpenCharge> open = new ArrayList<>();
        for (int i = 0; i < fen.size(); i++) {
            open.add(
                    Settling.open(
                            "ch_" + i, fen.get(i) % 2 == 0 ? SERVICE : WATER, i + 1, fen.get(i)));
        }
        return open;
    }
}
