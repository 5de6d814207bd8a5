package dev.guanjia.billing.batch;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitUse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Some units of a community for one run, a row each and a column per fee item.
 *
 * <p>The facts of a row are only asked for where a line is not plain, or where somebody asks why.
 */
public final class UnitTable {

    private final UnitUse[] uses;
    private final Map<FeeItemId, QuantityColumn> quantities;
    private final IntFunction<UnitFacts> facts;

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
        this.uses = uses.clone();
        this.quantities = new TreeMap<>(quantities);
        this.facts = facts;
        this.quantities.forEach(
                (item, column) -> {
                    if (column.rows() != uses.length) {
                        throw new IllegalArgumentException(
                                item + " has " + column.rows() + " rows, not " + uses.length);
                    }
                });
    }

    /**
     * Takes the columns out of the facts.
     *
     * @param facts a row each
     * @param rules the run they are for
     * @return the table; a line that is not plain has no quantity
     */
    public static UnitTable of(List<UnitFacts> facts, BillCalculation rules) {
        List<UnitFacts> rows = List.copyOf(facts);
        UnitUse[] uses =
                rows.stream().map(unit -> unit.use(rules.period())).toArray(UnitUse[]::new);
        Map<FeeItemId, QuantityColumn> columns = new TreeMap<>();
        for (FeeItem item : rules.items().on(rules.period().start())) {
            Rational[] exact = new Rational[rows.size()];
            for (int row = 0; row < exact.length; row++) {
                exact[row] = rules.quantity(rows.get(row), item).orElse(null);
            }
            columns.put(item.id(), QuantityColumn.of(exact));
        }
        return new UnitTable(uses, columns, rows::get);
    }

    /**
     * How many units there are.
     *
     * @return the number of rows
     */
    public int rows() {
        return uses.length;
    }

    /**
     * The quantities of a fee item.
     *
     * @param item which
     * @return its column; null when no row has a plain one
     */
    public @Nullable QuantityColumn quantities(FeeItemId item) {
        return quantities.get(item);
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
        return uses;
    }
}
