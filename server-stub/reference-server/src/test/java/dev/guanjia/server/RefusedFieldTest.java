package dev.guanjia.server;

import static dev.guanjia.server.WorkOrderCompany.after;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A step that comes too early, or does not say why, is refused where the request says so. */
class RefusedFieldTest {

    private static final String EARLY = "work-order-before-previous-event";
    private static final String BACKWARDS = "paid-time-runs-backwards";

    private static WorkOrderCompany company;
    private static RunningServer server;
    private static Api clerk;

    @BeforeAll
    static void hire() {
        company = new WorkOrderCompany();
        server = company.server;
        clerk = company.assistant;
    }

    @Test
    void materialsAreIssuedAtATime() {
        WorkOrderWalk walk = company.walk(company.open(clerk, "REPAIR", ""));
        walk.assign(clerk, "DISPATCH", after(1)).expect(200);
        walk.take(company.worker, "ACCEPT", after(2)).expect(200);
        walk.take(company.worker, "ARRIVE", after(3)).expect(200);
        String slip =
                """
                {"issued_at": "%s", "reference": "CK-1",
                 "lines": [{"item": "灯", "quantity": "1", "unit": "支"}]}
                """;
        Api keeper = server.holding("STOREKEEPER").with("If-Match", "*");
        String path = walk.path() + "/material-issues";
        refused(keeper.post(path, slip.formatted(after(2))), EARLY, "/issued_at");
        Reply future = keeper.post(path, slip.formatted("2999-01-01T00:00:00Z"));
        refused(future, "business-time-in-the-future", "/issued_at");
    }

    @Test
    void anOrderIsGivenAwayAndTakenAtATimeAndTakenAwayForAReason() {
        WorkOrderWalk walk = company.walk(company.open(clerk, "REPAIR", ""));
        String give = walk.path() + "/dispatches";
        String body =
                """
                {"mode": "%s", "occurred_at": "%s", "assignee_id": "%s"}
                """;
        String nobody = "{\"mode\": \"%s\", \"occurred_at\": \"%s\"}";
        refused(send(clerk, give, nobody.formatted("POOL", after(-1))), EARLY, "/occurred_at");
        send(clerk, walk.path() + "/transitions", pool(after(2))).expect(200);
        refused(
                send(company.worker, walk.path() + "/takings", at(after(1))),
                EARLY,
                "/occurred_at");
        WorkOrderWalk sent = company.walk(company.open(clerk, "REPAIR", ""));
        sent.assign(clerk, "DISPATCH", after(1)).expect(200);
        Reply taken =
                send(
                        company.supervisor,
                        sent.path() + "/dispatches",
                        body.formatted("TRANSFER", after(2), company.workerId));
        refused(taken, "work-order-reason-missing", "/reason");
    }

    @Test
    void theCustomerIsCalledAtATime() {
        WorkOrderWalk walk = company.walk(company.open(clerk, "CONSULTATION", ""));
        walk.take(clerk, "TRIAGE", after(1)).expect(200);
        walk.assign(clerk, "ASSIGN", after(2)).expect(200);
        walk.take(company.worker, "START", after(3)).expect(200);
        walk.take(company.worker, "RESOLVE", after(5)).expect(200);
        Reply early = walk.call(clerk, "SATISFIED", after(4));
        refused(early, EARLY, "/occurred_at");
        String rating = "{\"result\": \"%s\", \"reasons\": [%s], \"occurred_at\": \"%s\"}";
        String path = walk.path() + "/ratings";
        Reply rated = clerk.post(path, rating.formatted("SATISFIED", "", after(4)));
        refused(rated, "callback-time-runs-backwards", "/occurred_at");
        String reasons = "\"GOOD_WORK\", \"LATE\"";
        Reply mixed = clerk.post(path, rating.formatted("SATISFIED", reasons, after(6)));
        refused(mixed, "callback-reason-unexpected", "/reasons/1");
        Reply strange = clerk.post(path, rating.formatted("SATISFIED", "\"LUCK\"", after(6)));
        refused(strange, "callback-reason-unknown", "/reasons/0");
        walk.call(clerk, "UNANSWERED", after(7)).expect(201);
        refused(
                walk.call(clerk, "SATISFIED", after(6)),
                "callback-time-runs-backwards",
                "/occurred_at");
    }

    @Test
    void anotherSeverityIsFoundAtATime() {
        WorkOrderWalk walk = company.walk(company.open(clerk, "REPAIR", ""));
        String found = "{\"severity\": \"%s\", \"occurred_at\": \"%s\", \"reason\": \"漏水\"}";
        String path = walk.path() + "/severity-changes";
        Reply early = send(company.supervisor, path, found.formatted("MAJOR", after(-1)));
        refused(early, EARLY, "/occurred_at");
        Reply same = send(company.supervisor, path, found.formatted("NORMAL", after(1)));
        refused(same, "work-order-severity-same", "/severity");
    }

    @Test
    void everyWordOnPaidWorkIsOfATime() {
        Estate estate = Estate.with(server, 1);
        Api administrator = server.asAdministrator();
        administrator.post(
                "/service-prices", PaidBodies.priceBody("TAP", "MATERIAL", "66.50", "2019-01-01"));
        administrator.post(
                "/service-prices",
                PaidBodies.priceBody("PLUMBER", "LABOUR", "80.00", "2019-01-01"));
        String who = clerk.get("/units/" + estate.unit(0)).text("/owner_id");
        PaidWalk walk =
                new PaidWalk(estate, List.of(clerk, company.worker), "PAID_REPAIR", "2025-03-");
        refused(walk.quote("1", "1", "09:09"), EARLY, "/quoted_at");
        walk.quote("1", "1", "10:00").expect(200);
        refused(walk.quote("1", "1", "09:59"), BACKWARDS, "/quoted_at");
        String late = PaidBodies.consent(who, "146.50", "10:30").replace("03-03T", "03-11T");
        refused(walk.send(clerk, "consents", late), "paid-quote-ended", "/word/said_at");
        String last = moved(walk, "2025-03-03T10:40:00+08:00");
        String consent = PaidBodies.consent(who, "146.50", "10:30");
        refused(walk.send(clerk, "consents", consent), EARLY, "/word/said_at");
        moved(walk, last);
        walk.send(clerk, "consents", consent).expect(200);
        walk.step(company.worker, "ARRIVE", "11:00").expect(200);
        String before = PaidBodies.done("1", "1", "10:29");
        refused(walk.send(company.worker, "actual-work", before), BACKWARDS, "/done_at");
        String done = PaidBodies.done("1", "1", "10:59");
        refused(walk.send(company.worker, "actual-work", done), EARLY, "/done_at");
        walk.send(company.worker, "actual-work", done.replace("10:59", "12:00")).expect(200);
        moved(walk, "2025-03-03T13:30:00+08:00");
        String taken = PaidBodies.acceptance(who, "ACCEPT", "13:00");
        refused(walk.send(clerk, "acceptances", taken), EARLY, "/word/said_at");
        String not = PaidBodies.acceptance(who, "REJECT", "14:00");
        refused(walk.send(clerk, "acceptances", not), "work-order-reason-missing", "/note");
        String back = taken.replace("13:00", "11:59");
        refused(walk.send(clerk, "acceptances", back), BACKWARDS, "/word/said_at");
        walk.send(clerk, "acceptances", taken.replace("13:00", "14:00")).expect(200);
        String refund = PaidBodies.refund("1.00", null);
        refused(refunded(walk, refund, "03-06T", "03-02T"), BACKWARDS, "/approved_at");
        refused(refunded(walk, refund, "03-06T", "05-06T"), "paid-refund-not-due", "/approved_at");
        refused(refunded(walk, refund, "CNY", "USD"), "paid-other-currency", "/amount/currency");
    }

    private static Reply refunded(PaidWalk walk, String body, String from, String to) {
        return walk.send(company.supervisor, "refunds", body.replace(from, to));
    }

    /** As if something else had happened to the order; when something had before. */
    private static String moved(PaidWalk walk, String at) {
        String before = company.column(walk.id(), "cast(last_event_at as text)");
        server.db()
                .sql(
                        "update work_order set last_event_at = cast(:at as timestamptz) where id = :id")
                .param("at", at)
                .param("id", walk.id())
                .update();
        return before;
    }

    private static String pool(String at) {
        return "{\"action\": \"POOL\", \"occurred_at\": \"%s\"}".formatted(at);
    }

    private static String at(String at) {
        return "{\"occurred_at\": \"%s\"}".formatted(at);
    }

    private static Reply send(Api who, String path, String body) {
        return who.with("If-Match", "*").post(path, body);
    }

    private static void refused(Reply reply, String code, String pointer) {
        reply.expectRefused(code, pointer);
    }
}
