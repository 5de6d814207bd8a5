package dev.guanjia.money;

import static dev.guanjia.money.RoundingPolicy.Scope.PER_LINE;
import static dev.guanjia.money.RoundingPolicy.Scope.PER_TOTAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingPolicyTest {

    private static final Rational THIRD = Rational.of(1, 3);

    @ParameterizedTest
    @CsvSource({
        "HALF_UP, 2, 0.005, 0.01", "HALF_UP, 2, 0.004999, 0.00", "HALF_EVEN, 2, 0.005, 0.00",
        "HALF_UP, 1, 0.05, 0.10", "HALF_UP, 0, 12.5, 13.00", "DOWN, 0, 12.99, 12.00"
    })
    void aFigureIsRoundedToItsCoin(RoundingMode mode, int decimals, String exact, String rounded) {
        RoundingPolicy policy = new RoundingPolicy(mode, decimals, PER_LINE);
        assertThat(policy.round(Rational.parse(exact), Money.CNY).amountText()).isEqualTo(rounded);
    }

    /** A yen has no smaller coin, a dinar has a thousand. */
    @ParameterizedTest
    @CsvSource({"CNY, 0.33", "JPY, 0", "KWD, 0.333"})
    void theUsualRoundingIsToTheSmallestCoinOfTheCurrency(String code, String rounded) {
        Currency currency = Currency.getInstance(code);
        assertThat(RoundingPolicy.standard(currency).round(THIRD, currency).amountText())
                .isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({
        "PER_LINE, 2, 0.33 0.33 0.33",
        "PER_TOTAL, 2, 0.34 0.33 0.33",
        "PER_TOTAL, 1, 0.40 0.30 0.30",
        "PER_TOTAL, 0, 1.00 0.00 0.00"
    })
    void threeThirdsAreOneOnlyWhenTheTotalIsRounded(
            RoundingPolicy.Scope scope, int decimals, String lines) {
        RoundingPolicy policy = new RoundingPolicy(RoundingMode.HALF_UP, decimals, scope);
        assertThat(text(policy.roundLines(List.of(THIRD, THIRD, THIRD), Money.CNY)))
                .isEqualTo(lines);
    }

    @Property
    void linesAddUpToTheRoundedTotalAndAreOffByLessThanACoin(
            @ForAll @Size(max = 8) List<@LongRange(max = 1_000_000_000L) Long> millionths,
            @ForAll @IntRange(max = 2) int decimals,
            @ForAll RoundingMode mode) {
        if (mode == RoundingMode.UNNECESSARY) {
            return;
        }
        RoundingPolicy policy = new RoundingPolicy(mode, decimals, PER_TOTAL);
        List<Rational> exact = millionths.stream().map(m -> Rational.of(m, 1_000_000)).toList();
        List<Money> lines = policy.roundLines(exact, Money.CNY);
        Money total = lines.stream().reduce(Money.fen(0), Money::plus);
        assertThat(total)
                .isEqualTo(
                        policy.round(
                                exact.stream().reduce(Rational.ZERO, Rational::plus), Money.CNY));
        Rational coin = Rational.from(java.math.BigDecimal.ONE.movePointLeft(decimals));
        for (int i = 0; i < lines.size(); i++) {
            Rational off = lines.get(i).toRational().minus(exact.get(i));
            assertThat(off.compareTo(coin)).isNegative();
            assertThat(off.plus(coin).signum()).isPositive();
        }
    }

    @Test
    void aCoinThatTheCurrencyHasNotIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RoundingPolicy(RoundingMode.UP, -1, PER_LINE));
        assertThatThrownBy(() -> RoundingPolicy.STANDARD.round(THIRD, Currency.getInstance("JPY")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("JPY has no coin of 2 decimals");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                RoundingPolicy.STANDARD.roundLines(
                                        List.of(Rational.of(-1, 1)), Money.CNY))
                .withMessageStartingWith("a line is negative");
    }

    private static String text(List<Money> lines) {
        return lines.stream().map(Money::amountText).collect(Collectors.joining(" "));
    }
}
