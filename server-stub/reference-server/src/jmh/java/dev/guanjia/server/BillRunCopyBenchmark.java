package dev.guanjia.server;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A month of 100,000 flats with three fees, from the command over HTTP until the API says that all
 * of it is calculated; and, right after each run, a COPY of the very rows that it stored into a
 * table whose only index is the one that forbids to bill twice.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class BillRunCopyBenchmark {

    private static final int FLATS = Integer.getInteger("guanjia.flats", 100_000);

    private RunningServer server;
    private Town town;
    private String run;
    private double seconds;

    @Setup
    public void build() {
        server = RunningServer.shared();
        town = new Town(server, FLATS);
    }

    @Setup(Level.Iteration)
    public void forget() {
        town.forgetBills();
    }

    /** Seconds of a run. */
    @Benchmark
    public String throughTheApi() {
        long start = System.nanoTime();
        run = town.bill();
        seconds = (System.nanoTime() - start) / 1e9;
        return run;
    }

    /** The same rows without the server. */
    @TearDown(Level.Iteration)
    public void copy() throws SQLException, IOException {
        CopiedCharges rows = new CopiedCharges(server.part(DataSource.class), run);
        double indexed = rows.intoIndexed();
        double after = rows.indexedAfterwards();
        System.out.printf(
                "%nrun %.2f s (%.0f items/s), COPY into the indexed table %.2f s, ratio %.2f;"
                        + " COPY, then index %.2f s, ratio %.2f; %d MB%n",
                seconds,
                FLATS * Town.FEES / seconds,
                indexed,
                seconds / indexed,
                after,
                seconds / after,
                rows.size() >> 20);
    }
}
