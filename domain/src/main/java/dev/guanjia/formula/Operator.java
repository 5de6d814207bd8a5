package dev.guanjia.formula;

/** What joins two formulas, each binding to the left. */
public enum Operator {
    /** Addition. */
    PLUS("+", 1),
    /** Subtraction. */
    MINUS("-", 1),
    /** Multiplication. */
    TIMES("*", 2),
    /** Division. */
    OVER("/", 2);

    private final String symbol;
    private final int strength;

    Operator(String symbol, int strength) {
        this.symbol = symbol;
        this.strength = strength;
    }

    /**
     * How it is written.
     *
     * @return one character
     */
    public String symbol() {
        return symbol;
    }

    /** How tightly it binds; the stronger operator is applied first. */
    int strength() {
        return strength;
    }
}
