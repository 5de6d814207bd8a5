package dev.guanjia.billing.fee;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.property.meter.MeterKind;
import java.time.LocalDate;
import java.util.List;

/** Which meters a fee by meter is for, read from {@code fee-meters.csv}. */
public final class FeeMeters {

    private static final List<Entry> ENTRIES =
            Table.of(FeeMeters.class, "fee-meters.csv", List.of("item", "kind", "from", "source"))
                    .unique("item")
                    .map(Entry::from);

    private FeeMeters() {}

    /**
     * One row.
     *
     * @param item a fee by meter
     * @param kind the meters that it bills
     * @param from the first day the row holds
     * @param source the clause it comes from
     */
    public record Entry(FeeItemId item, MeterKind kind, LocalDate from, String source) {

        private static Entry from(Row row) {
            return new Entry(
                    row.as("item", FeeItemId::new),
                    row.as("kind", MeterKind::valueOf),
                    row.from(),
                    row.required("source"));
        }
    }

    /**
     * All rows there are.
     *
     * @return in file order
     */
    public static List<Entry> entries() {
        return ENTRIES;
    }

    /**
     * The meters that a fee bills.
     *
     * @param item a fee by meter
     * @return their kind; water where no row names the fee
     */
    public static MeterKind kind(FeeItemId item) {
        return ENTRIES.stream()
                .filter(entry -> entry.item().equals(item))
                .map(Entry::kind)
                .findFirst()
                .orElse(MeterKind.WATER);
    }
}
