package dev.guanjia.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.server.Estate;
import dev.guanjia.server.Reply;
import dev.guanjia.server.RunningServer;
import dev.guanjia.server.store.BillRunStore.RunKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BillRunRestartTest {

    private final RunningServer server = RunningServer.shared();
    private final BillRunWorker worker = server.part(BillRunWorker.class);
    private final BillRunCalculation calculation = server.part(BillRunCalculation.class);

    @AfterEach
    void workAgain() {
        if (!worker.isRunning()) {
            worker.start();
        }
    }

    @Test
    void aRunThatWasCutOffGoesOnWhereItStopped() {
        Estate estate = Estate.priced(server, 250);
        estate.read(250, "2024-05-25", "21.1");
        worker.stop();
        String run = estate.order("2024-05").expect(202).text("/id");
        calculation.next(new RunKey("default", run), 100, 100);
        Reply cutOff = estate.as("CASHIER").get("/bill-runs/" + run).expect(200);
        assertThat(cutOff.text("/state")).isEqualTo("CALCULATING");
        assertThat(cutOff.json().at("/progress/units_done").asInt()).isEqualTo(100);
        assertThat(cutOff.json().at("/progress/charged").asInt()).isEqualTo(200);
        estate.step(run, "CONFIRM", "2024-05-29").expectProblem(409, "bill-run-wrong-state");

        worker.start();
        Reply done = estate.await(run);
        assertThat(done.json().at("/progress/units_done").asInt()).isEqualTo(250);
        assertThat(done.json().at("/progress/charged").asInt()).isEqualTo(500);
        List<JsonNode> charges = estate.charges("bill_run_id=" + run);
        assertThat(charges)
                .hasSize(500)
                .extracting(charge -> charge.at("/unit_id").asString() + charge.at("/fee_item"))
                .doesNotHaveDuplicates();
        assertThat(done.text("/progress/total/amount")).isEqualTo("55520.00");
    }

    @Test
    void unitsAreReadPartByPartAndNoneIsLeftOut() {
        Estate estate = Estate.priced(server, 250);
        worker.stop();
        String run = estate.order("2024-05").expect(202).text("/id");
        RunKey key = new RunKey("default", run);
        calculation.next(key, 100, 30);
        Reply part = estate.as("CASHIER").get("/bill-runs/" + run).expect(200);
        assertThat(part.json().at("/progress/units_done").asInt()).isEqualTo(100);
        assertThat(part.json().at("/progress/charged").asInt()).isEqualTo(100);
        calculation.next(key, 150, 50);
        calculation.next(key, 1, 1);
        Reply done = estate.as("CASHIER").get("/bill-runs/" + run).expect(200);
        assertThat(done.text("/state")).isEqualTo("CALCULATED");
        assertThat(estate.charges("bill_run_id=" + run))
                .hasSize(250)
                .extracting(charge -> charge.at("/unit_id").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void unitsThatAreAddedMeanwhileAreCalculatedToo() {
        Estate estate = Estate.priced(server, 150);
        worker.stop();
        String run = estate.order("2024-05").expect(202).text("/id");
        calculation.next(new RunKey("default", run), 100, 100);
        estate.enter(estate.registry().unit("new"));
        worker.start();
        Reply done = estate.await(run);
        assertThat(done.json().at("/progress/units_total").asInt()).isEqualTo(151);
        assertThat(done.json().at("/progress/units_done").asInt()).isEqualTo(151);
        assertThat(estate.charges("unit_id=" + estate.unit(150))).hasSize(1);
    }

    @Test
    void twoWorkersOnOneRunDoubleNothing() throws InterruptedException {
        Estate estate = Estate.priced(server, 450);
        worker.stop();
        String run = estate.order("2024-05").expect(202).text("/id");
        worker.start();
        Thread other = new Thread(() -> finish(run));
        other.start();
        Reply done = estate.await(run);
        other.join();
        assertThat(done.json().at("/progress/charged").asInt()).isEqualTo(450);
        assertThat(done.json().at("/progress/unchanged").asInt()).isZero();
        assertThat(estate.charges("bill_run_id=" + run)).hasSize(450);
    }

    private void finish(String run) {
        for (int i = 0; i < 10; i++) {
            calculation.next(new RunKey("default", run), 100, 100);
        }
    }

    @Test
    void aFailingRunIsTriedAgainAndDoesNotHoldUpOthers() {
        Estate broken = Estate.priced(server, 1);
        Estate sound = Estate.priced(server, 1);
        worker.stop();
        String failing = broken.order("2024-05").expect(202).text("/id");
        price(broken, "USD");
        worker.start();
        sound.calculate("2024-05");
        Reply waiting = sound.as("CASHIER").get("/bill-runs/" + failing).expect(200);
        assertThat(waiting.text("/state")).isEqualTo("CALCULATING");
        price(broken, "CNY");
        assertThat(broken.await(failing).json().at("/progress/charged").asInt()).isEqualTo(1);
    }

    /** No operation sets a price in another currency: here the rows are spoilt on purpose. */
    private void price(Estate estate, String currency) {
        server.db()
                .sql("update tariff set currency = :currency where community_id = :community")
                .param("currency", currency)
                .param("community", estate.community())
                .update();
    }
}
