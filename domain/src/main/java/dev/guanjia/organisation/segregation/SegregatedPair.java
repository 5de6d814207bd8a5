package dev.guanjia.organisation.segregation;

/**
 * Two keys that a rule keeps apart.
 *
 * @param rule the id of the rule
 * @param left the key on its left side
 * @param right the key on its right side
 */
public record SegregatedPair(String rule, SegregationKey left, SegregationKey right) {

    /** {@code CASHIER + ACCOUNTANT (SOD-05)}. */
    @Override
    public String toString() {
        return left + " + " + right + " (" + rule + ")";
    }
}
