package dev.guanjia.billing.share;

import dev.guanjia.catalogue.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What fee formulas may name.
 *
 * @param names in the order of the file; ids and words stand once, and at most one is the price
 */
public record FeeNames(List<FeeName> names) {

    /** What the unit's own history tells, from day to day. */
    public static final String UNIT_AREA = "unit_area";

    private static final List<String> COLUMNS =
            List.of("id", "words", "zh", "en", "unit", "source");
    private static final FeeNames STANDARD =
            from(Table.of(FeeNames.class, "fee-names.csv", COLUMNS));

    /** Copies; a word that means two things means nothing. */
    public FeeNames {
        names = List.copyOf(names);
        List<String> words = names.stream().flatMap(name -> name.words().stream()).toList();
        if (words.stream().distinct().count() < words.size()
                || names.stream().map(FeeName::id).distinct().count() < names.size()
                || names.stream().filter(FeeNames::isPrice).count() > 1) {
            throw new IllegalArgumentException("an id, a word or the price stands twice: " + names);
        }
    }

    /**
     * The rows that ship with the product.
     *
     * @return the names
     */
    public static FeeNames standard() {
        return STANDARD;
    }

    /**
     * Adds rows of a vendor's own to these.
     *
     * @param file what to call the file in faults
     * @param text CSV with the columns of {@code fee-names.csv}
     * @return all names
     * @throws dev.guanjia.catalogue.CatalogueException naming every faulty cell
     * @throws IllegalArgumentException if an id or a word is already taken
     */
    public FeeNames and(String file, String text) {
        List<FeeName> all = new ArrayList<>(names);
        all.addAll(from(Table.parse(file, text, COLUMNS)).names());
        return new FeeNames(all);
    }

    /**
     * What somebody has to state for a formula to be computed.
     *
     * @return the ids of the names, the price and the unit's floor area aside
     */
    public NavigableSet<String> stated() {
        NavigableSet<String> ids = new TreeSet<>(unitsById().keySet());
        ids.remove(UNIT_AREA);
        price().ifPresent(ids::remove);
        return ids;
    }

    /** The id that each word stands for. */
    Map<String, String> idsByWord() {
        Map<String, String> ids = new TreeMap<>();
        names.forEach(name -> name.words().forEach(word -> ids.put(word, name.id())));
        return ids;
    }

    /** The unit of each id. */
    Map<String, String> unitsById() {
        Map<String, String> units = new TreeMap<>();
        names.forEach(name -> units.put(name.id(), name.unit()));
        return units;
    }

    /** The id of the price, where the price may be named. */
    Optional<String> price() {
        return names.stream().filter(FeeNames::isPrice).map(FeeName::id).findFirst();
    }

    private static boolean isPrice(FeeName name) {
        return name.unit().equals(FeeName.PRICE);
    }

    private static FeeNames from(Table table) {
        return new FeeNames(table.unique("id").map(FeeName::from));
    }
}
