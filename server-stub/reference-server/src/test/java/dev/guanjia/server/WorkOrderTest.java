package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Complaints and repairs over HTTP, in March 2026, when the office is open from 09:00 to 18:00. */
class WorkOrderTest {

    private static final String FRIDAY = "2026-03-06T16:30:00+08:00";

    private static RunningServer server;
    private static Community community;
    private static Api supervisor;
    private static Api assistant;
    private static Api manager;
    private static Api worker;
    private static String workerId;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        community = Community.with(server, 1);
        supervisor = server.holding("CS_SUPERVISOR");
        assistant = server.holding("CS_ASSISTANT");
        manager = server.holding("PROPERTY_MANAGER");
        Reply hired = server.newcomer("MAINTENANCE_WORKER");
        worker = server.as(hired.text("/token"));
        workerId = hired.text("/staff_id");
        ServiceLevelTest.level(server, "COMPLAINT", "4", "2026-03-01");
    }

    @Test
    void aComplaintOfFridayAfternoonIsDueOnMondayAndSaysWhy() {
        Reply made = complaint(FRIDAY).expect(201);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");
        assertThat(made.header("Location")).isEqualTo("/v1/work-orders/" + made.text("/id"));
        assertThat(made.text("/state")).isEqualTo("RECEIVED");
        assertThat(made.text("/due/origin")).isEqualTo("SERVICE_LEVEL");
        assertThat(at(made, "/due/due_at")).isEqualTo(Instant.parse("2026-03-09T03:30:00Z"));

        String path = "/work-orders/" + made.text("/id");
        Reply read = assistant.get(path + "?as_of=2026-03-09T03:30:00Z").expect(200);
        List<String> steps = new ArrayList<>();
        for (JsonNode step : read.json().at("/due/steps")) {
            steps.add(step.at("/from_at").asString() + " " + step.at("/reason").asString());
        }
        assertThat(steps)
                .containsExactly(
                        "2026-03-06T08:30:00Z COUNTED",
                        "2026-03-06T10:00:00Z OFFICE_CLOSED",
                        "2026-03-06T16:00:00Z DAY_OFF",
                        "2026-03-08T16:00:00Z OFFICE_CLOSED",
                        "2026-03-09T01:00:00Z COUNTED");
        assertThat(read.text("/timeliness")).isEqualTo("ON_TIME");
        Reply later = assistant.get(path + "?as_of=2026-03-09T03:30:01Z");
        assertThat(later.text("/timeliness")).isEqualTo("OVERDUE");
    }

    @Test
    void anAgreedDueTimeTakesThePlaceOfTheServiceLevelAndARepairHasNone() {
        Reply agreed =
                assistant.post(
                        "/work-orders",
                        body("COMPLAINT", FRIDAY)
                                .replace("{", "{\"due_at\": \"2026-03-06T20:00:00+08:00\","));
        assertThat(agreed.expect(201).text("/due/origin")).isEqualTo("GIVEN");
        assertThat(agreed.json().at("/due").has("steps")).isFalse();
        Reply repair = assistant.post("/work-orders", body("REPAIR", "2024-02-01T08:00:00+08:00"));
        assertThat(repair.expect(201).text("/due/origin")).isEqualTo("NONE");
        assertThat(repair.text("/timeliness")).isEqualTo("NO_LIMIT");
        Reply early =
                assistant.post(
                        "/work-orders",
                        body("COMPLAINT", FRIDAY)
                                .replace("{", "{\"due_at\": \"2026-03-05T20:00:00+08:00\","));
        early.expectProblem(409, "work-order-due-before-received");
    }

    @Test
    void aComplaintIsHandledAgainUntilTheCustomerIsSatisfied() {
        WorkOrderWalk walk = walk(complaint(FRIDAY).expect(201));
        walk.take(supervisor, "VALIDATE", "2026-03-06T16:40:00+08:00")
                .expectProblem(409, "work-order-reason-missing");
        Reply valid = walk.take(supervisor, "VALIDATE", "2026-03-06T16:40:00+08:00", "属实");
        assertThat(valid.expect(200).json().at("/ruling/valid").asBoolean()).isTrue();
        assertThat(valid.text("/ruling/reason")).isEqualTo("属实");
        assertThat(valid.text("/ruling/approver_post")).isEqualTo("CS_SUPERVISOR");
        Reply assigned = walk.assign(supervisor, "ASSIGN", "2026-03-06T16:45:00+08:00");
        assertThat(assigned.expect(200).text("/assignee_id")).isEqualTo(workerId);
        assertThat(assigned.header("ETag")).isEqualTo("\"3\"");
        walk.take(worker, "START", "2026-03-06T17:00:00+08:00").expect(200);
        Reply resolved = walk.take(worker, "RESOLVE", "2026-03-06T17:30:00+08:00").expect(200);
        assertThat(at(resolved, "/resolved_at")).isEqualTo(Instant.parse("2026-03-06T09:30:00Z"));
        walk.take(assistant, "CALL_BACK_UNSATISFIED", "2026-03-09T09:30:00+08:00", "未解决")
                .expectProblem(409, "work-order-step-has-operation");
        walk.call(assistant, "UNSATISFIED", "2026-03-09T09:30:00+08:00").expect(201);
        Reply reopened = assistant.get(walk.path()).expect(200);
        assertThat(reopened.json().has("resolved_at")).isFalse();
        walk.take(worker, "START", "2026-03-09T10:00:00+08:00").expect(200);
        Reply late = walk.take(worker, "RESOLVE", "2026-03-09T12:00:00+08:00").expect(200);
        assertThat(late.text("/timeliness")).isEqualTo("OVERDUE");
        walk.call(assistant, "SATISFIED", "2026-03-09T13:00:00+08:00").expect(201);
        Reply closed = walk.take(assistant, "CLOSE", "2026-03-09T13:05:00+08:00").expect(200);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(closed.json().at("/excluded").asBoolean()).isFalse();

        Reply first = assistant.get(walk.path() + "/events?limit=8").expect(200);
        assertThat(first.text("/items/0/action")).isEqualTo("VALIDATE");
        assertThat(first.text("/items/1/assignee_id")).isEqualTo(workerId);
        assertThat(first.text("/items/4/from")).isEqualTo("RESOLVED");
        Reply rest =
                assistant.get(walk.path() + "/events?limit=8&cursor=" + first.text("/next_cursor"));
        assertThat(rest.expect(200).json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void invalidAndAbandonedComplaintsAreLeftOutOfRates() {
        WorkOrderWalk invalid = walk(complaint(FRIDAY).expect(201));
        invalid.take(supervisor, "REJECT", "2026-03-06T17:00:00+08:00")
                .expectProblem(409, "work-order-reason-missing");
        Reply rejected = invalid.take(supervisor, "REJECT", "2026-03-06T17:00:00+08:00", "重复");
        assertThat(rejected.expect(200).json().at("/excluded").asBoolean()).isTrue();
        Reply closed = invalid.take(assistant, "CLOSE", "2026-03-06T17:05:00+08:00").expect(200);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(column(invalid, "exclusion")).isEqualTo("INVALID");

        WorkOrderWalk abandoned = walk(complaint(FRIDAY).expect(201));
        Reply given =
                abandoned.take(
                        manager, "CLOSE_ADMINISTRATIVELY", "2026-03-06T17:00:00+08:00", "撤诉");
        assertThat(given.expect(200).text("/state")).isEqualTo("CLOSED_ADMINISTRATIVELY");
        assertThat(column(abandoned, "exclusion")).isEqualTo("ADMINISTRATIVE");
    }

    @Test
    void aRepairGoesFromDispatchToCallBack() {
        WorkOrderWalk walk = walk(repair().expect(201));
        walk.assign(assistant, "DISPATCH", "2026-03-06T16:40:00+08:00").expect(200);
        walk.take(worker, "ACCEPT", "2026-03-06T16:41:00+08:00").expect(200);
        walk.take(worker, "ARRIVE", "2026-03-06T17:00:00+08:00").expect(200);
        Reply done = walk.take(worker, "FINISH", "2026-03-06T17:20:00+08:00").expect(200);
        assertThat(done.text("/state")).isEqualTo("FINISHED");
        walk.call(worker, "SATISFIED", "2026-03-06T17:30:00+08:00")
                .expectProblem(403, "callback-caller-did-it");
        walk.call(assistant, "SATISFIED", "2026-03-06T17:30:00+08:00").expect(201);
        walk.take(assistant, "CLOSE", "2026-03-06T17:31:00+08:00").expect(200);
        walk.take(assistant, "CLOSE", "2026-03-06T17:32:00+08:00")
                .expectProblem(409, "work-order-wrong-state");
    }

    @Test
    void nobodyCallsBackOnTheirOwnWorkAndTheAttemptIsKept() {
        Reply both = server.newcomer("MAINTENANCE_WORKER", "CS_ASSISTANT");
        Api person = server.as(both.text("/token"));
        WorkOrderWalk walk = walk(repair().expect(201));
        walk.assignTo(both.text("/staff_id"), assistant, "DISPATCH", "2026-03-06T16:40:00+08:00")
                .expect(200);
        Api asWorker = person.inPost("MAINTENANCE_WORKER");
        walk.take(asWorker, "ACCEPT", "2026-03-06T16:41:00+08:00").expect(200);
        walk.take(asWorker, "ARRIVE", "2026-03-06T16:42:00+08:00").expect(200);
        walk.take(asWorker, "FINISH", "2026-03-06T16:43:00+08:00").expect(200);
        walk.call(person.inPost("CS_ASSISTANT"), "SATISFIED", "2026-03-06T16:44:00+08:00")
                .expectProblem(403, "callback-caller-did-it");
        int kept =
                server.db()
                        .sql(
                                "select count(*) from audit_entry where subject = :id"
                                        + " and outcome = 'REFUSED'")
                        .param("id", walk.id())
                        .query(Integer.class)
                        .single();
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void aStepThatCannotBeIsRefusedAndChangesNothing() {
        WorkOrderWalk walk = walk(complaint(FRIDAY).expect(201));
        String noon = "2026-03-06T17:00:00+08:00";
        walk.take(assistant, "VALIDATE", noon, "属实").expectProblem(403, "command-not-permitted");
        walk.take(supervisor, "VALIDATE", "2026-03-06T16:00:00+08:00", "属实")
                .expectProblem(409, "work-order-before-previous-event");
        walk.take(supervisor, "VALIDATE", "2999-03-06T16:00:00+08:00")
                .expectProblem(409, "business-time-in-the-future");
        assertThat(walk.take(supervisor, "DANCE", noon).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/action");
        walk.take(supervisor, "VALIDATE", noon, "属实").expect(200);
        walk.assignTo("sf_00000000", supervisor, "ASSIGN", noon)
                .expectProblem(400, "invalid-request");
        String idle = server.newcomer().text("/staff_id");
        walk.assignTo(idle, supervisor, "ASSIGN", noon)
                .expectProblem(409, "work-order-assignee-without-post");
        walk.take(supervisor, "ASSIGN", noon).expectProblem(409, "work-order-assignee-missing");
        walk.see("\"1\"");
        walk.assign(supervisor, "ASSIGN", noon).expect(412);
        Reply now = supervisor.get(walk.path()).expect(200);
        assertThat(now.text("/state")).isEqualTo("VALIDATED");
        assertThat(now.header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void whatCannotBeTakenInNamesItsPlace() {
        wrong(body("DISPUTE", FRIDAY), "/kind");
        wrong(body("COMPLAINT", FRIDAY).replace("夜间噪音", "  "), "/title");
        wrong(body("COMPLAINT", "1899-01-01T00:00:00Z"), "/received_at");
        wrong(body("COMPLAINT", FRIDAY).replace(community.id(), "cm_00000000"), "/community_id");
        wrong(body("COMPLAINT", FRIDAY).replace(community.unit(0), "un_00000000"), "/unit_id");
        complaint("2999-01-01T00:00:00Z").expectProblem(409, "business-time-in-the-future");
        worker.post("/work-orders", body("REPAIR", FRIDAY))
                .expectProblem(403, "command-not-permitted");
        assistant.get("/work-orders/wo_00000000").expectProblem(404, "not-found");
        assistant.get("/work-orders/wo_00000000/events").expectProblem(404, "not-found");
    }

    @Test
    void ordersAreListedLatestFirstEachOnce() {
        String other = Community.with(server, 1).id();
        for (int day = 10; day < 15; day++) {
            String received = "2026-03-" + day + "T09:00:00+08:00";
            String order =
                    "{\"kind\": \"COMPLAINT\", \"community_id\": \"%s\", \"title\": \"灯\","
                                    .formatted(other)
                            + " \"channel\": \"APP\", \"received_at\": \""
                            + received
                            + "\"}";
            assistant.post("/work-orders", order).expect(201);
        }
        List<String> received = new ArrayList<>();
        String path = "/work-orders?limit=2&kind=COMPLAINT&community_id=" + other;
        String cursor = "";
        do {
            Reply page = assistant.get(path + cursor).expect(200);
            page.json()
                    .at("/items")
                    .forEach(item -> received.add(item.at("/received_at").asString()));
            String next = page.text("/next_cursor");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(received).hasSize(5).doesNotHaveDuplicates();
        assertThat(received.get(0)).isEqualTo("2026-03-14T01:00:00Z");
        assertThat(received.get(4)).isEqualTo("2026-03-10T01:00:00Z");
        Reply some =
                assistant.get(
                        path
                                + "&received_from=2026-03-11T01:00:00Z"
                                + "&received_to=2026-03-12T01:00:00Z&state=RECEIVED");
        assertThat(some.expect(200).json().at("/items").size()).isEqualTo(1);
        assistant.get("/work-orders?state=LOST").expectProblem(400, "invalid-request");
    }

    private static void wrong(String body, String pointer) {
        Reply reply = assistant.post("/work-orders", body).expectProblem(400, "invalid-request");
        assertThat(reply.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    private static Reply complaint(String receivedAt) {
        return assistant.post("/work-orders", body("COMPLAINT", receivedAt));
    }

    private static Reply repair() {
        return assistant.post("/work-orders", body("REPAIR", FRIDAY));
    }

    private static String body(String kind, String receivedAt) {
        return """
        {"kind": "%s", "community_id": "%s", "unit_id": "%s", "title": "夜间噪音",
         "channel": "PHONE", "received_at": "%s"}
        """
                .formatted(kind, community.id(), community.unit(0), receivedAt);
    }

    private static WorkOrderWalk walk(Reply made) {
        return new WorkOrderWalk(made, workerId);
    }

    private static Instant at(Reply reply, String pointer) {
        return Instant.parse(reply.text(pointer));
    }

    private static String column(WorkOrderWalk walk, String name) {
        return server.db()
                .sql("select " + name + " from work_order where id = :id")
                .param("id", walk.id())
                .query(String.class)
                .single();
    }
}
