package dev.guanjia.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
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

    @Test
    void isReducedAlikeWhereItsPartsFitIntoALongAndWhereTheyDoNot() {
        for (int bits = 58; bits < 70; bits++) {
            for (int more = -3; more <= 3; more++) {
                BigInteger part = BigInteger.TWO.pow(bits).add(BigInteger.valueOf(more));
                BigInteger triple = part.multiply(BigInteger.valueOf(-3));
                Rational reduced = new Rational(part, triple);
                assertThat(reduced).isEqualTo(Rational.of(-1, 3));
                Rational rest = new Rational(part.negate(), BigInteger.TWO.pow(61));
                BigInteger unit = part.gcd(BigInteger.TWO.pow(61));
                assertThat(rest.numerator()).isEqualTo(part.negate().divide(unit));
                assertThat(rest.denominator()).isEqualTo(BigInteger.TWO.pow(61).divide(unit));
            }
        }
    }
}
