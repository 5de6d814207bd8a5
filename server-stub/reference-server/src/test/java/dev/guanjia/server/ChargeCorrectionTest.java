package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ChargeCorrectionTest {

    private static final String WHY = "{\"reason\": \"wrong area\"}";
    private static final String DUE = "{\"due_on\": \"2024-06-30\"}";

    private final RunningServer server = RunningServer.shared();

    @Test
    void whatWasPaidOfAChargeThatIsTakenBackIsPaidAhead() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-29");
        String charge = charge(estate, 0);
        estate.pay(0, "100.00", "2024-06-03").expect(201);
        Reply reversed = reverse(estate, charge).expect(201);
        assertThat(reversed.text("/open/amount")).isEqualTo("0.00");
        assertThat(reversed.text("/payer/kind")).isEqualTo("OWNER");
        assertThat(reversed.text("/reversal/reason")).isEqualTo("wrong area");
        assertThat(estate.entry("CHARGE_REVERSAL", charge))
                .isEqualTo(
                        "DEBIT 600101 214.80, CREDIT 1122 214.80,"
                                + " DEBIT 1122 100.00, CREDIT 2203 100.00");
        Reply account = estate.account(0, "");
        assertThat(account.text("/charged/amount")).isEqualTo("0.00");
        assertThat(account.text("/paid/amount")).isEqualTo("0.00");
        assertThat(account.text("/open/amount")).isEqualTo("0.00");
        assertThat(account.text("/prepayment/amount")).isEqualTo("100.00");
        Reply again = reverse(estate, charge).expectProblem(409, "charge-reversed-already");
        assertThat(again.text("/reasons/0/facts/charge")).isEqualTo(charge);
    }

    @Test
    void theFirstOfAChainIsNotIssuedAgainThoughTheLastWasTakenBack() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-29");
        String a = charge(estate, 0);
        replace(estate, a).expectProblem(409, "charge-not-reversed");
        String b = replaced(estate, a);
        String c = replaced(estate, b);
        reverse(estate, c).expect(201);
        Reply refused = replace(estate, a).expectProblem(409, "charge-replaced");
        assertThat(refused.text("/reasons/0/facts/successor")).isEqualTo(b);
        reverse(estate, a).expectProblem(409, "charge-replaced");
        assertThat(estate.as("CASHIER").get("/charges/" + a).text("/replaced_by")).isEqualTo(b);
        Reply d = replace(estate, c).expect(201);
        assertThat(d.text("/items/0/replaces")).isEqualTo(c);
        assertThat(d.text("/items/0/due_on")).isEqualTo("2024-06-30");
        assertThat(d.json().at("/items/0/binding").asBoolean()).isTrue();
        assertThat(estate.entry("CHARGE", d.text("/items/0/id")))
                .isEqualTo("DEBIT 1122 214.80, CREDIT 600101 214.80");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("214.80");
    }

    @Test
    void theNextRunChargesTheDaysOfAReversedChargeAgainAndOnce() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-29");
        String first = charge(estate, 0);
        reverse(estate, first).expect(201);
        String again = estate.bill("2024-05", "2024-05-30");
        List<JsonNode> charges = estate.charges("bill_run_id=" + again);
        assertThat(charges).hasSize(1);
        Reply refused = replace(estate, first).expectProblem(409, "days-charged-again");
        assertThat(refused.text("/reasons/0/facts/period")).isEqualTo("2024-05");
        assertThat(estate.charges("bill_run_id=" + estate.calculate("2024-05"))).isEmpty();
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("214.80");

        String second = charges.get(0).at("/id").asString();
        reverse(estate, second).expect(201);
        Reply third = replace(estate, second).expect(201);
        assertThat(third.text("/items/0/amount/amount")).isEqualTo("214.80");
        replace(estate, first).expectProblem(409, "days-charged-again");
        assertThat(estate.charges("bill_run_id=" + estate.calculate("2024-05"))).isEmpty();
        reverse(estate, third.text("/items/0/id")).expect(201);
        assertThat(estate.charges("bill_run_id=" + estate.calculate("2024-05"))).hasSize(1);
    }

    @Test
    void whatWasMeasuredIsChargedOnceThroughACorrection() {
        Estate estate = Estate.priced(server, 1);
        estate.read(1, "2024-05-25", "21.1");
        estate.bill("2024-05", "2024-05-29");
        String water = charge(estate, 1);
        reverse(estate, water).expect(201);
        Reply charged = replace(estate, water).expect(201);
        assertThat(charged.text("/items/0/amount/amount")).isEqualTo("7.28");
        String next = charged.text("/items/0/id");
        Reply trace = estate.as("CASHIER").get("/charges/" + next);
        assertThat(trace.text("/trace/segments/0/quantity")).isEqualTo("9.1");
        assertThat(trace.text("/trace/segments/0/times")).isEqualTo("1");
        reverse(estate, next).expect(201);
        estate.read(1, "2024-06-25", "31.1");
        String june = estate.calculate("2024-06");
        assertThat(estate.charges("bill_run_id=" + june).get(1).at("/amount/amount").asString())
                .as("both months")
                .isEqualTo("15.28");
        Reply refused = replace(estate, next).expectProblem(409, "replacement-empty");
        assertThat(refused.text("/reasons/0/facts/reason")).isEqualTo("READING_BELOW_PREVIOUS");
    }

    @Test
    void aCorrectionSaysWhyAndIsTheSupervisors() {
        Estate estate = Estate.priced(server, 1);
        estate.calculate("2024-05");
        String charge = charge(estate, 0);
        reverse(estate, charge).expectProblem(409, "charge-not-bound");
        Api supervisor = estate.as("CS_SUPERVISOR");
        String path = "/charges/" + charge + "/reversals";
        assertThat(
                        supervisor
                                .post(path, "{\"reason\": \" \"}")
                                .expectProblem(400, "invalid-request")
                                .text("/errors/0/pointer"))
                .isEqualTo("/reason");
        estate.as("CS_ASSISTANT").post(path, WHY).expectProblem(403, "command-not-permitted");
        estate.as("CASHIER")
                .post("/charges/" + charge + "/replacements", DUE)
                .expectProblem(403, "command-not-permitted");
        reverse(estate, "ch_0000000000").expectProblem(404, "not-found");
        replace(estate, "ch_0000000000").expectProblem(404, "not-found");
    }

    @Test
    void aCancelledRunLeavesNothingAndIsCalculatedAgain() {
        Estate estate = Estate.priced(server, 2);
        estate.read(1, "2024-05-25", "21.1");
        String run = estate.calculate("2024-05");
        estate.step(run, "CONFIRM", "2024-05-29").expect(200);
        Reply gone = estate.step(run, "CANCEL", "2024-05-29").expect(200);
        assertThat(gone.text("/state")).isEqualTo("CANCELLED");
        assertThat(estate.charges("bill_run_id=" + run)).isEmpty();
        estate.step(run, "ENTER", "2024-05-30").expectProblem(409, "bill-run-wrong-state");
        String again = estate.bill("2024-05", "2024-05-31");
        List<JsonNode> charges = estate.charges("bill_run_id=" + again);
        assertThat(charges).hasSize(3);
        estate.step(again, "CANCEL", "2024-05-31").expectProblem(409, "bill-run-wrong-state");
        assertThat(estate.account(0, "").text("/charged/amount")).isEqualTo("222.08");
    }

    private static String charge(Estate estate, int index) {
        return estate.charges("unit_id=" + estate.unit(0)).get(index).at("/id").asString();
    }

    private static Reply reverse(Estate estate, String charge) {
        return estate.as("CS_SUPERVISOR").post("/charges/" + charge + "/reversals", WHY);
    }

    private static Reply replace(Estate estate, String charge) {
        return estate.as("CS_SUPERVISOR").post("/charges/" + charge + "/replacements", DUE);
    }

    private static String replaced(Estate estate, String charge) {
        reverse(estate, charge).expect(201);
        return replace(estate, charge).expect(201).text("/items/0/id");
    }
}
