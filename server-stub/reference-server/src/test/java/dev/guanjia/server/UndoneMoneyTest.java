package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Payments that are undone, and charges that are taken back, one after the other. */
class UndoneMoneyTest {

    private static final String TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();

    private final RunningServer server = RunningServer.shared();
    private final Subledger books = new Subledger(server);

    @Test
    void whatAChargeGivesBackGoesToThePaymentsThatStand() {
        Estate estate = Estate.priced(server, 1);
        String charge = charge(estate);
        Reply first = estate.pay(0, "100.00", "2024-06-03").expect(201);
        Reply second = estate.pay(0, "50.00", "2024-06-04").expect(201);
        undo(estate, second, "2024-06-07").expect(200);
        takeBack(estate, charge);
        assertThat(left(estate, first)).isEqualTo("100.00");
        assertThat(left(estate, second)).isEqualTo("0.00");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("100.00");
        books.agrees(estate);
        undo(estate, first, TODAY).expect(200);
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("0.00");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("0.00");
        books.agrees(estate);
    }

    @Test
    void whatWasRefundedIsNotGivenBackWithTheCharge() {
        Estate estate = Estate.priced(server, 1);
        String charge = charge(estate);
        Reply first = estate.pay(0, "60.00", "2024-06-03").expect(201);
        Reply second = estate.pay(0, "40.00", "2024-06-04").expect(201);
        refund(estate, second, "40.00").expect(200);
        takeBack(estate, charge);
        assertThat(left(estate, first)).isEqualTo("60.00");
        assertThat(left(estate, second)).isEqualTo("0.00");
        books.agrees(estate);
        estate.bill("2024-06", "2024-06-29");
        assertThat(left(estate, first)).isEqualTo("0.00");
        assertThat(left(estate, second)).isEqualTo("0.00");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("154.80");
        books.agrees(estate);
    }

    @Test
    void nothingIsUndoneBeforeItWasDone() {
        Estate estate = Estate.priced(server, 1);
        Reply paid = estate.pay(0, "300.00", "2024-05-03").expect(201);
        Reply asked = propose(estate, paid, "2024-05-10").expect(201);
        Reply back = proposeRefund(estate, paid, "300.00", "2024-05-10").expect(201);
        Reply agreed = approve(estate, "refunds", back, "2024-05-10").expect(200);
        charge(estate);
        Reply early = approve(estate, "reversals", asked, "2024-05-15");
        early.expectProblem(409, "settlement-too-early");
        assertThat(early.text("/reasons/0/facts/after")).isEqualTo("2024-05-29");
        payOut(estate, agreed, "2024-05-28").expectProblem(409, "settlement-too-early");
        propose(estate, paid, "2024-05-28").expectProblem(409, "settlement-too-early");
        payOut(estate, agreed, "2024-05-29").expect(200);
        books.agrees(estate);
    }

    @Test
    void aReplacementIsPaidByWhatTheChargeBeforeItGaveBack() {
        Estate estate = Estate.priced(server, 1);
        String charge = charge(estate);
        estate.pay(0, "214.80", "2024-06-03").expect(201);
        takeBack(estate, charge);
        Reply again =
                estate.as("CS_SUPERVISOR")
                        .post(
                                "/charges/" + charge + "/replacements",
                                "{\"due_on\": \"2024-06-30\"}")
                        .expect(201);
        assertThat(again.text("/items/0/open/amount")).isEqualTo("0.00");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("0.00");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("0.00");
        books.agrees(estate);
    }

    @Test
    void noMoneyIsRecoveredForAChargeThatWasTakenBack() {
        Estate estate = Estate.priced(server, 1);
        String charge = charge(estate);
        Reply given =
                estate.as("STEWARD")
                        .post(
                                "/write-offs",
                                """
                                {"charge_id": "%s", "reason": "失联", "evidence": ["court.pdf"],
                                 "amount": {"amount": "214.80", "currency": "CNY"},
                                 "proposed_on": "2026-06-05"}"""
                                        .formatted(charge))
                        .expect(201);
        String path = "/write-offs/" + given.text("/id");
        Reply posted =
                estate.as("PROPERTY_MANAGER")
                        .with("If-Match", given.header("ETag"))
                        .post(path + "/approvals", "{\"approved_on\": \"2026-06-06\"}")
                        .expect(200);
        takeBack(estate, charge);
        estate.as("CASHIER")
                .with("If-Match", posted.header("ETag"))
                .post(
                        path + "/recoveries",
                        """
                        {"payment": "bank 42", "recovered_on": "2026-07-01",
                         "amount": {"amount": "214.80", "currency": "CNY"}}""")
                .expectProblem(409, "charge-reversed-already");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("0.00");
    }

    private static String charge(Estate estate) {
        estate.bill("2024-05", "2024-05-29");
        return estate.charges("unit_id=" + estate.unit(0)).get(0).at("/id").asString();
    }

    private static void takeBack(Estate estate, String charge) {
        estate.as("CS_SUPERVISOR")
                .post("/charges/" + charge + "/reversals", "{\"reason\": \"wrong\"}")
                .expect(201);
    }

    private static String left(Estate estate, Reply paid) {
        return estate.as("CASHIER")
                .get("/payments/" + paid.text("/id"))
                .expect(200)
                .text("/left/amount");
    }

    private static Reply undo(Estate estate, Reply paid, String on) {
        return approve(estate, "reversals", propose(estate, paid, on).expect(201), on);
    }

    private static Reply propose(Estate estate, Reply paid, String on) {
        return estate.as("CASHIER")
                .post(
                        "/payments/" + paid.text("/id") + "/reversals",
                        """
                        {"cause": "BOUNCED", "reason": "退票", "proposed_on": "%s"}"""
                                .formatted(on));
    }

    private static Reply refund(Estate estate, Reply paid, String amount) {
        Reply asked = proposeRefund(estate, paid, amount, "2024-06-06").expect(201);
        Reply agreed = approve(estate, "refunds", asked, "2024-06-07").expect(200);
        return payOut(estate, agreed, "2024-06-08");
    }

    private static Reply proposeRefund(Estate estate, Reply paid, String amount, String on) {
        return estate.as("CASHIER")
                .post(
                        "/payments/" + paid.text("/id") + "/refunds",
                        """
                        {"amount": {"amount": "%s", "currency": "CNY"}, "source": "PAYMENT",
                         "reason": "多收", "proposed_on": "%s"}"""
                                .formatted(amount, on));
    }

    private static Reply approve(Estate estate, String what, Reply asked, String on) {
        return estate.as("PROPERTY_MANAGER")
                .with("If-Match", asked.header("ETag"))
                .post(
                        "/payment-" + what + "/" + asked.text("/id") + "/approvals",
                        "{\"reference\": \"SP-1\", \"approved_on\": \"%s\"}".formatted(on));
    }

    private static Reply payOut(Estate estate, Reply agreed, String on) {
        return estate.as("CASHIER")
                .with("If-Match", agreed.header("ETag"))
                .post(
                        "/payment-refunds/" + agreed.text("/id") + "/payouts",
                        "{\"method\": \"CASH\", \"paid_on\": \"%s\"}".formatted(on));
    }
}
