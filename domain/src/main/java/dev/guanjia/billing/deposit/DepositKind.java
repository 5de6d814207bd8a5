package dev.guanjia.billing.deposit;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a deposit is held for, a row of {@code deposit-kinds.csv}.
 *
 * @param id its name in data
 * @param label its names for people
 * @param from the first day on which it can be taken
 * @param source where it comes from
 */
public record DepositKind(String id, Label label, LocalDate from, String source) {

    private static final List<String> COLUMNS = List.of("id", "zh", "en", "from", "source");
    private static final List<DepositKind> STANDARD =
            from(Table.of(DepositKind.class, "deposit-kinds.csv", COLUMNS));

    /**
     * The rows that ship with the product.
     *
     * @return in file order
     */
    public static List<DepositKind> standard() {
        return STANDARD;
    }

    /**
     * Reads rows of a vendor's own.
     *
     * @param name what to call the file in faults
     * @param text CSV with the columns of {@code deposit-kinds.csv}
     * @return in file order
     * @throws dev.guanjia.catalogue.CatalogueException naming every faulty cell
     */
    public static List<DepositKind> parse(String name, String text) {
        return from(Table.parse(name, text, COLUMNS));
    }

    /**
     * The rows that ship with the product, as a vendor changes them.
     *
     * @param name what to call the file in faults
     * @param text CSV with the columns of {@code deposit-kinds.csv}; a row with a known id takes
     *     the place of that kind, any other is one more
     * @return the kinds, by id
     * @throws dev.guanjia.catalogue.CatalogueException naming every faulty cell
     */
    public static List<DepositKind> standardWith(String name, String text) {
        Map<String, DepositKind> kinds = new TreeMap<>();
        STANDARD.forEach(kind -> kinds.put(kind.id(), kind));
        parse(name, text).forEach(kind -> kinds.put(kind.id(), kind));
        return List.copyOf(kinds.values());
    }

    private static List<DepositKind> from(Table table) {
        return table.unique("id")
                .map(
                        row ->
                                new DepositKind(
                                        row.required("id"),
                                        row.label(),
                                        row.from(),
                                        row.required("source")));
    }
}
