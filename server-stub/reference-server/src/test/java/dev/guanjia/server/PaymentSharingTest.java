package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentSharingTest {

    private static final String SERVICE = "PROPERTY_SERVICE";
    private static final String WATER = "SECONDARY_WATER";

    private final RunningServer server = RunningServer.shared();

    /** Two flats, each owing 214.80 for the property and 7.28 for water. */
    private Estate billed() {
        return billed(Estate.priced(server, 2));
    }

    private static Estate billed(Estate estate) {
        estate.read(2, "2024-05-25", "21.1");
        estate.bill("2024-05", "2024-05-29");
        return estate;
    }

    @Test
    void theOrderOfFeeItemsSaysWhatIsPaidFirst() {
        Estate estate = billed();
        Reply paid =
                pay(
                                estate,
                                "10.00",
                                ", \"allocation\": {\"order\": \"BY_FEE_ITEM\","
                                        + " \"fee_items\": [\"SECONDARY_WATER\"]}")
                        .expect(201);
        assertThat(paid.text("/allocations/0/fee_item")).isEqualTo(WATER);
        assertThat(paid.text("/allocations/0/amount/amount")).isEqualTo("7.28");
        assertThat(paid.text("/allocations/1/amount/amount")).isEqualTo("2.72");
        assertThat(paid.text("/allocation_order")).isEqualTo("BY_FEE_ITEM");
        assertThat(pointer(estate, "{\"order\": \"BY_FEE_ITEM\"}"))
                .isEqualTo("/allocation/fee_items");
        assertThat(pointer(estate, "{\"order\": \"BY_FEE_ITEM\", \"fee_items\": [\"AIR\"]}"))
                .isEqualTo("/allocation/fee_items/0");
        assertThat(
                        pointer(
                                estate,
                                "{\"order\": \"BY_FEE_ITEM\", \"fee_items\":"
                                        + " [\"SECONDARY_WATER\", \"SECONDARY_WATER\"]}"))
                .isEqualTo("/allocation/fee_items/1");
        assertThat(pointer(estate, "{\"order\": \"OLDEST_FIRST\", \"fee_items\": [\"AIR\"]}"))
                .isEqualTo("/allocation/fee_items");
        assertThat(pointer(estate, "{\"order\": \"BY_MOOD\"}")).isEqualTo("/allocation/order");
    }

    @Test
    void theOwnerChoosesAndWhatIsTooMuchNamesItsCharge() {
        Estate estate = billed();
        String water = charge(estate, 0, WATER);
        String service = charge(estate, 0, SERVICE);
        Reply over = pay(estate, "20.00", choice(water, "7.29"));
        over.expectProblem(409, "choice-over-open");
        assertThat(over.text("/reasons/0/facts/charge")).isEqualTo(water);
        assertThat(over.text("/reasons/0/facts/open")).isEqualTo("CNY 7.28");
        Reply more = pay(estate, "5.00", choice(water, "7.28"));
        more.expectProblem(409, "choice-over-payment");
        assertThat(more.text("/reasons/0/facts/charge")).isEqualTo(water);
        pay(estate, "5.00", choice("ch_0000000000", "1.00")).expectProblem(409, "choice-not-open");
        pay(estate, "5.00", choice(charge(estate, 1, WATER), "1.00"))
                .expectProblem(409, "choice-not-open");
        pay(estate, "5.00", choice(water, "0.00")).expectProblem(409, "choice-not-positive");
        Reply paid = pay(estate, "20.00", choice(service, "12.50")).expect(201);
        assertThat(paid.text("/allocations/0/charge_id")).isEqualTo(service);
        assertThat(paid.text("/prepayment/amount")).isEqualTo("7.50");
        assertThat(paid.text("/left/amount")).isEqualTo("7.50");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("209.58");
    }

    @Test
    void onePaymentSettlesSeveralUnitsOfOnePayerAndIsPostedByUnit() {
        Estate strangers = billed();
        Reply refused = pay(strangers, "300.00", others(strangers));
        refused.expectProblem(409, "unit-of-another-payer");
        assertThat(refused.text("/reasons/0/facts/unit")).isEqualTo(strangers.unit(1));
        Estate estate = Estate.priced(server, 2);
        buy(estate);
        billed(estate);
        Reply paid = pay(estate, "445.00", others(estate)).expect(201);
        assertThat(paid.json().at("/allocations").size()).isEqualTo(4);
        assertThat(paid.json().at("/allocations").findValuesAsString("unit_id"))
                .contains(estate.unit(0), estate.unit(1));
        assertThat(paid.text("/prepayment/amount")).isEqualTo("0.84");
        assertThat(estate.entry("PAYMENT", paid.text("/id")))
                .isEqualTo(
                        "DEBIT 1012 445.00, CREDIT 1122 222.08, CREDIT 1122 222.08,"
                                + " CREDIT 2203 0.84");
        assertThat(estate.account(1, "").text("/open/amount")).isEqualTo("0.00");
        assertThat(estate.account(1, "").text("/paid/amount")).isEqualTo("222.08");
        assertThat(estate.account(1, "").text("/prepayment/amount")).isEqualTo("0.00");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("0.84");
        new Subledger(server).agrees(estate);
    }

    @Test
    void whatIsGivenBackIsKeptForTheUnitWhosePaymentItWas() {
        Estate estate = Estate.priced(server, 2);
        buy(estate);
        billed(estate);
        pay(estate, "445.00", others(estate)).expect(201);
        String charge = charge(estate, 1, SERVICE);
        estate.as("CS_SUPERVISOR")
                .post("/charges/" + charge + "/reversals", "{\"reason\": \"wrong area\"}")
                .expect(201);
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("215.64");
        assertThat(estate.account(1, "").text("/prepayment/amount")).isEqualTo("0.00");
        assertThat(estate.account(1, "").text("/open/amount")).isEqualTo("0.00");
        new Subledger(server).agrees(estate);
    }

    private static String others(Estate estate) {
        return ", \"unit_ids\": [\"%s\"]".formatted(estate.unit(1));
    }

    /** The owner of the first flat buys the second. */
    private void buy(Estate estate) {
        estate.as("CS_ASSISTANT")
                .post(
                        "/units/" + estate.unit(1) + "/facts",
                        "{\"from\": \"2024-05-01\", \"owner_id\": \"%s\"}"
                                .formatted(owner(estate, 0)))
                .expect(201);
    }

    @Test
    void aPayerPaysOnlyWhatIsHis() {
        Estate estate = billed();
        String owner = owner(estate, 0);
        String other = owner(estate, 1);
        Reply his = pay(estate, "10.00", payer("OWNER", owner)).expect(201);
        assertThat(his.text("/allocations/0/amount/amount")).isEqualTo("10.00");
        Reply guest = pay(estate, "10.00", payer("OWNER", other)).expect(201);
        assertThat(guest.json().at("/allocations").size()).isZero();
        assertThat(guest.text("/payer/id")).isEqualTo(other);
        assertThat(pay(estate, "1.00", payer("OWNER", "ow_0000000000")).text("/errors/0/pointer"))
                .isEqualTo("/payer/id");
        assertThat(pay(estate, "1.00", payer("GHOST", owner)).text("/errors/0/pointer"))
                .isEqualTo("/payer/kind");
        assertThat(
                        pay(estate, "1.00", ", \"unit_ids\": [\"un_0000000000\"]")
                                .expectProblem(400, "invalid-request")
                                .text("/errors/0/pointer"))
                .isEqualTo("/unit_ids/0");
    }

    @Test
    void aPreviewTakesNoMoney() {
        Estate estate = billed();
        String body =
                """
                {"unit_id": "%s", "amount": {"amount": "250.00", "currency": "CNY"}}"""
                        .formatted(estate.unit(0));
        Reply seen = estate.as("CASHIER").post("/payment-previews", body).expect(200);
        assertThat(seen.text("/allocations/0/amount/amount")).isEqualTo("214.80");
        assertThat(seen.text("/prepayment/amount")).isEqualTo("27.92");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("222.08");
        estate.as("CASHIER")
                .post("/payment-previews", body.replace("250.00", "0.00"))
                .expectProblem(409, "payment-not-positive");
        estate.as("CASHIER")
                .post("/payment-previews", body.replace("CNY", "USD"))
                .expectProblem(409, "currency-mismatch");
        estate.as("CASHIER")
                .post("/payment-previews", body.replace(estate.unit(0), "un_0000000000"))
                .expectProblem(400, "invalid-request");
    }

    @Test
    void everyMethodHasItsAccount() {
        Estate estate = billed();
        List<String> methods = List.of("CASH", "BANK", "CARD", "WECHAT", "ALIPAY", "CHEQUE");
        List<String> accounts = List.of("1001", "1002", "1002", "1012", "1012", "1002");
        for (int i = 0; i < methods.size(); i++) {
            String body = estate.payment(0, "1.00", "2024-06-03", "");
            Reply paid =
                    estate.as("CASHIER")
                            .post("/payments", body.replace("WECHAT", methods.get(i)))
                            .expect(201);
            assertThat(estate.entry("PAYMENT", paid.text("/id")))
                    .isEqualTo("DEBIT " + accounts.get(i) + " 1.00, CREDIT 1122 1.00");
        }
    }

    private static Reply pay(Estate estate, String amount, String more) {
        return estate.as("CASHIER")
                .post("/payments", estate.payment(0, amount, "2024-06-03", more));
    }

    private static String pointer(Estate estate, String allocation) {
        return pay(estate, "1.00", ", \"allocation\": " + allocation)
                .expectProblem(400, "invalid-request")
                .text("/errors/0/pointer");
    }

    private static String choice(String charge, String amount) {
        return """
                , "allocation": {"order": "OWNERS_CHOICE", "choices": [{"charge_id": "%s",
                 "amount": {"amount": "%s", "currency": "CNY"}}]}"""
                .formatted(charge, amount);
    }

    private static String payer(String kind, String id) {
        return ", \"payer\": {\"kind\": \"%s\", \"id\": \"%s\"}".formatted(kind, id);
    }

    private static String owner(Estate estate, int unit) {
        return estate.as("CASHIER").get("/units/" + estate.unit(unit)).text("/owner_id");
    }

    private static String charge(Estate estate, int unit, String item) {
        return estate.charges("unit_id=" + estate.unit(unit)).stream()
                .filter(charge -> charge.at("/fee_item").asString().equals(item))
                .map(charge -> charge.at("/id").asString())
                .findFirst()
                .orElseThrow();
    }
}
