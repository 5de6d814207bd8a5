package dev.guanjia.history;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.FormulaTerm;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.latecharge.LateChargeRules;
import dev.guanjia.billing.share.FeeFormula;
import dev.guanjia.billing.share.FeeNames;
import dev.guanjia.billing.tariff.Band;
import dev.guanjia.billing.tariff.Cycle;
import dev.guanjia.billing.tariff.Discount;
import dev.guanjia.billing.tariff.Pricing;
import dev.guanjia.billing.tariff.Proration;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.Slabs;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.TariffScope;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.billing.tariff.Timing;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import dev.guanjia.property.UnitUse;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a community may charge, and prices of every kind. */
final class Prices {

    static final FeeItemId METERED = new FeeItemId("SECONDARY_WATER");
    static final FeeItemId SHARED = new FeeItemId("SHARED_POWER");
    static final FeeItemId BY_FORMULA = new FeeItemId("BY_FORMULA");
    static final FeeItemId ON_BEHALF = new FeeItemId("BY_CYCLE");
    static final FeeItemId LATE = new FeeItemId("LATE_CHARGE");
    static final FeeItemCatalogue ITEMS =
            FeeItemCatalogue.parse(
                    "items.csv",
                    """
                    id,zh,en,basis,meters,income,management_fee,order,from,source
                    PROPERTY_SERVICE,按面积,By area,AREA,,OWN,yes,10,2020-01,a test
                    BY_UNIT,按户,By unit,UNIT,,OWN,no,20,2020-01,a test
                    BY_CYCLE,按期,By cycle,FIXED,,ON_BEHALF,no,30,2020-01,a test
                    SECONDARY_WATER,计量,Metered,METER,WATER,OWN,no,40,2020-01,a test
                    SHARED_POWER,公摊,Shared,SHARE,,OWN,no,50,2020-01,a test
                    BY_FORMULA,公式,By formula,FORMULA,,OWN,no,60,2020-01,a test
                    """);
    static final LateChargeRules LATE_RULES =
            LateChargeRules.parse(
                    "late.csv",
                    """
                    item,from,until,rate,per,grace_days,cap,rounding,source
                    PROPERTY_SERVICE,2024-01,,1/2000,DAY,0,,,contract
                    SECONDARY_WATER,2024-01,,1/300,DAY,5,1/10,,contract
                    PROPERTY_SERVICE,2025-06,,1/1000,DAY,0,1/4,,contract 2
                    """,
                    LATE);

    private Prices() {}

    /** An area with the price in the formula. */
    static FormulaTerm formula(Rational area) {
        return FeeFormula.read("房屋面积*单价", FeeNames.standard())
                .formula()
                .orElseThrow()
                .term(new TreeMap<>(Map.of("unit_area", area)));
    }

    static List<Tariff> first() {
        return ITEMS.items().stream()
                .filter(item -> !item.id().equals(SHARED))
                .map(item -> tariff("tf_" + item.order(), item.id(), 7, Home.FIRST))
                .toList();
    }

    /** A version whose price and terms are what a number stands for. */
    static Tariff tariff(String id, FeeItemId item, int number, LocalDate from) {
        return new Tariff(
                new TariffId(id),
                new TariffScope(Billing.COMMUNITY, item, UnitUse.RESIDENTIAL),
                pricing(item, number),
                terms(number),
                Money.CNY,
                from,
                null);
    }

    private static Pricing pricing(FeeItemId item, int number) {
        if (item.equals(BY_FORMULA) || number % 3 != 0) {
            return new Rate(Rational.of(667 + number % 397 * 7L, 1000));
        }
        Rational ten = Rational.of(10, 1);
        return new Slabs(
                List.of(
                        new Band(Rational.ZERO, ten, Rational.of(2, 1)),
                        new Band(ten, null, Rational.of(17, 5))),
                Rational.of(number % 5, 1));
    }

    private static Terms terms(int number) {
        Tax[] taxes = {
            Tax.NONE,
            new Tax(Tax.Kind.INCLUSIVE, Rational.of(6, 100)),
            new Tax(Tax.Kind.EXCLUSIVE, Rational.of(6, 100))
        };
        return new Terms(
                Cycle.values()[number % 5 == 4 ? 2 : number % 5 / 3],
                Timing.values()[number / 3 % 2],
                Proration.values()[number / 2 % 4],
                new RoundingPolicy(
                        RoundingMode.HALF_UP,
                        number % 3,
                        RoundingPolicy.Scope.values()[number % 2]),
                taxes[number / 5 % 3],
                List.of(new Discount(Discount.Reason.VACANCY, Rational.of(3, 10), "contract")));
    }
}
