package dev.guanjia.formula;

/**
 * Writes a tree down, with brackets only where reading back would otherwise join other operands.
 *
 * @param strength how tightly an operator must bind to stand here without brackets
 */
record Printer(int strength) implements Formula.Visitor<String> {

    static final Printer LOOSE = new Printer(0);
    private static final int SIGN = 3;

    @Override
    public String literal(Formula.Literal node) {
        return node.value().decimalText();
    }

    @Override
    public String measure(Formula.Measure node) {
        return node.name();
    }

    @Override
    public String negation(Formula.Negation node) {
        return "-" + node.operand().accept(new Printer(SIGN));
    }

    @Override
    public String binary(Formula.Binary node) {
        int own = node.operator().strength();
        String text =
                node.left().accept(new Printer(own))
                        + " "
                        + node.operator().symbol()
                        + " "
                        + node.right().accept(new Printer(own + 1));
        return own < strength ? "(" + text + ")" : text;
    }
}
