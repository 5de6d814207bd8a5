package dev.guanjia.organisation.segregation;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.organisation.RoleKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is kept apart: a row of {@code segregation-rules.csv}. Source: requirements 01, section 7.
 *
 * @param id its id: the key of the requirements, {@code SOD-02}, with {@code .2} for a second pair
 *     of the same rule, or {@code AUD-05} for a pair that auditors expect
 * @param label what it says
 * @param sides which keys it keeps apart
 * @param effect what happens when one person combines both sides
 * @param overriddenBy the role that may lift it for a person and a time; empty: nobody may
 * @param from the first day of the row
 * @param source where the row comes from
 */
public record SegregationRule(
        String id,
        Label label,
        Sides sides,
        Effect effect,
        Optional<RoleKey> overriddenBy,
        LocalDate from,
        String source) {

    /** What happens when one person combines both sides. */
    public enum Effect {
        /** It is refused. */
        FORBID,
        /** It is allowed and stands in the report. */
        FLAG
    }

    /**
     * The two sides of a rule.
     *
     * @param kind what the keys are
     * @param left one side; empty for {@code RULE} only
     * @param right the other side; no key of the left
     */
    public record Sides(
            SegregationKind kind, List<SegregationKey> left, List<SegregationKey> right) {

        /** A key on both sides would forbid itself. */
        public Sides {
            left = List.copyOf(left);
            right = List.copyOf(right);
            boolean conduct = kind == SegregationKind.RULE;
            if (left.isEmpty() != conduct || right.isEmpty() != conduct) {
                throw new IllegalArgumentException(
                        kind
                                + (conduct ? " pairs nothing: " : " needs two sides: ")
                                + left
                                + right);
            }
            if (left.stream().anyMatch(right::contains)) {
                throw new IllegalArgumentException("a key stands on both sides: " + left + right);
            }
        }

        /**
         * Whether two keys stand on different sides.
         *
         * @param one a key
         * @param other another key
         * @return true if so, whichever comes first
         */
        public boolean separate(SegregationKey one, SegregationKey other) {
            return (left.contains(one) && right.contains(other))
                    || (left.contains(other) && right.contains(one));
        }
    }

    /**
     * Names the pair that one person combines, the left side first.
     *
     * @param one a key
     * @param other another key, on the other side
     * @return the pair
     */
    public SegregatedPair pair(SegregationKey one, SegregationKey other) {
        return sides.left().contains(one)
                ? new SegregatedPair(id, one, other)
                : new SegregatedPair(id, other, one);
    }

    static SegregationRule read(Row row) {
        return new SegregationRule(
                row.required("id"),
                row.label(),
                new Sides(
                        row.as("kind", SegregationKind::valueOf),
                        keys(row, "left"),
                        keys(row, "right")),
                row.as("effect", Effect::valueOf),
                Optional.of(row.text("override")).filter(text -> !text.isBlank()).map(RoleKey::new),
                row.from(),
                row.required("source"));
    }

    private static List<SegregationKey> keys(Row row, String column) {
        return row.list(column).stream().map(SegregationKey::new).toList();
    }
}
