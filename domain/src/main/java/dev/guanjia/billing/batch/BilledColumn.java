package dev.guanjia.billing.batch;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.property.UnitUse;
import java.util.Arrays;
import java.util.Map;

/**
 * What a fee comes to, a row per unit, in minor units. Where {@code net} is {@link #ASK} the rules
 * are to be asked.
 */
final class BilledColumn {

    static final long ASK = -1;

    private static final QuantityColumn NONE = QuantityColumn.of(new long[0], 0);

    private final FeeItemId item;
    private QuantityColumn quantities = NONE;
    private final long[] net;
    private final long[] tax;

    BilledColumn(FeeItemId item, int rows) {
        this.item = item;
        this.net = new long[rows];
        this.tax = new long[rows];
    }

    void leaveAllToTheRules() {
        Arrays.fill(net, ASK);
    }

    void fill(UnitUse[] uses, QuantityColumn quantities, Map<UnitUse, PlainPrice> prices) {
        this.quantities = quantities;
        int from = 0;
        while (from < uses.length) {
            int to = from + 1;
            while (to < uses.length && uses[to] == uses[from]) {
                to++;
            }
            PlainPrice price = prices.get(uses[from]);
            if (price == null) {
                Arrays.fill(net, from, to, ASK);
            } else {
                fill(from, to, price);
            }
            from = to;
        }
    }

    /** Rows of one use; what is not between zero and the most that is safe is asked for. */
    private void fill(int from, int to, PlainPrice price) {
        long[] values = quantities.values();
        long most = price.most();
        for (int row = from; row < to; row++) {
            long quantity = values[row];
            if (quantity < 0 || quantity > most) {
                net[row] = ASK;
            } else {
                price(row, price.coins(quantity), price);
            }
        }
    }

    private void price(int row, long coins, PlainPrice price) {
        long taxed = price.tax(coins);
        net[row] = (price.inclusive() ? coins - taxed : coins) * price.minorUnits();
        tax[row] = taxed * price.minorUnits();
    }

    FeeItemId item() {
        return item;
    }

    boolean isPlain(int row) {
        return net[row] != ASK;
    }

    /** Whether the line is plain and comes to something. */
    boolean isCharged(int row) {
        return net[row] > 0;
    }

    long quantity(int row) {
        return quantities.value(row);
    }

    int scale() {
        return quantities.scale();
    }

    long net(int row) {
        return net[row];
    }

    long tax(int row) {
        return tax[row];
    }
}
