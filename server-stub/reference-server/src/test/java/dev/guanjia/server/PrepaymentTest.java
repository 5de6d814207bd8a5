package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrepaymentTest {

    private final RunningServer server = RunningServer.shared();
    private final Subledger books = new Subledger(server);

    @Test
    void whatIsKeptPaysTheNextMonthWhenItsRunIsEntered() {
        Estate estate = Estate.priced(server, 2);
        estate.bill("2024-05", "2024-05-29");
        Reply paid = estate.pay(0, "300.00", "2024-06-03").expect(201);
        assertThat(paid.text("/prepayment/amount")).isEqualTo("85.20");
        assertThat(kept(estate, 0).text("/items/0/balance/amount")).isEqualTo("85.20");
        estate.bill("2024-06", "2024-06-29");
        assertThat(kept(estate, 0).json().at("/items").size()).isZero();
        Reply account = estate.account(0, "");
        assertThat(account.text("/charged/amount")).isEqualTo("429.60");
        assertThat(account.text("/paid/amount")).isEqualTo("300.00");
        assertThat(account.text("/open/amount")).isEqualTo("129.60");
        assertThat(account.text("/prepayment/amount")).isEqualTo("0.00");
        Reply before = estate.account(0, "?as_of=2024-06-28T23:59:59%2B08:00");
        assertThat(before.text("/prepayment/amount")).isEqualTo("85.20");
        Reply now = estate.as("CASHIER").get("/payments/" + paid.text("/id")).expect(200);
        assertThat(now.json().at("/settles").size()).isEqualTo(2);
        assertThat(now.text("/left/amount")).isEqualTo("0.00");
        assertThat(now.text("/prepayment/amount")).isEqualTo("85.20");
        books.agrees(estate);
    }

    @Test
    void moneyForOneItemIsKeptForThatItemAlone() {
        Estate estate = Estate.priced(server, 1);
        Reply paid =
                estate.as("CASHIER")
                        .post(
                                "/payments",
                                estate.payment(
                                        0,
                                        "500.00",
                                        "2024-05-03",
                                        ", \"prepaid_fee_item\": \"SECONDARY_WATER\""))
                        .expect(201);
        estate.pay(0, "1.00", "2024-05-03").expect(201);
        assertThat(paid.text("/prepaid_fee_item")).isEqualTo("SECONDARY_WATER");
        Reply kept = kept(estate, 0);
        assertThat(kept.json().at("/items").findValuesAsString("fee_item"))
                .containsExactly("SECONDARY_WATER");
        assertThat(kept.text("/items/0/balance/amount")).isEqualTo("1.00");
        estate.read(1, "2024-05-25", "21.1");
        estate.bill("2024-05", "2024-05-29");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("213.80");
        assertThat(kept(estate, 0).text("/items/0/balance/amount")).isEqualTo("492.72");
        Reply first = estate.as("CASHIER").get(path(estate, 0) + "?limit=1").expect(200);
        assertThat(first.text("/next_cursor")).isEmpty();
        estate.as("CASHIER")
                .get("/units/un_0000000000/prepayments")
                .expectProblem(404, "not-found");
        books.agrees(estate);
    }

    @Test
    void theRuleOfTheDayHoldsAndACommandUsesWhatItLeft() {
        Estate estate = Estate.priced(server, 1);
        Api manager = estate.as("PROPERTY_MANAGER");
        manager.post("/prepayment-rules", rule("ON_REQUEST", "2021-03-01")).expect(201);
        manager.post("/prepayment-rules", rule("BOUND_FIRST", "2021-04-01")).expect(201);
        manager.post("/prepayment-rules", rule("OLDEST_FIRST", "2021-04-01"))
                .expectProblem(409, "prepayment-rule-taken");
        manager.post("/prepayment-rules", rule("NEVER", "2021-05-01"))
                .expectProblem(400, "invalid-request");
        estate.as("CASHIER")
                .post("/prepayment-rules", rule("ON_REQUEST", "2021-06-01"))
                .expectProblem(403, "command-not-permitted");
        assertThat(
                        manager.get("/prepayment-rules")
                                .expect(200)
                                .json()
                                .at("/items")
                                .findValuesAsString("from"))
                .containsSubsequence("2021-03-01", "2021-04-01");
        estate.pay(0, "100.00", "2021-03-02").expect(201);
        estate.bill("2024-05", "2021-03-29");
        assertThat(kept(estate, 0).text("/items/0/balance/amount")).isEqualTo("100.00");
        Reply used = use(estate, "2021-03-30").expect(200);
        assertThat(used.text("/items/0/amount/amount")).isEqualTo("100.00");
        assertThat(use(estate, "2021-03-30").expect(200).json().at("/items").size()).isZero();
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("114.80");
        use(estate, "2999-01-01").expectProblem(409, "business-time-in-the-future");
        estate.as("CASHIER")
                .post("/units/un_0000000000/prepayment-uses", "{\"used_on\": \"2024-01-01\"}")
                .expectProblem(404, "not-found");
        estate.as("MAINTENANCE_WORKER")
                .post(uses(estate), "{\"used_on\": \"2024-01-01\"}")
                .expectProblem(403, "command-not-permitted");
        books.agrees(estate);
    }

    private static Reply use(Estate estate, String day) {
        return estate.as("CASHIER").post(uses(estate), "{\"used_on\": \"%s\"}".formatted(day));
    }

    private static String uses(Estate estate) {
        return "/units/" + estate.unit(0) + "/prepayment-uses";
    }

    private static Reply kept(Estate estate, int unit) {
        return estate.as("CASHIER").get(path(estate, unit)).expect(200);
    }

    private static String path(Estate estate, int unit) {
        return "/units/" + estate.unit(unit) + "/prepayments";
    }

    private static String rule(String rule, String from) {
        return "{\"rule\": \"%s\", \"from\": \"%s\"}".formatted(rule, from);
    }
}
