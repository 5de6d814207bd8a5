package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is promised, how it stands and who hears of it, with the office open from 9 to 18. */
class ServiceStandingTest {

    private static RunningServer server;
    private static Api administrator;
    private static Api supervisor;
    private static Api assistant;
    private static Api worker;
    private static String workerId;
    private static Community community;

    /** Suggestions are this test's own; complaints have the limit that others expect. */
    @BeforeAll
    static void promise() {
        server = RunningServer.shared().withCompany();
        administrator = server.asAdministrator();
        supervisor = server.holding("CS_SUPERVISOR");
        assistant = server.holding("CS_ASSISTANT");
        server.holding("PROPERTY_MANAGER");
        Reply hired = server.newcomer("MAINTENANCE_WORKER");
        worker = server.as(hired.text("/token"));
        workerId = hired.text("/staff_id");
        community = Community.with(server, 1);
        level("\"kind\": \"SUGGESTION\", \"hours\": \"4\", \"clock\": \"WORKING\"", "2024-02-20");
        level(
                "\"kind\": \"SUGGESTION\", \"goal\": \"RESPONSE\", \"hours\": \"0.5\","
                        + " \"clock\": \"WORKING\"",
                "2024-02-20");
        level(
                "\"kind\": \"SUGGESTION\", \"severity\": \"EMERGENCY\", \"hours\": \"2\","
                        + " \"clock\": \"ELAPSED\"",
                "2024-02-20");
        level("\"kind\": \"COMPLAINT\", \"hours\": \"4\", \"clock\": \"WORKING\"", "2024-02-20");
        administrator
                .post(
                        "/service-ladders",
                        "{\"kind\": \"SUGGESTION\", \"near_share\": \"0.75\", \"step_hours\": \"1\","
                                + " \"levels\": 2, \"from\": \"2024-02-20\"}")
                .expect(201);
    }

    private static Reply level(String says, String from) {
        return administrator
                .post("/service-levels", "{%s, \"from\": \"%s\"}".formatted(says, from))
                .expect(201);
    }

    @Test
    void aHourPutOffMovesTheDueTimeByThatHourAndSaysSoInBothLanguages() {
        WorkOrderWalk walk = suggestion("2024-03-04T10:00:00+08:00");
        taken(walk, "2024-03-04T10:10:00+08:00", "2024-03-04T10:20:00+08:00");
        walk.take(supervisor, "SUSPEND", "2024-03-04T11:00:00+08:00", "等配件").expect(200);
        String path = walk.path() + "/service-level?as_of=";

        Reply still = assistant.get(path + "2024-03-04T03:30:00Z").expect(200);
        assertThat(still.text("/goals/1/state")).isEqualTo("PAUSED");
        assertThat(still.json().at("/goals/1").has("due_at")).isFalse();
        assertThat(still.text("/goals/1/explanation")).endsWith("→ not known yet");

        walk.take(worker, "RESUME", "2024-03-04T12:00:00+08:00").expect(200);
        assertThat(at(assistant.get(walk.path()).expect(200), "/due/due_at"))
                .isEqualTo("2024-03-04T07:00:00Z");
        Reply on = assistant.get(path + "2024-03-04T05:00:00Z").expect(200);
        assertThat(on.text("/time_zone")).isEqualTo("Asia/Shanghai");
        assertThat(on.text("/goals/0/goal")).isEqualTo("RESPONSE");
        assertThat(on.text("/goals/0/state")).isEqualTo("MET");
        assertThat(at(on, "/goals/0/reached_at")).isEqualTo("2024-03-04T02:20:00Z");
        assertThat(on.text("/goals/1/origin")).isEqualTo("SERVICE_LEVEL");
        assertThat(on.text("/goals/1/state")).isEqualTo("IN_TIME");
        assertThat(at(on, "/goals/1/due_at")).isEqualTo("2024-03-04T07:00:00Z");
        assertThat(on.text("/goals/1/spent/active")).isEqualTo("PT2H");
        assertThat(on.text("/goals/1/spent/paused")).isEqualTo("PT1H");
        assertThat(on.text("/goals/1/spent/outside")).isEqualTo("PT0S");
        assertThat(on.text("/goals/1/pauses/0/reason")).isEqualTo("等配件");
        assertThat(on.text("/goals/1/explanation"))
                .isEqualTo(
                        "received Monday 10:00, paused Monday 11:00 to Monday 12:00 (等配件),"
                                + " 4 h target → Monday 15:00");
        assertThat(steps(on, "/goals/1/steps"))
                .containsExactly(
                        "2024-03-04T02:00:00Z COUNTED",
                        "2024-03-04T03:00:00Z PAUSED",
                        "2024-03-04T04:00:00Z COUNTED");
        Reply zh = assistant.with("Accept-Language", "zh-CN").get(path + "2024-03-04T05:00:00Z");
        assertThat(zh.expect(200).text("/goals/1/explanation"))
                .isEqualTo("周一10:00受理，周一11:00至周一12:00暂停（等配件），时限4小时 → 周一15:00");
        assertThat(assistant.get(path + "2024-03-04T03:30:00Z").text("/goals/1/state"))
                .isEqualTo("PAUSED");
        assistant.get(path + "2024-03-04T01:00:00Z").expectProblem(409, "service-clock-backwards");
        assistant.get("/work-orders/wo_00000000/service-level").expectProblem(404, "not-found");
    }

    @Test
    void aPreviewCountsHolidaysAndDaysWorkedInExchangeAndStoresNothing() {
        String friday = "\"kind\": \"SUGGESTION\", \"received_at\": \"2024-09-28T12:00:00+08:00\"";
        int before = orders();
        Reply due = preview(friday).expect(200);
        assertThat(due.text("/goals/1/explanation"))
                .isEqualTo(
                        "received Saturday 12:00, a day off until Sunday 09:00, 2024-09-29 is"
                                + " worked in exchange, 4 h target → Sunday 13:00");
        assertThat(at(due, "/goals/1/due_at")).isEqualTo("2024-09-29T05:00:00Z");
        assertThat(at(due, "/goals/0/due_at")).isEqualTo("2024-09-29T01:30:00Z");
        Reply week =
                preview("\"kind\": \"SUGGESTION\", \"received_at\": \"2024-09-30T16:00:00+08:00\"");
        assertThat(steps(week.expect(200), "/goals/1/steps"))
                .contains("2024-09-30T16:00:00Z HOLIDAY");
        assertThat(at(week, "/goals/1/due_at")).isEqualTo("2024-10-08T03:00:00Z");
        Reply urgent = preview(friday + ", \"severity\": \"EMERGENCY\"").expect(200);
        assertThat(at(urgent, "/goals/1/due_at")).isEqualTo("2024-09-28T06:00:00Z");
        assertThat(urgent.text("/goals/1/clock")).isEqualTo("ELAPSED");
        Reply none =
                preview(
                        "\"kind\": \"CONSULTATION\", \"received_at\": \"2024-09-28T12:00:00+08:00\"");
        assertThat(none.expect(200).text("/goals/0/origin")).isEqualTo("NONE");
        assertThat(none.text("/goals/1/explanation")).isEqualTo("no time limit is set");
        assertThat(orders()).isEqualTo(before);
        preview(friday.replace("SUGGESTION", "DISPUTE")).expectProblem(400, "invalid-request");
        Reply far =
                preview("\"kind\": \"SUGGESTION\", \"received_at\": \"2099-03-04T12:00:00+08:00\"");
        assertThat(far.expect(200).text("/goals/1/unknown/code"))
                .isEqualTo("work-order-due-beyond-calendar");
    }

    @Test
    void aDayOfTheCompanysOwnCountsAndAShiftCountsAtNight() {
        String saturday =
                """
                {"falls_on": "2024-11-16", "kind": "WORKING_DAY",
                 "label": {"zh": "盘点", "en": "Stocktaking"}}
                """;
        administrator.post("/company-days", saturday).expect(201);
        Reply own = preview(received("SUGGESTION", "2024-11-15T17:00:00+08:00")).expect(200);
        assertThat(own.text("/goals/1/explanation"))
                .isEqualTo(
                        "received Friday 17:00, office hours end 18:00, 2024-11-16 is worked in"
                                + " exchange, 4 h target → Saturday 12:00");

        String shift = "s" + UUID.randomUUID().toString().substring(0, 8);
        administrator
                .post(
                        "/shifts",
                        """
                        {"id": "%s", "label": {"zh": "夜", "en": "Night"},
                         "posts": ["STOREKEEPER"], "begins": "22:00", "minutes": 480,
                         "days": ["MONDAY", "TUESDAY"], "from": "2024-01-01"}
                        """
                                .formatted(shift))
                .expect(201);
        level(
                "\"kind\": \"SUGGESTION\", \"severity\": \"MAJOR\", \"hours\": \"4\","
                        + " \"clock\": \"SHIFT\", \"shift_id\": \"%s\"".formatted(shift),
                "2024-02-20");
        String major = received("SUGGESTION", "2024-11-19T05:00:00+08:00");
        Reply night = preview(major + ", \"severity\": \"MAJOR\"").expect(200);
        assertThat(night.text("/goals/1/explanation"))
                .isEqualTo(
                        "received Tuesday 05:00, the shift ends 06:00, 4 h target"
                                + " → Wednesday 01:00");
    }

    private static String received(String kind, String at) {
        return "\"kind\": \"%s\", \"received_at\": \"%s\"".formatted(kind, at);
    }

    @Test
    void nearBreachesAndBreachesGoUpTheReportingLine() {
        Community own = Community.with(server, 1);
        WorkOrderWalk walk = walk(order("SUGGESTION", "2024-03-05T09:00:00+08:00", own));
        Reply handler = server.newcomer("CS_ASSISTANT");
        walk.take(assistant, "TRIAGE", "2024-03-05T09:10:00+08:00").expect(200);
        walk.assignTo(handler.text("/staff_id"), supervisor, "ASSIGN", "2024-03-05T09:10:00+08:00")
                .expect(200);
        walk.take(server.as(handler.text("/token")), "START", "2024-03-05T09:20:00+08:00")
                .expect(200);
        String path =
                "/service-level-events?community_id="
                        + own.id()
                        + "&kind=SUGGESTION&from=2024-03-05&to=2024-03-06&as_of=";
        Reply early = assistant.get(path + "2024-03-05T04:00:00Z").expect(200);
        assertThat(events(early)).containsExactly("2024-03-05T04:00:00Z NEAR_BREACH 0");
        Reply late = assistant.get(path + "2024-03-06T04:00:00Z").expect(200);
        assertThat(events(late))
                .containsExactly(
                        "2024-03-05T04:00:00Z NEAR_BREACH 0",
                        "2024-03-05T05:00:00Z BREACHED 0",
                        "2024-03-05T06:00:00Z BREACHED 1",
                        "2024-03-05T07:00:00Z BREACHED 2");
        assertThat(late.text("/items/1/responsible_post")).isEqualTo("CS_ASSISTANT");
        assertThat(late.text("/items/1/told_post")).isEqualTo("CS_ASSISTANT");
        assertThat(late.text("/items/2/told_post")).isEqualTo("CS_SUPERVISOR");
        assertThat(late.text("/items/3/told_post")).isEqualTo("PROPERTY_MANAGER");
        assertThat(late.text("/items/3/told_staff_id")).startsWith("sf_");
        Reply page = assistant.get(path + "2024-03-06T04:00:00Z&limit=3").expect(200);
        Reply rest =
                assistant.get(
                        path + "2024-03-06T04:00:00Z&limit=3&cursor=" + page.text("/next_cursor"));
        assertThat(events(rest.expect(200))).containsExactly("2024-03-05T07:00:00Z BREACHED 2");
        assistant
                .get("/service-level-events?from=2024-03-05&to=2024-03-04")
                .expectProblem(400, "invalid-request");
    }

    @Test
    void complaintsAreCountedWithTheOrdersBehindAndTheRateCountsTheSame() {
        Community own = Community.with(server, 1);
        WorkOrderWalk late = complaint("2024-06-03T09:00:00+08:00", own);
        WorkOrderWalk put = complaint("2024-06-03T09:00:00+08:00", own);
        WorkOrderWalk pending = complaint("2024-06-03T09:00:00+08:00", own);
        WorkOrderWalk invalid = complaint("2024-06-03T09:00:00+08:00", own);
        complaint("2024-07-01T00:30:00+08:00", own);
        invalid.take(supervisor, "REJECT", "2024-06-03T09:10:00+08:00", "重复").expect(200);
        handle(late, "2024-06-03T14:00:00+08:00", false);
        handle(put, "2024-06-03T14:00:00+08:00", true);
        put.call(assistant, "SATISFIED", "2024-06-03T15:00:00+08:00").expect(201);
        String path = "/complaint-statistics?period=2024-06&community_id=" + own.id();
        Reply counted = assistant.get(path).expect(200);
        assertThat(counted.json().at("/total/count").asInt()).isEqualTo(4);
        assertThat(ids(counted, "/valid")).containsExactlyInAnyOrder(late.id(), put.id());
        assertThat(ids(counted, "/invalid")).containsExactly(invalid.id());
        assertThat(ids(counted, "/pending")).containsExactly(pending.id());
        assertThat(ids(counted, "/overdue")).containsExactly(late.id());
        assertThat(ids(counted, "/overdue_pending")).containsExactly(pending.id());
        assertThat(ids(counted, "/satisfied")).containsExactly(put.id());
        assertThat(ids(counted, "/unanswered")).containsExactly(late.id());
        assertThat(counted.text("/timely_percent")).isEqualTo("50.00");
        assertThat(counted.text("/satisfied_percent")).isEqualTo("100.00");
        assertThat(counted.text("/by_channel/0/name")).isEqualTo("PHONE");
        assertThat(counted.json().at("/by_severity/0/valid").asInt()).isEqualTo(2);
        Reply early = assistant.get(path + "&as_of=2024-06-03T01:05:00Z").expect(200);
        assertThat(early.json().at("/pending/count").asInt()).isEqualTo(4);
        assertThat(early.json().has("timely_percent")).isFalse();

        String evidence = "/quality-results/QF-H-12/evidence?period=2024-06&limit=200&measure=";
        assertThat(behind(assistant.get(evidence + "valid_complaints").expect(200)))
                .contains(late.id(), put.id())
                .doesNotContain(pending.id(), invalid.id());
        assertThat(behind(assistant.get(evidence + "overdue_complaints").expect(200)))
                .contains(late.id())
                .doesNotContain(put.id(), pending.id());
    }

    private static void handle(WorkOrderWalk walk, String done, boolean putOff) {
        walk.take(supervisor, "VALIDATE", "2024-06-03T09:10:00+08:00", "属实").expect(200);
        walk.assign(supervisor, "ASSIGN", "2024-06-03T09:20:00+08:00").expect(200);
        walk.take(worker, "START", "2024-06-03T09:30:00+08:00").expect(200);
        if (putOff) {
            walk.take(supervisor, "SUSPEND", "2024-06-03T10:00:00+08:00", "等业主").expect(200);
            walk.take(worker, "RESUME", "2024-06-03T11:30:00+08:00").expect(200);
        }
        walk.take(worker, "RESOLVE", done).expect(200);
    }

    private static void taken(WorkOrderWalk walk, String named, String begun) {
        walk.take(assistant, "TRIAGE", named).expect(200);
        walk.assign(assistant, "ASSIGN", named).expect(200);
        walk.take(worker, "START", begun).expect(200);
    }

    private static int orders() {
        return server.db().sql("select count(*) from work_order").query(Integer.class).single();
    }

    private static Reply preview(String says) {
        return assistant.post(
                "/service-level-previews",
                "{%s, \"community_id\": \"%s\"}".formatted(says, community.id()));
    }

    private static WorkOrderWalk suggestion(String receivedAt) {
        return walk(order("SUGGESTION", receivedAt, community));
    }

    private static WorkOrderWalk complaint(String receivedAt, Community where) {
        return walk(order("COMPLAINT", receivedAt, where));
    }

    private static Reply order(String kind, String receivedAt, Community where) {
        String body =
                """
                {"kind": "%s", "community_id": "%s", "unit_id": "%s", "title": "水管",
                 "channel": "PHONE", "received_at": "%s"}
                """;
        return assistant
                .post("/work-orders", body.formatted(kind, where.id(), where.unit(0), receivedAt))
                .expect(201);
    }

    private static WorkOrderWalk walk(Reply made) {
        return new WorkOrderWalk(made, workerId);
    }

    private static String at(Reply reply, String pointer) {
        return Instant.parse(reply.text(pointer)).toString();
    }

    private static List<String> steps(Reply reply, String pointer) {
        List<String> steps = new ArrayList<>();
        for (JsonNode step : reply.json().at(pointer)) {
            steps.add(step.at("/from_at").asString() + " " + step.at("/reason").asString());
        }
        return steps;
    }

    private static List<String> events(Reply reply) {
        List<String> events = new ArrayList<>();
        for (JsonNode item : reply.json().at("/items")) {
            events.add(
                    item.at("/occurred_at").asString()
                            + " "
                            + item.at("/state").asString()
                            + " "
                            + item.at("/level").asInt());
        }
        return events;
    }

    private static List<String> ids(Reply reply, String pointer) {
        List<String> ids = new ArrayList<>();
        reply.json().at(pointer + "/work_order_ids").forEach(id -> ids.add(id.asString()));
        return ids;
    }

    private static List<String> behind(Reply reply) {
        List<String> ids = new ArrayList<>();
        reply.json().at("/items").forEach(item -> ids.add(item.at("/reference").asString()));
        return ids;
    }
}
