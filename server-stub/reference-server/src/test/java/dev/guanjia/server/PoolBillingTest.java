package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What units share becomes charges; from a day on that no run of another test meets. */
class PoolBillingTest {

    private static final String MONTH = "2090-05";

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 3);
    private final String fee = estate.sharedFee();
    private final Api assistant = estate.as("CS_ASSISTANT");
    private final Api supervisor = estate.as("CS_SUPERVISOR");

    @Test
    void aRunChargesEachUnitItsShareOnceAndThePoolInAll() {
        cut(pool("100.00")).expect(201);
        String run = estate.bill(MONTH, "2024-06-01");
        List<JsonNode> charges = shared(run);
        assertThat(amounts(charges)).containsExactlyInAnyOrder("33.34", "33.33", "33.33");
        String first = charges.get(0).at("/id").asString();
        assertThat(estate.entry("CHARGE", first))
                .matches("DEBIT 1122 33.3[34], CREDIT 600104 33.3[34]");
        assertThat(assistant.get("/charges/" + first).expect(200).text("/trace/basis"))
                .isEqualTo("SHARE");
        String again = estate.bill(MONTH, "2024-06-01");
        assertThat(shared(again)).isEmpty();
    }

    @Test
    void aPreviewShowsTheShare() {
        cut(pool("100.00")).expect(201);
        Reply bill = assistant.get("/units/" + estate.unit(0) + "/bill-preview?day=2090-05-01");
        assertThat(bill.expect(200).text("/total/amount")).startsWith("33.3");
    }

    @Test
    void aPoolThatIsChargedIsCutAgainWhenItsChargesAreTakenBack() {
        String pool = pool("300.00");
        cut(pool).expect(201);
        List<JsonNode> charges = shared(estate.bill(MONTH, "2024-06-01"));
        assertThat(amounts(charges)).containsExactly("100.00", "100.00", "100.00");
        assertThat(cut(pool).expect(201).json().at("/changed").asInt()).isZero();
        estate.enter(estate.registry().unit("4"));
        Reply refused = cut(pool).expectProblem(409, "share-pool-billed");
        assertThat(refused.json().at("/reasons").findValuesAsString("charge"))
                .containsExactlyInAnyOrderElementsOf(ids(charges));
        for (String id : ids(charges)) {
            reverse(id);
        }
        cut(pool).expect(201);
        for (String id : ids(charges)) {
            assertThat(replace(id).text("/items/0/amount/amount")).isEqualTo("75.00");
        }
        assertThat(amounts(shared(estate.bill(MONTH, "2024-06-01")))).containsExactly("75.00");
    }

    @Test
    void aCalculatedShareHoldsItsPoolUntilTheRunIsCancelled() {
        String pool = pool("90.00");
        cut(pool).expect(201);
        String run = estate.calculate(MONTH);
        estate.enter(estate.registry().unit("4"));
        cut(pool).expectProblem(409, "share-pool-billed");
        estate.step(run, "CANCEL", "2024-06-01").expect(200);
        cut(pool).expect(201);
        assertThat(amounts(shared(estate.bill(MONTH, "2024-06-01"))))
                .containsExactly("22.50", "22.50", "22.50", "22.50");
    }

    @Test
    void anAmountThatWasEnteredWronglyIsCorrectedWithTheCut() {
        String pool = pool("3000.00");
        cut(pool).expect(201);
        List<JsonNode> wrong = shared(estate.bill(MONTH, "2024-06-01"));
        String right = "{\"amount\": {\"amount\": \"300.00\", \"currency\": \"CNY\"}}";
        cut(pool, right).expectProblem(409, "share-pool-billed");
        assertThat(amount(pool)).isEqualTo("3000.00");
        cut(pool, right.replace("CNY", "USD")).expectProblem(409, "currency-mismatch");
        Reply slip = cut(pool, right.replace("300.00", "3,00"));
        assertThat(slip.expect(400).text("/errors/0/pointer")).isEqualTo("/amount/amount");
        ids(wrong).forEach(this::reverse);
        assertThat(cut(pool, right).expect(201).text("/amount/amount")).isEqualTo("300.00");
        assertThat(amount(pool)).isEqualTo("300.00");
        for (String id : ids(wrong)) {
            assertThat(replace(id).text("/items/0/amount/amount")).isEqualTo("100.00");
        }
    }

    @Test
    void aPoolThatWasEnteredByMistakeSharesNothingAndLetsAnotherStand() {
        String mistake = pool("300.00");
        cut(mistake).expect(201);
        String right = pool("90.00");
        cut(right).expectProblem(409, "share-unit-twice");
        String nothing = "{\"amount\": {\"amount\": \"0.00\", \"currency\": \"CNY\"}}";
        cut(mistake, nothing).expect(201);
        cut(right).expect(201);
        assertThat(amounts(shared(estate.bill(MONTH, "2024-06-01"))))
                .containsExactly("30.00", "30.00", "30.00");
    }

    private String amount(String pool) {
        return assistant.get("/pools/" + pool).expect(200).text("/amount/amount");
    }

    private Reply replace(String charge) {
        String due = "{\"due_on\": \"2090-06-30\"}";
        return supervisor.post("/charges/" + charge + "/replacements", due).expect(201);
    }

    private void reverse(String charge) {
        String why = "{\"reason\": \"新增一户\"}";
        supervisor.post("/charges/" + charge + "/reversals", why).expect(201);
    }

    private String pool(String amount) {
        return assistant
                .post(
                        "/communities/" + estate.community() + "/pools",
                        """
                        {"fee_item": "%s", "service_from": "2090-05-01",
                         "service_to": "2090-06-01", "key": "UNIT",
                         "amount": {"amount": "%s", "currency": "CNY"}}"""
                                .formatted(fee, amount))
                .expect(201)
                .text("/id");
    }

    private Reply cut(String pool) {
        return cut(pool, "{}");
    }

    private Reply cut(String pool, String body) {
        return assistant.post("/pools/" + pool + "/apportionments", body);
    }

    private List<JsonNode> shared(String run) {
        return estate.charges("bill_run_id=" + run).stream()
                .filter(charge -> charge.at("/fee_item").asString().equals(fee))
                .filter(charge -> charge.at("/replaces").isMissingNode())
                .toList();
    }

    private static List<String> amounts(List<JsonNode> charges) {
        return charges.stream().map(c -> c.at("/amount/amount").asString()).toList();
    }

    private static List<String> ids(List<JsonNode> charges) {
        return charges.stream().map(c -> c.at("/id").asString()).toList();
    }
}
