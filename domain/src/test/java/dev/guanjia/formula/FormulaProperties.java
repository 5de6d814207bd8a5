package dev.guanjia.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Language;
import dev.guanjia.money.Rational;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FormulaProperties {

    private static final List<String> NAMES = List.of("a", "b2", "valid_complaints");
    private static final Map<String, Rational> VALUES = new TreeMap<>();

    static {
        VALUES.put("a", Rational.of(-3, 7));
        VALUES.put("b2", Rational.ZERO);
        VALUES.put("valid_complaints", Rational.of(40, 1));
    }

    @Provide
    Arbitrary<Formula> formulas() {
        return formulas(5);
    }

    private static Arbitrary<Formula> formulas(int depth) {
        Arbitrary<Formula> leaves =
                Arbitraries.oneOf(
                        Arbitraries.of(NAMES).map(Formula.Measure::new),
                        Arbitraries.longs()
                                .between(0, 9_999_999_999L)
                                .map(n -> new Formula.Literal(Rational.of(n, 1_000_000))));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Formula> inner = Arbitraries.lazy(() -> formulas(depth - 1));
        Arbitrary<Formula> joined =
                Combinators.combine(Arbitraries.of(Operator.class), inner, inner)
                        .as(Formula.Binary::new);
        return Arbitraries.oneOf(leaves, inner.map(Formula.Negation::new), joined, joined);
    }

    @Property
    void readingWhatWasPrintedGivesTheSameFormula(@ForAll("formulas") Formula formula) {
        String text = formula.print();
        if (text.length() <= FormulaText.LENGTH_LIMIT) {
            assertThat(FormulaText.parse(text).<Object>fold(FormulaText::formula, issues -> issues))
                    .isEqualTo(formula);
        }
    }

    @Property
    void anythingAtAllIsReadOrRefusedWithAPlaceInsideTheText(@ForAll String text) {
        FormulaText.parse(text)
                .fold(
                        read -> "",
                        issues -> {
                            assertThat(issues).isNotEmpty();
                            return issues.get(0).render("f", Language.EN);
                        });
    }

    @Property
    void symbolsInAnyOrderAreReadOrRefused(@ForAll("scraps") List<String> scraps) {
        String text = String.join(" ", scraps);
        boolean isSound = FormulaText.parse(text).fold(read -> true, issues -> false);
        if (isSound) {
            assertThat(text).isNotEmpty();
        }
    }

    @Provide
    Arbitrary<List<String>> scraps() {
        return Arbitraries.of("(", ")", "+", "-", "*", "/", "a", "2", "%", "A")
                .list()
                .ofMaxSize(40);
    }

    @Property
    void splittingAFractionKeepsItsValue(
            @ForAll("formulas") Formula part, @ForAll("formulas") Formula whole) {
        CheckedFormula rate = new CheckedFormula(new Formula.Binary(Operator.OVER, part, whole));
        CheckedFormula.Fraction parts = rate.split().orElseThrow();
        Object expected =
                parts.numerator()
                        .evaluate(VALUES)
                        .<Object>fold(
                                above ->
                                        parts.denominator()
                                                .evaluate(VALUES)
                                                .<Object>fold(
                                                        below ->
                                                                below.signum() == 0
                                                                        ? "zero"
                                                                        : above.over(below),
                                                        reasons -> "zero"),
                                reasons -> "zero");
        assertThat(rate.evaluate(VALUES).<Object>fold(value -> value, reasons -> "zero"))
                .isEqualTo(expected);
    }

    @Property
    void aFormulaUsesExactlyTheNamesThatItsTextHolds(@ForAll("formulas") Formula formula) {
        TreeSet<String> names = new TreeSet<>(NAMES);
        names.removeIf(name -> !formula.print().matches("(?s).*\\b" + name + "\\b.*"));
        assertThat(new CheckedFormula(formula).measures()).isEqualTo(names);
    }
}
