package dev.guanjia.organisation.segregation;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that is kept apart: the rows of {@code segregation-rules.csv} and a company's own.
 *
 * <p>Shape: a company adds rows; no row can be taken away. Source: requirements 01, section 7.
 */
public final class SegregationRules {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "zh",
                    "en",
                    "kind",
                    "left",
                    "right",
                    "effect",
                    "override",
                    "from",
                    "source");

    private final Map<String, SegregationRule> byId;
    private final Map<SegregationKey, List<SegregationRule>> byKey = new HashMap<>();

    private SegregationRules(Map<String, SegregationRule> byId) {
        this.byId = byId;
        for (SegregationRule rule : byId.values()) {
            Stream.concat(rule.sides().left().stream(), rule.sides().right().stream())
                    .forEach(key -> byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(rule));
        }
    }

    /**
     * Loads the rules that ship with the library.
     *
     * @return the rules
     */
    public static SegregationRules load() {
        return of(Table.of(SegregationRules.class, "segregation-rules.csv", COLUMNS));
    }

    /**
     * Builds rules from rows of the same form.
     *
     * @param table columns {@code id,zh,en,kind,left,right,effect,override,from,source}
     * @return the rules
     * @throws CatalogueException if a row is faulty or repeats an id
     */
    public static SegregationRules of(Table table) {
        return new SegregationRules(new LinkedHashMap<>()).with(table);
    }

    /**
     * Reads a company's own rows.
     *
     * @param name what to call the file in faults
     * @param text rows in the form of {@code segregation-rules.csv}, with the header
     * @return the table
     * @throws CatalogueException if the header or a row has another shape
     */
    public static Table parse(String name, String text) {
        return Table.parse(name, text, COLUMNS);
    }

    /**
     * Adds a company's own rules.
     *
     * @param own rows of the same form, with ids of their own
     * @return these rules and the company's
     * @throws CatalogueException if a row is faulty or has the id of a rule that stands already: a
     *     rule is lifted by an {@link RuleOverride}, never replaced
     */
    public SegregationRules with(Table own) {
        Map<String, SegregationRule> all = new LinkedHashMap<>(byId);
        own.unique("id").map(row -> add(all, row));
        return new SegregationRules(all);
    }

    /**
     * Every rule.
     *
     * @return in file order, a company's own last
     */
    public List<SegregationRule> all() {
        return List.copyOf(byId.values());
    }

    /**
     * Looks up a rule.
     *
     * @param id its id
     * @return the rule, or empty when there is none of that id
     */
    public Optional<SegregationRule> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The rules of any day on posts and things kept that keep two keys apart. */
    List<SegregationRule> onHolding(SegregationKey one, SegregationKey other) {
        return between(one, other).filter(rule -> rule.sides().kind().isHeld()).toList();
    }

    /** The rules on acts that keep two keys apart on a day. */
    List<SegregationRule> onActing(SegregationKey one, SegregationKey other, LocalDate day) {
        return between(one, other)
                .filter(rule -> rule.sides().kind() == SegregationKind.ACTS)
                .filter(rule -> !rule.from().isAfter(day))
                .toList();
    }

    private Stream<SegregationRule> between(SegregationKey one, SegregationKey other) {
        return byKey.getOrDefault(one, List.of()).stream()
                .filter(rule -> rule.sides().separate(one, other));
    }

    private static SegregationRule add(Map<String, SegregationRule> all, Row row) {
        SegregationRule rule = SegregationRule.read(row);
        if (all.putIfAbsent(rule.id(), rule) != null) {
            throw new CatalogueException(
                    List.of(row.fault("id", "a rule of that id stands already: " + rule.id())));
        }
        return rule;
    }
}
