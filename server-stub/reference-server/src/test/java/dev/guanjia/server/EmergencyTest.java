package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices, drills, drafts and work orders of incidents over HTTP. */
class EmergencyTest {

    private static RunningServer server;
    private static String managerId;
    private static Api manager;
    private static Api worker;

    private String community;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        Reply person = server.newcomer("PROPERTY_MANAGER");
        managerId = person.text("/staff_id");
        manager = server.as(person.text("/token"));
        worker = server.holding("MAINTENANCE_WORKER");
    }

    @BeforeEach
    void settle() {
        community = Community.with(server, 1).id();
    }

    @Test
    void aLateNoticeShowsForThePersonToldUntilItIsAcknowledged() {
        String theft = report("THEFT", "2026-04-01T09:00:00+08:00");
        assertThat(notices("OPEN")).as("nothing is confirmed").isEmpty();
        Reply verified = act(manager, theft, 1, "VERIFY", "2026-04-01T09:05:00+08:00");
        assertThat(verified.expect(200).text("/plan_version")).isEqualTo("0");
        assertThat(verified.text("/steps/0/key")).isEqualTo("protect-scene");
        assertThat(notices("OPEN")).contains(theft);
        assertThat(notices("LATE")).contains(theft);
        assertThat(notices("LATE&told=sf_00000000")).doesNotContain(theft);
        act(manager, theft, 2, "TELL_MANAGER", "2026-04-01T09:50:00+08:00").expect(200);
        assertThat(notices("LATE")).isEmpty();
        assertThat(notices("UNACKNOWLEDGED")).contains(theft);
        Reply heard = act(manager, theft, 3, "ACKNOWLEDGE", "2026-04-01T09:55:00+08:00");
        assertThat(heard.expect(200).text("/notice/late")).isEqualTo("true");
        assertThat(heard.text("/notice/acknowledged_at")).isEqualTo("2026-04-01T01:55:00Z");
        assertThat(notices("UNACKNOWLEDGED")).isEmpty();
        assertThat(notices("TOLD")).contains(theft);
        act(manager, theft, 4, "ACKNOWLEDGE", "2026-04-01T09:56:00+08:00")
                .expectProblem(409, "incident-notice-not-open");
        manager.get("/incidents?notice=LOUD").expectProblem(400, "invalid-request");
    }

    @Test
    void aDraftIsPutRightBeforeItIsApproved() {
        String path = "/emergency-plans/VEHICLE_LOSS";
        Reply draft = manager.get(path).expect(200);
        assertThat(draft.text("/state")).isEqualTo("DRAFTED");
        assertThat(draft.json().has("in_force")).isFalse();
        assertThat(draft.body())
                .contains(
                        "{\"acting_posts\":[\"PROPERTY_MANAGER\"],"
                                + "\"post\":\"SECURITY_SHIFT_LEADER\",\"step\":\"close-exits\"}");
        Reply wrong = revise(path, draft, "CLEANER", false).expect(200);
        assertThat(wrong.text("/state")).isEqualTo("DRAFTED");
        assertThat(wrong.text("/tell/within_minutes")).isEqualTo("7");
        Reply refused = approve(path, wrong);
        refused.expectProblem(409, "emergency-plan-without-scene");
        assertThat(refused.body()).contains("emergency-step-without-post", "\"step\":\"search\"");
        Reply right = revise(path, wrong, "STEWARD", true).expect(200);
        Reply approved = approve(path, right).expect(200);
        assertThat(approved.text("/in_force/version")).isEqualTo("3");
        assertThat(approved.json().at("/stand_ins")).isEmpty();
        revise(path, approved, "ASTRONAUT", true).expectProblem(400, "invalid-request");
    }

    @Test
    void aDrillIsMovedCancelledAndHeldInAnyOrder() {
        String path = "/emergency-plans/FIGHT";
        approve(path, manager.get(path)).expect(200);
        String first = plan(community);
        String second = plan(Community.with(server, 1).id());
        hold(first, "2026-02-10T10:00:00+08:00").expect(200);
        hold(second, "2026-02-10T09:00:00+08:00").expect(200);
        hold(plan(community), "2025-12-31T09:00:00+08:00")
                .expectProblem(409, "drill-before-approval");
        String third = plan(community);
        String due = "/drills?state=OVERDUE&kind=FIGHT&community_id=" + community;
        assertThat(manager.get(due).body()).contains(third);
        LocalDate soon = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3);
        move(worker, third, soon).expectProblem(403, "command-not-permitted");
        Reply moved = move(manager, third, soon).expect(200);
        assertThat(moved.text("/state")).isEqualTo("PLANNED");
        assertThat(moved.text("/planned_on")).isEqualTo(soon.toString());
        assertThat(manager.get(due).body()).doesNotContain(third);
        Reply cancelled =
                manager.post("/drills/" + third + "/cancellations", "{\"reason\": \"合并\"}")
                        .expect(200);
        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        assertThat(cancelled.text("/changes/1/reason")).isEqualTo("合并");
        assertThat(cancelled.text("/changes/0/to")).isEqualTo(soon.toString());
        move(manager, third, soon).expectProblem(409, "drill-cancelled");
        hold(third, "2026-02-11T10:00:00+08:00").expectProblem(409, "drill-cancelled");
        move(manager, first, soon).expectProblem(409, "drill-held-already");
        move(manager, "dr_00000000", soon).expectProblem(404, "not-found");
        assertThat(manager.get("/drills/" + third).text("/state")).isEqualTo("CANCELLED");
    }

    @Test
    void anIncidentIsNoWorkOrderButOpensThemAndWaitsForThem() {
        Reply refused = order("INCIDENT", "");
        refused.expectProblem(409, "work-order-of-an-incident");
        assertThat(refused.body()).contains("reportIncident", "openIncidentWorkOrder", "/kind");
        String fight = report("FIGHT", "2025-12-01T09:00:00+08:00");
        String handling = open(fight, "INCIDENT").expect(201).text("/work_order_id");
        open(fight, "COMPLAINT").expectProblem(400, "invalid-request");
        String found = order("INSPECTION_FINDING", "").expect(201).text("/id");
        link(found, "in_00000000").expectProblem(400, "invalid-request");
        link(found, fight).expect(201);
        Reply both = manager.get("/incidents/" + fight).expect(200);
        assertThat(both.text("/work_order_ids/0")).isEqualTo(handling);
        assertThat(both.text("/work_order_ids/1")).isEqualTo(found);
        assertThat(manager.get("/work-order-links?target=" + fight).expect(200).body())
                .contains(handling, found);
        act(manager, fight, 1, "VERIFY", "2025-12-01T09:01:00+08:00").expect(200);
        act(manager, fight, 2, "RESPOND", "2025-12-01T09:02:00+08:00").expect(200);
        act(manager, fight, 3, "CONTAIN", "2025-12-01T09:03:00+08:00").expect(200);
        act(manager, fight, 4, "REPORT_UP", "2025-12-01T09:04:00+08:00").expect(200);
        act(manager, fight, 5, "CLEAR_UP", "2025-12-01T09:05:00+08:00").expect(200);
        file(fight, 6).expect(200);
        Reply open = act(manager, fight, 7, "CLOSE", "2025-12-02T09:00:00+08:00");
        open.expectProblem(409, "incident-work-order-open");
        assertThat(open.body()).contains(handling, found);
        String falseAlarm = report("FIGHT", "2025-12-01T09:00:00+08:00");
        act(manager, falseAlarm, 1, "REFUTE", "2025-12-01T09:01:00+08:00").expect(200);
        open(falseAlarm, "INCIDENT").expectProblem(409, "incident-over");
        open("in_00000000", "INCIDENT").expectProblem(404, "not-found");
    }

    private String notices(String notice) {
        Reply page =
                manager.get(
                        "/incidents?community_id="
                                + community
                                + "&notice="
                                + notice
                                + (notice.contains("told") ? "" : "&told=" + managerId));
        return page.expect(200).json().at("/items").isEmpty() ? "" : page.body();
    }

    private String report(String kind, String at) {
        return worker.post(
                        "/incidents",
                        """
                        {"kind": "%s", "community_id": "%s", "place": "大堂", "what": "有情况",
                         "reported_by": "业主", "reported_at": "%s"}
                        """
                                .formatted(kind, community, at))
                .expect(201)
                .text("/id");
    }

    private static Reply act(Api who, String id, int version, String action, String at) {
        return who.with("If-Match", "\"" + version + "\"")
                .post(
                        "/incidents/" + id + "/transitions",
                        "{\"action\": \"%s\", \"acted_at\": \"%s\"}".formatted(action, at));
    }

    private static Reply file(String id, int version) {
        return manager.with("If-Match", "\"" + version + "\"")
                .post(
                        "/incidents/" + id + "/reports",
                        """
                        {"what": "争吵", "place": "大堂", "causes": "停车", "cause": "OUTSIDER",
                         "actions_taken": "劝离", "happened_at": "2025-12-01T09:00:00+08:00",
                         "filed_at": "2025-12-01T10:00:00+08:00"}
                        """);
    }

    private Reply order(String kind, String more) {
        return worker.post(
                "/work-orders",
                """
                {"kind": "%s", "community_id": "%s", "title": "大堂玻璃破损", "channel": "PHONE",
                 %s "received_at": "2025-12-01T09:00:00+08:00"}
                """
                        .formatted(kind, community, more));
    }

    private static Reply open(String incident, String kind) {
        return worker.post(
                "/incidents/" + incident + "/work-orders",
                "{\"kind\": \"%s\", \"title\": \"善后\"}".formatted(kind));
    }

    private static Reply link(String order, String incident) {
        return worker.post(
                "/work-orders/" + order + "/links",
                "{\"kind\": \"INCIDENT\", \"target\": \"%s\"}".formatted(incident));
    }

    private static String plan(String community) {
        return manager.post(
                        "/drills",
                        "{\"kind\": \"FIGHT\", \"community_id\": \"%s\", \"planned_on\": "
                                        .formatted(community)
                                + "\"2026-02-10\"}")
                .expect(201)
                .text("/id");
    }

    private static Reply hold(String drill, String at) {
        return manager.post(
                "/drills/" + drill + "/results",
                "{\"held_at\": \"%s\", \"participants\": 12, \"passed\": true}".formatted(at));
    }

    private static Reply move(Api who, String drill, LocalDate day) {
        return who.post(
                "/drills/" + drill + "/moves",
                "{\"planned_on\": \"%s\", \"reason\": \"台风\"}".formatted(day));
    }

    private static Reply approve(String path, Reply seen) {
        return manager.with("If-Match", seen.header("ETag"))
                .post(path + "/approvals", "{\"acted_at\": \"2026-01-06T09:00:00+08:00\"}");
    }

    private static Reply revise(String path, Reply seen, String post, boolean scene) {
        return manager.with("If-Match", seen.header("ETag"))
                .post(
                        path + "/revisions",
                        """
                        {"tell": {"post": "PROPERTY_MANAGER", "within_minutes": 7},
                         "steps": [{"id": "search", "label": {"zh": "查找", "en": "Search"},
                         "post": "%s", "within_minutes": 20, "protects_scene": %s}],
                         "reason": "岗位不符", "acted_at": "2026-01-05T09:00:00+08:00"}
                        """
                                .formatted(post, scene));
    }
}
