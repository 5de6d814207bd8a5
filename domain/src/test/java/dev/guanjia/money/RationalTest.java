package dev.guanjia.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RationalTest {

    @Test
    void anAreaIsReadExactly() {
        assertThat(Rational.parse("98.75")).isEqualTo(Rational.of(395, 4)).hasToString("395/4");
        assertThat(Rational.parse("120")).hasToString("120");
        assertThat(Rational.parse("-0.000001")).isEqualTo(Rational.of(-1, 1_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "+1",
                "01",
                "1.",
                ".5",
                "1,5",
                "1e3",
                "1/3",
                "1.0000001",
                "NaN",
                "10000000000000000000000",
                "二"
            })
    void everyOtherFormIsRefused(String text) {
        assertThatExceptionOfType(NumberFormatException.class)
                .isThrownBy(() -> Rational.parse(text))
                .withMessageContaining(text);
    }
}
