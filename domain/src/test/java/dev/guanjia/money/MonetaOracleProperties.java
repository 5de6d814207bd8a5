package dev.guanjia.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Optional;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.javamoney.moneta.FastMoney;

/** Our arithmetic against Moneta's, in currencies with two, no and three decimals. */
class MonetaOracleProperties {

    private record Pair(Money left, Money right) {}

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("CNY", "JPY", "KWD").map(Currency::getInstance);
    }

    @Provide
    Arbitrary<Money> amounts() {
        return Combinators.combine(currencies(), Arbitraries.longs()).as(Money::new);
    }

    @Provide
    Arbitrary<Pair> pairs() {
        Arbitrary<Long> half = Arbitraries.longs().between(Long.MIN_VALUE / 2, Long.MAX_VALUE / 2);
        return Combinators.combine(currencies(), half, half)
                .as((currency, a, b) -> new Pair(new Money(currency, a), new Money(currency, b)));
    }

    @Property
    void sumsAndDifferencesAreTheOnesOfMoneta(@ForAll("pairs") Pair pair) {
        MonetaryAmount left = moneta(pair.left());
        MonetaryAmount right = moneta(pair.right());
        assertThat(moneta(pair.left().plus(pair.right()))).isEqualTo(left.add(right));
        assertThat(moneta(pair.left().minus(pair.right()))).isEqualTo(left.subtract(right));
        assertThat(moneta(pair.left().negated())).isEqualTo(left.negate());
        assertThat(Integer.signum(pair.left().compareTo(pair.right())))
                .isEqualTo(Integer.signum(left.compareTo(right)));
    }

    @Property
    void aProductIsTheExactOneOfMonetaRoundedOnce(
            @ForAll("pairs") Pair pair,
            @ForAll @IntRange(min = -999, max = 999) int numerator,
            @ForAll @IntRange(min = 1000, max = 99_999) int denominator,
            @ForAll RoundingMode mode) {
        Money money = pair.left();
        MonetaryAmount exact = moneta(money).multiply(numerator).divide(denominator);
        int digits = money.currency().getDefaultFractionDigits();
        Optional<BigDecimal> expected =
                orNone(() -> number(exact).setScale(digits, mode), ArithmeticException.class);
        Optional<BigDecimal> actual =
                orNone(
                        () -> money.times(Rational.of(numerator, denominator), mode).toBigDecimal(),
                        ArithmeticException.class);
        assertThat(actual).isEqualTo(expected);
    }

    @Property
    void anAmountSurvivesTheJourneyToMonetaAndBack(@ForAll("amounts") Money money) {
        assertThat(Money.from(moneta(money))).isEqualTo(money);
        assertThat(money.toMonetaryAmount()).isEqualTo(moneta(money));
        assertThat(Money.from(money.toMonetaryAmount())).isEqualTo(money);
    }

    @Property
    void decimalsThatTheCurrencyHasNotAreRefused(
            @ForAll("amounts") Money money, @ForAll @IntRange(min = 1, max = 9) int digit) {
        int digits = money.currency().getDefaultFractionDigits();
        BigDecimal excess = BigDecimal.valueOf(digit, digits + 1);
        MonetaryAmount tooFine =
                org.javamoney.moneta.Money.of(
                        money.toBigDecimal().add(excess), money.currency().getCurrencyCode());
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Money.from(tooFine));
    }

    @Property
    void trailingZerosOfAnotherTypeAreNoExcess(
            @ForAll @IntRange(min = -999_999, max = 999_999) int fen) {
        FastMoney fiveDecimals = FastMoney.of(BigDecimal.valueOf(fen, 2), "CNY");
        assertThat(Money.from(fiveDecimals)).isEqualTo(Money.fen(fen));
    }

    private static MonetaryAmount moneta(Money money) {
        return org.javamoney.moneta.Money.of(
                BigDecimal.valueOf(
                        money.minorUnits(),
                        Monetary.getCurrency(money.currency().getCurrencyCode())
                                .getDefaultFractionDigits()),
                money.currency().getCurrencyCode());
    }

    private static BigDecimal number(MonetaryAmount amount) {
        return amount.getNumber().numberValueExact(BigDecimal.class);
    }

    private static <T> Optional<T> orNone(
            java.util.function.Supplier<T> attempt, Class<? extends RuntimeException> none) {
        try {
            return Optional.of(attempt.get());
        } catch (RuntimeException e) {
            assertThat(e).isInstanceOf(none);
            return Optional.empty();
        }
    }
}
