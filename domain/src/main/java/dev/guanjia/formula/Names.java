package dev.guanjia.formula;

import java.util.SortedSet;

/**
 * Gathers the names of measures.
 *
 * @param names receives them
 */
record Names(SortedSet<String> names) implements Formula.Visitor<SortedSet<String>> {

    @Override
    public SortedSet<String> literal(Formula.Literal node) {
        return names;
    }

    @Override
    public SortedSet<String> measure(Formula.Measure node) {
        names.add(node.name());
        return names;
    }

    @Override
    public SortedSet<String> negation(Formula.Negation node) {
        return node.operand().accept(this);
    }

    @Override
    public SortedSet<String> binary(Formula.Binary node) {
        node.left().accept(this);
        return node.right().accept(this);
    }
}
