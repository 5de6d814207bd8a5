package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaymentReversalTest {

    private final RunningServer server = RunningServer.shared();
    private final Subledger books = new Subledger(server);

    @Test
    void aBouncedPaymentOpensItsChargesAgain() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-29");
        Reply paid = estate.pay(0, "300.00", "2024-06-03").expect(201);
        Reply asked = propose(estate, paid, "BOUNCED").expect(201);
        assertThat(asked.header("Location"))
                .isEqualTo("/v1/payment-reversals/" + asked.text("/id"));
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("0.00");
        Reply posted = approve(estate, asked, "PROPERTY_MANAGER").expect(200);
        assertThat(posted.text("/state")).isEqualTo("POSTED");
        assertThat(posted.text("/decision/reference")).isEqualTo("SP-1");
        assertThat(posted.text("/reopened/0/amount/amount")).isEqualTo("214.80");
        assertThat(estate.entry("PAYMENT_REVERSAL", asked.text("/id")))
                .isEqualTo("DEBIT 1122 214.80, CREDIT 1012 300.00, DEBIT 2203 85.20");
        Reply account = estate.account(0, "");
        assertThat(account.text("/open/amount")).isEqualTo("214.80");
        assertThat(account.text("/paid/amount")).isEqualTo("0.00");
        assertThat(account.text("/prepayment/amount")).isEqualTo("0.00");
        assertThat(estate.account(0, "?as_of=2024-06-05T12:00:00%2B08:00").text("/paid/amount"))
                .isEqualTo("214.80");
        Reply now = estate.as("CASHIER").get("/payments/" + paid.text("/id")).expect(200);
        assertThat(now.json().at("/reversed").asBoolean()).isTrue();
        assertThat(now.json().at("/settles").size()).isZero();
        assertThat(now.text("/left/amount")).isEqualTo("0.00");
        books.agrees(estate);
        propose(estate, paid, "BOUNCED").expectProblem(409, "payment-reversed");
        approve(estate, posted, "PROPERTY_MANAGER")
                .expectProblem(409, "payment-reversal-wrong-state");
        Reply again = estate.pay(0, "214.80", "2024-06-08").expect(201);
        assertThat(again.text("/prepayment/amount")).isEqualTo("0.00");
        books.agrees(estate);
    }

    @Test
    void whatAPrepaymentPaidIsOpenAgain() {
        Estate estate = Estate.priced(server, 1);
        Reply paid = estate.pay(0, "300.00", "2024-05-03").expect(201);
        estate.bill("2024-05", "2024-05-29");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("85.20");
        approve(estate, propose(estate, paid, "WRONG_UNIT").expect(201), "PROPERTY_MANAGER")
                .expect(200);
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("214.80");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("0.00");
        books.agrees(estate);
    }

    @Test
    void aReversalCountsInTheCollectorsDayOfItsDecisionAndVoidsTheReceipt() {
        Estate estate = Estate.priced(server, 1);
        Reply person = server.newcomer("CASHIER");
        Api collector = server.as(person.text("/token"));
        Reply paid = take(collector, estate, "300.00", "2024-06-03").expect(201);
        Reply closed = close(collector, day(collector, person, "2024-06-03"), "300.00");
        assertThat(closed.expect(200).text("/state")).isEqualTo("CLOSED");
        approve(estate, propose(estate, paid, "WRONG_UNIT").expect(201), "PROPERTY_MANAGER")
                .expect(200);
        assertThat(day(collector, person, "2024-06-03").text("/cash/amount")).isEqualTo("300.00");
        assertThat(day(collector, person, "2024-06-07").text("/cash/amount")).isEqualTo("-300.00");
        take(collector, estate, "310.00", "2024-06-07").expect(201);
        Reply decided = day(collector, person, "2024-06-07");
        assertThat(decided.text("/cash/amount")).isEqualTo("10.00");
        assertThat(decided.text("/takings/0/payments")).isEqualTo("2");
        close(collector, decided, "10.00").expect(200);
        Reply receipt = collector.get("/receipts?payment_id=" + paid.text("/id")).expect(200);
        assertThat(receipt.text("/items/0/state")).isEqualTo("VOID");
        assertThat(receipt.body()).contains("退票");
        collector
                .post("/receipts", "{\"payment_id\": \"%s\"}".formatted(paid.text("/id")))
                .expectProblem(409, "payment-reversed");
        assertThat(assessed(estate, person)).isEqualTo("310.00");
    }

    @Test
    void aReversalIsNotDecidedOnADayThatItsCollectorClosed() {
        Estate estate = Estate.priced(server, 1);
        Reply person = server.newcomer("CASHIER");
        Api collector = server.as(person.text("/token"));
        Reply paid = take(collector, estate, "300.00", "2024-06-07").expect(201);
        Reply asked = propose(estate, paid, "WRONG_UNIT", "2024-06-07").expect(201);
        close(collector, day(collector, person, "2024-06-07"), "300.00").expect(200);
        approve(estate, asked, "PROPERTY_MANAGER").expectProblem(409, "takings-closed");
        Reply receipt = collector.get("/receipts?payment_id=" + paid.text("/id")).expect(200);
        assertThat(receipt.text("/items/0/state")).isEqualTo("ISSUED");
        estate.as("PROPERTY_MANAGER")
                .with("If-Match", asked.header("ETag"))
                .post(
                        "/payment-reversals/" + asked.text("/id") + "/approvals",
                        YES.replace("2024-06-07", "2024-06-08"))
                .expect(200);
        assertThat(day(collector, person, "2024-06-08").text("/total/amount")).isEqualTo("-300.00");
    }

    private static Reply take(Api collector, Estate estate, String amount, String on) {
        return collector.post(
                "/payments", estate.payment(0, amount, on, "").replace("WECHAT", "CASH"));
    }

    private static String assessed(Estate estate, Reply person) {
        return estate.as("PROPERTY_MANAGER")
                .post(
                        "/collector-assessments",
                        """
                        {"collector_id": "%s", "quarter": "2024-Q2", "accounts_unclear": false,
                         "planned": {"amount": "310.00", "currency": "CNY"}}"""
                                .formatted(person.text("/staff_id")))
                .expect(201)
                .text("/collected/amount");
    }

    private static Reply day(Api collector, Reply person, String on) {
        String days =
                "/collector-days?collector_id=%s&from=%s&to=%s"
                        .formatted(person.text("/staff_id"), on, on);
        String id = collector.get(days).expect(200).text("/items/0/id");
        return collector.get("/collector-days/" + id).expect(200);
    }

    private static Reply close(Api collector, Reply day, String cash) {
        return collector
                .with("If-Match", day.header("ETag"))
                .post(
                        "/collector-days/" + day.text("/id") + "/closures",
                        "{\"counted\": {\"amount\": \"%s\", \"currency\": \"CNY\"}}"
                                .formatted(cash));
    }

    @Test
    void nobodyApprovesWhatTheyProposedAndARejectedOneIsDone() {
        Estate estate = Estate.priced(server, 1);
        Reply paid = estate.pay(0, "300.00", "2024-05-03").expect(201);
        Api both = server.as(server.newcomer("CASHIER", "PROPERTY_MANAGER").text("/token"));
        Reply own =
                both.inPost("CASHIER")
                        .post(path(paid), body("BOUNCED", "why", "2024-06-06"))
                        .expect(201);
        both.inPost("PROPERTY_MANAGER")
                .with("If-Match", own.header("ETag"))
                .post("/payment-reversals/" + own.text("/id") + "/approvals", YES)
                .expectProblem(403, "payment-reversal-own");
        approve(estate, own, "CASHIER").expectProblem(403, "command-not-permitted");
        Reply rejected =
                estate.as("PROPERTY_MANAGER")
                        .with("If-Match", own.header("ETag"))
                        .post(
                                "/payment-reversals/" + own.text("/id") + "/rejections",
                                "{\"rejected_on\": \"2024-06-07\"}")
                        .expect(200);
        assertThat(rejected.text("/state")).isEqualTo("REJECTED");
        approve(estate, own, "PROPERTY_MANAGER").expectProblem(412, "precondition-failed");
        approve(estate, rejected, "PROPERTY_MANAGER")
                .expectProblem(409, "payment-reversal-wrong-state");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("300.00");
        Reply list =
                estate.as("STEWARD")
                        .get("/payment-reversals?payment_id=" + paid.text("/id"))
                        .expect(200);
        assertThat(list.json().at("/items").findValuesAsString("state"))
                .containsExactly("REJECTED");
    }

    @Test
    void aReversalBeyondOnesAuthorityGoesToTheLeaderAndWhoAskedTakesItBack() {
        Limits.set(server, "PAYMENT_REVERSAL", "CS_SUPERVISOR", "100.00");
        Estate estate = Estate.priced(server, 1);
        Reply paid = estate.pay(0, "100.01", "2024-05-03").expect(201);
        Reply asked = propose(estate, paid, "BOUNCED").expect(201);
        Reply over = approve(estate, asked, "CS_SUPERVISOR");
        over.expectProblem(403, "approval-over-limit");
        assertThat(over.text("/reasons/0/facts/permitted")).isEqualTo("PROPERTY_MANAGER");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("100.01");
        Reply gone =
                estate.as("CASHIER")
                        .with("If-Match", asked.header("ETag"))
                        .post(
                                "/payment-reversals/" + asked.text("/id") + "/rejections",
                                "{\"rejected_on\": \"2024-06-07\"}")
                        .expect(200);
        assertThat(gone.text("/state")).isEqualTo("WITHDRAWN");
        approve(estate, gone, "PROPERTY_MANAGER")
                .expectProblem(409, "payment-reversal-wrong-state");
        Reply again = propose(estate, paid, "BOUNCED").expect(201);
        approve(estate, again, "PROPERTY_MANAGER").expect(200);
        Reply small = estate.pay(0, "100.00", "2024-05-04").expect(201);
        approve(estate, propose(estate, small, "BOUNCED").expect(201), "CS_SUPERVISOR").expect(200);
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("0.00");
    }

    @Test
    void whatCannotBeProposedIsRefused() {
        Estate estate = Estate.priced(server, 1);
        Reply paid = estate.pay(0, "300.00", "2024-05-03").expect(201);
        Api cashier = estate.as("CASHIER");
        cashier.post(path(paid), body("MOOD", "why", "2024-06-06"))
                .expectProblem(400, "invalid-request");
        cashier.post(path(paid), body("BOUNCED", " ", "2024-06-06"))
                .expectProblem(400, "invalid-request");
        cashier.post(path(paid), body("BOUNCED", "why", "2024-05-02"))
                .expectProblem(409, "settlement-too-early");
        cashier.post(path(paid), body("BOUNCED", "why", "2999-01-01"))
                .expectProblem(409, "business-time-in-the-future");
        cashier.post("/payments/pm_0000000000/reversals", body("BOUNCED", "why", "2024-06-06"))
                .expectProblem(404, "not-found");
        cashier.get("/payment-reversals/pv_0000000000").expectProblem(404, "not-found");
        estate.as("STEWARD")
                .post(path(paid), body("BOUNCED", "why", "2024-06-06"))
                .expectProblem(403, "command-not-permitted");
    }

    private static final String YES = "{\"reference\": \"SP-1\", \"approved_on\": \"2024-06-07\"}";

    private static Reply propose(Estate estate, Reply paid, String cause) {
        return propose(estate, paid, cause, "2024-06-06");
    }

    private static Reply propose(Estate estate, Reply paid, String cause, String on) {
        return estate.as("CASHIER").post(path(paid), body(cause, "退票", on));
    }

    private static Reply approve(Estate estate, Reply asked, String post) {
        return estate.as(post)
                .with("If-Match", asked.header("ETag"))
                .post("/payment-reversals/" + asked.text("/id") + "/approvals", YES);
    }

    private static String path(Reply paid) {
        return "/payments/" + paid.text("/id") + "/reversals";
    }

    private static String body(String cause, String reason, String day) {
        return "{\"cause\": \"%s\", \"reason\": \"%s\", \"proposed_on\": \"%s\"}"
                .formatted(cause, reason, day);
    }
}
