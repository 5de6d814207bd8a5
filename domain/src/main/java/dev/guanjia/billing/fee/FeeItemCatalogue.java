package dev.guanjia.billing.fee;

import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Decision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The fee items there are, in the order of bills.
 *
 * @param items sorted by their order; ids and orders stand once
 */
public record FeeItemCatalogue(List<FeeItem> items) {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "zh",
                    "en",
                    "basis",
                    "meters",
                    "income",
                    "management_fee",
                    "order",
                    "from",
                    "source");
    private static final FeeItemCatalogue STANDARD =
            from(Table.of(FeeItemCatalogue.class, "fee-items.csv", COLUMNS));

    /** Sorts; two items with one id or one order cannot be told apart. */
    public FeeItemCatalogue {
        items = items.stream().sorted(Comparator.comparing(FeeItem::order)).toList();
        if (items.stream().map(FeeItem::id).distinct().count() < items.size()
                || items.stream().map(FeeItem::order).distinct().count() < items.size()) {
            throw new IllegalArgumentException("a fee item's id or order stands twice: " + items);
        }
    }

    /**
     * The rows that ship with the product.
     *
     * @return the catalogue
     */
    public static FeeItemCatalogue standard() {
        return STANDARD;
    }

    /**
     * Reads rows of a vendor's own.
     *
     * @param name what to call the file in faults
     * @param text CSV with the columns of {@code fee-items.csv}
     * @return the catalogue
     * @throws dev.guanjia.catalogue.CatalogueException naming every faulty cell
     */
    public static FeeItemCatalogue parse(String name, String text) {
        return from(Table.parse(name, text, COLUMNS));
    }

    private static FeeItemCatalogue from(Table table) {
        return new FeeItemCatalogue(table.unique("id").unique("order").map(FeeItem::from));
    }

    /**
     * Decides on an item of a company's own.
     *
     * @param item beside those there are
     * @return the catalogue with it; or {@link FeeRefusal#FEE_ITEM_TAKEN}
     * @throws IllegalArgumentException if its order is taken, see {@link #nextOrder}
     */
    public Decision<FeeItemCatalogue> add(FeeItem item) {
        if (find(item.id()).isPresent()) {
            return Decision.refuse(
                    List.of(FeeRefusal.FEE_ITEM_TAKEN.because("item", item.id().value())));
        }
        return Decision.accept(
                new FeeItemCatalogue(Stream.concat(items.stream(), Stream.of(item)).toList()));
    }

    /**
     * Where an item stands that comes behind all others.
     *
     * @return above every order
     */
    public int nextOrder() {
        return items.stream().mapToInt(FeeItem::order).max().orElse(0) + 10;
    }

    /**
     * What may be charged for a day.
     *
     * @param day usually the first of a service period
     * @return the items whose first day has come, in order
     */
    public List<FeeItem> on(LocalDate day) {
        return items.stream().filter(item -> !item.from().isAfter(day)).toList();
    }

    /**
     * Looks an item up.
     *
     * @param id which one
     * @return the item, or empty when there is no such row
     */
    public Optional<FeeItem> find(FeeItemId id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst();
    }
}
