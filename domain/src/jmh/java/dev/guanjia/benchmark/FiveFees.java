package dev.guanjia.benchmark;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.batch.QuantityColumn;
import dev.guanjia.billing.batch.UnitTable;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.TariffScope;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitUse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Five fees with 6 % tax on top, and units with what they are billed by. */
final class FiveFees {

    static final int ITEMS = 5;
    static final long[] PRICES = {23_500, 1_500_000, 41_250, 5_733, 287_500};
    static final String[] CODES = {"MGMT", "PARK", "WATER", "ELEC", "HEAT"};
    private static final int[][] BOUNDS = {
        {4_000, 20_000}, {0, 3}, {200, 3_000}, {3_000, 50_000}, {4_000, 20_000}
    };

    private FiveFees() {}

    /** Quantities of two decimals, a row for each fee. */
    static long[][] quantities(int units, SplittableRandom random) {
        long[][] quantities = new long[ITEMS][units];
        for (int unit = 0; unit < units; unit++) {
            for (int item = 0; item < ITEMS; item++) {
                long drawn = random.nextLong(BOUNDS[item][0], BOUNDS[item][1]);
                quantities[item][unit] = item == 1 ? 100 * drawn : drawn;
            }
        }
        return quantities;
    }

    static UnitTable table(long[][] quantities) {
        Map<FeeItemId, QuantityColumn> columns = new TreeMap<>();
        for (int item = 0; item < ITEMS; item++) {
            columns.put(new FeeItemId(CODES[item]), QuantityColumn.of(quantities[item], 2));
        }
        UnitUse[] uses = new UnitUse[quantities[0].length];
        Arrays.fill(uses, UnitUse.RESIDENTIAL);
        return new UnitTable(
                uses,
                columns,
                row -> {
                    throw new IllegalStateException("no line but plain ones");
                });
    }

    static BillCalculation rules() {
        CommunityId community = new CommunityId("c");
        Terms terms =
                new Terms(
                        Terms.STANDARD.cycle(),
                        Terms.STANDARD.timing(),
                        Terms.STANDARD.proration(),
                        Terms.STANDARD.rounding(),
                        new Tax(Tax.Kind.EXCLUSIVE, Rational.of(6, 100)),
                        List.of());
        StringBuilder rows =
                new StringBuilder(
                        "id,zh,en,basis,meters,income,management_fee,order,from,source\n");
        List<Tariff> tariffs = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            rows.append(CODES[item]).append(",费,fee,AREA,,OWN,no,").append(item + 1);
            rows.append(",2020-01,a benchmark\n");
            tariffs.add(
                    new Tariff(
                            new TariffId("t" + item),
                            new TariffScope(
                                    community, new FeeItemId(CODES[item]), UnitUse.RESIDENTIAL),
                            new Rate(Rational.of(PRICES[item], 10_000)),
                            terms,
                            Money.CNY,
                            LocalDate.of(2026, 1, 1),
                            null));
        }
        FeeItemCatalogue items = FeeItemCatalogue.parse("items.csv", rows.toString());
        return new BillCalculation(
                items,
                new TariffBook(community, Money.CNY, tariffs),
                ServicePeriod.of(YearMonth.of(2026, 3)),
                LocalDate.of(2026, 3, 31));
    }
}
