package dev.guanjia.money;

import static org.assertj.core.api.Assertions.assertThat;

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
}
