package dev.guanjia.billing.receipt;

import static dev.guanjia.billing.settlement.Settling.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.receipt.Taking.Kind;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class CollectorDayProperties {

    private static final PaymentMethod[] METHODS = PaymentMethod.values();
    private static final Kind[] KINDS = Kind.values();

    /** Each number says how much, by which way, why, on which day and in whose hands. */
    @Property
    void theDaysOfAllCollectorsComeToWhatCameInLessWhatWentOut(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 1_000_000) Integer> numbers) {
        Map<String, CollectorDay> days = new TreeMap<>();
        Map<PaymentMethod, Money> moved = new TreeMap<>();
        Map<Kind, Money> why = new TreeMap<>();
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            Taking taking = taking(i, number);
            LocalDate on = DAY.plusDays(number % 3);
            String collector = "st_" + number % 2;
            CollectorDay before =
                    days.getOrDefault(
                            collector + on,
                            CollectorDay.open(new StaffId(collector), on, Money.CNY));
            days.put(collector + on, before.take(taking, on).fold(day -> day, reasons -> before));
            moved.merge(taking.method(), taking.amount(), Money::plus);
            why.merge(taking.kind(), taking.amount(), Money::plus);
        }
        Map<PaymentMethod, Money> sums = new TreeMap<>();
        Map<Kind, Money> kinds = new TreeMap<>();
        for (CollectorDay day : days.values()) {
            day.byMethod().forEach((method, sum) -> sums.merge(method, sum, Money::plus));
            day.byKind()
                    .forEach(
                            (kind, all) ->
                                    all.values()
                                            .forEach(sum -> kinds.merge(kind, sum, Money::plus)));
        }
        assertThat(sums).isEqualTo(moved);
        assertThat(kinds).isEqualTo(why);
    }

    /** What is handed over is the cash of the day and the difference, or what the safe gave. */
    @Property
    void theCashCountedIsWhatWentThroughTheHandsAndTheDifference(
            @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 1_000_000) Integer> numbers,
            @ForAll @IntRange(max = 2_000_000) int counted) {
        CollectorDay day = CollectorDay.open(new StaffId("st_1"), DAY, Money.CNY);
        for (int i = 0; i < numbers.size(); i++) {
            CollectorDay before = day;
            day = before.take(taking(i, numbers.get(i)), DAY).fold(one -> one, no -> before);
        }
        CashCount count = new CashCount(Money.fen(counted), "why", DAY);
        CollectorDay open = day;
        CollectorDay closed = open.close(count).fold(one -> one, no -> open);
        Money fromSafe = day.cash().isNegative() ? day.cash().negated() : Money.fen(0);
        assertThat(day.cash().plus(fromSafe).plus(closed.difference().orElseThrow()))
                .isEqualTo(Money.fen(counted));
    }

    private static Taking taking(int index, int number) {
        Kind kind = KINDS[number / 7 % KINDS.length];
        Money amount = Money.fen(number);
        return new Taking(
                kind,
                "doc_" + index,
                METHODS[number % METHODS.length],
                kind.isIn() ? amount : amount.negated());
    }
}
