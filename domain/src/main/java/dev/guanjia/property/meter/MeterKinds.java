package dev.guanjia.property.meter;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.List;

/** The units and names of the kinds of meters, read from {@code meter-kinds.csv}. */
public final class MeterKinds {

    private static final List<Entry> ENTRIES =
            Table.of(
                            MeterKinds.class,
                            "meter-kinds.csv",
                            List.of("kind", "unit", "zh", "en", "from", "source"))
                    .unique("kind")
                    .map(Entry::from);

    private MeterKinds() {}

    /**
     * One row.
     *
     * @param kind what is measured
     * @param unit the unit of its readings
     * @param label its name in both languages
     * @param from the first day the row holds
     * @param source the clause it comes from
     */
    public record Entry(MeterKind kind, String unit, Label label, LocalDate from, String source) {

        private static Entry from(Row row) {
            return new Entry(
                    row.as("kind", MeterKind::valueOf),
                    row.required("unit"),
                    row.label(),
                    row.from(),
                    row.required("source"));
        }
    }

    /**
     * All kinds there are.
     *
     * @return in file order
     */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /**
     * What a kind is called and measured in.
     *
     * @param kind any
     * @return its row; every kind has one
     */
    public static Entry of(MeterKind kind) {
        return ENTRIES.stream().filter(entry -> entry.kind() == kind).findFirst().orElseThrow();
    }
}
