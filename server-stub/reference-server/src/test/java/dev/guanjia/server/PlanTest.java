package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Work plans over HTTP. */
class PlanTest {

    private static final String ITEM =
            """
            {"text": "检修水泵", "owner": "MAINTENANCE_WORKER", "node_on": "2026-03-20",
             "evidence": ["R-PUMP"]}
            """;

    private static RunningServer server;
    private static Api supervisor;
    private static Api manager;
    private static Api accountant;
    private static Api worker;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        supervisor = LongServing.since(server, "2020-01-01", "CS_SUPERVISOR", "PROPERTY_MANAGER");
        manager = LongServing.since(server, "2019-01-01", "PROPERTY_MANAGER");
        accountant = LongServing.since(server, "2020-01-01", "ACCOUNTANT");
        worker = LongServing.since(server, "1940-01-01", "MAINTENANCE_WORKER");
    }

    @Test
    void anItemInForceIsADutyThatIsPerformedConfirmedAndSummedUp() {
        Reply drawnUp = create(supervisor, "2026-03", ITEM).expect(201);
        String id = drawnUp.text("/id");
        assertThat(drawnUp.header("ETag")).isEqualTo("\"1\"");
        assertThat(drawnUp.text("/state")).isEqualTo("DRAFT");
        assertThat(drawnUp.json().at("/items/0").has("occurrence_id")).isFalse();
        step(supervisor, id, 1, "SUBMIT", "2026-02-25T10:00:00+08:00").expect(200);
        step(supervisor.inPost("PROPERTY_MANAGER"), id, 2, "REVIEW", "2026-02-26T10:00:00+08:00")
                .expectProblem(403, "plan-self-review");
        step(worker, id, 2, "REVIEW", "2026-02-26T10:00:00+08:00")
                .expectProblem(403, "plan-not-entitled");
        step(manager, id, 1, "REVIEW", "2026-02-26T10:00:00+08:00")
                .expectProblem(412, "precondition-failed");
        Reply inForce = step(manager, id, 2, "REVIEW", "2026-02-26T10:00:00+08:00").expect(200);
        assertThat(inForce.text("/state")).isEqualTo("IN_FORCE");
        String duty = inForce.text("/items/0/occurrence_id");

        Reply listed = LongServing.occurrences(supervisor, "2026-03-01", "MAINTENANCE_WORKER");
        assertThat(listed.json().at("/items").toString())
                .contains(duty, "D-PLAN." + inForce.text("/items/0/id"), "node-date");
        LongServing.perform(supervisor, duty, "2026-03-10T10:00:00+08:00", "R-PUMP")
                .expectProblem(403, "duty-not-responsible");
        LongServing.perform(worker, duty, "2026-03-10T10:00:00+08:00", "R-PUMP").expect(200);
        LongServing.perform(worker, duty, "2026-03-10T11:00:00+08:00", "R-PUMP")
                .expectProblem(409, "duty-wrong-state");
        Reply confirmed = LongServing.confirm(manager, duty, "2026-03-11T10:00:00+08:00");
        assertThat(confirmed.expect(200).text("/state")).isEqualTo("CONFIRMED");

        manager.get("/plans/" + id + "/summary").expectProblem(409, "plan-wrong-state");
        sumUp(id, inForce.text("/items/0/id"), "R-OTHER")
                .expectProblem(409, "plan-result-unproved");
        Reply summedUp = sumUp(id, inForce.text("/items/0/id"), "R-PUMP").expect(200);
        assertThat(summedUp.text("/state")).isEqualTo("SUMMED_UP");
        Reply summary = manager.get("/plans/" + id + "/summary").expect(200);
        assertThat(summary.text("/percent")).isEqualTo("100.00");
        assertThat(summary.text("/lines/0/item/occurrence_id")).isEqualTo(duty);
        assertThat(manager.get("/plans/" + id).expect(200).json()).isEqualTo(summedUp.json());
    }

    @Test
    void aMonthTakesOverExactlyWhatTheYearGivesIt() {
        String year = yearInForce();
        String above = manager.get("/plans/" + year).expect(200).text("/items/0/id");
        String id = month(year, above, "2999.99").expect(201).text("/id");
        Reply refused = step(supervisor, id, 1, "SUBMIT", "2026-02-01T10:00:00+08:00");
        refused.expectProblem(409, "plan-part-not-met");
        String body =
                """
                {"acted_at": "2026-02-01T11:00:00+08:00", "items": [%s]}
                """
                        .formatted(dunning(above, "3000.00"));
        post(supervisor, "/plans/" + id + "/revisions", 1, body).expect(200);
        Reply submitted = step(supervisor, id, 2, "SUBMIT", "2026-02-01T12:00:00+08:00");
        assertThat(submitted.expect(200).text("/items/0/target/amount")).isEqualTo("3000.00");
        assertThat(submitted.text("/parent_id")).isEqualTo(year);
        step(manager, id, 3, "RETURN", "2026-02-02T12:00:00+08:00")
                .expectProblem(409, "plan-reason-missing");

        String path = "/plans?state=SUBMITTED&period=2026-02&department=DEPT_CS&limit=1";
        Reply first = manager.get(path).expect(200);
        assertThat(first.text("/items/0/id")).isEqualTo(id);
        assertThat(first.json().has("next_cursor")).isFalse();
    }

    @Test
    void whoMayNotTakeAStepLeavesOneRowAndChangesNothing() {
        String id = create(supervisor, "2026-03", ITEM).expect(201).text("/id");
        step(worker, id, 1, "SUBMIT", "2026-02-25T10:00:00+08:00")
                .expectProblem(403, "plan-not-entitled");
        Reply after = manager.get("/plans/" + id).expect(200);
        assertThat(after.header("ETag")).isEqualTo("\"1\"");
        assertThat(after.json().at("/events")).isEmpty();
        assertThat(
                        server.db()
                                .sql("select outcome from audit_entry where subject = ?")
                                .param(id)
                                .query(String.class)
                                .list())
                .containsExactlyInAnyOrder("ACCEPTED", "REFUSED");
    }

    @Test
    void partsThatLoseAFenAreNoPlan() {
        create(supervisor, "2026", company("1000.00", "999.99"))
                .expectProblem(409, "plan-parts-do-not-add-up");
        String vast = "90000000000000000.00";
        create(supervisor, "2026", company(vast, vast)).expectProblem(400, "invalid-request");
    }

    @Test
    void whatCannotBeIsRefusedAndNamed() {
        String late = ITEM.replace("2026-03-20", "2026-04-20");
        create(supervisor, "2026-03", late).expectProblem(409, "plan-node-outside-period");
        create(supervisor, "2026-03", ITEM.replace("MAINTENANCE_WORKER", "KING"))
                .expectProblem(409, "plan-post-unknown");
        create(manager, "2026-03", ITEM).expectProblem(403, "plan-not-entitled");
        create(server.asAdministrator(), "2026-03", ITEM)
                .expectProblem(403, "command-not-permitted");
        Reply wrong =
                supervisor.post(
                        "/plans",
                        """
                        {"kind": "COMPANY", "title": " ", "department": "DEPT_NONE",
                         "period": "2026-03", "parent_id": "pl_00000000",
                         "preparer": "CS_SUPERVISOR", "reviewer": "CS_SUPERVISOR",
                         "items": [%s]}
                        """
                                .formatted(ITEM));
        assertThat(wrong.expectProblem(400, "invalid-request").json().at("/errors").toString())
                .contains("/title", "/department", "/parent_id", "/reviewer", "/approver");
        String id = create(supervisor, "2026-03", ITEM).expect(201).text("/id");
        step(supervisor, id, 1, "SUM_UP", "2026-02-01T10:00:00+08:00")
                .expectProblem(400, "invalid-request");
        step(supervisor, id, 1, "SUBMIT", "2999-02-01T10:00:00+08:00")
                .expectProblem(409, "business-time-in-the-future");
        manager.get("/plans/pl_00000000").expectProblem(404, "not-found");
        manager.get("/plans?state=NEW").expectProblem(400, "invalid-request");
    }

    private static String yearInForce() {
        String id =
                create(supervisor, "2026", company("3000.00", "3000.00")).expect(201).text("/id");
        step(supervisor, id, 1, "SUBMIT", "2025-12-01T10:00:00+08:00").expect(200);
        step(accountant, id, 2, "REVIEW", "2025-12-02T10:00:00+08:00").expect(200);
        Reply approved = step(manager, id, 3, "APPROVE", "2025-12-03T10:00:00+08:00");
        assertThat(approved.expect(200).text("/state")).isEqualTo("IN_FORCE");
        return id;
    }

    private static String company(String amount, String part) {
        return """
        {"text": "催缴", "owner": "CS_SUPERVISOR", "node_on": "2026-12-20", "evidence": [],
         "target": {"amount": "%s", "currency": "CNY"},
         "parts": [{"department": "DEPT_CS", "period": "2026-02",
                    "amount": {"amount": "%s", "currency": "CNY"}}]}
        """
                .formatted(amount, part);
    }

    private static String dunning(String above, String amount) {
        return """
        {"text": "催缴", "owner": "CS_SUPERVISOR", "node_on": "2026-02-20", "evidence": [],
         "target": {"amount": "%s", "currency": "CNY"}, "under": "%s"}
        """
                .formatted(amount, above);
    }

    private static Reply month(String parent, String above, String amount) {
        return supervisor.post(
                "/plans",
                """
                {"kind": "DEPARTMENT", "title": "二月", "department": "DEPT_CS",
                 "period": "2026-02", "parent_id": "%s", "preparer": "CS_SUPERVISOR",
                 "reviewer": "PROPERTY_MANAGER", "items": [%s]}
                """
                        .formatted(parent, dunning(above, amount)));
    }

    private static Reply create(Api who, String period, String item) {
        boolean company = period.length() == 4;
        return who.post(
                "/plans",
                """
                {"kind": "%s", "title": "计划", "department": "DEPT_CS", "period": "%s",
                 "preparer": "CS_SUPERVISOR", "reviewer": "%s", "items": [%s]%s}
                """
                        .formatted(
                                company ? "COMPANY" : "DEPARTMENT",
                                period,
                                company ? "ACCOUNTANT" : "PROPERTY_MANAGER",
                                item,
                                company ? ", \"approver\": \"PROPERTY_MANAGER\"" : ""));
    }

    private static Reply step(Api who, String id, int version, String action, String at) {
        String body = "{\"action\": \"%s\", \"acted_at\": \"%s\"}".formatted(action, at);
        return post(who, "/plans/" + id + "/transitions", version, body);
    }

    private static Reply sumUp(String id, String item, String record) {
        String body =
                """
                {"acted_at": "2026-03-31T17:00:00+08:00", "results": [{"item_id": "%s",
                 "outcome": "DONE", "evidence": [{"record": "%s", "reference": "档案/1"}]}]}
                """
                        .formatted(item, record);
        return post(supervisor, "/plans/" + id + "/summings-up", 3, body);
    }

    private static Reply post(Api who, String path, int version, String body) {
        return who.with("If-Match", "\"" + version + "\"").post(path, body);
    }
}
