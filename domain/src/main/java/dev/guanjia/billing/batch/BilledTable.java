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
import org.jspecify.annotations.Nullable;

/**
 * What the units of a table are charged, line by line. Amounts are worked out for all units when
 * the first of them is asked for, and how they came about for each unit that is asked for. Not for
 * use by several threads.
 */
public final class BilledTable {

    private final BatchCalculation run;
    private final UnitTable units;
    private @Nullable List<BilledColumn> columns;

    BilledTable(BatchCalculation run, UnitTable units) {
        this.run = run;
        this.units = units;
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
        return run.items().stream().map(FeeItem::id).toList();
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
        BilledColumn billed = columns().get(column);
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
        for (BilledColumn column : columns()) {
            if (column.isPlain(row)) {
                total = Math.addExact(total, Math.addExact(column.net(row), column.tax(row)));
            }
        }
        return total;
    }

    /**
     * Everything about a unit, with the traces of its charges.
     *
     * @param row the unit
     * @param ids names a new charge; called once for each
     * @return as {@link BillCalculation#outcomes}
     */
    public List<BillOutcome> outcomes(int row, Function<ChargeKey, ChargeId> ids) {
        return run.bills().outcomes(units.facts(row), ids);
    }

    List<BilledColumn> columns() {
        List<BilledColumn> filled = columns;
        if (filled == null) {
            filled = run.columns(units);
            columns = filled;
        }
        return filled;
    }

    Currency currency() {
        return run.rules().tariffs().currency();
    }

    private Money money(long minorUnits) {
        return new Money(currency(), minorUnits);
    }
}
