package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody sees, prints or voids the receipts of another company, or counts its takings. */
class OtherTenantReceiptTest {

    private static final Company THEIRS = new OtherCompany(TwoCompanies.SERVER);

    @Test
    void receiptsAndDaysStayInTheirCompany() {
        Estate estate = Estate.priced(TwoCompanies.SERVER, 1);
        String payment = estate.pay(0, "1.00", "2024-06-03").expect(201).text("/id");
        Api ours = estate.as("CASHIER");
        Reply list = ours.get("/receipts?payment_id=" + payment).expect(200);
        String receipt = "/receipts/" + list.text("/items/0/id");
        Reply days = ours.get("/collector-days?from=2024-06-03&to=2024-06-03").expect(200);
        String day = "/collector-days/" + days.text("/items/0/id");
        String notice = "/units/" + estate.unit(0) + "/bill-notice";
        Api cashier = THEIRS.as("CASHIER");
        for (String path :
                List.of(
                        receipt,
                        receipt + "/html",
                        receipt + "/pdf",
                        day,
                        notice + "/html",
                        notice + "/pdf")) {
            cashier.get(path).expectProblem(404, "not-found");
        }
        cashier.with("If-Match", "\"1\"")
                .post(receipt + "/prints", "{}")
                .expectProblem(404, "not-found");
        String cash = "{\"counted\": {\"amount\": \"0.00\", \"currency\": \"CNY\"}}";
        cashier.with("If-Match", "\"1\"")
                .post(day + "/closures", cash)
                .expectProblem(404, "not-found");
        cashier.post("/receipts", "{\"payment_id\": \"%s\"}".formatted(payment))
                .expectProblem(400, "invalid-request");
        for (String path : List.of("/receipts?unit_id=" + estate.unit(0), "/collector-days")) {
            assertThat(cashier.get(path).expect(200).json().at("/items").size()).isZero();
        }
    }
}
