package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaymentRefundTest {

    private static final String YES = "{\"reference\": \"SP-2\", \"approved_on\": \"2024-06-07\"}";

    private final RunningServer server = RunningServer.shared();
    private final Subledger books = new Subledger(server);

    @Test
    void aPrepaymentGoesBackOnceAnotherApprovedAndTheCashierPaid() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-29");
        Reply paid = estate.pay(0, "300.00", "2024-06-03").expect(201);
        Reply over = propose(estate, paid, "85.21", "PREPAYMENT");
        over.expectRefused("payment-refund-over-left", "/amount");
        assertThat(over.text("/reasons/0/facts/left")).isEqualTo("CNY 85.20");
        Reply asked = propose(estate, paid, "85.20", "PREPAYMENT").expect(201);
        assertThat(asked.header("Location")).isEqualTo("/v1/payment-refunds/" + asked.text("/id"));
        payOut(estate, asked).expectProblem(409, "payment-refund-wrong-state");
        Reply approved = approve(estate, asked, "PROPERTY_MANAGER").expect(200);
        assertThat(approved.text("/state")).isEqualTo("APPROVED");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("85.20");
        Reply done = payOut(estate, approved).expect(200);
        assertThat(done.text("/state")).isEqualTo("PAID");
        assertThat(done.text("/payout/kept/amount")).isEqualTo("85.20");
        assertThat(estate.entry("PAYMENT_REFUND", asked.text("/id")))
                .isEqualTo("DEBIT 2203 85.20, CREDIT 1001 85.20");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("0.00");
        assertThat(estate.account(0, "").text("/paid/amount")).isEqualTo("214.80");
        payOut(estate, done).expectProblem(409, "payment-refund-wrong-state");
        books.agrees(estate);
    }

    @Test
    void aRefundOfAPaymentOpensWhatWasSettledLastAndNeverExceedsWhatIsLeft() {
        Estate estate = Estate.priced(server, 1);
        estate.read(1, "2024-05-25", "21.1");
        estate.bill("2024-05", "2024-05-29");
        Reply paid = estate.pay(0, "222.08", "2024-06-03").expect(201);
        Reply first = propose(estate, paid, "10.00", "PAYMENT").expect(201);
        Reply second = propose(estate, paid, "215.00", "PAYMENT").expect(201);
        Reply both = approve(estate, second, "PROPERTY_MANAGER").expect(200);
        Reply done =
                payOut(estate, approve(estate, first, "PROPERTY_MANAGER").expect(200)).expect(200);
        assertThat(done.json().at("/payout/reopened").findValuesAsString("fee_item"))
                .containsExactly("PROPERTY_SERVICE", "SECONDARY_WATER");
        assertThat(done.text("/payout/reopened/0/amount/amount")).isEqualTo("2.72");
        assertThat(estate.entry("PAYMENT_REFUND", first.text("/id")))
                .isEqualTo("DEBIT 1122 10.00, CREDIT 1001 10.00");
        Reply late = payOut(estate, both);
        late.expectProblem(409, "payment-refund-over-left");
        assertThat(late.text("/reasons/0/facts/left")).isEqualTo("CNY 212.08");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("10.00");
        Reply now = estate.as("CASHIER").get("/payments/" + paid.text("/id")).expect(200);
        assertThat(now.text("/refunded/amount")).isEqualTo("10.00");
        estate.as("CASHIER")
                .post(
                        "/payments/" + paid.text("/id") + "/reversals",
                        """
                        {"cause": "BOUNCED", "reason": "why", "proposed_on": "2024-06-09"}""")
                .expectProblem(409, "payment-refunded");
        books.agrees(estate);
    }

    @Test
    void nobodyApprovesTheirOwnRefundAndWhatIsRejectedStays() {
        Estate estate = Estate.priced(server, 1);
        Reply paid = estate.pay(0, "300.00", "2024-06-03").expect(201);
        Api both = server.as(server.newcomer("CASHIER", "PROPERTY_MANAGER").text("/token"));
        Reply own =
                both.inPost("CASHIER")
                        .post(path(paid), body("10.00", "PAYMENT", "2024-06-06"))
                        .expect(201);
        both.inPost("PROPERTY_MANAGER")
                .with("If-Match", own.header("ETag"))
                .post("/payment-refunds/" + own.text("/id") + "/approvals", YES)
                .expectProblem(403, "payment-refund-own");
        Reply rejected =
                estate.as("CS_SUPERVISOR")
                        .with("If-Match", own.header("ETag"))
                        .post(
                                "/payment-refunds/" + own.text("/id") + "/rejections",
                                "{\"rejected_on\": \"2024-06-07\"}")
                        .expect(200);
        assertThat(rejected.text("/state")).isEqualTo("REJECTED");
        approve(estate, rejected, "PROPERTY_MANAGER")
                .expectProblem(409, "payment-refund-wrong-state");
        assertThat(
                        estate.as("STEWARD")
                                .get("/payment-refunds?payment_id=" + paid.text("/id"))
                                .expect(200)
                                .json()
                                .at("/items")
                                .size())
                .isEqualTo(1);
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("300.00");
    }

    @Test
    void whoAskedForARefundTakesItBackAndIsNotWhoRejectsIt() {
        Estate estate = Estate.priced(server, 1);
        Reply paid = estate.pay(0, "300.00", "2024-06-03").expect(201);
        Reply asked = propose(estate, paid, "10.00", "PAYMENT").expect(201);
        reject(server.holding("CASHIER"), asked).expectProblem(403, "command-not-permitted");
        Reply gone = reject(estate.as("CASHIER"), asked).expect(200);
        assertThat(gone.text("/state")).isEqualTo("WITHDRAWN");
        assertThat(gone.text("/decision/decided_by")).isEqualTo(gone.text("/proposed_by"));
        reject(estate.as("CASHIER"), gone).expectProblem(409, "payment-refund-wrong-state");
        approve(estate, gone, "PROPERTY_MANAGER").expectProblem(409, "payment-refund-wrong-state");
        payOut(estate, gone).expectProblem(409, "payment-refund-wrong-state");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("300.00");
    }

    @Test
    void nobodyApprovesARefundBeyondTheirAuthority() {
        Limits.set(server, "REFUND", "CS_SUPERVISOR", "150.00");
        Estate estate = Estate.priced(server, 1);
        Reply paid = estate.pay(0, "500.00", "2024-06-03").expect(201);
        Reply large = propose(estate, paid, "150.01", "PAYMENT").expect(201);
        Reply over = approve(estate, large, "CS_SUPERVISOR");
        over.expectProblem(403, "approval-over-limit");
        assertThat(over.text("/reasons/0/facts/permitted")).isEqualTo("PROPERTY_MANAGER");
        assertThat(estate.as("CASHIER").get("/payment-refunds/" + large.text("/id")).text("/state"))
                .isEqualTo("PROPOSED");
        approve(estate, large, "PROPERTY_MANAGER").expect(200);
        Reply small = propose(estate, paid, "150.00", "PAYMENT").expect(201);
        approve(estate, small, "CS_SUPERVISOR").expect(200);
    }

    /** Both were approved, and together they are more than was paid. */
    @Test
    void ofTwoRefundsPaidOutAtOnceOnlyWhatIsLeftLeaves() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-29");
        Reply paid = estate.pay(0, "300.00", "2024-06-03").expect(201);
        List<Reply> approved =
                Stream.of("200.00", "150.00")
                        .map(amount -> propose(estate, paid, amount, "PAYMENT").expect(201))
                        .map(asked -> approve(estate, asked, "PROPERTY_MANAGER").expect(200))
                        .toList();
        List<CompletableFuture<Reply>> sent =
                approved.stream()
                        .map(one -> CompletableFuture.supplyAsync(() -> payOut(estate, one)))
                        .toList();
        List<Reply> answers = sent.stream().map(CompletableFuture::join).toList();
        assertThat(answers).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
        Reply late = answers.stream().filter(one -> one.status() == 409).findFirst().orElseThrow();
        late.expectProblem(409, "payment-refund-over-left");
        String left = late.text("/reasons/0/facts/left");
        assertThat(left).isIn("CNY 100.00", "CNY 150.00");
        Reply now = estate.as("CASHIER").get("/payments/" + paid.text("/id")).expect(200);
        assertThat("CNY " + now.text("/refunded/amount"))
                .isEqualTo(left.equals("CNY 100.00") ? "CNY 200.00" : "CNY 150.00");
        books.agrees(estate);
    }

    /** The same refund twice at once leaves once. */
    @Test
    void oneRefundIsPaidOutOnce() {
        Estate estate = Estate.priced(server, 1);
        Reply paid = estate.pay(0, "300.00", "2024-06-03").expect(201);
        Reply asked = propose(estate, paid, "100.00", "PAYMENT").expect(201);
        Reply approved = approve(estate, asked, "PROPERTY_MANAGER").expect(200);
        List<CompletableFuture<Reply>> sent =
                Stream.of(1, 2)
                        .map(i -> CompletableFuture.supplyAsync(() -> payOut(estate, approved)))
                        .toList();
        assertThat(sent.stream().map(CompletableFuture::join).map(Reply::status))
                .containsExactlyInAnyOrder(200, 412);
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("200.00");
        books.agrees(estate);
    }

    @Test
    void whatCannotBeProposedIsRefused() {
        Estate estate = Estate.priced(server, 1);
        Reply paid = estate.pay(0, "300.00", "2024-06-03").expect(201);
        Api cashier = estate.as("CASHIER");
        String good = body("10.00", "PAYMENT", "2024-06-06");
        cashier.post(path(paid), good.replace("10.00", "0.00"))
                .expectRefused("payment-refund-not-positive", "/amount");
        cashier.post(path(paid), good.replace("CNY", "USD"))
                .expectRefused("currency-mismatch", "/amount/currency");
        cashier.post(path(paid), good.replace("10.00", "300.01"))
                .expectRefused("payment-refund-over-left", "/amount");
        cashier.post(path(paid), good.replace("PAYMENT", "POCKET"))
                .expectProblem(400, "invalid-request");
        cashier.post(path(paid), good.replace("06-06", "06-02"))
                .expectRefused("settlement-too-early", "/proposed_on");
        cashier.post("/payments/pm_0000000000/refunds", good).expectProblem(404, "not-found");
        cashier.get("/payment-refunds/pf_0000000000").expectProblem(404, "not-found");
        estate.as("MAINTENANCE_WORKER")
                .post(path(paid), good)
                .expectProblem(403, "command-not-permitted");
    }

    private static Reply propose(Estate estate, Reply paid, String amount, String source) {
        return estate.as("CASHIER").post(path(paid), body(amount, source, "2024-06-06"));
    }

    private static Reply approve(Estate estate, Reply asked, String post) {
        return estate.as(post)
                .with("If-Match", asked.header("ETag"))
                .post("/payment-refunds/" + asked.text("/id") + "/approvals", YES);
    }

    private static Reply reject(Api who, Reply asked) {
        return who.with("If-Match", asked.header("ETag"))
                .post(
                        "/payment-refunds/" + asked.text("/id") + "/rejections",
                        "{\"rejected_on\": \"2024-06-07\"}");
    }

    private static Reply payOut(Estate estate, Reply approved) {
        return estate.as("CASHIER")
                .with("If-Match", approved.header("ETag"))
                .post(
                        "/payment-refunds/" + approved.text("/id") + "/payouts",
                        "{\"method\": \"CASH\", \"paid_on\": \"2024-06-08\"}");
    }

    private static String path(Reply paid) {
        return "/payments/" + paid.text("/id") + "/refunds";
    }

    private static String body(String amount, String source, String day) {
        return """
                {"amount": {"amount": "%s", "currency": "CNY"}, "source": "%s",
                 "reason": "搬走", "proposed_on": "%s"}"""
                .formatted(amount, source, day);
    }
}
