package dev.guanjia.quality;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Every measure that formulas may name. Source: {@code measures.csv}.
 *
 * @param definitions in file order
 */
public record MeasureCatalogue(List<MeasureDefinition> definitions) {

    private static final List<String> COLUMNS = List.of("id", "zh", "en", "unit", "from", "source");

    /** Copies. */
    public MeasureCatalogue {
        definitions = List.copyOf(definitions);
    }

    /**
     * The measures that ship with the library.
     *
     * @return the catalogue
     */
    public static MeasureCatalogue load() {
        Table table = Table.of(MeasureCatalogue.class, "measures.csv", COLUMNS);
        return new MeasureCatalogue(table.unique("id").map(MeasureCatalogue::definition));
    }

    /**
     * The names.
     *
     * @return in alphabetical order
     */
    public SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>();
        definitions.forEach(definition -> names.add(definition.name()));
        return names;
    }

    private static MeasureDefinition definition(Row row) {
        return new MeasureDefinition(
                row.required("id"),
                row.label(),
                row.as("unit", MeasureUnit::valueOf),
                row.from(),
                row.required("source"));
    }
}
