package dev.guanjia.quality;

import dev.guanjia.money.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The measures of one period, by name. What is not in it is unknown, not zero. */
public final class Measures {

    private final SortedMap<String, Measure> byName = new TreeMap<>();

    private Measures(List<Measure> measures) {
        for (Measure measure : measures) {
            if (byName.put(measure.name(), measure) != null) {
                throw new IllegalArgumentException("measure counted twice: " + measure.name());
            }
        }
    }

    /**
     * Gathers measures.
     *
     * @param measures each name once
     * @return the measures
     * @throws IllegalArgumentException if a name stands twice
     */
    public static Measures of(List<Measure> measures) {
        return new Measures(measures);
    }

    /**
     * Joins two sets.
     *
     * @param others with other names
     * @return all of them
     * @throws IllegalArgumentException if both know a name
     */
    public Measures and(Measures others) {
        List<Measure> all = new ArrayList<>(byName.values());
        all.addAll(others.byName.values());
        return new Measures(all);
    }

    /**
     * Looks one up.
     *
     * @param name as declared in {@code measures.csv}
     * @return the measure with its evidence
     * @throws IllegalArgumentException if it was not counted
     */
    public Measure measure(String name) {
        Measure measure = byName.get(name);
        if (measure == null) {
            throw new IllegalArgumentException("measure was not counted: " + name);
        }
        return measure;
    }

    /**
     * All measures.
     *
     * @return by name
     */
    public List<Measure> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The values alone, as a formula takes them.
     *
     * @return by name
     */
    public SortedMap<String, Rational> values() {
        SortedMap<String, Rational> values = new TreeMap<>();
        byName.forEach((name, measure) -> values.put(name, measure.value()));
        return Collections.unmodifiableSortedMap(values);
    }
}
