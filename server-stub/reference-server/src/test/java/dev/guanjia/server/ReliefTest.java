package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stations whose guard is not there, guards who are elsewhere, and rosters that were wrong. */
class ReliefTest {

    private static RunningServer server;
    private static Api manager;
    private static Api leader;
    private static Api first;
    private static Api second;
    private static String firstId;
    private static String secondId;
    private static String community;

    @BeforeAll
    static void settle() {
        server = RunningServer.shared().withCompany();
        manager = server.holding("PROPERTY_MANAGER");
        leader = server.holding("CS_SUPERVISOR");
        community = Registry.with(server).community();
    }

    @BeforeEach
    void hire() {
        Reply one = server.newcomer("STEWARD");
        Reply other = server.newcomer("STEWARD");
        first = server.as(one.text("/token"));
        second = server.as(other.text("/token"));
        firstId = one.text("/staff_id");
        secondId = other.text("/staff_id");
    }

    @Test
    void theLeaderHandsADesertedStationOnAndTheGapShows() {
        String station = manned("08:00");
        prepare(leader, station, ill()).expectProblem(409, "watch-holder-not-away");
        happen(leader, station, "FOUND_EMPTY", "10:00", "").expect(201);
        prepare(second, station, ill()).expectProblem(409, "watch-consent-missing");
        prepare(second, station, "").expectProblem(403, "watch-not-responsible");
        log(leader, station, "KEY_MISSING", "roof").expect(201);
        Reply prepared = prepare(leader, station, ill()).expect(201);
        assertThat(prepared.text("/absence_reason")).isEqualTo("突发疾病");
        assertThat(prepared.body()).doesNotContain("key:roof");
        String id = prepared.text("/id");
        int version = 1;
        step(second, id, version++, "CHECK", "").expect(200);
        for (String item : List.of("equipment:gate", "goods:radio", "log", "money")) {
            step(second, id, version++, "FIND_CLEAR", ", \"item\": \"" + item + "\"").expect(200);
        }
        step(second, id, version++, "ACCEPT", "").expect(200);
        step(first, id, version, "SIGN", "").expectProblem(403, "handover-not-yours");
        step(leader, id, version++, "SIGN", "").expect(200);
        step(second, id, version++, "COUNTERSIGN", "").expect(200);
        step(second, id, version++, "TAKE_POST", "").expect(200);
        Reply released = step(leader, id, version, "RELEASE", "").expect(200);
        assertThat(released.text("/responsible_id")).isEqualTo(secondId);
        Reply events = manager.get("/stations/" + station + "/watch-events");
        assertThat(events.text("/items/2/kind")).isEqualTo("RELIEVED");
        assertThat(events.text("/items/2/consent_post")).isEqualTo("CS_SUPERVISOR");
        Reply gaps = manager.get("/station-gaps?day=2026-03-02&station_id=" + station);
        assertThat(gaps.text("/items/1/starts_at")).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(gaps.text("/items/1/ends_at")).isEqualTo("2026-03-02T03:00:00Z");
    }

    @Test
    void nobodyIsAtTwoStationsAtOnce() {
        String here = manned("08:00");
        String there = station();
        happen(second, there, "MANNED", "08:00", "").expect(201);
        String third = station();
        Reply twice = happen(first, third, "MANNED", "09:00", "");
        assertThat(twice.expectProblem(409, "watch-at-another-station").body()).contains(here);
        happen(leader, here, "STOOD_IN", "09:00", standIn())
                .expectProblem(409, "watch-at-another-station");
        prepare(first, here, "").expectProblem(409, "watch-at-another-station");
    }

    @Test
    void aShortAbsenceThatLastsTooLongShows() {
        String station = manned("08:00");
        happen(leader, station, "STOOD_IN", "09:00", standIn()).expect(201);
        happen(first, station, "RETURNED", "09:40", "").expect(201);
        Reply gaps = leader.get("/station-gaps?day=2026-03-02&station_id=" + station).expect(200);
        assertThat(gaps.text("/items/0/kind")).isEqualTo("OVERDUE_ABSENCE");
        assertThat(gaps.text("/items/0/starts_at")).isEqualTo("2026-03-02T01:20:00Z");
        assertThat(gaps.text("/items/0/ends_at")).isEqualTo("2026-03-02T01:40:00Z");
        Reply shown = leader.get("/stations/" + station).expect(200);
        assertThat(shown.json().at("/longest_absence_minutes").asInt()).isEqualTo(20);
    }

    @Test
    void aTurnIsBoundedAndWithdrawnBeforeItBegins() {
        String station = station();
        turn(station, "2126-03-02T00:00:00Z", "2999-03-02T08:00:00Z")
                .expectProblem(409, "shift-turn-too-long");
        Reply wrong = turn(station, "2126-03-02T00:00:00Z", "2126-03-03T00:00:00Z").expect(201);
        String path = "/roster-turns/" + wrong.text("/id") + "/withdrawals";
        String reason = "{\"reason\": \"排错人员\"}";
        first.post(path, reason).expectProblem(403, "command-not-permitted");
        manager.post(path, reason).expect(200);
        manager.post(path, reason).expectProblem(404, "not-found");
        assertThat(manager.get("/roster-turns?staff_id=" + firstId).json().at("/items")).isEmpty();
        turn(station(), "2126-03-02T00:00:00Z", "2126-03-02T08:00:00Z").expect(201);
        Reply begun = turn(station, "2026-03-02T00:00:00Z", "2026-03-02T08:00:00Z").expect(201);
        manager.post("/roster-turns/" + begun.text("/id") + "/withdrawals", reason)
                .expectProblem(409, "shift-turn-begun");
    }

    @Test
    void whatTheKitGainsIsHandedOver() {
        String station = manned("08:00");
        log(first, station, "KEY_ADDED", "pumps").expect(201);
        log(first, station, "KEY_ADDED", "pumps").expectProblem(409, "shift-subject-twice");
        log(first, station, "EQUIPMENT", "boat").expectProblem(409, "shift-subject-unknown");
        Reply kit = first.get("/stations/" + station).expect(200);
        assertThat(kit.json().at("/kit/keys").toString()).isEqualTo("[\"pumps\",\"roof\"]");
        assertThat(prepare(first, station, "").expect(201).body()).contains("key:pumps");
    }

    @Test
    void theDayAtAStationIsThatOfItsCommunity() {
        String name = Registry.unique("远方");
        String far =
                server.asAdministrator()
                        .post(
                                "/communities",
                                "{\"name\": \"%s\", \"time_zone\": \"America/New_York\"}"
                                        .formatted(name))
                        .expect(201)
                        .text("/id");
        String station = station(far);
        Reply before = turn(station, "2023-12-31T16:30:00Z", "2023-12-31T20:00:00Z");
        assertThat(before.expectProblem(409, "station-post-not-held").body())
                .contains("2023-12-31");
        turn(station, "2024-01-01T05:00:00Z", "2024-01-01T08:00:00Z").expect(201);
    }

    private static String station() {
        return station(community);
    }

    private static String station(String where) {
        return manager.post(
                        "/stations",
                        """
                        {"community_id": "%s", "label": {"zh": "大堂", "en": "Lobby"},
                         "post": "STEWARD", "leader": "CS_SUPERVISOR",
                         "longest_absence_minutes": 20,
                         "kit": {"keys": ["roof"], "goods": ["radio"],
                         "money": {"amount": "0.00", "currency": "CNY"},
                         "equipment": [{"name": "gate", "text": "正常"}]}}
                        """
                                .formatted(where))
                .expect(201)
                .text("/id");
    }

    private static String manned(String time) {
        String station = station();
        happen(first, station, "MANNED", time, "").expect(201);
        return station;
    }

    private static String ill() {
        return ", \"absence_reason\": \"突发疾病\"";
    }

    private static String standIn() {
        return ", \"stand_in_id\": \"" + secondId + "\"";
    }

    private static Reply happen(Api who, String station, String kind, String time, String more) {
        return who.post(
                "/stations/" + station + "/watch-events",
                "{\"kind\": \"%s\", \"occurred_at\": \"2026-03-02T%s:00+08:00\"%s}"
                        .formatted(kind, time, more));
    }

    private static Reply log(Api who, String station, String kind, String subject) {
        return who.post(
                "/stations/" + station + "/log-entries",
                """
                {"kind": "%s", "subject": "%s", "text": "说明",
                 "occurred_at": "2026-03-02T10:30:00+08:00"}
                """
                        .formatted(kind, subject));
    }

    private static Reply prepare(Api who, String station, String more) {
        return who.post(
                "/stations/" + station + "/handovers",
                "{\"relief_id\": \"" + secondId + "\"" + more + "}");
    }

    private static Reply step(Api who, String id, int version, String action, String more) {
        return who.with("If-Match", "\"" + version + "\"")
                .post(
                        "/handovers/" + id + "/steps",
                        "{\"action\": \"%s\", \"occurred_at\": \"2026-03-02T11:00:00+08:00\"%s}"
                                .formatted(action, more));
    }

    private static Reply turn(String station, String from, String to) {
        return manager.post(
                "/roster-turns",
                """
                {"station_id": "%s", "staff_id": "%s", "starts_at": "%s", "ends_at": "%s"}
                """
                        .formatted(station, firstId, from, to));
    }
}
