package dev.guanjia.benchmark;

import dev.guanjia.billing.batch.BatchCalculation;
import dev.guanjia.billing.batch.BillCsv;
import dev.guanjia.billing.batch.BilledTable;
import dev.guanjia.billing.batch.UnitTable;
import dev.guanjia.property.UnitId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
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

    /** How many units. */
    @Param({"2000", "20000", "200000", "1000000", "2000000"})
    public int units;

    private long[][] quantities = new long[0][];
    private BatchCalculation run = new BatchCalculation(FiveFees.rules());
    private final List<UnitTable> tables = new ArrayList<>();
    private final List<List<UnitId>> names = new ArrayList<>();

    /** Quantities of two decimals, from a seed. */
    @Setup
    public void fill() {
        quantities = FiveFees.quantities(units, new SplittableRandom(7));
        for (int from = 0; from < units; from += CHUNK) {
            int to = Math.min(units, from + CHUNK);
            tables.add(FiveFees.table(part(from, to)));
            List<UnitId> ids = new ArrayList<>();
            for (int unit = from; unit < to; unit++) {
                ids.add(new UnitId("u" + unit));
            }
            names.add(ids);
        }
    }

    private long[][] part(int from, int to) {
        long[][] part = new long[FiveFees.ITEMS][];
        for (int item = 0; item < part.length; item++) {
            part[item] = Arrays.copyOfRange(quantities[item], from, to);
        }
        return part;
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
            for (int item = 0; item < FiveFees.ITEMS; item++) {
                long product = Math.multiplyExact(FiveFees.PRICES[item], quantities[item][unit]);
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
            for (int item = 0; item < FiveFees.ITEMS; item++) {
                long quantity = quantities[item][unit];
                long net = halfUp(Math.multiplyExact(FiveFees.PRICES[item], quantity), 10_000);
                long vat = halfUp(Math.multiplyExact(net, 6L), 100);
                csv.line(unit, FiveFees.CODES[item], quantity, net, vat);
            }
        }
        return csv.end();
    }

    private static long halfUp(long product, long divisor) {
        long whole = product / divisor;
        return product % divisor >= divisor / 2 ? whole + 1 : whole;
    }
}
