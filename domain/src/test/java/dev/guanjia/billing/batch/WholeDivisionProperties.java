package dev.guanjia.billing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WholeDivisionProperties {

    private static final long LIMIT = WholeDivision.LIMIT;

    @Provide
    Arbitrary<Long> divisors() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(2, 1_000_000_000L).map(n -> 2 * n),
                Arbitraries.integers().between(2, 61).map(bits -> 1L << bits),
                Arbitraries.integers().between(2, 61).map(bits -> (1L << bits) + 2),
                Arbitraries.integers().between(3, 61).map(bits -> (1L << bits) - 2),
                Arbitraries.longs().between(2, LIMIT / 4).map(n -> 2 * n));
    }

    @Property(tries = 5_000)
    void aQuotientIsThatOfLongDivisionRoundedHalfUp(
            @ForAll("divisors") long divisor, @ForAll long seed) {
        long number = Long.remainderUnsigned(seed, LIMIT - divisor / 2);
        check(divisor, number);
        long quotient = number / divisor;
        long tie = quotient * divisor + divisor / 2;
        if (tie < LIMIT - divisor / 2) {
            check(divisor, tie);
            check(divisor, tie - 1);
        }
        check(divisor, LIMIT - divisor / 2 - 1);
        check(divisor, 0);
    }

    @Example
    void whatIsTooSmallOrTooLargeIsNoDivisor() {
        for (long divisor : new long[] {2, 1, 0, -4, LIMIT + 2}) {
            assertThatIllegalArgumentException().isThrownBy(() -> WholeDivision.by(divisor));
        }
        check(LIMIT, LIMIT / 2 - 1);
        check(4, LIMIT - 3);
    }

    private static void check(long divisor, long number) {
        BigDecimal exact =
                BigDecimal.valueOf(number)
                        .divide(BigDecimal.valueOf(divisor), 0, RoundingMode.HALF_UP);
        assertThat(WholeDivision.by(divisor).halfUp(number))
                .describedAs("%d by %d", number, divisor)
                .isEqualTo(exact.longValueExact());
    }
}
