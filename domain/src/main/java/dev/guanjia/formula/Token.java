package dev.guanjia.formula;

/**
 * A word of a formula and where it stands.
 *
 * @param kind what it is
 * @param text as written; empty at the end
 * @param offset where it begins in the text, in UTF-16 units from zero
 */
record Token(Kind kind, String text, int offset) {

    /** What a word can be. */
    enum Kind {
        NUMBER,
        NAME,
        SYMBOL,
        /** Reported already: it stands for an operand, so that one fault is told once. */
        FAULTY,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isOperand() {
        return kind == Kind.NUMBER || kind == Kind.NAME || kind == Kind.FAULTY;
    }
}
