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
        long[] values = quantities.values();
        UnitUse last = null;
        PlainPrice price = null;
        for (int row = 0; row < values.length; row++) {
            if (uses[row] != last) {
                last = uses[row];
                price = prices.get(last);
            }
            long quantity = values[row];
            if (price == null || quantity < 0 || quantity > price.most()) {
                net[row] = ASK;
            } else {
                price(row, quantity, price);
            }
        }
    }

    private void price(int row, long quantity, PlainPrice price) {
        long coins = price.coins(quantity);
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
