package dev.guanjia.billing.receipt;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which takings are settled on the same day: those for moving in and renovations (入伙、装修收费). Source:
 * requirements 04 QF-X-22; 06 A-105.
 */
public final class SameDayTakings {

    private static final List<String> COLUMNS = List.of("of", "key", "from", "source");
    private static final SameDayTakings STANDARD =
            from(Table.of(SameDayTakings.class, "same-day-takings.csv", COLUMNS));

    private final List<Line> lines;

    private SameDayTakings(List<Line> lines) {
        this.lines = lines;
    }

    /** What money is taken for. */
    public enum Of {
        /** A deposit of a kind. */
        DEPOSIT,
        /** Charges of a fee item. */
        FEE_ITEM
    }

    /** Takings that are settled on the same day, from a day on. */
    private record Line(Of of, String key, LocalDate from) {}

    /**
     * The rows that ship with the product.
     *
     * @return deposits for renovations, keys and access cards
     */
    public static SameDayTakings standard() {
        return STANDARD;
    }

    /**
     * Reads rows of a vendor's own.
     *
     * @param name what to call the file in faults
     * @param text CSV with the columns {@code of} ({@code DEPOSIT} or {@code FEE_ITEM}), {@code
     *     key}, {@code from} and {@code source}
     * @return the takings
     * @throws dev.guanjia.catalogue.CatalogueException naming every faulty cell
     */
    public static SameDayTakings parse(String name, String text) {
        return from(Table.parse(name, text, COLUMNS));
    }

    /**
     * The takings of a day.
     *
     * @param of deposits or fee items
     * @param day the day
     * @return the kinds of deposits, or the fee items
     */
    public Set<String> keys(Of of, LocalDate day) {
        return lines.stream()
                .filter(line -> line.of() == of && !line.from().isAfter(day))
                .map(Line::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SameDayTakings from(Table table) {
        return new SameDayTakings(table.map(SameDayTakings::line));
    }

    private static Line line(Row row) {
        row.required("source");
        return new Line(row.as("of", Of::valueOf), row.required("key"), row.from());
    }
}
