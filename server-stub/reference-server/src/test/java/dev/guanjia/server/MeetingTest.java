package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Meetings over HTTP, and their decisions as duties. */
class MeetingTest {

    private static RunningServer server;
    private static Api manager;
    private static Api assistant;
    private static Api steward;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        manager = LongServing.since(server, "2020-01-01", "PROPERTY_MANAGER");
        assistant = LongServing.since(server, "2020-01-01", "CS_ASSISTANT");
        steward = LongServing.since(server, "1939-01-01", "STEWARD");
    }

    @Test
    void aDecisionIsADutyOnceTheMinutesAreIssued() {
        String id = call(assistant, "2026-04-06").expect(201).text("/id");
        decide(assistant, id, 1, "STEWARD", "2026-04-10").expectProblem(409, "meeting-wrong-state");
        step(manager, id, 1, "HOLD", "2026-04-05T10:00:00+08:00")
                .expectProblem(409, "meeting-not-yet");
        step(manager, id, 1, "HOLD", "2026-04-06T14:00:00+08:00").expect(200);
        decide(steward, id, 2, "STEWARD", "2026-04-10").expectProblem(403, "meeting-not-entitled");
        decide(assistant, id, 2, "STEWARD", "2026-04-01")
                .expectProblem(409, "meeting-action-node-passed");
        decide(assistant, id, 2, "PROPERTY_MANAGER", "2026-04-10")
                .expectProblem(409, "meeting-action-self-verified");
        Reply decided = decide(assistant, id, 2, "STEWARD", "2026-04-10").expect(200);
        assertThat(decided.text("/decisions/0/state")).isEqualTo("DECIDED");
        assertThat(decided.header("ETag")).isEqualTo("\"3\"");
        step(assistant, id, 2, "ISSUE", "2026-04-06T17:00:00+08:00")
                .expectProblem(412, "precondition-failed");
        Reply minuted = step(assistant, id, 3, "ISSUE", "2026-04-06T17:00:00+08:00").expect(200);
        assertThat(minuted.text("/state")).isEqualTo("MINUTED");
        assertThat(minuted.text("/decisions/0/state")).isEqualTo("ASSIGNED");

        String duty = minuted.text("/decisions/0/occurrence_id");
        Reply listed = LongServing.occurrences(manager, "2026-04-06", "STEWARD");
        assertThat(listed.json().at("/items").toString()).contains(duty, "2026-04-10T16:00:00Z");
        LongServing.perform(steward, duty, "2026-04-09T10:00:00+08:00", "R-ACTION").expect(200);
        assertThat(state(id)).isEqualTo("DONE");
        LongServing.confirm(manager, duty, "2026-04-09T15:00:00+08:00").expect(200);
        assertThat(state(id)).isEqualTo("VERIFIED");
    }

    @Test
    void meetingsAreListedNewestFirst() {
        String earlier = call(manager, "1991-01-01").expect(201).text("/id");
        String later = call(manager, "1991-01-02").expect(201).text("/id");
        String path = "/meetings?from=1991-01-01&to=1991-01-02&state=CALLED&limit=1";
        Reply first = manager.get(path).expect(200);
        assertThat(first.text("/items/0/id")).isEqualTo(later);
        Reply second = manager.get(path + "&cursor=" + first.text("/next_cursor")).expect(200);
        assertThat(second.text("/items/0/id")).isEqualTo(earlier);
        assertThat(second.json().has("next_cursor")).isFalse();
        manager.get("/meetings?kind=PARTY").expectProblem(400, "invalid-request");
    }

    @Test
    void aScheduleKeepsTheRhythmOfItsKind() {
        Api administrator = server.asAdministrator();
        assertThat(administrator.get("/meeting-kinds?limit=200").expect(200).body())
                .contains("BIWEEKLY_GROUP");
        Reply set = schedule(administrator, "{\"kind\": \"BIWEEKLY_GROUP\", \"from\": \"%s\"}");
        assertThat(set.expect(201).text("/every")).isEqualTo("P2W");
        schedule(administrator, "{\"kind\": \"BIWEEKLY_GROUP\", \"from\": \"%s\"}")
                .expectProblem(409, "meeting-schedule-twice");
        String every = "{\"kind\": \"%s\", \"every\": \"P3W\", \"from\": \"%%s\"}";
        schedule(administrator, every.formatted("BIWEEKLY_GROUP"))
                .expectProblem(400, "invalid-request");
        schedule(administrator, every.formatted("CS_WORK")).expect(201);
        schedule(administrator, "{\"kind\": \"COMPANY_REGULAR\", \"from\": \"%s\"}")
                .expectProblem(400, "invalid-request");
        schedule(manager, every.formatted("CS_WORK")).expectProblem(403, "command-not-permitted");
        assertThat(administrator.get("/meeting-schedules").expect(200).body()).contains("P3W");
    }

    @Test
    void whatCannotBeIsRefused() {
        call(steward, "2026-04-06").expectProblem(403, "meeting-not-entitled");
        call(manager, "0001-01-01").expectProblem(400, "invalid-request");
        manager.get("/meetings/me_00000000").expectProblem(404, "not-found");
        String id = call(manager, "2026-04-06").expect(201).text("/id");
        step(manager, id, 1, "DECIDE", "2026-04-06T14:00:00+08:00")
                .expectProblem(400, "invalid-request");
        Reply cancelled = step(manager, id, 1, "CANCEL", "2026-04-01T14:00:00+08:00");
        assertThat(cancelled.expect(200).text("/state")).isEqualTo("CANCELLED");
    }

    private static Reply schedule(Api who, String body) {
        return who.post("/meeting-schedules", body.formatted("1992-06-01"));
    }

    private static String state(String id) {
        return manager.get("/meetings/" + id).expect(200).text("/decisions/0/state");
    }

    private static Reply call(Api who, String day) {
        return who.post(
                "/meetings",
                """
                {"kind": "BIWEEKLY_GROUP", "subject": "两周例会", "held_on": "%s",
                 "chair": "PROPERTY_MANAGER", "recorder": "CS_ASSISTANT"}
                """
                        .formatted(day));
    }

    private static Reply step(Api who, String id, int version, String action, String at) {
        return who.with("If-Match", "\"" + version + "\"")
                .post(
                        "/meetings/" + id + "/transitions",
                        "{\"action\": \"%s\", \"acted_at\": \"%s\"}".formatted(action, at));
    }

    private static Reply decide(Api who, String id, int version, String owner, String node) {
        return who.with("If-Match", "\"" + version + "\"")
                .post(
                        "/meetings/" + id + "/decisions",
                        """
                        {"text": "补齐备件", "owner": "%s", "node_on": "%s",
                         "verifier": "PROPERTY_MANAGER", "acted_at": "2026-04-06T14:40:00+08:00"}
                        """
                                .formatted(owner, node));
    }
}
