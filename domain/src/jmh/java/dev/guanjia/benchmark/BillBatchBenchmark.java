package dev.guanjia.benchmark;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.batch.BatchCalculation;
import dev.guanjia.billing.batch.BillCsv;
import dev.guanjia.billing.batch.BilledTable;
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
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A bill run of five fees, with 6 % tax on top, beside a loop over the same whole numbers that
 * knows its tariffs by heart; each with the lines written as CSV, too. All come to the same control
 * sum.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BillBatchBenchmark {

    /** Rows billed at a time, so that what they come to stays near the processor. */
    private static final int CHUNK = 4_096;

    private static final int ITEMS = 5;
    private static final long[] PRICES = {23_500, 1_500_000, 41_250, 5_733, 287_500};
    private static final int[][] BOUNDS = {
        {4_000, 20_000}, {0, 3}, {200, 3_000}, {3_000, 50_000}, {4_000, 20_000}
    };
    private static final String[] CODES = {"MGMT", "PARK", "WATER", "ELEC", "HEAT"};

    /** How many units. */
    @Param({"2000", "20000", "200000", "1000000"})
    public int units;

    private long[][] quantities = new long[0][];
    private BatchCalculation run = new BatchCalculation(rules());
    private final List<UnitTable> tables = new ArrayList<>();
    private final List<List<UnitId>> names = new ArrayList<>();

    /** Quantities of two decimals, from a seed. */
    @Setup
    public void fill() {
        quantities = new long[ITEMS][units];
        SplittableRandom random = new SplittableRandom(7);
        for (int unit = 0; unit < units; unit++) {
            for (int item = 0; item < ITEMS; item++) {
                long drawn = random.nextLong(BOUNDS[item][0], BOUNDS[item][1]);
                quantities[item][unit] = item == 1 ? 100 * drawn : drawn;
            }
        }
        for (int from = 0; from < units; from += CHUNK) {
            int to = Math.min(units, from + CHUNK);
            tables.add(table(from, to));
            List<UnitId> ids = new ArrayList<>();
            for (int unit = from; unit < to; unit++) {
                ids.add(new UnitId("u" + unit));
            }
            names.add(ids);
        }
    }

    private UnitTable table(int from, int to) {
        Map<FeeItemId, QuantityColumn> columns = new TreeMap<>();
        for (int item = 0; item < ITEMS; item++) {
            columns.put(
                    new FeeItemId(CODES[item]),
                    QuantityColumn.of(Arrays.copyOfRange(quantities[item], from, to), 2));
        }
        UnitUse[] uses = new UnitUse[to - from];
        Arrays.fill(uses, UnitUse.RESIDENTIAL);
        return new UnitTable(
                uses,
                columns,
                row -> {
                    throw new IllegalStateException("no line but plain ones");
                });
    }

    /** Through the method that a bill run calls. */
    @Benchmark
    public long billed() {
        long control = 0;
        for (UnitTable table : tables) {
            BilledTable billed = run.bill(table);
            for (int row = 0; row < billed.rows(); row++) {
                control += billed.plainTotal(row);
            }
        }
        return control;
    }

    /** The same with every line written. */
    @Benchmark
    public long billedCsv() {
        long[] bytes = new long[1];
        BillCsv csv = new BillCsv((buffer, count) -> bytes[0] += count + buffer[0]);
        for (int i = 0; i < tables.size(); i++) {
            csv.write(run.bill(tables.get(i)), names.get(i));
        }
        return bytes[0];
    }

    /** By heart. */
    @Benchmark
    public long bareLoop() {
        long control = 0;
        for (int unit = 0; unit < units; unit++) {
            long total = 0;
            for (int item = 0; item < ITEMS; item++) {
                long product = Math.multiplyExact(PRICES[item], quantities[item][unit]);
                long net = halfUp(product, 10_000);
                long vat = halfUp(Math.multiplyExact(net, 6L), 100);
                total = Math.addExact(total, Math.addExact(net, vat));
            }
            control = Math.addExact(control, total);
        }
        return control;
    }

    /** By heart, with every line written. */
    @Benchmark
    public long bareLoopCsv() {
        BareCsv csv = new BareCsv();
        for (int unit = 0; unit < units; unit++) {
            for (int item = 0; item < ITEMS; item++) {
                long quantity = quantities[item][unit];
                long net = halfUp(Math.multiplyExact(PRICES[item], quantity), 10_000);
                long vat = halfUp(Math.multiplyExact(net, 6L), 100);
                csv.line(unit, CODES[item], quantity, net, vat);
            }
        }
        return csv.end();
    }

    private static long halfUp(long product, long divisor) {
        long whole = product / divisor;
        return product % divisor >= divisor / 2 ? whole + 1 : whole;
    }

    private static BillCalculation rules() {
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
