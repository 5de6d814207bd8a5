package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A flat that changes hands in the middle of a month that is billed. */
class SoldUnitBillTest {

    private final RunningServer server = RunningServer.shared();

    /** 214.80 over 31 days: fifteen for the seller, sixteen for the buyer. */
    @Test
    void aFeeThatNeitherPayerCanBeChargedIsToldOnceAndTheOthersAreDivided() {
        Estate estate = Estate.priced(server, 1);
        Api assistant = estate.as("CS_ASSISTANT");
        String buyer = assistant.post("/owners", "{\"name\": \"刘洋\"}").expect(201).text("/id");
        assistant
                .post(
                        "/units/" + estate.unit(0) + "/facts",
                        "{\"from\": \"2024-05-16\", \"owner_id\": \"%s\"}".formatted(buyer))
                .expect(201);
        String run = estate.bill("2024-05", "2024-05-29");
        assertThat(estate.charges("bill_run_id=" + run))
                .extracting(charge -> charge.at("/amount/amount").asString())
                .containsExactlyInAnyOrder("103.94", "110.86");
        Reply skips = estate.as("CASHIER").get("/bill-runs/" + run + "/skips").expect(200);
        assertThat(skips.json().at("/items").findValuesAsString("fee_item"))
                .containsExactly("SECONDARY_WATER");
        Reply told = estate.as("CASHIER").get("/bill-runs/" + run).expect(200);
        assertThat(told.text("/progress/skipped")).isEqualTo("1");
    }
}
