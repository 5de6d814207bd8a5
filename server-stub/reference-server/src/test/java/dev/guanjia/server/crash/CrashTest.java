package dev.guanjia.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.client.model.BillRun;
import dev.guanjia.client.model.Charge;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A bill run is killed at random points of its calculation and of its entering, and finishes after
 * the next start, with no charge lost or doubled, and each of them posted once. {@code
 * -Dguanjia.crash.points=20} tries as many points of each kind; the seed is printed and can be
 * given again with {@code -Dguanjia.crash.seed}.
 */
class CrashTest {

    private static final int POINTS = Integer.getInteger("guanjia.crash.points", 2);
    private static final long SEED = Long.getLong("guanjia.crash.seed", System.nanoTime());
    private static final YearMonth FIRST = YearMonth.of(2023, 1);
    private static final int YEARS_BEFORE = 3;
    private static final Duration DONE_WITHIN = Duration.ofSeconds(60);

    private final Random random = new Random(SEED);
    private @Nullable ServerProcess server;

    @AfterEach
    void close() {
        Objects.requireNonNull(server).close();
    }

    /** Both on one folder: what a kill left behind is what the next start finds. */
    @Test
    void theServerAndThenItsPostgresTooAreKilled(@TempDir Path folder) {
        ServerProcess first = ServerProcess.start(folder);
        server = first;
        CrashCommunity community = CrashCommunity.load(first.uri());
        String whole = community.startRun(FIRST).getId();
        Duration calculation = timeIn("CALCULATING", community, whole);
        calculated(community, whole);
        community.enter(whole, books(FIRST).atDay(20));
        Duration entering = timeIn("ENTERING", community, whole);
        entered(community, whole, books(FIRST));
        YearMonth month = FIRST;
        for (Kill kill : Kill.values()) {
            int calculating = 0;
            int halfEntered = 0;
            for (int point = 1; point <= POINTS; point++) {
                month = month.plusMonths(1);
                String run = community.startRun(month).getId();
                community = killed(kill, folder, community, calculation);
                calculating += isIn("CALCULATING", community.run(run)) ? 1 : 0;
                calculated(community, run);
                community.enter(run, books(month).atDay(20));
                community = killed(kill, folder, community, entering);
                halfEntered += isIn("ENTERING", community.run(run)) ? 1 : 0;
                entered(community, run, books(month));
            }
            System.out.printf(
                    "%s killed at %d points each, at the next start %d still calculating and %d"
                            + " being entered, seed %d%n",
                    kill.what, POINTS, calculating, halfEntered, SEED);
        }
    }

    /** In which each run is entered by itself, long over. */
    private static YearMonth books(YearMonth month) {
        return month.minusYears(YEARS_BEFORE);
    }

    /** Kills the server somewhere within a time and starts it again. */
    private CrashCommunity killed(
            Kill kill, Path folder, CrashCommunity community, Duration within) {
        ServerProcess.sleep(Duration.ofNanos((long) (random.nextDouble() * within.toNanos())));
        kill.how.accept(server);
        ServerProcess next = ServerProcess.start(folder);
        server = next;
        return community.at(next.uri());
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

    private static Duration timeIn(String state, CrashCommunity community, String run) {
        long start = System.nanoTime();
        while (isIn(state, community.run(run))) {
            ServerProcess.sleep(Duration.ofMillis(5));
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static boolean isIn(String state, BillRun run) {
        return run.getState().equals(state);
    }

    /** Every flat has its charge, once. */
    private static String calculated(CrashCommunity community, String run) {
        BillRun finished = await(community, run, "CALCULATING", "CALCULATED");
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
        return run;
    }

    /** Every charge binds and is posted once, and the accounts of the flats are as the books. */
    private static void entered(CrashCommunity community, String run, YearMonth month) {
        BillRun finished = await(community, run, "ENTERING", "ENTERED");
        assertThat(finished.getProgress().getEntered()).isEqualTo(CrashCommunity.UNITS);
        List<Charge> charges = community.charges(run);
        assertThat(charges).allMatch(Charge::getBinding);
        assertThat(community.posted(month))
                .containsExactlyInAnyOrderElementsOf(charges.stream().map(Charge::getId).toList());
        assertThat(community.agrees(month)).isTrue();
    }

    private static BillRun await(
            CrashCommunity community, String run, String during, String after) {
        long end = System.nanoTime() + DONE_WITHIN.toNanos();
        BillRun seen = community.run(run);
        while (isIn(during, seen) && System.nanoTime() < end) {
            ServerProcess.sleep(Duration.ofMillis(20));
            seen = community.run(run);
        }
        assertThat(seen.getState()).isEqualTo(after);
        return seen;
    }
}
