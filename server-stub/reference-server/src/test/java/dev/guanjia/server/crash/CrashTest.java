package dev.guanjia.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.client.model.BillRun;
import dev.guanjia.client.model.Charge;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bill run is killed at random points and finishes after the next start, with no charge lost or
 * doubled. {@code -Dguanjia.crash.points=20} tries as many points of each kind; the seed is printed
 * and can be given again with {@code -Dguanjia.crash.seed}.
 */
class CrashTest {

    private static final int POINTS = Integer.getInteger("guanjia.crash.points", 2);
    private static final long SEED = Long.getLong("guanjia.crash.seed", System.nanoTime());
    private static final YearMonth FIRST = YearMonth.of(2023, 1);
    private static final Duration CALCULATED_WITHIN = Duration.ofSeconds(60);

    private final Random random = new Random(SEED);

    /** Both on one folder: what a kill left behind is what the next start finds. */
    @Test
    void theServerAndThenItsPostgresTooAreKilled(@TempDir Path folder) {
        ServerProcess server = ServerProcess.start(folder);
        try {
            CrashCommunity community = CrashCommunity.load(server.uri());
            Duration whole = timeOfARun(community);
            YearMonth month = FIRST;
            for (Kill kill : Kill.values()) {
                int inside = 0;
                for (int point = 1; point <= POINTS; point++) {
                    month = month.plusMonths(1);
                    String run = community.startRun(month).getId();
                    ServerProcess.sleep(somewhereIn(whole));
                    kill.how.accept(server);
                    server = ServerProcess.start(folder);
                    community = community.at(server.uri());
                    inside += isUnfinished(community.run(run)) ? 1 : 0;
                    assertComplete(community, run);
                }
                System.out.printf(
                        "%s killed at %d points, %d still calculating at the next start, seed %d%n",
                        kill.what, POINTS, inside, SEED);
            }
        } finally {
            server.close();
        }
    }

    private Duration somewhereIn(Duration whole) {
        return Duration.ofNanos((long) (random.nextDouble() * whole.toNanos()));
    }

    private enum Kill {
        SERVER("server", ServerProcess::kill),
        SERVER_AND_POSTGRES("server and PostgreSQL", ServerProcess::killWithPostgres);

        private final String what;
        private final Consumer<ServerProcess> how;

        Kill(String what, Consumer<ServerProcess> how) {
            this.what = what;
            this.how = how;
        }
    }

    private static boolean isUnfinished(BillRun run) {
        return run.getState().equals("CALCULATING");
    }

    private static Duration timeOfARun(CrashCommunity community) {
        long start = System.nanoTime();
        String run = community.startRun(FIRST).getId();
        awaitCalculated(community, run);
        Duration whole = Duration.ofNanos(System.nanoTime() - start);
        assertComplete(community, run);
        return whole;
    }

    private static void assertComplete(CrashCommunity community, String run) {
        BillRun finished = awaitCalculated(community, run);
        List<Charge> charges = community.charges(run);
        TreeSet<String> units =
                charges.stream()
                        .map(Charge::getUnitId)
                        .collect(Collectors.toCollection(TreeSet::new));
        BigDecimal total =
                charges.stream()
                        .map(charge -> charge.getAmount().getAmount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(units).hasSize(CrashCommunity.UNITS);
        assertThat(charges).hasSize(CrashCommunity.UNITS);
        assertThat(total).isEqualByComparingTo(community.expectedTotal());
        assertThat(finished.getProgress().getUnitsDone()).isEqualTo(CrashCommunity.UNITS);
        assertThat(finished.getProgress().getCharged()).isEqualTo(CrashCommunity.UNITS);
        assertThat(finished.getProgress().getTotal().getAmount()).isEqualByComparingTo(total);
    }

    private static BillRun awaitCalculated(CrashCommunity community, String run) {
        long end = System.nanoTime() + CALCULATED_WITHIN.toNanos();
        BillRun seen = community.run(run);
        while (isUnfinished(seen) && System.nanoTime() < end) {
            ServerProcess.sleep(Duration.ofMillis(20));
            seen = community.run(run);
        }
        assertThat(seen.getState()).isEqualTo("CALCULATED");
        return seen;
    }
}
