package dev.guanjia.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The laws of a field, of an order, and of a decimal that is written down and read again. */
class RationalProperties {

    @Provide
    Arbitrary<Rational> rationals() {
        return Combinators.combine(
                        Arbitraries.longs(),
                        Arbitraries.longs().filter(denominator -> denominator != 0))
                .as(Rational::of);
    }

    @Provide
    Arbitrary<Rational> decimals() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 6))
                .as((digits, scale) -> Rational.from(BigDecimal.valueOf(digits, scale)));
    }

    @Property
    void additionAndMultiplicationFormAField(
            @ForAll("rationals") Rational a,
            @ForAll("rationals") Rational b,
            @ForAll("rationals") Rational c) {
        assertThat(a.plus(b)).isEqualTo(b.plus(a));
        assertThat(a.times(b)).isEqualTo(b.times(a));
        assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
        assertThat(a.times(b).times(c)).isEqualTo(a.times(b.times(c)));
        assertThat(a.times(b.plus(c))).isEqualTo(a.times(b).plus(a.times(c)));
        assertThat(a.plus(Rational.ZERO)).isEqualTo(a);
        assertThat(a.times(Rational.ONE)).isEqualTo(a);
        assertThat(a.minus(a)).isEqualTo(Rational.ZERO);
        assertThat(a.plus(b).minus(b)).isEqualTo(a);
    }

    @Property
    void divisionUndoesMultiplication(
            @ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
        if (b.signum() == 0) {
            assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> a.over(b));
        } else {
            assertThat(a.times(b).over(b)).isEqualTo(a);
            assertThat(b.over(b)).isEqualTo(Rational.ONE);
        }
    }

    @Example
    void nothingIsDividedByZero() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Rational.ONE.over(Rational.ZERO));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Rational.of(1, 0));
    }

    @Property
    void lowestTermsWithTheSignAbove(@ForAll("rationals") Rational a) {
        assertThat(a.denominator().signum()).isPositive();
        assertThat(a.numerator().gcd(a.denominator())).isEqualTo(BigInteger.ONE);
    }

    @Property
    void theOrderIsThatOfTheDifference(
            @ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(a.minus(b).signum());
        assertThat(Integer.signum(b.compareTo(a))).isEqualTo(-Integer.signum(a.compareTo(b)));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    }

    @Property
    void theOrderIsKeptByAddition(
            @ForAll("rationals") Rational a,
            @ForAll("rationals") Rational b,
            @ForAll("rationals") Rational c) {
        assertThat(Integer.signum(a.plus(c).compareTo(b.plus(c))))
                .isEqualTo(Integer.signum(a.compareTo(b)));
    }

    @Property
    void aDecimalIsReadAsItWasWritten(@ForAll("decimals") Rational decimal) {
        String text = decimal.decimalText();
        assertThat(Rational.parse(text)).isEqualTo(decimal);
        assertThat(text).doesNotMatch(".*\\.[0-9]*0");
    }

    @Property
    void aFractionWithoutEndHasNoDecimalText(
            @ForAll @IntRange(min = 1, max = 1_000_000) int third) {
        Rational endless = Rational.of(third, 1).plus(Rational.of(1, 3));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(endless::decimalText);
    }

    @Property
    void roundingMovesByLessThanOneAndByAtMostHalfWhenHalf(
            @ForAll("rationals") Rational a, @ForAll RoundingMode mode) {
        if (mode == RoundingMode.UNNECESSARY) {
            return;
        }
        Rational gap = new Rational(a.round(mode), BigInteger.ONE).minus(a);
        Rational most = mode.name().startsWith("HALF") ? Rational.of(1, 2) : Rational.ONE;
        assertThat(gap).isBetween(Rational.ZERO.minus(most), most);
        assertThat(gap).isNotIn(Rational.ONE, Rational.of(-1, 1));
    }
}
