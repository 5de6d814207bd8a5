package dev.guanjia.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(MoneyArbitraries.class)
@Domain(net.jqwik.api.domains.DomainContext.Global.class)
class MoneyProperties {

    @Property
    void allocationLosesNothing(@ForAll Money whole, @ForAll List<Long> weights) {
        Money sum = whole.allocate(weights).stream().reduce(Money.fen(0), Money::plus);
        assertThat(sum).isEqualTo(whole);
    }

    @Property
    void aPartWithNoWeightGetsNothing(@ForAll Money whole, @ForAll List<Long> weights) {
        List<Money> parts = whole.allocate(weights);
        for (int i = 0; i < parts.size(); i++) {
            if (weights.get(i) == 0) {
                assertThat(parts.get(i).minorUnits()).isZero();
            }
        }
    }

    @Property
    void noPartIsMoreThanOneCoinFromItsExactShare(@ForAll Money whole, @ForAll List<Long> weights) {
        long total = weights.stream().mapToLong(Long::longValue).sum();
        List<Money> parts = whole.allocate(weights);
        for (int i = 0; i < parts.size(); i++) {
            Rational share =
                    Rational.of(whole.minorUnits(), 1).times(Rational.of(weights.get(i), total));
            Rational got = Rational.of(parts.get(i).minorUnits(), 1);
            Rational gap =
                    new Rational(
                            got.numerator()
                                    .multiply(share.denominator())
                                    .subtract(share.numerator().multiply(got.denominator())),
                            got.denominator().multiply(share.denominator()));
            assertThat(gap).isBetween(Rational.of(-1, 1), Rational.of(1, 1));
        }
    }

    @Property
    void equalRatiosAreEqualRecords(
            @ForAll int a,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 1) int b,
            @ForAll @net.jqwik.api.constraints.IntRange(min = 1, max = 999) int k) {
        assertThat(Rational.of((long) a * k, (long) b * k)).isEqualTo(Rational.of(a, b));
    }
}
