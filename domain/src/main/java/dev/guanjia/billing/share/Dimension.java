package dev.guanjia.billing.share;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a value is counted in.
 *
 * @param powers of units of measure, none zero; empty for a bare number
 */
record Dimension(SortedMap<String, Integer> powers) {

    static final Dimension NUMBER = new Dimension(new TreeMap<>());

    Dimension {
        powers = new TreeMap<>(powers);
        powers.values().removeIf(power -> power == 0);
        powers = Collections.unmodifiableSortedMap(powers);
    }

    static Dimension of(String unit) {
        SortedMap<String, Integer> powers = new TreeMap<>();
        if (!unit.equals("1")) {
            powers.put(unit, 1);
        }
        return new Dimension(powers);
    }

    Dimension times(Dimension other, int power) {
        SortedMap<String, Integer> product = new TreeMap<>(powers);
        other.powers.forEach((unit, p) -> product.merge(unit, p * power, Integer::sum));
        return new Dimension(product);
    }

    int power(String unit) {
        return powers.getOrDefault(unit, 0);
    }

    Dimension without(String unit) {
        SortedMap<String, Integer> rest = new TreeMap<>(powers);
        rest.remove(unit);
        return new Dimension(rest);
    }

    /** The dimension that gives this one when it is raised to a power other than zero. */
    Optional<Dimension> root(int degree) {
        SortedMap<String, Integer> root = new TreeMap<>(powers);
        root.replaceAll((unit, power) -> power / degree);
        Dimension candidate = new Dimension(root);
        return NUMBER.times(candidate, degree).equals(this)
                ? Optional.of(candidate)
                : Optional.empty();
    }

    /** E.g. {@code m2 * reading^-1}; {@code 1} for a bare number. */
    @Override
    public String toString() {
        return powers.isEmpty()
                ? "1"
                : powers.entrySet().stream()
                        .map(e -> e.getKey() + (e.getValue() == 1 ? "" : "^" + e.getValue()))
                        .collect(Collectors.joining(" * "));
    }
}
