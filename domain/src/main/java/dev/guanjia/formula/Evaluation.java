package dev.guanjia.formula;

import dev.guanjia.decision.Decision;
import dev.guanjia.money.Rational;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Computes exactly; the first divisor that comes to zero is the answer.
 *
 * @param values one per measure of the formula
 */
record Evaluation(Map<String, Rational> values) implements Formula.Visitor<Decision<Rational>> {

    @Override
    public Decision<Rational> literal(Formula.Literal node) {
        return Decision.accept(node.value());
    }

    @Override
    public Decision<Rational> measure(Formula.Measure node) {
        return Decision.accept(
                Objects.requireNonNull(values.get(node.name()), "asked for before evaluating"));
    }

    @Override
    public Decision<Rational> negation(Formula.Negation node) {
        return node.operand()
                .accept(this)
                .fold(
                        value -> Decision.accept(Rational.ZERO.minus(value)),
                        Decision::<Rational>refuse);
    }

    @Override
    public Decision<Rational> binary(Formula.Binary node) {
        return node.left()
                .accept(this)
                .fold(
                        left ->
                                node.right()
                                        .accept(this)
                                        .fold(
                                                right -> apply(node, left, right),
                                                Decision::<Rational>refuse),
                        Decision::<Rational>refuse);
    }

    private static Decision<Rational> apply(Formula.Binary node, Rational left, Rational right) {
        return switch (node.operator()) {
            case PLUS -> Decision.accept(left.plus(right));
            case MINUS -> Decision.accept(left.minus(right));
            case TIMES -> Decision.accept(left.times(right));
            case OVER -> right.signum() == 0 ? byZero(node) : Decision.accept(left.over(right));
        };
    }

    private static Decision<Rational> byZero(Formula.Binary node) {
        return Decision.refuse(
                List.of(
                        FormulaRefusal.DIVISION_BY_ZERO.with(
                                Issues.fact("divisor", node.right().print()))));
    }
}
