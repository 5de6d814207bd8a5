package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The promises about speed, on a machine that is left alone: {@code -Dguanjia.speed=true}. */
@EnabledIfSystemProperty(named = "guanjia.speed", matches = "true")
class BillingSpeedTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void aMonthOfTwelveHundredUnits() {
        Estate estate = Estate.priced(server, 1_200);
        estate.read(1_200, "2024-05-25", "21.1");
        String[] run = new String[1];
        long calculation = millis(() -> run[0] = estate.calculate("2024-05"));
        estate.step(run[0], "CONFIRM", "2024-05-29").expect(200);
        estate.step(run[0], "REPORT", "2024-05-29").expect(200);
        estate.step(run[0], "ENTER", "2024-05-29").expect(200);
        long entering = millis(() -> estate.awaitEntered(run[0]));
        List<Long> payments = new ArrayList<>();
        for (int unit = 0; unit < 200; unit++) {
            int payer = unit;
            payments.add(millis(() -> estate.pay(payer, "250.00", "2024-06-03").expect(201)));
        }
        List<Long> warm = new ArrayList<>(payments.subList(100, 200));
        Collections.sort(warm);
        long middle = warm.get(50);
        System.out.printf(
                "1200 units calculated in %d ms, 2400 charges entered in %d ms, payment %d ms%n",
                calculation, entering, middle);
        assertThat(calculation).isLessThan(5_000);
        assertThat(entering).isLessThan(3_000);
        assertThat(middle).isLessThan(10);
    }

    /** So that a hundred thousand flats take minutes, not hours. */
    @Test
    void aRunIsEnteredInTheTimeOfItsCalculation() {
        int flats = Integer.getInteger("guanjia.flats", 10_000);
        Town town = new Town(server, flats);
        town.enter(town.bill());
        town.forgetBills();
        String[] run = new String[1];
        long calculation = millis(() -> run[0] = town.bill());
        long entering =
                millis(
                        () -> {
                            town.enter(run[0]);
                            return run;
                        });
        int charges = flats * Town.FEES;
        System.out.printf(
                "%d charges calculated in %d ms (%d/s), entered in %d ms (%d/s)%n",
                charges,
                calculation,
                charges * 1_000L / calculation,
                entering,
                charges * 1_000L / entering);
        assertThat(entering).isLessThan(2 * calculation);
        long export = millis(town::arrears);
        System.out.printf("arrears of %d flats exported in %d ms%n", flats, export);
        assertThat(export).isLessThan(1_000 + flats / 2);
    }

    private static long millis(Supplier<?> action) {
        long start = System.nanoTime();
        action.get();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
