package dev.guanjia.billing.batch;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Proration;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffDays;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitUse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The calculation of a month's run for many units at once: the rules of {@link BillCalculation}, in
 * whole-number arithmetic wherever a line is plain.
 *
 * <p>A line is plain when its quantity stands in a column, nothing of its period was charged
 * before, and its price is one rate per month without discount, rounded half up per line.
 * Everything else is asked of the rules, and so is every explanation: there is one set of rules.
 *
 * <p>What the rules say of a unit they say of every unit like it, so they are asked once for all of
 * them, also for those of a later table: one explanation for each kind of unit is kept for as long
 * as this calculation lives. Not for use by several threads at once.
 */
public final class BatchCalculation {

    private final BillCalculation rules;
    private final List<FeeItem> items;
    private final AlikeBills alike;

    /**
     * Nothing is calculated yet.
     *
     * @param rules the run
     */
    public BatchCalculation(BillCalculation rules) {
        this.rules = rules;
        this.items =
                rules.items().on(rules.period().start()).stream()
                        .filter(item -> item.basis().isCalculated())
                        .toList();
        this.alike = new AlikeBills(rules);
    }

    /**
     * The rules of the run.
     *
     * @return what was given
     */
    public BillCalculation rules() {
        return rules;
    }

    /**
     * Calculates all units of a table, amounts and explanations each when they are asked for.
     *
     * @param units the units
     * @return what each line comes to
     */
    public BilledTable bill(UnitTable units) {
        return new BilledTable(this, units, items);
    }

    /** As {@link BillCalculation#outcomes}, worked out once for all units that are alike. */
    List<BillOutcome> outcomes(UnitFacts facts, Function<ChargeKey, ChargeId> ids) {
        return alike.outcomes(facts, ids);
    }

    /** What a fee comes to for every unit of a table. */
    BilledColumn column(FeeItem item, UnitTable units) {
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
        return rules.tariffs()
                .billedIn(item.id(), use, rules.period().month())
                .flatMap(
                        period ->
                                perUnit(item, use, period)
                                        .flatMap(each -> price(each, scale, period.tariff())));
    }

    private static Optional<PlainPrice> price(Rational each, int scale, Tariff tariff) {
        return PlainPrice.of(each, scale, tariff.terms(), tariff.currency());
    }

    /** What one unit of the quantity costs for a whole period. */
    private Optional<Rational> perUnit(FeeItem item, UnitUse use, TariffDays period) {
        return switch (item.basis()) {
            case METER -> rate(period.tariff());
            case FIXED -> months(item.id(), use, period).map(sum -> sum.over(whole(period)));
            case AREA, UNIT -> months(item.id(), use, period);
            case ORDER, SHARE, FORMULA, LATE -> Optional.empty();
        };
    }

    private static Rational whole(TariffDays period) {
        return period.tariff().terms().proration().share(period.days(), period.days());
    }

    /** Where the versions follow each other through the whole period and are taxed alike. */
    private Optional<Rational> months(FeeItemId item, UnitUse use, TariffDays period) {
        Proration proration = period.tariff().terms().proration();
        List<TariffDays> versions = rules.tariffs().versions(item, use, period.days());
        if (!isWhole(versions, period.days())
                || (versions.size() > 1 && !proration.splitsExactly())) {
            return Optional.empty();
        }
        Rational sum = Rational.ZERO;
        for (TariffDays version : versions) {
            Optional<Rational> rate = rate(version.tariff());
            if (rate.isEmpty()) {
                return rate;
            }
            Rational months = proration.share(version.days(), period.days());
            sum = sum.plus(rate.get().times(months));
        }
        return Optional.of(sum);
    }

    private static boolean isWhole(List<TariffDays> versions, ServicePeriod whole) {
        int last = versions.size() - 1;
        boolean goesOn =
                IntStream.range(0, last).allMatch(i -> versions.get(i).goesOn(versions.get(i + 1)));
        return goesOn
                && versions.get(0).days().start().equals(whole.start())
                && versions.get(last).days().end().equals(whole.end());
    }

    private static Optional<Rational> rate(Tariff tariff) {
        return tariff.pricing().fold(rate -> Optional.of(rate.price()), slabs -> Optional.empty());
    }
}
