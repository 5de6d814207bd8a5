package dev.guanjia.server;

import static dev.guanjia.server.PaidBodies.acceptance;
import static dev.guanjia.server.PaidBodies.consent;
import static dev.guanjia.server.PaidBodies.done;
import static dev.guanjia.server.PaidBodies.priceBody;
import static dev.guanjia.server.PaidBodies.quote;
import static dev.guanjia.server.PaidBodies.refund;
import static dev.guanjia.server.PaidBodies.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Paid repairs over HTTP, in March 2025. */
class PaidServiceTest {

    private static RunningServer server;
    private static Estate estate;
    private static Api assistant;
    private static Api supervisor;
    private static Api worker;
    private static String owner;

    @BeforeAll
    static void price() {
        server = RunningServer.shared();
        estate = Estate.with(server, 1);
        assistant = server.holding("CS_ASSISTANT");
        supervisor = server.holding("CS_SUPERVISOR");
        worker = server.holding("MAINTENANCE_WORKER");
        owner = assistant.get("/units/" + estate.unit(0)).expect(200).text("/owner_id");
        Limits.set(server, "REFUND", "CS_SUPERVISOR", "150.00");
        for (Reply price :
                List.of(
                        price("TAP", "MATERIAL", "66.50", "2020-01-01"),
                        price("PLUMBER", "LABOUR", "80.00", "2020-01-01"))) {
            assertThat(price.status()).as("set here or by another test").isIn(201, 409);
        }
    }

    @Test
    void pricesHoldFromADayAndEndTheOneBefore() {
        Reply first = price("PIPE", "MATERIAL", "10.00", "2025-01-01").expect(201);
        assertThat(first.json().at("/free").asBoolean()).isFalse();
        price("PIPE", "MATERIAL", "12.00", "2025-06-01").expect(201);
        Reply list = assistant.get("/service-prices?item=PIPE").expect(200);
        assertThat(list.text("/items/0/to")).isEqualTo("2025-05-31");
        assertThat(list.text("/items/1/price/amount")).isEqualTo("12.00");
        Reply page = assistant.get("/service-prices?item=PIPE&limit=1").expect(200);
        Reply rest =
                assistant.get(
                        "/service-prices?item=PIPE&limit=1&cursor=" + page.text("/next_cursor"));
        assertThat(rest.expect(200).text("/items/0/from")).isEqualTo("2025-06-01");
        Reply on = assistant.get("/service-prices?item=PIPE&on=2025-05-31").expect(200);
        assertThat(on.json().at("/items").size()).isEqualTo(1);
        price("PIPE", "MATERIAL", "13.00", "2025-06-01")
                .expectRefused("paid-price-overlaps", "/from");
        Reply dollars =
                server.asAdministrator()
                        .post(
                                "/service-prices",
                                priceBody("PIPE", "MATERIAL", "13.00", "2026-06-01")
                                        .replace("CNY", "USD"));
        dollars.expectRefused("paid-other-currency", "/price/currency");
        Reply slip = price("PIPE", "MATERIAL", "0.00", "2026-06-01").expect(400);
        assertThat(slip.text("/errors/0/pointer")).isEqualTo("/price/amount");
        assistant
                .post("/service-prices", priceBody("PIPE", "MATERIAL", "1.00", "2027-01-01"))
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void aPaidRepairIsChargedWhenItIsTakenAndPaidLikeAnyCharge() {
        Estate own = Estate.with(server, 1);
        PaidWalk walk = walk(own);
        walk.accepted(own);
        Reply work = walk.work();
        assertThat(work.text("/state")).isEqualTo("ACCEPTED");
        assertThat(work.text("/charged/amount")).isEqualTo("186.50");
        assertThat(work.text("/open/amount")).isEqualTo("186.50");
        assertThat(work.text("/quote/lines/0/amount/amount")).isEqualTo("120.00");
        assertThat(work.text("/quote/lines/0/label/zh")).isEqualTo("名PLUMBER");
        List<String> recorded = new ArrayList<>();
        work.json().at("/events").forEach(event -> recorded.add(event.at("/action").asString()));
        assertThat(recorded).containsExactly("QUOTE", "CONSENT", "FINISH", "ACCEPT");
        assertThat(work.text("/events/1/attachment")).isEqualTo("scans/17.pdf");
        assertThat(walk.state()).isEqualTo("CHARGED");

        String charge = work.text("/charge_id");
        assertThat(own.entry("CHARGE", charge))
                .isEqualTo("DEBIT 1122 186.50, CREDIT 600103 186.50");
        Reply read = assistant.get("/charges/" + charge).expect(200);
        assertThat(read.text("/work_order_id")).isEqualTo(walk.id());
        assertThat(read.json().has("bill_run_id")).isFalse();
        assertThat(read.text("/trace/basis")).isEqualTo("ORDER");
        assertThat(read.text("/trace/exact_product")).isEqualTo("186.5");
        assertThat(own.account(0, "").text("/open/amount")).isEqualTo("186.50");
        balanced();

        Reply paid = own.pay(0, "200.00", "2025-03-05").expect(201);
        assertThat(paid.text("/allocations/0/charge_id")).isEqualTo(charge);
        assertThat(paid.text("/prepayment/amount")).isEqualTo("13.50");
        assertThat(walk.work().text("/open/amount")).isEqualTo("0.00");
        balanced();
    }

    @Test
    void aRefundTakesBackWhatIsOwedAndPaysOutTheRest() {
        Estate own = Estate.with(server, 1);
        PaidWalk walk = walk(own);
        walk.accepted(own);
        own.pay(0, "100.00", "2025-03-05").expect(201);
        walk.refund(supervisor, "186.51", "CASH")
                .expectRefused("paid-refund-over-charge", "/amount");
        walk.refund(supervisor, "100.00", null)
                .expectRefused("paid-refund-without-method", "/method");
        walk.refund(assistant, "1.00", "CASH").expectProblem(403, "command-not-permitted");
        walk.send(supervisor, "refunds", refund("1.00", "CASH").replace("CNY", "USD"))
                .expectRefused("paid-other-currency", "/amount/currency");
        Reply part = walk.refund(supervisor, "80.00", null).expect(200);
        assertThat(part.text("/open/amount")).isEqualTo("6.50");
        Reply all = walk.refund(supervisor, "106.50", "CASH").expect(200);
        assertThat(all.text("/refunds/1/paid_out/amount")).isEqualTo("100.00");
        assertThat(all.text("/refunds/1/post")).isEqualTo("CS_SUPERVISOR");
        assertThat(own.entry("REFUND", all.text("/refunds/1/id")))
                .isEqualTo(
                        "DEBIT 600103 106.50, CREDIT 1122 106.50,"
                                + " DEBIT 1122 100.00, CREDIT 1001 100.00");
        walk.refund(supervisor, "0.01", "CASH").expectRefused("paid-refund-over-charge", "/amount");
        Reply account = own.account(0, "");
        assertThat(account.text("/charged/amount")).isEqualTo("0.00");
        assertThat(account.text("/paid/amount")).isEqualTo("0.00");
        assertThat(account.text("/open/amount")).isEqualTo("0.00");
        balanced();
    }

    /** A month closes only if the control accounts agree with billing; nothing lies before it. */
    @Test
    void theMonthOfPaidWorkCanBeClosed() {
        Estate own = Estate.with(server, 1);
        PaidWalk walk = walk(own, "SPECIAL_SERVICE", "2020-01-");
        walk.accepted(own);
        own.pay(0, "100.00", "2020-01-05").expect(201);
        walk.refund(supervisor, "120.00", "WECHAT").expect(200);
        PaidWalk other = walk(own, "PAID_REPAIR", "2020-01-");
        other.accepted(own);
        other.refund(supervisor, "50.00", null).expect(200);
        Reply closed =
                server.holding("ACCOUNTANT")
                        .post(
                                "/accounting-periods/2020-01/closures",
                                "{\"closed_on\": \"2020-02-01\"}")
                        .expect(200);
        JsonNode receivables = closed.json().at("/control_checks/0");
        assertThat(receivables.at("/account").asString()).isEqualTo("1122");
        assertThat(receivables.at("/agrees").asBoolean()).isTrue();
        assertThat(receivables.at("/sub_ledger_balance/amount").asString()).isEqualTo("136.50");
        walk.refund(supervisor, "1.00", "WECHAT").expectProblem(409, "period-closed");
    }

    @Test
    void nothingIsDoneBeforeTheConsentNorBeyondIt() {
        PaidWalk walk = walk(estate);
        walk.send(worker, "actual-work", done("1", "1.5", "12:00"))
                .expectProblem(409, "paid-not-quoted");
        walk.quote("1", "1.5", "10:00").expect(200);
        walk.quote("1", "2", "10:05").expect(200);
        walk.send(worker, "actual-work", done("1", "1.5", "12:00"))
                .expectProblem(409, "paid-wrong-state");
        walk.send(assistant, "consents", consent(owner, "186.50", "10:30"))
                .expectRefused("paid-other-amount", "/total");
        walk.send(assistant, "consents", consent("ow_00000000", "226.50", "10:30"))
                .expectRefused("paid-not-the-owner", "/word/owner_id");
        walk.send(worker, "consents", consent(owner, "226.50", "10:30"))
                .expectProblem(403, "command-not-permitted");
        walk.send(assistant, "consents", consent(owner, "226.50", "10:30")).expect(200);
        walk.step(worker, "ARRIVE", "11:00").expect(200);
        walk.send(worker, "actual-work", done("1", "2.01", "12:00"))
                .expectRefused("paid-over-consent", "/lines");
        walk.quote("1", "2.01", "12:00").expect(200);
        assertThat(walk.work().json().has("consented_at")).isFalse();
        walk.send(worker, "actual-work", done("1", "2.01", "12:00"))
                .expectProblem(409, "paid-wrong-state");
        walk.send(assistant, "consents", consent(owner, "227.30", "12:00")).expect(200);
        walk.step(worker, "ARRIVE", "12:00").expect(200);
        walk.send(assistant, "acceptances", acceptance(owner, "ACCEPT", "13:00"))
                .expectProblem(409, "paid-wrong-state");
        walk.send(worker, "actual-work", done("1", "1", "12:00")).expect(200);
        walk.send(assistant, "acceptances", acceptance(owner, "REJECT", "13:00"))
                .expectRefused("work-order-reason-missing", "/note");
        assertThat(walk.work().text("/state")).isEqualTo("DONE");
        walk.send(
                        assistant,
                        "acceptances",
                        acceptance(owner, "REJECT", "13:00")
                                .replace("{\"answer", "{\"note\": \"漏\", \"answer"))
                .expect(200);
        assertThat(walk.state()).isEqualTo("ON_SITE");
        walk.refund(supervisor, "1.00", "CASH").expectProblem(409, "paid-nothing-charged");
        walk.send(worker, "actual-work", done("1", "2", "14:00")).expect(200);
        walk.send(assistant, "acceptances", acceptance(owner, "ACCEPT", "15:00")).expect(200);
        walk.send(assistant, "acceptances", acceptance(owner, "ACCEPT", "15:00"))
                .expectProblem(409, "paid-wrong-state");
        int charges =
                server.db()
                        .sql("select count(*) from charge where work_order_id = :id")
                        .param("id", walk.id())
                        .query(Integer.class)
                        .single();
        assertThat(charges).isEqualTo(1);
        assistant
                .with("If-Match", "\"1\"")
                .post(walk.path() + "/acceptances", acceptance(owner, "ACCEPT", "15:00"))
                .expect(412);
    }

    @Test
    void anOwnerWhoDeclinesCancelsTheOrder() {
        PaidWalk walk = walk(estate);
        walk.quote("1", "1", "10:00").expect(200);
        String no =
                "{\"answer\": \"DECLINE\", \"note\": \"太贵\", \"word\": "
                        + word(owner, "10:30")
                        + "}";
        Reply declined = walk.send(assistant, "consents", no).expect(200);
        assertThat(declined.text("/state")).isEqualTo("DECLINED");
        assertThat(walk.state()).isEqualTo("CANCELLED");
    }

    @Test
    void whatIsNotPaidForOrNotPricedIsNotQuoted() {
        PaidWalk free = walk(estate, "REPAIR");
        free.quote("1", "1", "10:00").expectProblem(409, "paid-other-kind");
        assistant.get(free.path() + "/paid-work").expectProblem(404, "not-found");
        assistant.get("/work-orders/wo_00000000/paid-work").expectProblem(404, "not-found");
        PaidWalk walk = walk(estate);
        walk.quote("0", "1", "10:00")
                .expectRefused("paid-quantity-not-positive", "/lines/0/quantity");
        worker.post(walk.path() + "/quotes", quote("1", "1", "10:00").replace("TAP", "GOLD"))
                .expectRefused("paid-price-unknown", "/lines/0/item");
        Reply ended =
                worker.post(
                        walk.path() + "/quotes",
                        quote("1", "1", "10:00").replace("2025-03-10T", "2025-03-01T"));
        assertThat(ended.expect(400).text("/errors/0/pointer")).isEqualTo("/until");
        assistant
                .post(walk.path() + "/quotes", quote("1", "1", "10:00"))
                .expectProblem(403, "command-not-permitted");
    }

    private static PaidWalk walk(Estate where) {
        return walk(where, "PAID_REPAIR");
    }

    private static PaidWalk walk(Estate where, String kind) {
        return walk(where, kind, "2025-03-");
    }

    private static PaidWalk walk(Estate where, String kind, String month) {
        return new PaidWalk(where, List.of(assistant, worker), kind, month);
    }

    private static void balanced() {
        Reply trial = server.holding("ACCOUNTANT").get("/trial-balances/2025-03").expect(200);
        assertThat(trial.json().at("/balanced").asBoolean()).isTrue();
    }

    private static Reply price(String item, String kind, String price, String from) {
        return server.asAdministrator().post("/service-prices", priceBody(item, kind, price, from));
    }
}
