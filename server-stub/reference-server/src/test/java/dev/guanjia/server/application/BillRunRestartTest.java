package dev.guanjia.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.batch.BatchCalculation;
import dev.guanjia.billing.run.BillRun;
import dev.guanjia.server.Estate;
import dev.guanjia.server.Reply;
import dev.guanjia.server.RunningServer;
import dev.guanjia.server.Subledger;
import dev.guanjia.server.store.BillRunStore;
import dev.guanjia.server.store.BillRunStore.RunKey;
import dev.guanjia.server.store.UnitStore;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BillRunRestartTest {

    private final RunningServer server = RunningServer.shared();
    private final BillRunWorker worker = server.part(BillRunWorker.class);
    private final BillRunCalculation calculation = server.part(BillRunCalculation.class);
    private final BillRunEntering entering = server.part(BillRunEntering.class);

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
    void whatACrashLeftInTheMiddleIsNotCalculatedAgain() {
        Estate estate = Estate.priced(server, 100);
        RunKey run = cutOffInTheMiddle(estate);
        calculation.next(run, 50, 20);
        Reply half = estate.as("CASHIER").get("/bill-runs/" + run.id()).expect(200);
        assertThat(half.json().at("/progress/units_done").asInt()).isEqualTo(60);
        assertThat(parts(run)).isZero();
        worker.start();
        Reply done = estate.await(run.id());
        assertThat(done.json().at("/progress/units_done").asInt()).isEqualTo(100);
        assertThat(done.json().at("/progress/charged").asInt()).isEqualTo(100);
        assertThat(done.json().at("/progress/unchanged").asInt()).isZero();
        assertThat(done.text("/progress/total/amount")).isEqualTo("21480.00");
        assertThat(estate.charges("bill_run_id=" + run.id()))
                .hasSize(100)
                .extracting(charge -> charge.at("/unit_id").asString())
                .doesNotHaveDuplicates();
    }

    @Test
    void aRunThatIsCancelledAfterACrashLeavesNothing() {
        Estate estate = Estate.priced(server, 100);
        RunKey run = cutOffInTheMiddle(estate);
        estate.step(run.id(), "CANCEL", "2024-05-31").expect(200);
        assertThat(parts(run)).isZero();
        assertThat(estate.charges("bill_run_id=" + run.id())).isEmpty();
        worker.start();
        String again = estate.calculate("2024-05");
        assertThat(estate.charges("bill_run_id=" + again)).hasSize(100);
    }

    /** Of a hundred units those from 31 to 60 were stored, and the run does not know. */
    private RunKey cutOffInTheMiddle(Estate estate) {
        worker.stop();
        RunKey key = new RunKey("default", estate.order("2024-05").expect(202).text("/id"));
        BillRun run =
                server.part(BillRunStore.class).find(key.tenant(), key.id()).orElseThrow().run();
        List<Long> places =
                server.part(UnitStore.class).places("default", estate.community(), 0, 100);
        BatchCalculation rules =
                new BatchCalculation(server.part(BillingFacts.class).calculation("default", run));
        UnitSpan middle = new UnitSpan(places.get(29), places.get(59), 30, 30);
        server.inTransaction(
                () -> server.part(SpanCalculation.class).of(key, run, rules).accept(middle));
        assertThat(parts(key)).isEqualTo(1);
        return key;
    }

    private int parts(RunKey run) {
        return server.db()
                .sql("select count(*) from bill_run_part where bill_run_id = :run")
                .param("run", run.id())
                .query(Integer.class)
                .single();
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

    @Test
    void anEnteringThatWasCutOffGoesOnWhereItStoppedAndWhatIsEnteredBinds() {
        Estate estate = Estate.priced(server, 60);
        estate.read(60, "2024-05-25", "21.1");
        estate.pay(0, "300.00", "2021-01-15").expect(201);
        estate.pay(59, "300.00", "2021-01-15").expect(201);
        RunKey run = entering(estate, "2021-01-31");
        entering.next(run, 41);
        Reply cutOff = estate.as("CASHIER").get("/bill-runs/" + run.id()).expect(200);
        assertThat(cutOff.text("/state")).isEqualTo("ENTERING");
        assertThat(cutOff.json().at("/progress/entered").asInt()).isEqualTo(42);
        assertThat(cutOff.json().at("/progress/charged").asInt()).isEqualTo(120);
        assertThat(estate.charges("bill_run_id=" + run.id()))
                .filteredOn(charge -> charge.at("/binding").asBoolean())
                .hasSize(42);
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("77.92");
        assertThat(estate.account(20, "").text("/open/amount")).isEqualTo("222.08");
        assertThat(estate.account(21, "").text("/open/amount")).isEqualTo("0.00");
        assertThat(estate.account(59, "").text("/prepayment/amount")).isEqualTo("300.00");
        estate.pay(20, "222.08", "2021-01-31").expect(201);
        estate.step(run.id(), "CANCEL", "2024-05-31").expectProblem(409, "bill-run-wrong-state");
        for (String month : List.of("2021-01", "2021-02")) {
            estate.as("ACCOUNTANT")
                    .post(
                            "/accounting-periods/" + month + "/closures",
                            "{\"closed_on\": \"2021-03-01\"}")
                    .expectProblem(409, "bill-run-being-entered");
        }

        worker.start();
        Reply done = estate.awaitEntered(run.id());
        assertThat(done.json().at("/progress/entered").asInt()).isEqualTo(120);
        assertThat(estate.account(59, "").text("/prepayment/amount")).isEqualTo("77.92");
        assertThat(estate.account(59, "").text("/open/amount")).isEqualTo("0.00");
        assertThat(entries(run)).containsOnly(1).hasSize(120);
        new Subledger(server).agrees(estate);
    }

    @Test
    void twoWhoEnterOneRunDoubleNothing() throws InterruptedException {
        Estate estate = Estate.priced(server, 150);
        RunKey run = entering(estate, "2024-05-31");
        worker.start();
        Thread other =
                new Thread(
                        () -> {
                            for (int i = 0; i < 20; i++) {
                                entering.next(run, 10);
                            }
                        });
        other.start();
        Reply done = estate.awaitEntered(run.id());
        other.join();
        assertThat(done.json().at("/progress/entered").asInt()).isEqualTo(150);
        assertThat(entries(run)).containsOnly(1).hasSize(150);
        new Subledger(server).agrees(estate);
    }

    /** No operation closes such a month: here the books are spoilt on purpose. */
    @Test
    void anEnteringThatFailsSaysWhyAndGoesOnWhenItCan() {
        Estate estate = Estate.priced(server, 2);
        RunKey run = entering(estate, "2021-06-30");
        close("2021-06-01");
        worker.start();
        Reply stopped = awaitFailure(estate, run);
        assertThat(stopped.text("/state")).isEqualTo("ENTERING");
        assertThat(stopped.text("/failure/reason/code")).isEqualTo("period-closed");
        assertThat(stopped.text("/failure/reason/message")).contains("2021-06");
        assertThat(entries(run)).containsOnly(0);
        open("2021-06-01");
        Reply done = estate.awaitEntered(run.id());
        assertThat(done.json().has("failure")).isFalse();
        assertThat(entries(run)).containsOnly(1).hasSize(2);
    }

    @Test
    void whatTheBooksWouldRefuseIsRefusedBeforeAnythingIsEntered() {
        Estate estate = Estate.priced(server, 2);
        String run = reported(estate);
        estate.step(run, "ENTER", "2019-12-31").expectProblem(409, "posting-rule-missing");
        close("2021-07-01");
        estate.step(run, "ENTER", "2021-07-31").expectProblem(409, "period-closed");
        estate.pay(1, "10.00", "2021-08-01").expect(201);
        close("2021-08-01");
        estate.step(run, "ENTER", "2021-06-30").expectProblem(409, "period-closed");
        open("2021-07-01");
        open("2021-08-01");
        Reply still = estate.as("CASHIER").get("/bill-runs/" + run).expect(200);
        assertThat(still.text("/state")).isEqualTo("REPORTED");
        assertThat(entries(new RunKey("default", run))).containsOnly(0).hasSize(2);
        estate.step(run, "ENTER", "2021-06-30").expect(200);
        estate.awaitEntered(run);
        new Subledger(server).agrees(estate);
    }

    private String reported(Estate estate) {
        String run = estate.calculate("2024-05");
        estate.step(run, "CONFIRM", "2024-05-29").expect(200);
        estate.step(run, "REPORT", "2024-05-29").expect(200);
        return run;
    }

    /** A run whose entering was ordered, and nobody works on it. */
    private RunKey entering(Estate estate, String day) {
        String run = reported(estate);
        worker.stop();
        estate.step(run, "ENTER", day).expect(200);
        return new RunKey("default", run);
    }

    private Reply awaitFailure(Estate estate, RunKey run) {
        Reply seen = estate.as("CASHIER").get("/bill-runs/" + run.id()).expect(200);
        for (int i = 0; i < 500 && !seen.json().has("failure"); i++) {
            Thread.onSpinWait();
            seen = estate.as("CASHIER").get("/bill-runs/" + run.id()).expect(200);
        }
        return seen;
    }

    /** How many entries of the books each charge of a run has. */
    private List<Integer> entries(RunKey run) {
        return server.db()
                .sql(
                        """
                        select (select count(*) from journal_entry e where e.tenant = c.tenant
                            and e.source_kind = 'CHARGE' and e.source_id = c.id)
                        from charge c where c.tenant = :tenant and c.bill_run_id = :run
                        """)
                .param("tenant", run.tenant())
                .param("run", run.id())
                .query(Integer.class)
                .list();
    }

    private void close(String month) {
        server.db()
                .sql(
                        """
                        insert into accounting_period (tenant, period, state)
                        values ('default', cast(:month as date), 'CLOSED')
                        """)
                .param("month", month)
                .update();
    }

    private void open(String month) {
        server.db()
                .sql("delete from accounting_period where period = cast(:month as date)")
                .param("month", month)
                .update();
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
