package dev.guanjia.billing.batch;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the units of a table are charged, line by line. A column of amounts is worked out when one
 * of them is first asked for, and how they came about when that is: who wants one pays nothing for
 * the other. Not for use by several threads at once.
 */
public final class BilledTable {

    private final BatchCalculation run;
    private final UnitTable units;
    private final List<FeeItem> items;
    private final List<Once<BilledColumn>> columns;
    private final Once<List<BilledColumn>> all;

    BilledTable(BatchCalculation run, UnitTable units, List<FeeItem> items) {
        this.run = run;
        this.units = units;
        this.items = items;
        this.columns =
                items.stream().map(item -> new Once<>(() -> run.column(item, units))).toList();
        this.all = new Once<>(() -> columns.stream().map(Once::get).toList());
    }

    /**
     * How many units were calculated.
     *
     * @return the number of rows
     */
    public int rows() {
        return units.rows();
    }

    /**
     * The fees, in the order of bills.
     *
     * @return one per column
     */
    public List<FeeItemId> items() {
        return items.stream().map(FeeItem::id).toList();
    }

    /**
     * The amount of a line.
     *
     * @param row the unit
     * @param column the fee
     * @return net and tax, zero where nothing is charged; or empty where the line is not plain and
     *     only {@link #outcomes} can tell
     */
    public Optional<Taxed> amount(int row, int column) {
        BilledColumn billed = columns.get(column).get();
        return billed.isPlain(row)
                ? Optional.of(new Taxed(money(billed.net(row)), money(billed.tax(row))))
                : Optional.empty();
    }

    /**
     * What a unit is charged for all fees whose lines are plain.
     *
     * @param row the unit
     * @return the sum with tax, in minor units
     * @throws ArithmeticException beyond 64 bits
     */
    public long plainTotal(int row) {
        long total = 0;
        for (BilledColumn column : all.get()) {
            if (column.isPlain(row)) {
                total = Math.addExact(total, Math.addExact(column.net(row), column.tax(row)));
            }
        }
        return total;
    }

    /**
     * Everything about a unit, with the traces of its charges. What the same {@link
     * BatchCalculation} was asked about a unit that is alike is not worked out again.
     *
     * @param row the unit
     * @param ids names a new charge; called once for each
     * @return as {@link BillCalculation#outcomes}
     */
    public List<BillOutcome> outcomes(int row, Function<ChargeKey, ChargeId> ids) {
        return run.outcomes(units.facts(row), ids);
    }

    List<BilledColumn> columns() {
        return all.get();
    }

    Currency currency() {
        return run.rules().tariffs().currency();
    }

    private Money money(long minorUnits) {
        return new Money(currency(), minorUnits);
    }
}
