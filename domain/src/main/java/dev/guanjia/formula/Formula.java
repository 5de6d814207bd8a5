package dev.guanjia.formula;

import dev.guanjia.money.Rational;
import java.util.regex.Pattern;

/** The tree of a formula. Equal trees mean the same; brackets are not part of it. */
public sealed interface Formula {

    /**
     * Hands this node to the matching method. JDK 17 has no switch over types; this is ours.
     *
     * @param <R> the answer
     * @param visitor one method per kind of node
     * @return what the method said
     */
    <R> R accept(Visitor<R> visitor);

    /**
     * Writes the formula with no more brackets than it needs.
     *
     * @return the text; parsing it gives an equal formula
     */
    default String print() {
        return accept(Printer.LOOSE);
    }

    /**
     * One method per kind of node.
     *
     * @param <R> the answer
     */
    interface Visitor<R> {
        /**
         * A number.
         *
         * @param node the node
         * @return the answer
         */
        R literal(Literal node);

        /**
         * A named measure.
         *
         * @param node the node
         * @return the answer
         */
        R measure(Measure node);

        /**
         * A sign turned.
         *
         * @param node the node
         * @return the answer
         */
        R negation(Negation node);

        /**
         * Two formulas joined.
         *
         * @param node the node
         * @return the answer
         */
        R binary(Binary node);
    }

    /**
     * A number.
     *
     * @param value zero or more, at most 19 digits before the point and 6 after it
     */
    record Literal(Rational value) implements Formula {

        /** Rejects what cannot be written down as a decimal without a sign. */
        public Literal {
            if (value.signum() < 0) {
                throw new IllegalArgumentException("a literal has no sign: " + value);
            }
            Rational.parse(value.decimalText());
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /**
     * A named measure.
     *
     * @param name lower_snake_case
     */
    record Measure(String name) implements Formula {

        private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

        /** Rejects a name of another shape. */
        public Measure {
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        "measure name must look like valid_complaints: " + name);
            }
        }

        static boolean isName(String text) {
            return SHAPE.matcher(text).matches();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.measure(this);
        }
    }

    /**
     * A sign turned.
     *
     * @param operand what is turned
     */
    record Negation(Formula operand) implements Formula {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.negation(this);
        }
    }

    /**
     * Two formulas joined.
     *
     * @param operator how
     * @param left the first operand
     * @param right the second operand
     */
    record Binary(Operator operator, Formula left, Formula right) implements Formula {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }
}
