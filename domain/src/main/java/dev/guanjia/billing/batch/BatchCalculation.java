package dev.guanjia.billing.batch;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitUse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calculation of a month's run for many units at once: the rules of {@link BillCalculation}, in
 * whole-number arithmetic wherever a line is plain.
 *
 * <p>A line is plain when its quantity stands in a column, nothing of its period was charged
 * before, and its price is one rate per month without discount, rounded half up per line.
 * Everything else is asked of the rules unit by unit, and so is every explanation: there is one set
 * of rules.
 *
 * @param rules the run
 */
public record BatchCalculation(BillCalculation rules) {

    /**
     * Calculates all units of a table.
     *
     * @param units the units
     * @return what each line comes to
     */
    public BilledTable bill(UnitTable units) {
        List<BilledColumn> columns = new ArrayList<>();
        for (FeeItem item : rules.items().on(rules.period().start())) {
            if (item.basis().isCalculated()) {
                columns.add(column(item, units));
            }
        }
        return new BilledTable(rules, units, columns);
    }

    private BilledColumn column(FeeItem item, UnitTable units) {
        QuantityColumn quantities = units.quantities(item.id());
        BilledColumn column = new BilledColumn(item.id(), units.rows());
        if (quantities == null) {
            column.leaveAllToTheRules();
        } else {
            column.fill(units.uses(), quantities, prices(item, quantities.scale()));
        }
        return column;
    }

    /** Without the uses of which no line is plain. */
    private Map<UnitUse, PlainPrice> prices(FeeItem item, int scale) {
        Map<UnitUse, PlainPrice> prices = new EnumMap<>(UnitUse.class);
        for (UnitUse use : UnitUse.values()) {
            price(item, use, scale).ifPresent(price -> prices.put(use, price));
        }
        return prices;
    }

    private Optional<PlainPrice> price(FeeItem item, UnitUse use, int scale) {
        Optional<Tariff> tariff = rules.tariffs().inForce(item.id(), use, rules.period().start());
        return tariff.flatMap(
                version -> {
                    Terms terms = version.terms();
                    return terms.billedIn(rules.period().month())
                            .flatMap(whole -> perUnit(item, use, version, whole))
                            .flatMap(each -> PlainPrice.of(each, scale, terms, version.currency()));
                });
    }

    /** What one unit of the quantity costs for a whole period. */
    private Optional<Rational> perUnit(
            FeeItem item, UnitUse use, Tariff tariff, ServicePeriod whole) {
        return switch (item.basis()) {
            case METER, FIXED -> rate(tariff);
            case AREA, UNIT -> monthly(item.id(), use, tariff, whole);
            case ORDER, SHARE, FORMULA, LATE -> Optional.empty();
        };
    }

    private Optional<Rational> monthly(
            FeeItemId item, UnitUse use, Tariff tariff, ServicePeriod whole) {
        Rational sum = Rational.ZERO;
        for (ServicePeriod month : whole.byMonth()) {
            Optional<Rational> rate =
                    rules.tariffs()
                            .inForce(item, use, month.month().atDay(1))
                            .flatMap(BatchCalculation::rate);
            if (rate.isEmpty()) {
                return Optional.empty();
            }
            Rational months = tariff.terms().proration().share(month, whole);
            sum = sum.plus(rate.get().times(months));
        }
        return Optional.of(sum);
    }

    private static Optional<Rational> rate(Tariff tariff) {
        return tariff.pricing().fold(rate -> Optional.of(rate.price()), slabs -> Optional.empty());
    }
}
