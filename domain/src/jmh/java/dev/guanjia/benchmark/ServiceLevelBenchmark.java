package dev.guanjia.benchmark;

import dev.guanjia.calendar.BusinessHours;
import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.calendar.DueTime;
import dev.guanjia.calendar.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Due times over the holidays of China, for spans of so many working days. By index the figure is
 * to be the same for each; the walk and the explanation, which name every day, are to grow.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ServiceLevelBenchmark {

    private static final int HOURS = 9;
    private static final int STARTS = 1024;

    @Param({"1", "30", "300"})
    public int days;

    private final Instant[] starts = new Instant[STARTS];
    private BusinessHours office;
    private WorkingTime index;
    private Duration target;
    private int next;

    @Setup(Level.Trial)
    public void open() {
        office =
                new BusinessHours(
                        ChinaCalendar.load(),
                        ZoneId.of("Asia/Shanghai"),
                        LocalTime.of(9, 0),
                        LocalTime.of(9 + HOURS, 0));
        index = WorkingTime.of(office);
        target = Duration.ofHours((long) HOURS * days);
        Instant first = Instant.parse("2012-01-01T00:00:00Z");
        for (int i = 0; i < STARTS; i++) {
            // A prime number of minutes apart, so that all hours and seasons occur.
            starts[i] = first.plusSeconds(i * 60L * 5_003L);
        }
    }

    private Instant start() {
        next = (next + 1) % STARTS;
        return starts[next];
    }

    @Benchmark
    public Instant due() {
        return index.find(start(), target).orElseThrow();
    }

    @Benchmark
    public Duration workingTime() {
        Instant from = start();
        return index.between(from, from.plus(Duration.ofDays(days))).orElseThrow();
    }

    @Benchmark
    public DueTime walked() {
        return office.after(start(), target);
    }

    @Benchmark
    public List<DueTime.Step> explained() {
        Instant from = start();
        return index.steps(from, index.find(from, target).orElseThrow());
    }
}
