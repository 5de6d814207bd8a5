package dev.guanjia.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void leftoversGoToTheLargestRemainder() {
        assertThat(Money.fen(100).allocate(List.of(1L, 2L)))
                .containsExactly(Money.fen(33), Money.fen(67));
    }

    @Test
    void tiesGoToTheEarliestPart() {
        assertThat(Money.fen(10000).allocate(List.of(1L, 1L, 1L)))
                .containsExactly(Money.fen(3334), Money.fen(3333), Money.fen(3333));
        assertThat(Money.fen(-100).allocate(List.of(1L, 2L)))
                .containsExactly(Money.fen(-33), Money.fen(-67));
    }

    @Test
    void whatDoesNotFitThrowsInsteadOfWrapping() {
        Money most = Money.fen(Long.MAX_VALUE);
        Money least = Money.fen(Long.MIN_VALUE);
        Rational two = Rational.of(2, 1);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> most.plus(Money.fen(1)));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> least.minus(Money.fen(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(least::negated);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> most.times(two, RoundingMode.HALF_UP));
    }

    @Test
    void currenciesNeverMix() {
        Money yen = new Money(Currency.getInstance("JPY"), 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.fen(1).plus(yen))
                .withMessage("currencies differ: CNY and JPY");
        assertThatIllegalArgumentException().isThrownBy(() -> yen.minus(Money.fen(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> yen.compareTo(Money.fen(1)));
    }

    @Test
    void goldIsNoMoney() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.zero(Currency.getInstance("XAU")));
    }

    @Test
    void noWeightIsNegativeAndOneIsAboveZero() {
        Money whole = Money.fen(100);
        assertThatIllegalArgumentException().isThrownBy(() -> whole.allocate(List.of(0L, 0L)));
        assertThatIllegalArgumentException().isThrownBy(() -> whole.allocate(List.of(2L, -1L)));
        assertThatIllegalArgumentException().isThrownBy(() -> whole.allocate(List.of()));
    }
}
