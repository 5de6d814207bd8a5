package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BillRunTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void aRunChargesAreaAndWaterAndSaysWhatItSkipped() {
        Estate estate = Estate.priced(server, 3);
        List<String> readings = estate.read(2, "2024-05-25", "21.1");
        Reply started = estate.order("2024-05").expect(202);
        String run = started.text("/id");
        assertThat(started.header("Location")).isEqualTo("/v1/bill-runs/" + run);
        assertThat(started.text("/state")).isEqualTo("CALCULATING");
        assertThat(started.json().at("/progress/units_total").asInt()).isEqualTo(3);

        Reply done = estate.await(run);
        assertThat(done.json().at("/progress/units_done").asInt()).isEqualTo(3);
        assertThat(done.json().at("/progress/charged").asInt()).isEqualTo(5);
        assertThat(done.json().at("/progress/skipped").asInt()).isEqualTo(1);
        assertThat(done.text("/progress/total/amount")).isEqualTo("658.96");

        List<JsonNode> charges = estate.charges("unit_id=" + estate.unit(0));
        assertThat(charges).hasSize(2);
        Reply water = estate.as("CASHIER").get("/charges/" + charges.get(1).at("/id").asString());
        water.expect(200);
        assertThat(water.text("/amount/amount")).isEqualTo("7.28");
        assertThat(water.text("/open/amount")).isEqualTo("7.28");
        assertThat(water.text("/service_from")).isEqualTo("2024-05-01");
        assertThat(water.text("/service_to")).isEqualTo("2024-06-01");
        assertThat(water.json().at("/binding").asBoolean()).isFalse();
        assertThat(water.text("/trace/quantity")).isEqualTo("9.1");
        assertThat(water.text("/trace/price")).isEqualTo("0.8");
        assertThat(water.text("/trace/exact_product")).isEqualTo("7.28");
        assertThat(water.text("/trace/reading_ids/0")).isEqualTo(readings.get(0));
        assertThat(charges.get(0).has("trace")).isFalse();

        Reply skips =
                estate.as("CASHIER")
                        .with("Accept-Language", "zh-CN")
                        .get("/bill-runs/" + run + "/skips")
                        .expect(200);
        assertThat(skips.text("/items/0/unit_id")).isEqualTo(estate.unit(2));
        assertThat(skips.text("/items/0/reason/code")).isEqualTo("no-reading");
        assertThat(skips.text("/items/0/reason/message")).contains("2024-05").contains("读数");
        assertThat(skips.text("/items/0/reason/facts/unit")).isEqualTo(estate.unit(2));
        assertThat(skips.json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void theSameMonthAgainChangesNothing() {
        Estate estate = Estate.priced(server, 150);
        estate.read(150, "2024-05-25", "21.1");
        String first = estate.calculate("2024-05");
        String second = estate.calculate("2024-05");
        Reply again = estate.await(second);
        assertThat(again.json().at("/progress/charged").asInt()).isZero();
        assertThat(again.json().at("/progress/unchanged").asInt()).isEqualTo(300);
        assertThat(again.text("/progress/total/amount")).isEqualTo("0.00");
        assertThat(estate.charges("bill_run_id=" + first)).hasSize(300);
        assertThat(estate.charges("bill_run_id=" + second)).isEmpty();
    }

    @Test
    void twoRunsAtOnceChargeEverythingOnce() {
        Estate estate = Estate.priced(server, 250);
        estate.read(250, "2024-05-25", "21.1");
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            runs.add(estate.order(i == 1 ? "2024-06" : "2024-05").expect(202).text("/id"));
        }
        int charged = 0;
        for (String run : runs) {
            charged += estate.await(run).json().at("/progress/charged").asInt();
        }
        assertThat(charged).isEqualTo(750);
        assertThat(estate.charges("period=2024-05&unit_id=" + estate.unit(249))).hasSize(2);
        assertThat(estate.charges("period=2024-06&unit_id=" + estate.unit(249))).hasSize(1);
    }

    @Test
    void waterIsBilledFromWhereTheLastBillEnded() {
        Estate estate = Estate.priced(server, 1);
        estate.read(1, "2024-05-25", "21.1");
        estate.calculate("2024-05");
        List<String> june = estate.read(1, "2024-06-25", "31.1");
        String run = estate.calculate("2024-06");
        JsonNode water = estate.charges("bill_run_id=" + run).get(1);
        assertThat(water.at("/amount/amount").asString()).isEqualTo("8.00");
        Reply charge = estate.as("CASHIER").get("/charges/" + water.at("/id").asString());
        assertThat(charge.json().at("/trace/reading_ids").size()).isEqualTo(2);
        assertThat(charge.text("/trace/reading_ids/1")).isEqualTo(june.get(0));
    }

    @Test
    void aRunIsConfirmedReportedAndEnteredAndThenItsChargesBind() {
        Estate estate = Estate.priced(server, 1);
        String run = estate.calculate("2024-05");
        estate.step(run, "ENTER", "2024-05-29").expectProblem(409, "bill-run-wrong-state");
        estate.step(run, "CONFIRM", "2024-05-29").expect(200);
        estate.step(run, "CONFIRM", "2024-05-29").expectProblem(409, "bill-run-wrong-state");
        estate.step(run, "REPORT", "2024-05-30").expect(200);
        Reply entering = estate.step(run, "ENTER", "2024-05-31").expect(200);
        assertThat(entering.text("/state")).isEqualTo("ENTERING");
        assertThat(entering.json().at("/progress/entered").asInt()).isZero();
        Reply entered = estate.awaitEntered(run);
        assertThat(entered.json().at("/progress/entered").asInt()).isEqualTo(1);
        estate.step(run, "ENTER", "2024-05-31").expectProblem(409, "bill-run-wrong-state");
        JsonNode charge = estate.charges("bill_run_id=" + run).get(0);
        assertThat(charge.at("/binding").asBoolean()).isTrue();
        assertThat(estate.entry("CHARGE", charge.at("/id").asString()))
                .isEqualTo("DEBIT 1122 214.80, CREDIT 600101 214.80");
        assertThat(
                        server.db()
                                .sql(
                                        """
                                        select action from bill_run_event
                                        where bill_run_id = :run order by seq
                                        """)
                                .param("run", run)
                                .query(String.class)
                                .list())
                .containsExactly("FINISH", "CONFIRM", "REPORT", "ENTER", "FINISH");
    }

    @Test
    void aStepIsTakenByItsPostOnTheVersionThatWasSeenAndNotInTheFuture() {
        Estate estate = Estate.priced(server, 1);
        String run = estate.calculate("2024-05");
        String path = "/bill-runs/" + run + "/transitions";
        String confirm = Estate.transition("CONFIRM", "2024-05-29");
        Api supervisor = estate.as("CS_SUPERVISOR");
        supervisor.post(path, confirm).expectProblem(428, "precondition-required");
        supervisor
                .with("If-Match", "\"1\"")
                .post(path, confirm)
                .expectProblem(412, "precondition-failed");
        Api eager = supervisor.with("If-Match", "*");
        eager.post(path, Estate.transition("CONFIRM", "2999-01-01"))
                .expectProblem(409, "business-time-in-the-future");
        eager.post(path, Estate.transition("FINISH", "2024-05-29"))
                .expectProblem(400, "invalid-request");
        assertThat(
                        eager.post(path, Estate.transition("CONFIRM", "0001-05-29"))
                                .expectProblem(400, "invalid-request")
                                .text("/errors/0/pointer"))
                .isEqualTo("/occurred_at");
        estate.as("CS_ASSISTANT")
                .with("If-Match", "*")
                .post(path, confirm)
                .expectProblem(403, "command-not-permitted");
        estate.as("STEWARD").with("If-Match", "*").post(path, confirm).expect(403);
        eager.post("/bill-runs/br_0000000000/transitions", confirm).expectProblem(404, "not-found");
        assertThat(estate.await(run).text("/state")).isEqualTo("CALCULATED");
    }

    @Test
    void aRunNeedsACommunityAMonthAndTheAssistant() {
        Estate estate = Estate.priced(server, 1);
        String good =
                """
                {"community_id": "%s", "period": "2024-05", "due_on": "2024-06-10"}"""
                        .formatted(estate.community());
        Api assistant = estate.as("CS_ASSISTANT");
        assertThat(pointer(assistant, good.replace(estate.community(), "cm_0000000000")))
                .isEqualTo("/community_id");
        assertThat(pointer(assistant, good.replace("2024-05", "2024-13"))).isEqualTo("/period");
        assertThat(pointer(assistant, good.replace("2024-05", "0000-05"))).isEqualTo("/period");
        assertThat(pointer(assistant, good.replace("06-10", "02-30"))).isEqualTo("/due_on");
        assertThat(pointer(assistant, good.replace("{\"comm", "{\"due\": 1, \"comm")))
                .isEqualTo("/due");
        estate.as("STEWARD").post("/bill-runs", good).expectProblem(403, "command-not-permitted");
        assistant.get("/bill-runs/br_0000000000").expectProblem(404, "not-found");
        assistant.get("/bill-runs/br_0000000000/skips").expectProblem(404, "not-found");
        assistant.get("/charges/ch_0000000000").expectProblem(404, "not-found");
        assertThat(assistant.get("/bill-runs?limit=200").body()).doesNotContain(estate.community());
    }

    @Test
    void aCommunityWithoutUnitsIsCalculatedAtOnce() {
        Estate estate = Estate.with(server, 0);
        Reply done = estate.await(estate.order("2024-05").expect(202).text("/id"));
        assertThat(done.json().at("/progress/units_total").asInt()).isZero();
        assertThat(done.text("/progress/total/amount")).isEqualTo("0.00");
    }

    @Test
    void runsAreListedNewestFirstAndChargesByDueDay() {
        Estate estate = Estate.priced(server, 120);
        String may = estate.calculate("2024-05");
        String april = estate.calculate("2024-04");
        Reply first = estate.as("CASHIER").get("/bill-runs?limit=1").expect(200);
        assertThat(first.text("/items/0/id")).isEqualTo(april);
        Reply second =
                estate.as("CASHIER")
                        .get("/bill-runs?limit=1&cursor=" + first.text("/next_cursor"))
                        .expect(200);
        assertThat(second.text("/items/0/id")).isEqualTo(may);
        List<JsonNode> charges = estate.charges("bill_run_id=" + may);
        assertThat(charges)
                .hasSize(120)
                .extracting(charge -> charge.at("/id").asString())
                .doesNotHaveDuplicates()
                .isSorted();
        List<JsonNode> unit = estate.charges("unit_id=" + estate.unit(5));
        assertThat(unit)
                .extracting(charge -> charge.at("/due_on").asString())
                .containsExactly("2024-04-28", "2024-05-28");
    }

    private static String pointer(Api api, String body) {
        return api.post("/bill-runs", body)
                .expectProblem(400, "invalid-request")
                .text("/errors/0/pointer");
    }
}
