package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Incidents over HTTP: plans, alarms, handling, drills and the goals of zero. */
class IncidentTest {

    private static final String BURNT = "2026-03-02T20:00:00+08:00";

    private static RunningServer server;
    private static String managerId;
    private static Api manager;
    private static Api worker;
    private static Api supervisor;

    private String community;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        Reply person = server.newcomer("PROPERTY_MANAGER");
        managerId = person.text("/staff_id");
        manager = server.as(person.text("/token"));
        worker = server.holding("MAINTENANCE_WORKER");
        supervisor = server.holding("CS_SUPERVISOR");
        for (String kind : List.of("FIRE", "FLOOD")) {
            String path = "/emergency-plans/" + kind;
            Reply draft = manager.get(path).expect(200);
            if (draft.text("/state").equals("DRAFTED")) {
                approve(manager, path, draft).expect(200);
            }
        }
    }

    @BeforeEach
    void settle() {
        community = Community.with(server, 1).id();
    }

    @Test
    void aConfirmedFireGoesToTheManagerAtOnceAndIsFoughtToItsEnd() {
        Reply told = report(worker, "FIRE", "2026-03-02T20:00:00+08:00").expect(201);
        String path = told.header("Location").substring("/v1".length());
        assertThat(told.text("/state")).isEqualTo("REPORTED");
        assertThat(told.json().has("notice")).isFalse();
        act(worker, path, 1, "VERIFY", "2026-03-02T20:03:00+08:00")
                .expectProblem(403, "command-not-permitted");
        act(manager, path, 1, "RESPOND", "2026-03-02T20:03:00+08:00")
                .expectProblem(409, "emergency-wrong-state");
        act(manager, path, 1, "VERIFY", "2026-03-02T19:59:00+08:00")
                .expectProblem(409, "emergency-time-runs-backwards");
        act(manager, path, 1, "VERIFY", "2999-03-02T20:03:00+08:00")
                .expectProblem(409, "business-time-in-the-future");
        act(manager, path, 1, "TICK", "2026-03-02T20:03:00+08:00")
                .expectProblem(400, "invalid-request");
        Reply fire = act(manager, path, 1, "VERIFY", "2026-03-02T20:03:00+08:00").expect(200);
        assertThat(fire.text("/notice/post")).isEqualTo("PROPERTY_MANAGER");
        assertThat(fire.json().at("/notice/staff_ids").toString()).contains(managerId);
        assertThat(fire.text("/notice/due_at")).isEqualTo("2026-03-02T12:08:00Z");
        assertThat(fire.text("/notice/late")).isEqualTo("true");
        assertThat(fire.text("/steps/1/label/zh")).isEqualTo("拨打119报警");
        act(manager, path, 1, "RESPOND", "2026-03-02T20:04:00+08:00")
                .expectProblem(412, "precondition-failed");
        Reply heard =
                act(manager, path, 2, "TELL_MANAGER", "2026-03-02T20:05:00+08:00").expect(200);
        assertThat(heard.text("/notice/late")).isEqualTo("false");
        act(manager, path, 3, "RESPOND", "2026-03-02T20:06:00+08:00").expect(200);
        act(manager, path, 4, "CONTAIN", "2026-03-02T20:07:00+08:00")
                .expectProblem(409, "incident-scene-unprotected");
        assertThat(heard.text("/steps/1/post")).isEqualTo("FIRE_CONTROL_OFFICER");
        assertThat(heard.text("/steps/1/acting_posts/0")).isEqualTo("PROPERTY_MANAGER");
        assertThat(heard.json().at("/steps/1/staff_ids").toString()).contains(managerId);
        tick(worker, path, 4, "protect-scene", "2026-03-02T20:07:00+08:00")
                .expectProblem(403, "incident-step-not-yours");
        tick(manager, path, 4, "protect-scene", "2026-03-02T20:07:00+08:00").expect(200);
        act(manager, path, 5, "CONTAIN", "2026-03-02T20:20:00+08:00").expect(200);
        int version = 6;
        for (String step : List.of("act-by-fire-plan", "call-fire-brigade", "evacuate")) {
            tick(manager, path, version++, step, "2026-03-02T20:06:30+08:00").expect(200);
        }
        tick(worker, path, 9, "check-equipment", "2026-03-02T21:00:00+08:00").expect(200);
        act(manager, path, 10, "REPORT_UP", "2026-03-02T20:30:00+08:00").expect(200);
        act(manager, path, 11, "CLEAR_UP", "2026-03-02T22:00:00+08:00").expect(200);
        act(manager, path, 12, "CLOSE", "2026-03-05T10:00:00+08:00")
                .expectProblem(409, "incident-report-missing");
        file(manager, path, 12, "CHANCE", null).expectProblem(409, "incident-happened-later");
        file(manager, path, 12, "STAFF_ERROR", null, BURNT)
                .expectProblem(409, "incident-responsible-missing");
        Reply filed = file(manager, path, 12, "CHANCE", null, BURNT);
        assertThat(filed.expect(200).text("/report/actions_taken")).isEqualTo("关阀抽水");
        act(manager, path, 13, "CLOSE", "2026-03-02T22:30:00+08:00")
                .expectProblem(409, "emergency-time-runs-backwards");
        Reply closed = act(manager, path, 13, "CLOSE", "2026-03-05T10:00:00+08:00").expect(200);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(closed.text("/command/staff_id")).isEqualTo(managerId);
        assertThat(closed.text("/plan_version")).isEqualTo("1");
        assertThat(closed.text("/steps/1/late")).isEqualTo("false");
    }

    @Test
    void aFloodIsHandledReportedAndReviewed() {
        String path =
                "/incidents/"
                        + report(worker, "THEFT", "2026-03-03T08:00:00+08:00")
                                .expect(201)
                                .text("/id");
        act(manager, path, 1, "REFUTE", "2026-03-03T08:10:00+08:00").expect(200);
        act(manager, path, 2, "VERIFY", "2026-03-03T08:20:00+08:00")
                .expectProblem(409, "emergency-wrong-state");

        String trapped =
                "/incidents/"
                        + report(worker, "FLOOD", "2026-03-03T09:00:00+08:00")
                                .expect(201)
                                .text("/id");
        act(manager, trapped, 1, "VERIFY", "2026-03-03T09:01:00+08:00").expect(200);
        act(manager, trapped, 2, "RESPOND", "2026-03-03T09:02:00+08:00").expect(200);
        tick(worker, trapped, 3, "nothing", "2026-03-03T09:05:00+08:00")
                .expectProblem(409, "incident-step-unknown");
        tick(worker, trapped, 3, "shut-valve", "2026-03-03T09:05:00+08:00").expect(200);
        tick(worker, trapped, 4, "shut-valve", "2026-03-03T09:06:00+08:00")
                .expectProblem(409, "incident-step-twice");
        Reply late =
                tick(worker, trapped, 4, "protect-lifts", "2026-03-03T09:40:00+08:00").expect(200);
        assertThat(late.text("/steps/0/done_at")).isEqualTo("2026-03-03T01:05:00Z");
        assertThat(late.text("/steps/0/late")).isEqualTo("false");
        assertThat(late.text("/steps/1/late")).isEqualTo("true");
        act(manager, trapped, 5, "CONTAIN", "2026-03-03T09:41:00+08:00").expect(200);
        act(manager, trapped, 6, "REPORT_UP", "2026-03-03T09:42:00+08:00").expect(200);
        act(manager, trapped, 7, "CLEAR_UP", "2026-03-03T09:43:00+08:00").expect(200);
        Reply open = act(manager, trapped, 8, "CLOSE", "2026-03-03T10:00:00+08:00");
        open.expectProblem(409, "incident-step-open");
        assertThat(open.body()).contains("incident-manager-not-told", "incident-report-missing");
        file(manager, trapped, 8, "CHANCE", managerId)
                .expectProblem(409, "incident-joint-liability-unfounded");
        file(manager, trapped, 8, "CHANCE", "sf_00000000").expectProblem(400, "invalid-request");
        file(manager, trapped, 8, "POOR_MANAGEMENT", managerId).expect(200);
        tick(supervisor, trapped, 9, "tell-owners", "2026-03-04T12:00:00+08:00").expect(200);
        act(supervisor, trapped, 10, "CLOSE", "2026-03-04T12:30:00+08:00")
                .expectProblem(403, "command-not-permitted");
        act(manager, trapped, 10, "CLOSE", "2026-03-04T12:30:00+08:00")
                .expectProblem(409, "incident-manager-not-told");
        Reply told =
                act(manager, trapped, 10, "TELL_MANAGER", "2026-03-04T12:31:00+08:00").expect(200);
        assertThat(told.text("/notice/late")).isEqualTo("true");
        Reply closed = act(manager, trapped, 11, "CLOSE", "2026-03-04T12:32:00+08:00").expect(200);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(closed.text("/report/jointly_liable/0")).isEqualTo(managerId);
        Reply read = manager.get(trapped).expect(200);
        assertThat(read.json().at("/events")).hasSize(11);
        assertThat(read.header("ETag")).isEqualTo("\"12\"");
    }

    @Test
    void falseAlarmsDoNotCountAgainstZero() {
        String falseOne = report(worker, "FIRE", "2026-02-01T09:00:00+08:00").text("/id");
        String open = report(worker, "FIRE", "2026-02-28T23:59:00+08:00").text("/id");
        report(worker, "FIRE", "2026-03-01T00:00:00+08:00").expect(201);
        act(manager, "/incidents/" + falseOne, 1, "REFUTE", "2026-02-01T09:10:00+08:00")
                .expect(200);
        Reply goals = goals();
        assertThat(goals.text("/items/0/goal")).isEqualTo("fire-accidents");
        assertThat(goals.text("/items/0/met")).isEqualTo("true");
        assertThat(goals.text("/items/0/false_alarms/0")).isEqualTo(falseOne);
        assertThat(goals.text("/items/0/unverified/0")).isEqualTo(open);
        act(manager, "/incidents/" + open, 1, "VERIFY", "2026-03-01T00:01:00+08:00").expect(200);
        assertThat(goals().text("/items/0/met")).isEqualTo("false");
        assertThat(goals().json().at("/items")).hasSize(3);

        String list = "/incidents?community_id=" + community;
        Reply first = manager.get(list + "&limit=1").expect(200);
        assertThat(first.text("/items/0/reported_at")).isEqualTo("2026-02-28T16:00:00Z");
        Reply second =
                manager.get(list + "&limit=1&cursor=" + first.text("/next_cursor")).expect(200);
        assertThat(second.text("/items/0/id")).isEqualTo(open);
        String narrow =
                list
                        + "&kind=FIRE&state=FALSE&reported_from=2026-02-01T00:00:00Z"
                        + "&reported_to=2026-02-02T00:00:00Z";
        assertThat(manager.get(narrow).expect(200).json().at("/items")).hasSize(1);
        manager.get(list + "&kind=PARTY").expectProblem(400, "invalid-request");
        manager.get("/incidents/in_00000000").expectProblem(404, "not-found");
        report(worker, "PARTY", "2026-02-01T09:00:00+08:00").expectProblem(400, "invalid-request");
        report(worker, "FIRE", "2999-02-01T09:00:00+08:00")
                .expectProblem(409, "business-time-in-the-future");
    }

    @Test
    void aDrilledPlanIsRevisedAndEarlierIncidentsKeepTheirs() {
        String path = "/emergency-plans/LIFT_ENTRAPMENT";
        assertThat(manager.get("/emergency-plans").expect(200).body())
                .contains("火灾", "Fire brigade", "fire-accidents");
        Reply draft = manager.get(path).expect(200);
        assertThat(draft.text("/state")).isEqualTo("DRAFTED");
        String before = report(worker, "LIFT_ENTRAPMENT", "2026-01-05T09:00:00+08:00").text("/id");
        String drill = plan("LIFT_ENTRAPMENT", "2026-01-10").expect(201).text("/id");
        hold(drill, false, "").expectProblem(400, "invalid-request");
        hold(drill, true, "").expectProblem(409, "emergency-wrong-state");
        approve(worker, path, draft).expectProblem(403, "command-not-permitted");
        Reply approved = approve(manager, path, draft).expect(200);
        assertThat(approved.text("/state")).isEqualTo("APPROVED");
        approve(manager, path, draft).expectProblem(412, "precondition-failed");
        assertThat(manager.get("/drills/" + drill).expect(200).text("/state")).isEqualTo("OVERDUE");
        String due = "/drills?kind=LIFT_ENTRAPMENT&state=OVERDUE&community_id=" + community;
        assertThat(manager.get(due).expect(200).json().at("/items")).hasSize(1);
        Reply held = hold(drill, false, "\"联系维保过慢\"").expect(200);
        assertThat(held.text("/state")).isEqualTo("HELD");
        assertThat(held.text("/result/lessons/0")).isEqualTo("联系维保过慢");
        hold(drill, true, "").expectProblem(409, "drill-held-already");
        assertThat(manager.get(due).expect(200).json().at("/items")).isEmpty();
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1);
        assertThat(plan("FIRE", tomorrow.toString()).expect(201).text("/state"))
                .isEqualTo("PLANNED");
        plan("PARTY", "2026-01-10").expectProblem(400, "invalid-request");

        Reply drilled = manager.get(path).expect(200);
        assertThat(drilled.text("/state")).isEqualTo("DRILLED");
        revise(path, drilled, "ASTRONAUT").expectProblem(400, "invalid-request");
        Reply revised = revise(path, drilled, "MAINTENANCE_WORKER").expect(200);
        assertThat(revised.json().at("/in_force/steps")).hasSize(3);
        assertThat(revised.text("/version")).isEqualTo("2");
        assertThat(revised.json().at("/steps")).hasSize(1);
        approve(manager, path, revised).expect(200);
        Reply after = report(worker, "LIFT_ENTRAPMENT", "2026-01-12T09:00:00+08:00");
        assertThat(after.text("/plan_version")).isEqualTo("2");
        Reply old =
                act(manager, "/incidents/" + before, 1, "VERIFY", "2026-01-05T09:01:00+08:00")
                        .expect(200);
        assertThat(old.text("/plan_version")).as("none was approved").isEqualTo("0");
        assertThat(old.json().at("/steps")).isEmpty();
        Reply between = report(worker, "LIFT_ENTRAPMENT", "2026-01-11T10:00:00+08:00");
        assertThat(between.text("/plan_version")).as("revised, not approved").isEqualTo("1");
        assertThat(act(manager, between, "VERIFY", "2026-01-11T10:01:00+08:00").json().at("/steps"))
                .hasSize(3);
        hold(plan("LIFT_ENTRAPMENT", "2026-01-10").text("/id"), true, "").expect(200);
        assertThat(manager.get(path).text("/state"))
                .as("a drill of the version before")
                .isEqualTo("APPROVED");
        manager.get("/emergency-plans/PARTY").expectProblem(404, "not-found");
    }

    private Reply goals() {
        return manager.get("/zero-goals?from=2026-02-01&to=2026-02-28&community_id=" + community)
                .expect(200);
    }

    private Reply report(Api who, String kind, String at) {
        return who.post(
                "/incidents",
                """
                {"kind": "%s", "community_id": "%s", "place": "地下室", "what": "有情况",
                 "reported_by": "业主", "reported_at": "%s"}
                """
                        .formatted(kind, community, at));
    }

    private static Reply act(Api who, String path, int version, String action, String at) {
        return who.with("If-Match", "\"" + version + "\"")
                .post(
                        path + "/transitions",
                        "{\"action\": \"%s\", \"acted_at\": \"%s\"}".formatted(action, at));
    }

    private static Reply act(Api who, Reply told, String action, String at) {
        return act(who, "/incidents/" + told.text("/id"), 1, action, at).expect(200);
    }

    private static Reply tick(Api who, String path, int version, String step, String at) {
        return who.with("If-Match", "\"" + version + "\"")
                .post(
                        path + "/steps",
                        "{\"step\": \"%s\", \"acted_at\": \"%s\"}".formatted(step, at));
    }

    private static Reply file(Api who, String path, int version, String cause, String liable) {
        return file(who, path, version, cause, liable, "2026-03-03T09:00:00+08:00");
    }

    private static Reply file(
            Api who, String path, int version, String cause, String liable, String happened) {
        String people = liable == null ? "" : "\"" + liable + "\"";
        return who.with("If-Match", "\"" + version + "\"")
                .post(
                        path + "/reports",
                        """
                        {"what": "水管爆裂", "place": "地下室", "causes": "阀门老化",
                         "actions_taken": "关阀抽水", "happened_at": "%s", "cause": "%s",
                         "jointly_liable": [%s], "filed_at": "2026-03-04T10:00:00+08:00"}
                        """
                                .formatted(happened, cause, people));
    }

    private Reply plan(String kind, String day) {
        return manager.post(
                "/drills",
                "{\"kind\": \"%s\", \"community_id\": \"%s\", \"planned_on\": \"%s\"}"
                        .formatted(kind, community, day));
    }

    private static Reply hold(String drill, boolean passed, String lessons) {
        return manager.post(
                "/drills/" + drill + "/results",
                """
                {"held_at": "2026-01-10T10:00:00+08:00", "participants": 12, "passed": %s,
                 "lessons": [%s]}
                """
                        .formatted(passed, lessons));
    }

    private static Reply approve(Api who, String path, Reply seen) {
        String at =
                seen.text("/state").equals("DRAFTED")
                        ? "2026-01-06T09:00:00+08:00"
                        : "2026-01-11T12:00:00+08:00";
        return who.with("If-Match", seen.header("ETag"))
                .post(path + "/approvals", "{\"acted_at\": \"%s\"}".formatted(at));
    }

    private static Reply revise(String path, Reply seen, String post) {
        return manager.with("If-Match", seen.header("ETag"))
                .post(
                        path + "/revisions",
                        """
                        {"steps": [{"id": "free", "label": {"zh": "解救", "en": "Free them"},
                         "post": "%s", "within_minutes": 20, "protects_scene": false}],
                         "reason": "演练过慢", "acted_at": "2026-01-11T09:00:00+08:00"}
                        """
                                .formatted(post));
    }
}
