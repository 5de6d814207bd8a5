package dev.guanjia.quality;

import dev.guanjia.money.Rational;
import java.util.List;

/**
 * A counted value with its evidence.
 *
 * @param name as declared in {@code measures.csv}
 * @param value in the unit declared there
 * @param rows what adds up to the value; empty where the rows are kept elsewhere
 */
public record Measure(String name, Rational value, List<MeasureRow> rows) {

    /** A value that its evidence does not add up to cannot exist. */
    public Measure {
        rows = List.copyOf(rows);
        if (!rows.isEmpty() && !value.equals(sum(rows))) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", its evidence adds up to " + sum(rows));
        }
    }

    /**
     * Adds evidence up.
     *
     * @param name as declared in {@code measures.csv}
     * @param rows the evidence; none means that zero was counted
     * @return the measure
     */
    public static Measure of(String name, List<MeasureRow> rows) {
        return new Measure(name, sum(rows), rows);
    }

    private static Rational sum(List<MeasureRow> rows) {
        return rows.stream().map(MeasureRow::value).reduce(Rational.ZERO, Rational::plus);
    }
}
