package dev.guanjia.quality;

import dev.guanjia.catalogue.Label;
import dev.guanjia.money.Rational;

/** How a value stands to its target. Source: requirements 04 section 0, comparator words. */
public enum Comparator {
    /** The target itself fails. */
    BELOW("<", "低于", "below") {
        @Override
        boolean holds(int sign) {
            return sign < 0;
        }
    },
    /** The target itself passes. */
    AT_MOST("<=", "不超过", "at most") {
        @Override
        boolean holds(int sign) {
            return sign <= 0;
        }
    },
    /** Only the target passes. */
    EQUAL("=", "等于", "exactly") {
        @Override
        boolean holds(int sign) {
            return sign == 0;
        }
    },
    /** The target itself passes. */
    AT_LEAST(">=", "达到", "at least") {
        @Override
        boolean holds(int sign) {
            return sign >= 0;
        }
    },
    /** The target itself fails. */
    ABOVE(">", "超过", "above") {
        @Override
        boolean holds(int sign) {
            return sign > 0;
        }
    };

    private final String code;
    private final String zh;
    private final String en;

    Comparator(String code, String zh, String en) {
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    /**
     * Reads a code.
     *
     * @param code one of {@code < <= = >= >}
     * @return the comparator
     * @throws IllegalArgumentException if it is none of them
     */
    public static Comparator of(String code) {
        for (Comparator comparator : values()) {
            if (comparator.code.equals(code)) {
                return comparator;
            }
        }
        throw new IllegalArgumentException("comparator must be one of < <= = >= >: " + code);
    }

    /**
     * Compares exactly.
     *
     * @param value what was reached
     * @param target what was wanted
     * @return whether it is met
     */
    public boolean holds(Rational value, Rational target) {
        return holds(value.compareTo(target));
    }

    abstract boolean holds(int sign);

    /**
     * How it is written in a row.
     *
     * @return one of {@code < <= = >= >}
     */
    public String code() {
        return code;
    }

    /**
     * How it is said.
     *
     * @return the word before the target
     */
    public Label label() {
        return new Label(zh, en);
    }
}
