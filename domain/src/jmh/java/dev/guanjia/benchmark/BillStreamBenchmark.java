package dev.guanjia.benchmark;

import dev.guanjia.billing.batch.BatchCalculation;
import dev.guanjia.billing.batch.BillCsv;
import dev.guanjia.property.UnitId;
import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A bill run that reads, bills and writes a chunk of units at a time, in a heap that would not hold
 * what it bills: the longest run ends only if memory does not grow with the number of units.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx32m")
public class BillStreamBenchmark {

    private static final int CHUNK = 4_096;

    /** How many units, of five fees each. */
    @Param({"2000", "20000", "200000", "2000000"})
    public int units;

    private final BatchCalculation run = new BatchCalculation(FiveFees.rules());

    /** Reads, bills and writes. */
    @Benchmark
    public long streamed() {
        long[] bytes = new long[1];
        BillCsv csv = new BillCsv((buffer, count) -> bytes[0] += count + buffer[0]);
        SplittableRandom random = new SplittableRandom(7);
        for (int from = 0; from < units; from += CHUNK) {
            int to = Math.min(units, from + CHUNK);
            csv.write(
                    run.bill(FiveFees.table(FiveFees.quantities(to - from, random))),
                    ids(from, to));
        }
        return bytes[0];
    }

    private static List<UnitId> ids(int from, int to) {
        List<UnitId> ids = new ArrayList<>(to - from);
        for (int unit = from; unit < to; unit++) {
            ids.add(new UnitId("u" + unit));
        }
        return ids;
    }
}
