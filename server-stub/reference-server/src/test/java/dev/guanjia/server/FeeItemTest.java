package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What a company charges for beside the catalogue; from a day on that no run of another test meets.
 */
class FeeItemTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 1);
    private final Api manager = estate.as("PROPERTY_MANAGER");
    private final String id = Registry.unique("Z_PARKING_").toUpperCase();

    @Test
    void anItemOfOurOwnIsPricedChargedAndPosted() {
        Reply made = manager.post("/fee-items", item(id, "UNIT")).expect(201);
        assertThat(made.text("/income")).isEqualTo("OWN");
        assertThat(manager.get("/fee-items?limit=200").body()).contains(id);
        estate.price(id, "150.00").expect(201);
        String run = estate.bill("2090-05", "2024-06-01");
        String charge = estate.charges("bill_run_id=" + run).get(0).at("/id").asString();
        assertThat(estate.entry("CHARGE", charge))
                .isEqualTo("DEBIT 1122 150.00, CREDIT 600104 150.00");
        assertThat(
                        estate.pay(0, "150.00", "2024-06-02")
                                .expect(201)
                                .text("/allocations/0/charge_id"))
                .isEqualTo(charge);
    }

    @Test
    void whatAMeterCountsIsOursToCharge() {
        Reply made = manager.post("/fee-items", item(id, "METER\", \"meters\": \"ELECTRICITY"));
        assertThat(made.expect(201).text("/meters")).isEqualTo("ELECTRICITY");
        estate.price(id, "0.65").expect(201);
        Meters meters = Meters.in(server, estate.registry());
        String unit = ", \"unit_id\": \"%s\"".formatted(estate.unit(0));
        String meter = meters.meter("ELECTRICITY", unit);
        meters.read(meter, "2024-05-20", "120");
        String run = estate.bill("2090-05", "2024-06-01");
        JsonNode charge = estate.charges("bill_run_id=" + run).get(0);
        assertThat(charge.at("/fee_item").asString()).isEqualTo(id);
        assertThat(charge.at("/amount/amount").asString()).isEqualTo("78.00");
        assertThat(estate.entry("CHARGE", charge.at("/id").asString()))
                .isEqualTo("DEBIT 1122 78.00, CREDIT 600104 78.00");
        String reversal = "/charges/" + charge.at("/id").asString() + "/reversals";
        estate.as("CS_SUPERVISOR").post(reversal, "{\"reason\": \"抄错\"}").expect(201);
        assertThat(estate.entry("CHARGE_REVERSAL", charge.at("/id").asString()))
                .isEqualTo("DEBIT 600104 78.00, CREDIT 1122 78.00");
    }

    @Test
    void aNameStandsOnceAndMetersNeedMoreThanAName() {
        manager.post("/fee-items", item(id, "FIXED")).expect(201);
        Reply twice = manager.post("/fee-items", item(id, "FIXED"));
        assertThat(twice.expectProblem(409, "fee-item-taken").text("/errors/0/pointer"))
                .isEqualTo("/id");
        manager.post("/fee-items", item("PROPERTY_SERVICE", "AREA"))
                .expectProblem(409, "fee-item-taken");
        Reply metered = manager.post("/fee-items", item(id, "METER"));
        assertThat(metered.expectProblem(400, "invalid-request").text("/errors/0/pointer"))
                .isEqualTo("/meters");
        Reply counted = manager.post("/fee-items", item(id, "UNIT\", \"meters\": \"WATER"));
        assertThat(counted.expectProblem(400, "invalid-request").text("/errors/0/pointer"))
                .isEqualTo("/meters");
        Reply paid = manager.post("/fee-items", item(id, "ORDER"));
        assertThat(paid.expectProblem(400, "invalid-request").text("/errors/0/pointer"))
                .isEqualTo("/basis");
        estate.as("STEWARD")
                .post("/fee-items", item(id, "UNIT"))
                .expectProblem(403, "command-not-permitted");
    }

    private static String item(String id, String basis) {
        return """
                {"id": "%s", "label": {"zh": "车位服务费", "en": "Parking service fee"},
                 "basis": "%s", "management_fee": false, "from": "2090-01-01",
                 "source": "company"}"""
                .formatted(id, basis);
    }
}
