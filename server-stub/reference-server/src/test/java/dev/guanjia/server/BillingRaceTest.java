package dev.guanjia.server;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.store.PeriodStore;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Charges are entered while payments are taken, in months in which nothing was posted before. */
class BillingRaceTest {

    private static final int UNITS = 24;
    private static final String WAITING = "select count(*) from pg_locks where not granted";

    private final RunningServer server = RunningServer.shared();

    @Test
    void enteringAndPaymentsOfAFreshMonthDoNotLockEachOtherOut() throws Exception {
        Estate estate = Estate.priced(server, UNITS);
        for (int unit = 0; unit < UNITS; unit++) {
            estate.pay(unit, "5000.00", "2024-01-03").expect(201);
        }
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            for (int month = 1; month <= 6; month++) {
                enterAndPay(people, estate, month);
            }
        } finally {
            people.shutdownNow();
        }
        new Subledger(server).agrees(estate);
    }

    @Test
    void nobodyWaitsForTheFirstWhoPostsToAMonth() {
        Estate estate = Estate.priced(server, 1);
        server.part(TransactionOperations.class)
                .executeWithoutResult(
                        status -> {
                            server.part(PeriodStore.class)
                                    .lockForPosting("default", YearMonth.of(2022, 11));
                            CompletableFuture.supplyAsync(
                                            () -> estate.pay(0, "7.00", "2022-11-03").expect(201))
                                    .orTimeout(20, TimeUnit.SECONDS)
                                    .join();
                        });
    }

    private void enterAndPay(ExecutorService people, Estate estate, int month) throws Exception {
        String run = estate.calculate("2024-0" + month);
        String day = "2023-0" + month + "-15";
        estate.step(run, "CONFIRM", day).expect(200);
        estate.step(run, "REPORT", day).expect(200);
        List<Future<?>> all = new ArrayList<>();
        withMonthKept(
                YearMonth.parse("2023-0" + month),
                () -> {
                    all.add(people.submit(() -> estate.step(run, "ENTER", day).expect(200)));
                    waitFor(1);
                    all.add(people.submit(() -> estate.pay(0, "1.00", day).expect(201)));
                    waitFor(2);
                });
        for (int unit = UNITS - 1; unit > 0; unit--) {
            int which = unit;
            all.add(people.submit(() -> estate.pay(which, "1.00", day).expect(201)));
        }
        for (Future<?> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        estate.awaitEntered(run);
    }

    /** Whoever posts to the month waits until then, and finds it as fresh as before. */
    private void withMonthKept(YearMonth month, Runnable meanwhile) {
        new TransactionTemplate(server.part(PlatformTransactionManager.class))
                .executeWithoutResult(
                        undone -> {
                            server.part(PeriodStore.class)
                                    .lockForClosing(Caller.ofAdministrator().tenant(), month);
                            meanwhile.run();
                            undone.setRollbackOnly();
                        });
    }

    /** Waits until so many wait for locks of others. */
    private void waitFor(int people) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (server.db().sql(WAITING).query(Integer.class).single() < people) {
            if (System.nanoTime() > end) {
                throw new AssertionError("nobody waits: " + people);
            }
        }
    }
}
