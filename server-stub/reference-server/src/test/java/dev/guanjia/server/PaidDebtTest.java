package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A paid repair of 186.50 of March 2025 whose money goes back, or never comes. */
class PaidDebtTest {

    private final RunningServer server = RunningServer.shared();
    private final Subledger books = new Subledger(server);
    private Estate estate;
    private PaidWalk walk;
    private String charge;

    @BeforeEach
    void repair() {
        Limits.set(server, "REFUND", "CS_SUPERVISOR", "150.00");
        price("TAP", "MATERIAL", "66.50");
        price("PLUMBER", "LABOUR", "80.00");
        estate = Estate.priced(server, 1);
        walk =
                new PaidWalk(
                        estate,
                        List.of(
                                server.holding("CS_ASSISTANT"),
                                server.holding("MAINTENANCE_WORKER")),
                        "PAID_REPAIR",
                        "2025-03-");
        walk.accepted(estate);
        charge = walk.work().text("/charge_id");
    }

    @Test
    void nobodyGivesBackMoreThanTheyMay() {
        Api supervisor = server.holding("CS_SUPERVISOR");
        Reply over = walk.refund(supervisor, "150.01", null);
        over.expectProblem(403, "approval-over-limit");
        assertThat(over.text("/reasons/0/facts/permitted")).isEqualTo("PROPERTY_MANAGER");
        walk.refund(supervisor, "150.00", null).expect(200);
        Reply rest = walk.refund(server.holding("PROPERTY_MANAGER"), "36.50", null).expect(200);
        assertThat(rest.text("/refunds/1/post")).isEqualTo("PROPERTY_MANAGER");
        assertThat(estate.account(0, "").text("/open/amount")).isEqualTo("0.00");
        books.agrees(estate);
    }

    @Test
    void aRefundOfThePaymentOpensThePaidWorkAgain() {
        Reply paid = estate.pay(0, "186.50", "2025-03-05").expect(201);
        Reply asked = propose(paid, "100.00").expect(201);
        propose(paid, "186.51").expectRefused("payment-refund-over-left", "/amount");
        Reply approved =
                estate.as("PROPERTY_MANAGER")
                        .with("If-Match", asked.header("ETag"))
                        .post(
                                "/payment-refunds/" + asked.text("/id") + "/approvals",
                                "{\"reference\": \"SP-9\", \"approved_on\": \"2025-03-07\"}")
                        .expect(200);
        Reply done =
                estate.as("CASHIER")
                        .with("If-Match", approved.header("ETag"))
                        .post(
                                "/payment-refunds/" + asked.text("/id") + "/payouts",
                                "{\"method\": \"CASH\", \"paid_on\": \"2025-03-08\"}")
                        .expect(200);
        assertThat(done.text("/payout/reopened/0/charge_id")).isEqualTo(charge);
        assertThat(walk.work().text("/open/amount")).isEqualTo("100.00");
        walk.refund(server.holding("CS_SUPERVISOR"), "100.00", null).expect(200);
        assertThat(walk.work().text("/open/amount")).isEqualTo("0.00");
        books.agrees(estate);
    }

    @Test
    void paidWorkThatIsNeverPaidIsWrittenOffAndPaidAllTheSame() {
        Reply asked =
                estate.as("STEWARD")
                        .post(
                                "/write-offs",
                                """
                                {"charge_id": "%s", "reason": "失联", "evidence": ["a.pdf"],
                                 "amount": {"amount": "186.50", "currency": "CNY"},
                                 "proposed_on": "2026-06-05"}"""
                                        .formatted(charge))
                        .expect(201);
        String path = "/write-offs/" + asked.text("/id");
        Reply posted =
                estate.as("PROPERTY_MANAGER")
                        .with("If-Match", asked.header("ETag"))
                        .post(path + "/approvals", "{\"approved_on\": \"2026-06-06\"}")
                        .expect(200);
        assertThat(walk.work().text("/open/amount")).isEqualTo("0.00");
        assertThat(estate.entry("WRITE_OFF", asked.text("/id")))
                .isEqualTo("DEBIT 6701 186.50, CREDIT 1122 186.50");
        recover(path, posted, "186.51").expectProblem(409, "recovery-over-write-off");
        Reply some = recover(path, posted, "86.50").expect(200);
        recover(path, some, "100.01").expectProblem(409, "recovery-over-write-off");
        Reply all = recover(path, some, "100.00").expect(200);
        assertThat(all.text("/standing/amount")).isEqualTo("0.00");
        recover(path, all, "0.01").expectProblem(409, "recovery-over-write-off");
        Reply paid = estate.pay(0, "186.50", "2026-07-02").expect(201);
        assertThat(paid.text("/allocations/0/charge_id")).isEqualTo(charge);
        assertThat(walk.work().text("/open/amount")).isEqualTo("0.00");
        books.agrees(estate);
    }

    private void price(String item, String kind, String amount) {
        Reply made =
                server.asAdministrator()
                        .post(
                                "/service-prices",
                                PaidBodies.priceBody(item, kind, amount, "2020-01-01"));
        assertThat(made.status()).as(made.body()).isIn(201, 409);
    }

    private Reply propose(Reply paid, String amount) {
        return estate.as("CASHIER")
                .post(
                        "/payments/" + paid.text("/id") + "/refunds",
                        """
                        {"amount": {"amount": "%s", "currency": "CNY"}, "source": "PAYMENT",
                         "reason": "仍漏水", "proposed_on": "2025-03-06"}"""
                                .formatted(amount));
    }

    private Reply recover(String path, Reply last, String amount) {
        return estate.as("CASHIER")
                .with("If-Match", last.header("ETag"))
                .post(
                        path + "/recoveries",
                        """
                        {"payment": "bank 7", "recovered_on": "2026-07-01",
                         "amount": {"amount": "%s", "currency": "CNY"}}"""
                                .formatted(amount));
    }
}
