package dev.guanjia.billing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.money.Rational;
import org.junit.jupiter.api.Test;

class QuantityColumnTest {

    @Test
    void theFinestQuantitySaysHowManyDecimalsThereAre() {
        Rational[] exact = {Rational.parse("98.75"), null, Rational.parse("3"), Rational.ZERO};
        QuantityColumn column = QuantityColumn.of(exact);
        assertThat(column.scale()).isEqualTo(2);
        assertThat(column.values()).containsExactly(9875, QuantityColumn.UNKNOWN, 300, 0);
        assertThat(column.rows()).isEqualTo(4);
    }

    @Test
    void whatIsNoDecimalOrTooLargeIsLeftToTheRules() {
        Rational[] exact = {
            Rational.of(1, 3), Rational.of(Long.MAX_VALUE, 1), Rational.parse("0.000001")
        };
        QuantityColumn column = QuantityColumn.of(exact);
        assertThat(column.scale()).isEqualTo(6);
        assertThat(column.values())
                .containsExactly(QuantityColumn.UNKNOWN, QuantityColumn.UNKNOWN, 1);
    }

    @Test
    void aColumnIsNotChangedFromOutside() {
        long[] values = {1, 2};
        QuantityColumn column = QuantityColumn.of(values, 0);
        values[0] = 9;
        assertThat(column.value(0)).isEqualTo(1);
    }

    @Test
    void aNegativeQuantityIsNamedByItsRow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantityColumn.of(new long[] {0, -1, -2}, 2))
                .withMessage("quantity of row 2 is negative: -2");
        assertThatIllegalArgumentException().isThrownBy(() -> QuantityColumn.of(new long[0], 7));
        assertThatIllegalArgumentException().isThrownBy(() -> QuantityColumn.of(new long[0], -1));
    }
}
