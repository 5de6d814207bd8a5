package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RefundGivenUpTest {

    private final RunningServer server = RunningServer.shared();
    private final Subledger books = new Subledger(server);

    @Test
    void whatNobodyFetchesIsGivenUpAndTheMoneyStaysWithItsOwner() {
        Estate estate = Estate.priced(server, 1);
        estate.bill("2024-05", "2024-05-29");
        Reply paid = estate.pay(0, "300.00", "2024-06-03").expect(201);
        String before = estate.account(0, "").text("/prepayment/amount");
        Reply asked = propose(estate, paid, "85.20", "PREPAYMENT").expect(201);
        Api supervisor = estate.as("CS_SUPERVISOR");
        cancel(supervisor, asked, "过早").expectProblem(409, "payment-refund-wrong-state");
        Reply approved = approve(estate, asked).expect(200);
        cancel(supervisor, approved, " ").expectProblem(400, "invalid-request");
        cancel(supervisor, approved, "无人领取", "2024-06-06")
                .expectRefused("settlement-too-early", "/cancelled_on");
        cancel(supervisor, approved, "无人领取", "2999-06-06")
                .expectProblem(409, "business-time-in-the-future");
        cancel(estate.as("STEWARD"), approved, "x").expectProblem(403, "command-not-permitted");
        Reply gone = cancel(supervisor, approved, "无人领取").expect(200);
        assertThat(gone.text("/state")).isEqualTo("CANCELLED");
        assertThat(gone.text("/cancellation/reason")).isEqualTo("无人领取");
        assertThat(gone.text("/cancellation/cancelled_on")).isEqualTo("2024-06-08");
        assertThat(gone.text("/cancellation/cancelled_by"))
                .isNotEmpty()
                .isNotEqualTo(gone.text("/proposed_by"));
        assertThat(gone.text("/decision/reference")).isEqualTo("SP-2");
        payOut(estate, gone).expectProblem(409, "payment-refund-wrong-state");
        cancel(supervisor, gone, "again").expectProblem(409, "payment-refund-wrong-state");
        assertThat(estate.entry("PAYMENT_REFUND", asked.text("/id"))).isEmpty();
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo(before);
        books.agrees(estate);
        Reply again = propose(estate, paid, "85.20", "PREPAYMENT").expect(201);
        payOut(estate, approve(estate, again).expect(200)).expect(200);
        books.agrees(estate);
    }

    @Test
    void whoAskedForARefundMayGiveItUpOnceItIsApproved() {
        Estate estate = Estate.priced(server, 1);
        Reply paid = estate.pay(0, "300.00", "2024-06-03").expect(201);
        Reply asked = propose(estate, paid, "10.00", "PAYMENT").expect(201);
        Reply approved = approve(estate, asked).expect(200);
        cancel(server.holding("CASHIER"), approved, "x")
                .expectProblem(403, "command-not-permitted");
        Reply gone = cancel(estate.as("CASHIER"), approved, "业主放弃").expect(200);
        assertThat(gone.text("/cancellation/cancelled_by")).isEqualTo(gone.text("/proposed_by"));
    }

    /** Either the money leaves or it is given up, never both. */
    @Test
    void aRefundIsFetchedOrGivenUp() {
        Estate estate = Estate.priced(server, 1);
        Reply paid = estate.pay(0, "300.00", "2024-06-03").expect(201);
        Reply asked = propose(estate, paid, "100.00", "PAYMENT").expect(201);
        Reply approved = approve(estate, asked).expect(200);
        Api manager = estate.as("PROPERTY_MANAGER");
        List<CompletableFuture<Reply>> sent =
                List.of(
                        CompletableFuture.supplyAsync(() -> payOut(estate, approved)),
                        CompletableFuture.supplyAsync(() -> cancel(manager, approved, "x")));
        assertThat(sent.stream().map(CompletableFuture::join).map(Reply::status))
                .containsExactlyInAnyOrder(200, 412);
        Reply now = manager.get("/payment-refunds/" + asked.text("/id")).expect(200);
        assertThat(estate.account(0, "").text("/prepayment/amount"))
                .isEqualTo(now.text("/state").equals("PAID") ? "200.00" : "300.00");
        books.agrees(estate);
    }

    private static Reply propose(Estate estate, Reply paid, String amount, String source) {
        String body =
                """
                {"amount": {"amount": "%s", "currency": "CNY"}, "source": "%s",
                 "reason": "搬走", "proposed_on": "2024-06-06"}"""
                        .formatted(amount, source);
        return estate.as("CASHIER").post("/payments/" + paid.text("/id") + "/refunds", body);
    }

    private static Reply approve(Estate estate, Reply asked) {
        return step(
                estate.as("PROPERTY_MANAGER"),
                asked,
                "approvals",
                "{\"reference\": \"SP-2\", \"approved_on\": \"2024-06-07\"}");
    }

    private static Reply payOut(Estate estate, Reply approved) {
        return step(
                estate.as("CASHIER"),
                approved,
                "payouts",
                "{\"method\": \"CASH\", \"paid_on\": \"2024-06-08\"}");
    }

    private static Reply cancel(Api who, Reply approved, String why) {
        return cancel(who, approved, why, "2024-06-08");
    }

    private static Reply cancel(Api who, Reply approved, String why, String on) {
        return step(
                who,
                approved,
                "cancellations",
                "{\"reason\": \"%s\", \"cancelled_on\": \"%s\"}".formatted(why, on));
    }

    private static Reply step(Api who, Reply refund, String step, String body) {
        return who.with("If-Match", refund.header("ETag"))
                .post("/payment-refunds/" + refund.text("/id") + "/" + step, body);
    }
}
