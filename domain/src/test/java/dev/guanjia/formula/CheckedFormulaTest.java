package dev.guanjia.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Rational;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckedFormulaTest {

    private static final Map<String, Rational> VALUES =
            Map.of("a", Rational.of(2, 1), "b", Rational.of(3, 1), "zero", Rational.ZERO);

    private static CheckedFormula formula(String text) {
        return FormulaText.parse(text)
                .fold(
                        read -> read.check(new TreeSet<>(List.of("a", "b", "zero", "later"))),
                        Outcome.Faulty<CheckedFormula>::new)
                .fold(
                        checked -> checked,
                        issues -> {
                            throw new AssertionError(issues);
                        });
    }

    private static String value(String text) {
        return formula(text)
                .evaluate(VALUES)
                .fold(
                        Rational::toString,
                        reasons ->
                                reasons.stream()
                                        .map(it -> Wording.of(it, Language.EN))
                                        .collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "a / b,                    2/3",
        "1 - a / b,                1/3",
        "a + b * a,                8",
        "(a + b) * a,              10",
        "-a - -b,                  1",
        "a - b - 1,                -2",
        "a - (b - 1),              0",
        "a / b / 2,                1/3",
        "a / (b / 2),              4/3",
        "0.1 + 0.2,                3/10",
        "zero / a,                 0",
        "a / (b - 3),              The divisor b - 3 is zero.",
        "a / zero + b / (zero*2),  The divisor zero is zero.",
        "later / zero,             There is no value for the measure later.",
    })
    void aFormulaIsComputedExactlyOrSaysWhyNot(String text, String expected) {
        assertThat(value(text)).isEqualTo(expected);
    }

    @Test
    void onlyAFormulaThatIsAFractionAsAWholeIsSplit() {
        assertThat(formula("(a - b) / a").split().orElseThrow().numerator())
                .isEqualTo(formula("a - b"));
        assertThat(formula("(a - b) / a").split().orElseThrow().denominator())
                .isEqualTo(formula("a"));
        assertThat(formula("1 - a / b").split()).isEmpty();
        assertThat(formula("a").split()).isEmpty();
    }

    @Test
    void aLiteralThatCannotBeWrittenDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Formula.Literal(Rational.of(-1, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Formula.Literal(Rational.of(1, 10_000_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Formula.Measure("Valid"));
    }
}
