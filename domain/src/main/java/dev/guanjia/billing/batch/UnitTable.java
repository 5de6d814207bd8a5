package dev.guanjia.billing.batch;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitUse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Some units of a community for one run, a row each and a column per fee item.
 *
 * <p>The facts of a row are only asked for where a line is not plain, or where somebody asks why. A
 * column that is taken out of the facts is taken when it is first asked for: who only wants to know
 * why pays for none. Not for use by several threads at once.
 */
public final class UnitTable {

    private final int rows;
    private final Once<UnitUse[]> uses;
    private final Map<FeeItemId, Once<QuantityColumn>> quantities;
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
        UnitUse[] own = uses.clone();
        this.rows = own.length;
        this.uses = new Once<>(() -> own);
        this.quantities = new TreeMap<>();
        this.facts = facts;
        quantities.forEach(
                (item, column) -> {
                    if (column.rows() != rows) {
                        throw new IllegalArgumentException(
                                item + " has " + column.rows() + " rows, not " + rows);
                    }
                    this.quantities.put(item, new Once<>(() -> column));
                });
    }

    private UnitTable(int rows, IntFunction<UnitFacts> facts, BillCalculation rules) {
        this.rows = rows;
        this.uses = new Once<>(() -> uses(rows, facts, rules));
        this.quantities = new TreeMap<>();
        this.facts = facts;
        for (FeeItem item : rules.items().on(rules.period().start())) {
            quantities.put(item.id(), new Once<>(() -> column(rows, facts, item, rules)));
        }
    }

    /**
     * Takes the columns out of the facts, each when it is first asked for.
     *
     * @param facts a row each
     * @param rules the run they are for
     * @return the table; a line that is not plain has no quantity
     */
    public static UnitTable of(List<UnitFacts> facts, BillCalculation rules) {
        List<UnitFacts> rows = List.copyOf(facts);
        return of(rows.size(), rows::get, rules);
    }

    /** As {@link #of(List, BillCalculation)}; the same facts for a row whenever they are asked. */
    static UnitTable of(int rows, IntFunction<UnitFacts> facts, BillCalculation rules) {
        return new UnitTable(rows, facts, rules);
    }

    private static UnitUse[] uses(int rows, IntFunction<UnitFacts> facts, BillCalculation rules) {
        UnitUse[] uses = new UnitUse[rows];
        Arrays.setAll(uses, row -> facts.apply(row).use(rules.period()));
        return uses;
    }

    private static QuantityColumn column(
            int rows, IntFunction<UnitFacts> facts, FeeItem item, BillCalculation rules) {
        Rational[] exact = new Rational[rows];
        Arrays.setAll(exact, row -> rules.quantity(facts.apply(row), item).orElse(null));
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
        Once<QuantityColumn> column = quantities.get(item);
        return column == null ? null : column.get();
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
