package dev.guanjia.server;

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
import org.springframework.transaction.support.TransactionOperations;

/** Charges are entered while payments are taken, in months in which nothing was posted before. */
class BillingRaceTest {

    private static final int UNITS = 24;

    private final RunningServer server = RunningServer.shared();

    @Test
    void enteringAndPaymentsOfAFreshMonthDoNotLockEachOtherOut() throws Exception {
        Estate estate = Estate.priced(server, UNITS);
        for (int unit = 0; unit < UNITS; unit++) {
            estate.pay(unit, "5000.00", "2024-01-03").expect(201);
        }
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            for (int month = 1; month <= 4; month++) {
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

    private static void enterAndPay(ExecutorService people, Estate estate, int month)
            throws Exception {
        String run = estate.calculate("2024-0" + month);
        String day = "2023-0" + month + "-15";
        estate.step(run, "CONFIRM", day).expect(200);
        estate.step(run, "REPORT", day).expect(200);
        List<Future<?>> all = new ArrayList<>();
        for (int unit = UNITS - 1; unit >= 0; unit--) {
            int which = unit;
            all.add(people.submit(() -> estate.pay(which, "1.00", day).expect(201)));
            if (unit == UNITS - 4) {
                all.add(people.submit(() -> estate.step(run, "ENTER", day).expect(200)));
            }
        }
        for (Future<?> one : all) {
            one.get(60, TimeUnit.SECONDS);
        }
        estate.awaitEntered(run);
    }
}
