package dev.guanjia.quality;

import dev.guanjia.catalogue.Label;
import dev.guanjia.formula.CheckedFormula;
import dev.guanjia.formula.FormulaText;
import dev.guanjia.formula.Outcome;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Objectives for tests, over the measures {@code part} and {@code whole}. */
final class Objectives {

    private Objectives() {}

    static Objective rate(Comparator comparator, @Nullable Rational target) {
        return objective("part / whole", new Goal(comparator, target));
    }

    static Objective objective(String formula, Goal goal) {
        return new Objective(
                new ObjectiveId("QF-X-99"),
                new Label("比率", "rate"),
                "PROPERTY_COMPANY",
                new Method(formula(formula), Display.PERCENT, List.of("R-TEST")),
                goal,
                LocalDate.of(2024, 1, 1),
                "test");
    }

    static Measures measures(Rational part, Rational whole) {
        return Measures.of(
                List.of(
                        new Measure("part", part, List.of()),
                        new Measure("whole", whole, List.of())));
    }

    private static CheckedFormula formula(String text) {
        return FormulaText.parse(text)
                .fold(
                        read -> read.check(new TreeSet<>(List.of("part", "whole"))),
                        Outcome.Faulty<CheckedFormula>::new)
                .fold(
                        checked -> checked,
                        issues -> {
                            throw new AssertionError(issues);
                        });
    }
}
