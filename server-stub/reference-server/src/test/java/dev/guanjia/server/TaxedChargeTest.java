package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tax of what is charged is owed to the tax office, as long as the charge stands. */
class TaxedChargeTest {

    private static final String WHY = "{\"reason\": \"wrong area\"}";

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 1);

    @ParameterizedTest
    @CsvSource({
        "INCLUSIVE, 2.40, 214.80, 202.64, 12.16",
        "EXCLUSIVE, 2.40, 227.69, 214.80, 12.89",
        "EXCLUSIVE, 0.01, 0.95, 0.90, 0.05"
    })
    void theTaxOfAChargeIsNoIncome(String kind, String price, String owed, String net, String tax) {
        taxed(kind, price);
        String charge = billed();
        Reply seen = estate.as("CASHIER").get("/charges/" + charge).expect(200);
        assertThat(seen.text("/amount/amount")).isEqualTo(owed);
        assertThat(seen.text("/tax/amount")).isEqualTo(tax);
        assertThat(estate.entry("CHARGE", charge))
                .isEqualTo(
                        "DEBIT 1122 %s, CREDIT 600101 %s, CREDIT 222101 %s"
                                .formatted(owed, net, tax));
    }

    @Test
    void noTaxIsLeftOfAChargeThatIsTakenBackAndThatOfItsSuccessorIsOwed() {
        taxed("EXCLUSIVE", "2.40");
        String charge = billed();
        estate.pay(0, "100.00", "2024-06-03").expect(201);
        String waiver = waived(charge, "27.69");
        assertThat(estate.entry("WAIVER", waiver))
                .isEqualTo("DEBIT 600199 27.69, CREDIT 1122 27.69");
        reverse(charge);
        assertThat(estate.entry("CHARGE_REVERSAL", charge))
                .isEqualTo(
                        "DEBIT 600101 187.11, CREDIT 1122 200.00, DEBIT 222101 12.89,"
                                + " DEBIT 1122 100.00, CREDIT 2203 100.00");
        Reply again =
                estate.as("CS_SUPERVISOR")
                        .post(
                                "/charges/" + charge + "/replacements",
                                "{\"due_on\": \"2024-06-30\"}")
                        .expect(201);
        assertThat(again.text("/items/0/tax/amount")).isEqualTo("12.89");
        assertThat(estate.entry("CHARGE", again.text("/items/0/id")))
                .isEqualTo("DEBIT 1122 227.69, CREDIT 600101 214.80, CREDIT 222101 12.89");
        new Subledger(server).agrees(estate);
    }

    @Test
    void whatWasWaivedInFullStillGivesItsTaxBack() {
        taxed("INCLUSIVE", "2.40");
        String charge = billed();
        waived(charge, "214.80");
        reverse(charge);
        assertThat(estate.entry("CHARGE_REVERSAL", charge))
                .isEqualTo("DEBIT 222101 12.16, CREDIT 600199 12.16");
        new Subledger(server).agrees(estate);
    }

    @Test
    void whatOthersAreOwedIsNoIncomeAndWhoWaivesItBearsIt() {
        String item = Registry.unique("Z_GRID_").toUpperCase();
        String body =
                """
                {"id": "%s", "label": {"zh": "代收电费", "en": "Grid power"}, "basis": "UNIT",
                 "income": "%s", "management_fee": false, "from": "2090-01-01",
                 "source": "grid contract"}""";
        Api manager = estate.as("PROPERTY_MANAGER");
        Reply odd = manager.post("/fee-items", body.formatted(item, "THEIRS"));
        assertThat(odd.expectProblem(400, "invalid-request").text("/errors/0/pointer"))
                .isEqualTo("/income");
        Reply made = manager.post("/fee-items", body.formatted(item, "ON_BEHALF")).expect(201);
        assertThat(made.text("/income")).isEqualTo("ON_BEHALF");
        Reply listed = manager.get("/fee-items?limit=200").expect(200);
        assertThat(
                        listed.json()
                                .at("/items")
                                .valueStream()
                                .filter(each -> each.at("/id").asString().equals(item))
                                .map(each -> each.at("/income").asString()))
                .containsExactly("ON_BEHALF");
        String tariff = withTax(estate.tariff(item, "100.00", "2024-01-01"), "EXCLUSIVE");
        manager.post("/tariffs", tariff).expect(201);
        String run = estate.bill("2090-05", "2024-06-01");
        String charge = estate.charges("bill_run_id=" + run).get(0).at("/id").asString();
        assertThat(estate.entry("CHARGE", charge))
                .isEqualTo("DEBIT 1122 106.00, CREDIT 224102 106.00");
        assertThat(estate.entry("WAIVER", waived(charge, "30.00")))
                .isEqualTo("DEBIT 600199 30.00, CREDIT 1122 30.00");
        reverse(charge);
        assertThat(estate.entry("CHARGE_REVERSAL", charge))
                .isEqualTo("DEBIT 224102 106.00, CREDIT 1122 76.00, CREDIT 600199 30.00");
        new Subledger(server).agrees(estate);
    }

    private void taxed(String kind, String price) {
        String tariff = estate.tariff("PROPERTY_SERVICE", price, "2024-01-01");
        estate.as("PROPERTY_MANAGER").post("/tariffs", withTax(tariff, kind)).expect(201);
    }

    private static String withTax(String tariff, String kind) {
        String tax = "\"tax\": {\"kind\": \"%s\", \"rate\": \"0.06\"}, \"from\"";
        return tariff.replace("\"from\"", tax.formatted(kind));
    }

    private String billed() {
        String run = estate.bill("2024-05", "2024-05-29");
        return estate.charges("bill_run_id=" + run).get(0).at("/id").asString();
    }

    private void reverse(String charge) {
        estate.as("CS_SUPERVISOR").post("/charges/" + charge + "/reversals", WHY).expect(201);
    }

    private String waived(String charge, String amount) {
        String proposal =
                """
                {"charge_id": "%s", "amount": {"amount": "%s", "currency": "CNY"},
                 "reason": "leak", "attachments": ["leak.pdf"], "proposed_on": "2026-06-05"}""";
        Reply waiver =
                estate.as("STEWARD")
                        .post("/waivers", proposal.formatted(charge, amount))
                        .expect(201);
        String path = "/waivers/" + waiver.text("/id") + "/signatures";
        estate.as("PROPERTY_MANAGER")
                .with("If-Match", waiver.header("ETag"))
                .post(path, "{\"signed_on\": \"2026-06-06\"}")
                .expect(200);
        return waiver.text("/id");
    }
}
