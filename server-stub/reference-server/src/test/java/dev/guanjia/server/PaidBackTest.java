package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Money that pays for work and goes back, in March 2025. */
class PaidBackTest {

    private static RunningServer server;
    private static Reply approver;
    private static Api supervisor;
    private static List<Api> people;

    @BeforeAll
    static void price() {
        server = RunningServer.shared();
        server.withCompany();
        Limits.set(server, "REFUND", "CS_SUPERVISOR", "150.00");
        approver = server.newcomer("CS_SUPERVISOR");
        supervisor = server.as(approver.text("/token"));
        people = List.of(server.holding("CS_ASSISTANT"), server.holding("MAINTENANCE_WORKER"));
        price("TAP", "MATERIAL", "66.50");
        price("PLUMBER", "LABOUR", "80.00");
    }

    @Test
    void whatWasPaidOutForWorkDoesNotGoBackWithThePaymentToo() {
        Estate estate = Estate.with(server, 1);
        PaidWalk walk = new PaidWalk(estate, people, "PAID_REPAIR", "2025-03-");
        walk.accepted(estate);
        Reply paid = estate.pay(0, "186.50", "2025-03-05").expect(201);
        walk.refund(supervisor, "100.00", "CASH").expect(200);
        Reply day =
                estate.as("CASHIER")
                        .get("/collector-days?collector_id=" + approver.text("/staff_id"))
                        .expect(200);
        assertThat(day.text("/items/0/day")).isEqualTo("2025-03-06");
        assertThat(day.text("/items/0/by_kind/0/kind")).isEqualTo("SERVICE_REFUNDED");
        assertThat(day.text("/items/0/cash/amount")).isEqualTo("-100.00");
        Reply over = refund(estate, paid, "86.51");
        over.expectProblem(409, "payment-refund-over-left");
        assertThat(over.text("/reasons/0/facts/left")).isEqualTo("CNY 86.50");
        estate.as("CASHIER")
                .post(
                        "/payments/" + paid.text("/id") + "/reversals",
                        """
                        {"cause": "WRONG_UNIT", "reason": "why", "proposed_on": "2025-03-10"}""")
                .expectProblem(409, "payment-refunded");
        refund(estate, paid, "86.50").expect(201);
    }

    @Test
    void whatWasPaidAheadPaysForWorkWhenItIsTaken() {
        Estate estate = Estate.with(server, 1);
        estate.pay(0, "200.00", "2025-03-01").expect(201);
        PaidWalk walk = new PaidWalk(estate, people, "PAID_REPAIR", "2025-03-");
        walk.accepted(estate);
        assertThat(walk.work().text("/open/amount")).isEqualTo("0.00");
        assertThat(estate.account(0, "").text("/prepayment/amount")).isEqualTo("13.50");
        new Subledger(server).agrees(estate);
    }

    private static Reply refund(Estate estate, Reply paid, String amount) {
        return estate.as("CASHIER")
                .post(
                        "/payments/" + paid.text("/id") + "/refunds",
                        """
                        {"amount": {"amount": "%s", "currency": "CNY"}, "source": "PAYMENT",
                         "reason": "退", "proposed_on": "2025-03-10"}"""
                                .formatted(amount));
    }

    private static void price(String item, String kind, String price) {
        int status =
                server.asAdministrator()
                        .post(
                                "/service-prices",
                                PaidBodies.priceBody(item, kind, price, "2020-01-01"))
                        .status();
        assertThat(status).isIn(201, 409);
    }
}
