package dev.guanjia.billing.batch;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Some units of a community for one run, a row each and a column per fee item.
 *
 * <p>The facts of a row are only asked for where a line is not plain, or where somebody asks why;
 * and the columns, where somebody asks for amounts.
 */
public final class UnitTable {

    private final int rows;
    private final Supplier<UnitUse[]> uses;
    private final Function<FeeItemId, @Nullable QuantityColumn> quantities;
    private final IntFunction<UnitFacts> facts;

    private UnitTable(
            int rows,
            Supplier<UnitUse[]> uses,
            Function<FeeItemId, @Nullable QuantityColumn> quantities,
            IntFunction<UnitFacts> facts) {
        this.rows = rows;
        this.uses = uses;
        this.quantities = quantities;
        this.facts = facts;
    }

    /**
     * Puts columns together.
     *
     * @param uses what each unit may be used for
     * @param quantities the plain quantities of fee items; an item without a column has none
     * @param facts all that is known of a row; the quantities and uses are theirs
     * @throws IllegalArgumentException if a column has another number of rows
     */
    public UnitTable(
            UnitUse[] uses,
            Map<FeeItemId, QuantityColumn> quantities,
            IntFunction<UnitFacts> facts) {
        this(uses.length, always(uses.clone()), new TreeMap<>(quantities)::get, facts);
        quantities.forEach(
                (item, column) -> {
                    if (column.rows() != uses.length) {
                        throw new IllegalArgumentException(
                                item + " has " + column.rows() + " rows, not " + uses.length);
                    }
                });
    }

    private static <T> Supplier<T> always(T value) {
        return () -> value;
    }

    /**
     * Takes the columns out of the facts, each when it is asked for.
     *
     * @param facts a row each
     * @param rules the run they are for
     * @return the table; a line that is not plain has no quantity
     */
    public static UnitTable of(List<UnitFacts> facts, BillCalculation rules) {
        List<UnitFacts> rows = List.copyOf(facts);
        return new UnitTable(
                rows.size(),
                () -> rows.stream().map(unit -> unit.use(rules.period())).toArray(UnitUse[]::new),
                id -> item(rules, id).map(item -> quantities(rows, rules, item)).orElse(null),
                rows::get);
    }

    private static Optional<FeeItem> item(BillCalculation rules, FeeItemId id) {
        return rules.items().on(rules.period().start()).stream()
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    private static QuantityColumn quantities(
            List<UnitFacts> rows, BillCalculation rules, FeeItem item) {
        Rational[] exact = new Rational[rows.size()];
        for (int row = 0; row < exact.length; row++) {
            exact[row] = rules.quantity(rows.get(row), item).orElse(null);
        }
        return QuantityColumn.of(exact);
    }

    /**
     * How many units there are.
     *
     * @return the number of rows
     */
    public int rows() {
        return rows;
    }

    /**
     * The quantities of a fee item.
     *
     * @param item which
     * @return its column; null when no row has a plain one
     */
    public @Nullable QuantityColumn quantities(FeeItemId item) {
        return quantities.apply(item);
    }

    /**
     * All that is known of a unit.
     *
     * @param row which
     * @return its facts
     */
    public UnitFacts facts(int row) {
        return facts.apply(row);
    }

    UnitUse[] uses() {
        return uses.get();
    }
}
