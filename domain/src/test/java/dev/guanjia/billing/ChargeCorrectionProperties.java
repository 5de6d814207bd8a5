package dev.guanjia.billing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Money;
import dev.guanjia.property.meter.ReadingId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is run, reversed, re-issued, sold, surveyed and read late, in any order. */
class ChargeCorrectionProperties {

    @Property(tries = 300)
    void noDayOfAUnitAndFeeIsPayableTwice(
            @ForAll @Size(max = 40) List<@Size(3) List<@IntRange(max = 300) Integer>> steps) {
        noDayTwice(done(steps));
    }

    private static void noDayTwice(CorrectedYear year) {
        List<Charge> standing = year.standing();
        for (int i = 0; i < standing.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(clash(standing.get(i), standing.get(j)))
                        .as(standing.get(i).key() + " beside " + standing.get(j).key())
                        .isFalse();
            }
        }
    }

    @Property(tries = 300)
    void whatWasMeasuredIsPayableOnce(
            @ForAll @Size(max = 40) List<@Size(3) List<@IntRange(max = 300) Integer>> steps) {
        Set<ReadingId> closings = new HashSet<>();
        for (Charge charge : done(steps).standing()) {
            for (MeterSpan span : CorrectedYear.spans(charge)) {
                assertThat(closings.add(span.closingReading())).as(span.toString()).isTrue();
            }
        }
    }

    @Property(tries = 300)
    void aReplacementWithNothingElseChangedComesToTheSame(
            @ForAll @IntRange(max = 200) int which,
            @ForAll @Size(max = 20) List<@Size(3) List<@IntRange(max = 300) Integer>> steps) {
        CorrectedYear year = new CorrectedYear();
        steps.forEach(step -> year.step(step.get(0) % 2 == 0 ? 0 : 5, step.get(1), step.get(2)));
        Money before = total(year);
        year.step(1, which, 0);
        year.step(2, which, 0);
        assertThat(total(year)).isEqualTo(total(year, before));
    }

    /** Nothing was there to reverse, so a first run was made for it. */
    private static Money total(CorrectedYear year, Money before) {
        return before.isZero() ? total(year) : before;
    }

    private static Money total(CorrectedYear year) {
        return year.standing().stream().map(Charge::amount).reduce(Money.fen(0), Money::plus);
    }

    @Property(tries = 300)
    void whatWasReversedIsChargedByTheNextRunAndOnce(
            @ForAll @Size(max = 30) List<@Size(3) List<@IntRange(max = 300) Integer>> steps) {
        CorrectedYear year = done(steps);
        for (int round = 0; round < 2; round++) {
            for (int month = 1; month <= 12; month++) {
                year.run(Billing.month(month));
            }
        }
        for (BoundCharge bound : year.all()) {
            ChargeKey key = bound.charge().key();
            if (!key.feeItem().equals(Billing.WATER)) {
                assertThat(key.period().without(standing(year, key.feeItem())))
                        .as("days of %s that nothing charges", key)
                        .isEmpty();
            }
        }
        noDayTwice(year);
    }

    private static List<ServicePeriod> standing(CorrectedYear year, FeeItemId item) {
        return year.standing().stream()
                .map(Charge::key)
                .filter(key -> key.feeItem().equals(item))
                .map(ChargeKey::period)
                .toList();
    }

    private static CorrectedYear done(List<List<Integer>> steps) {
        CorrectedYear year = new CorrectedYear();
        steps.forEach(step -> year.step(step.get(0) % 6, step.get(1), step.get(2)));
        return year;
    }

    private static boolean clash(Charge one, Charge other) {
        ServicePeriod days = one.key().period();
        return one.key().feeItem().equals(other.key().feeItem())
                && days.overlaps(other.key().period());
    }

    @Property(tries = 1)
    void theStepsReallyCorrect() {
        CorrectedYear year = new CorrectedYear();
        year.step(0, 1, 0);
        year.step(3, 2, 40);
        List<Charge> first = new ArrayList<>(year.standing());
        year.step(1, 0, 0);
        year.step(2, 0, 0);
        assertThat(first).hasSize(1);
        assertThat(year.standing()).hasSize(2);
        assertThat(total(year)).isEqualTo(first.get(0).amount());
    }
}
