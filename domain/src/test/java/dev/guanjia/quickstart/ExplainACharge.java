package dev.guanjia.quickstart;

import dev.guanjia.billing.*;
import dev.guanjia.billing.fee.*;
import dev.guanjia.billing.tariff.*;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.*;
import java.time.*;
import java.util.*;

/** Bills a flat for a month, and explains the charge to its owner. */
public final class ExplainACharge {

    /** Prints {@code CNY 232.06 = 98.75 m² × 2.35 (tariff T1), rounded HALF_UP}. */
    public static void main(String[] arguments) {
        CommunityId community = new CommunityId("jinxiu");
        LocalDate newYear = LocalDate.of(2026, 1, 1);
        FeeItemId fee = new FeeItemId("PROPERTY_SERVICE");
        UnitUse home = UnitUse.RESIDENTIAL;
        TariffScope scope = new TariffScope(community, fee, home);
        Rate price = new Rate(Rational.parse("2.35"));
        TariffId id = new TariffId("T1");
        Tariff tariff = new Tariff(id, scope, price, Terms.STANDARD, Money.CNY, newYear, null);
        TariffBook tariffs = new TariffBook(community, Money.CNY, List.of(tariff));

        Rational area = Rational.parse("98.75");
        OwnerId owner = new OwnerId("wang");
        Unit unit =
                new Unit(new UnitId("3-1201"), new BuildingId("b3"), "3-1201", home, area, owner);
        UnitFacts facts = new UnitFacts(unit, List.of(), Set.of());
        ServicePeriod march = ServicePeriod.of(YearMonth.of(2026, 3));
        LocalDate due = LocalDate.of(2026, 3, 31);
        var run = new BillCalculation(FeeItemCatalogue.standard(), tariffs, march, due);

        for (BillOutcome outcome : run.outcomes(facts, key -> new ChargeId("c1"))) {
            outcome.fold(charged -> print(charged.charge()), same -> "", skipped -> "");
        }
    }

    private static String print(Charge charge) {
        ChargeSegment how = charge.trace().segments().get(0);
        String quantity = how.quantity().value().decimalText();
        String price = how.pricing().fold(rate -> rate.price().decimalText(), slabs -> "slabs");
        String product = quantity + " m² × " + price;
        System.out.printf(
                "%s = %s (tariff %s), rounded %s%n",
                charge.amount(), product, how.tariff(), charge.trace().rounding().mode());
        return product;
    }
}
