package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a company charges for beside the catalogue is known wherever the catalogue's is. */
class OwnFeeItemTest {

    private final Estate estate = Estate.with(RunningServer.shared(), 1);
    private final String item = Registry.unique("Z_LOCKER_").toUpperCase();

    @Test
    void papersNameIt() {
        String run = billed();
        assertThat(html("/units/" + estate.unit(0) + "/bill-notice/html"))
                .contains("储物柜费", "30.00");
        String order =
                ", \"allocation\": {\"order\": \"BY_FEE_ITEM\", \"fee_items\": [\"%s\"]},"
                        + " \"prepaid_fee_item\": \"%s\"";
        String payment = estate.payment(0, "31.00", "2024-06-02", order.formatted(item, item));
        Reply paid = estate.as("CASHIER").post("/payments", payment).expect(201);
        assertThat(paid.text("/allocations/0/charge_id"))
                .isEqualTo(estate.charges("bill_run_id=" + run).get(0).at("/id").asString());
        String receipts = "/receipts?payment_id=" + paid.text("/id");
        String receipt = estate.as("CASHIER").get(receipts).expect(200).text("/items/0/id");
        assertThat(html("/receipts/" + receipt + "/html")).contains("储物柜费", "预收款", "1.00");
    }

    @Test
    void termsAndPlansTakeIt() {
        billed();
        String unit = "/units/" + estate.unit(0);
        String owner = estate.as("CASHIER").get(unit).expect(200).text("/owner_id");
        String term =
                """
                {"fee_item": "%s", "payer": {"kind": "OWNER", "id": "%s"}, "from": "2090-06-01"}""";
        estate.as("CS_SUPERVISOR")
                .post(unit + "/payer-terms", term.formatted(item, owner))
                .expect(201);
        String plan =
                """
                {"community_id": "%s", "name": "lockers", "from": "2024-07-01", "to": "2024-07-11",
                 "listed_on": "2024-06-21", "groups": [{"key": "all", "level": "PROJECT",
                   "name": "all", "building_ids": ["%s"]}],
                 "goals": [{"fee_item": "%s", "rate": "0.90"}]}""";
        estate.as("CS_SUPERVISOR")
                .post(
                        "/collection-plans",
                        plan.formatted(estate.community(), estate.registry().building(), item))
                .expectProblem(409, "goal-without-arrears");
    }

    private String billed() {
        String own =
                """
                {"id": "%s", "label": {"zh": "储物柜费", "en": "Locker fee"}, "basis": "UNIT",
                 "management_fee": true, "from": "2090-01-01", "source": "company"}""";
        estate.as("PROPERTY_MANAGER").post("/fee-items", own.formatted(item)).expect(201);
        estate.price(item, "30.00").expect(201);
        return estate.bill("2090-05", "2024-06-01");
    }

    private String html(String path) {
        return estate.as("CASHIER").get(path).expect(200).body();
    }
}
