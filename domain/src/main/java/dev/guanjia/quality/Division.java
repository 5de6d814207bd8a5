package dev.guanjia.quality;

import dev.guanjia.formula.Formula;
import dev.guanjia.formula.Operator;

/** Finds a division anywhere in a formula. */
enum Division implements Formula.Visitor<Boolean> {
    FINDER;

    @Override
    public Boolean literal(Formula.Literal node) {
        return false;
    }

    @Override
    public Boolean measure(Formula.Measure node) {
        return false;
    }

    @Override
    public Boolean negation(Formula.Negation node) {
        return node.operand().accept(this);
    }

    @Override
    public Boolean binary(Formula.Binary node) {
        return node.operator() == Operator.OVER
                || node.left().accept(this)
                || node.right().accept(this);
    }
}
