package dev.guanjia.benchmark;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.duty.DutyCalendar;
import dev.guanjia.duty.DutyOccurrence;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * One year of the whole catalogue, expanded on one thread, each occurrence with its due time, its
 * responsible person and its approver. The counter says how many occurrences a second; at twice the
 * communities it should say the same.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class DutyCalendarBenchmark {

    private static final DateRange YEAR =
            new DateRange(LargeCompany.OPENED, LargeCompany.OPENED.plusYears(1));

    /** 575 and 1,000 people. */
    @Param({"25", "50"})
    public int communities;

    private DutyCalendar calendar;

    @Setup(Level.Trial)
    public void found() {
        LargeCompany company = new LargeCompany(communities);
        calendar = company.calendar();
        System.out.printf(
                "%n%d staff, %d duties held, %d not configured, %d occurrences a year%n",
                company.staff(),
                calendar.duties().on(LargeCompany.OPENED).all().size(),
                calendar.unconfigured(LargeCompany.OPENED).size(),
                calendar.stream(YEAR).count());
    }

    @AuxCounters
    @State(Scope.Thread)
    public static class Made {
        public long occurrences;
    }

    @Benchmark
    public long year(Made made) {
        calendar.stream(YEAR).forEach(occurrence -> made.occurrences += held(occurrence));
        return made.occurrences;
    }

    private static int held(DutyOccurrence occurrence) {
        return occurrence.responsible().staff().isPresent() ? 1 : 0;
    }
}
