package dev.guanjia.billing.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/** What is cut adds up again. */
class SplitProperties {

    @Property
    void thePartsOfAPeriodCostTogetherWhatItCosts(
            @ForAll("periods") ServicePeriod whole,
            @ForAll @Size(max = 5) List<@IntRange(max = 366) Integer> cuts,
            @ForAll Proration proration) {
        List<ServicePeriod> parts = Billing.cut(whole, cuts);
        Rational sum =
                parts.stream()
                        .map(part -> proration.months(part, whole))
                        .reduce(Rational.ZERO, Rational::plus);
        Rational once = proration.months(whole, whole);
        assertThat(once).isEqualTo(Rational.of(months(whole), 1));
        assertThat(sum)
                .isEqualTo(
                        proration.splitsExactly()
                                ? once
                                : once.times(Rational.of(parts.size(), 1)));
    }

    @Property
    void whatOneLeavesAnotherGoesOnWith(
            @ForAll @LongRange(max = 60_000_000) long first,
            @ForAll @LongRange(max = 60_000_000) long second,
            @ForAll @LongRange(max = 300) long minimum) {
        Slabs slabs =
                new Slabs(
                        SlabsTest.bands("0-10@2 10-20@2.5 20-30@8 30-40@12 40-@15"),
                        Rational.of(minimum, 1));
        Rational both = Rational.of(first + second, 1_000_000);
        Rational more = slabs.amount(both).minus(slabs.amount(Rational.of(first, 1_000_000)));
        assertThat(more.signum()).as("more costs no less").isNotNegative();
        assertThat(slabs.amount(both)).isGreaterThanOrEqualTo(Rational.of(minimum, 1));
        assertThat(more)
                .as("nothing costs more than the dearest band")
                .isLessThanOrEqualTo(Rational.of(second, 1_000_000).times(Rational.of(15, 1)));
    }

    @Property
    void netAndTaxAreWhatIsOwed(
            @ForAll @LongRange(max = 100_000_000_000L) long fen,
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @IntRange(max = 2) int decimals,
            @ForAll RoundingMode mode) {
        if (mode == RoundingMode.UNNECESSARY) {
            return;
        }
        RoundingPolicy rounding = new RoundingPolicy(mode, decimals, RoundingPolicy.Scope.PER_LINE);
        Rational rate = Rational.of(percent, 100);
        Money priced = Money.fen(fen);
        Taxed inside = new Tax(Tax.Kind.INCLUSIVE, rate).on(priced, rounding);
        Taxed onTop = new Tax(Tax.Kind.EXCLUSIVE, rate).on(priced, rounding);
        assertThat(inside.gross()).isEqualTo(priced);
        assertThat(onTop.net()).isEqualTo(priced);
        assertWithinOneFen(inside.tax(), inside.net().toRational().times(rate));
        assertWithinOneFen(onTop.tax(), priced.toRational().times(rate));
        assertThat(Tax.NONE.on(priced, rounding)).isEqualTo(new Taxed(priced, Money.fen(0)));
    }

    /** The tax of a net amount that is itself rounded may be off by what the rounding took. */
    private static void assertWithinOneFen(Money tax, Rational exact) {
        Rational off = tax.toRational().minus(exact);
        assertThat(off.compareTo(Rational.of(2, 100))).isNegative();
        assertThat(off.compareTo(Rational.of(-2, 100))).isPositive();
    }

    @Provide
    static Arbitrary<ServicePeriod> periods() {
        Arbitrary<LocalDate> days =
                Arbitraries.integers()
                        .between(0, 3_000)
                        .map(day -> LocalDate.of(2023, 1, 1).plusDays(day));
        return Combinators.combine(Arbitraries.of(Cycle.values()), days).as(Cycle::containing);
    }

    private static long months(ServicePeriod whole) {
        return whole.byMonth().size();
    }
}
