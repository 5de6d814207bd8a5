package dev.guanjia.asset;

import dev.guanjia.money.Rational;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rate over equipment with the rows behind it. Parts and wholes are pooled, never averaged.
 * Source: requirements 04 section 7 notes 3 and 6.
 *
 * @param rows one per equipment that counts, by id
 */
public record AssetRate(List<Row> rows) {

    /** Copies. */
    public AssetRate {
        rows = List.copyOf(rows);
    }

    /**
     * What is counted.
     *
     * @return the sum of the parts
     */
    public Rational numerator() {
        return sum(Row::part);
    }

    /**
     * Of how much.
     *
     * @return the sum of the wholes
     */
    public Rational denominator() {
        return sum(Row::whole);
    }

    /**
     * The rate, exact.
     *
     * @return a fraction of one, or empty when there is nothing to measure: that is not zero
     */
    public Optional<Rational> value() {
        Rational whole = denominator();
        return whole.signum() == 0 ? Optional.empty() : Optional.of(numerator().over(whole));
    }

    private Rational sum(Function<Row, Rational> side) {
        return rows.stream().map(side).reduce(Rational.ZERO, Rational::plus);
    }

    /**
     * What one piece of equipment adds.
     *
     * @param equipment which equipment
     * @param part what it adds to the numerator
     * @param whole what it adds to the denominator
     * @param references the reports that the part was read from, by beginning
     */
    public record Row(
            EquipmentId equipment, Rational part, Rational whole, List<String> references) {

        /** Copies. */
        public Row {
            references = List.copyOf(references);
        }
    }
}
