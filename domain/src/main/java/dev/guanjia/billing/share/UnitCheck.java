package dev.guanjia.billing.share;

import dev.guanjia.formula.Formula;
import dev.guanjia.formula.FormulaText;
import dev.guanjia.formula.Issue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a formula is counted in; empty for a number, which may be added to anything. What the
 * price is counted in is not known beforehand: the first sum that needs it says so, and all others
 * must agree.
 */
final class UnitCheck implements Formula.Visitor<Optional<Dimension>> {

    private final FormulaText text;
    private final Map<String, String> units;
    private final List<Issue> issues = new ArrayList<>();
    private @Nullable Dimension price;

    private UnitCheck(FormulaText text, Map<String, String> units) {
        this.text = text;
        this.units = units;
    }

    /** Every sum of two units; or, when there is none, a whole that should be money and is not. */
    static List<Issue> issues(FormulaText text, Map<String, String> units, boolean isMoney) {
        UnitCheck check = new UnitCheck(text, units);
        Optional<Dimension> whole = text.formula().accept(check);
        if (check.issues.isEmpty() && isMoney) {
            check.requireMoney(whole.orElse(Dimension.NUMBER));
        }
        return check.issues;
    }

    @Override
    public Optional<Dimension> literal(Formula.Literal node) {
        return Optional.empty();
    }

    @Override
    public Optional<Dimension> measure(Formula.Measure node) {
        return Optional.of(Dimension.of(Objects.requireNonNull(units.get(node.name()))));
    }

    @Override
    public Optional<Dimension> negation(Formula.Negation node) {
        return node.operand().accept(this);
    }

    @Override
    public Optional<Dimension> binary(Formula.Binary node) {
        Optional<Dimension> left = node.left().accept(this);
        Optional<Dimension> right = node.right().accept(this);
        if (left.isEmpty() && right.isEmpty()) {
            return left;
        }
        return switch (node.operator()) {
            case TIMES -> Optional.of(product(left, right, 1));
            case OVER -> Optional.of(product(left, right, -1));
            case PLUS, MINUS -> sum(node, left, right);
        };
    }

    private static Dimension product(
            Optional<Dimension> left, Optional<Dimension> right, int power) {
        return left.orElse(Dimension.NUMBER).times(right.orElse(Dimension.NUMBER), power);
    }

    private Optional<Dimension> sum(
            Formula.Binary node, Optional<Dimension> left, Optional<Dimension> right) {
        if (left.isPresent() && right.isPresent() && !agree(left.get(), right.get())) {
            issues.add(mismatch(node, left.get(), right.get()));
        }
        return left.or(() -> right);
    }

    /** Whether there is a unit of the price, the one found so far if any, that makes them equal. */
    private boolean agree(Dimension left, Dimension right) {
        Dimension rest = right.without(FeeName.PRICE).times(left.without(FeeName.PRICE), -1);
        int degree = left.power(FeeName.PRICE) - right.power(FeeName.PRICE);
        if (degree == 0) {
            return rest.equals(Dimension.NUMBER);
        }
        Optional<Dimension> needed = rest.root(degree);
        if (price == null) {
            price = needed.orElse(null);
        }
        return needed.isPresent() && needed.get().equals(price);
    }

    private void requireMoney(Dimension whole) {
        if (!agree(whole, Dimension.of(FeeName.MONEY))) {
            issues.add(
                    new Issue(
                            ShareRefusal.FORMULA_NOT_MONEY.because("found", whole.toString()),
                            text.start()));
        }
    }

    private Issue mismatch(Formula.Binary node, Dimension left, Dimension right) {
        return new Issue(
                ShareRefusal.FORMULA_UNITS.because(
                        "operator",
                        node.operator().symbol(),
                        "left",
                        left.toString(),
                        "right",
                        right.toString()),
                text.place(node));
    }
}
