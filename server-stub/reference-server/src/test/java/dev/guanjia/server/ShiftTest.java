package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stations, their guards, logs and handovers over HTTP. */
class ShiftTest {

    private static final List<String> ITEMS =
            List.of("equipment:gate", "goods:radio", "key:roof", "log", "matter:lamp", "money");

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

    /** Nobody is at two stations at once, so each test has its own guards. */
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
    void aStationIsHandedOnItemByItemAndNobodyLeavesBeforeTheRelief() {
        String station = manned("08:00");
        log(first, station, "MATTER_OPENED", "lamp", "09:00").expect(201);
        Reply prepared = prepare(first, station, secondId).expect(201);
        String id = prepared.text("/id");
        assertThat(prepared.json().at("/items")).hasSize(ITEMS.size());
        step(second, id, 1, "CHECK", "16:00", "").expect(200);
        step(second, id, 2, "ACCEPT", "16:00", "").expectProblem(409, "handover-item-not-clear");
        int version = 2;
        for (String item : ITEMS) {
            step(second, id, version++, "FIND_CLEAR", "16:01", ", \"item\": \"" + item + "\"")
                    .expect(200);
        }
        step(first, id, version, "ACCEPT", "16:02", "").expectProblem(403, "handover-not-yours");
        step(second, id, 2, "ACCEPT", "16:02", "").expectProblem(412, "precondition-failed");
        step(second, id, version++, "ACCEPT", "16:02", "").expect(200);
        step(second, id, version, "COUNTERSIGN", "16:03", "")
                .expectProblem(409, "handover-wrong-state");
        step(first, id, version++, "SIGN", "16:03", "").expect(200);
        step(first, id, version, "RELEASE", "16:03", "").expectProblem(409, "handover-wrong-state");
        step(second, id, version++, "COUNTERSIGN", "16:04", "").expect(200);
        step(first, id, version, "RELEASE", "16:04", "")
                .expectProblem(409, "handover-relief-not-on-post");
        step(second, id, version++, "TAKE_POST", "16:05", "").expect(200);
        Reply released = step(first, id, version, "RELEASE", "16:06", "").expect(200);
        assertThat(released.text("/responsible_id")).isEqualTo(secondId);
        assertThat(released.header("ETag")).isEqualTo("\"" + (version + 1) + "\"");

        Reply now = first.get("/stations/" + station).expect(200);
        assertThat(now.text("/responsible_id")).isEqualTo(secondId);
        assertThat(now.text("/kit/matters/0/name")).isEqualTo("lamp");
        log(first, station, "NOTE", "x", "17:00").expectProblem(403, "watch-not-responsible");
        log(second, station, "MATTER_CLOSED", "lamp", "17:00").expect(201);
        assertThat(
                        first.get("/stations/" + station + "/log-entries")
                                .expect(200)
                                .json()
                                .at("/items"))
                .hasSize(2);
        assertThat(first.get("/stations/" + station + "/watch-events").text("/items/1/kind"))
                .isEqualTo("RELIEVED");
        assertThat(first.get("/handovers?state=RELEASED&station_id=" + station).text("/items/0/id"))
                .isEqualTo(id);
        assertThat(first.get("/handovers/" + id).expect(200).text("/state")).isEqualTo("RELEASED");
        String here = "/handovers?limit=200&community_id=";
        assertThat(first.get(here + community + "&staff_id=" + secondId).expect(200).body())
                .contains(id);
        assertThat(first.get(here + community + "&staff_id=sf_00000000").expect(200).body())
                .doesNotContain(id);
        assertThat(first.get(here + "cm_00000000").expect(200).body()).doesNotContain(id);
    }

    @Test
    void whatIsUnclearIsNotTakenOverAndALogThatWentOnIsHandedOverAnew() {
        String station = manned("08:00");
        String id = prepare(first, station, secondId).expect(201).text("/id");
        step(second, id, 1, "CHECK", "16:00", "").expect(200);
        step(second, id, 2, "REFUSE", "16:01", "").expectProblem(409, "handover-reason-missing");
        step(second, id, 2, "FIND_CLEAR", "16:01", "").expectProblem(400, "invalid-request");
        Reply refused = step(second, id, 2, "REFUSE", "16:01", ", \"text\": \"少一把钥匙\"");
        assertThat(refused.expect(200).text("/responsible_id")).isEqualTo(firstId);
        log(first, station, "LENT", "roof", "16:02").expect(201);
        step(second, id, 3, "CHECK", "16:03", "").expectProblem(409, "handover-log-changed");
        prepare(second, station, firstId).expectProblem(403, "watch-not-responsible");
        prepare(first, station, firstId).expectProblem(400, "invalid-request");
        Reply stranger = server.newcomer("CASHIER");
        prepare(first, station, stranger.text("/staff_id"))
                .expectProblem(409, "station-post-not-held");
    }

    @Test
    void aShortAbsenceNeedsConsentAndAStandIn() {
        String station = manned("08:00");
        happen(first, station, "MANNED", "08:00", "").expectProblem(409, "station-manned");
        happen(first, station, "STOOD_IN", "09:00", "").expectProblem(409, "watch-consent-missing");
        happen(leader, station, "STOOD_IN", "09:00", "")
                .expectProblem(409, "watch-stand-in-missing");
        String standIn = ", \"stand_in_id\": \"" + secondId + "\"";
        Reply left = happen(leader, station, "STOOD_IN", "09:00", standIn).expect(201);
        assertThat(left.text("/consent_post")).isEqualTo("CS_SUPERVISOR");
        Reply away = first.get("/stations/" + station);
        assertThat(away.text("/on_post_id")).isEqualTo(secondId);
        assertThat(away.text("/responsible_id")).isEqualTo(firstId);
        log(second, station, "NOTE", "door", "09:05").expect(201);
        happen(second, station, "RETURNED", "09:10", "")
                .expectProblem(403, "watch-not-responsible");
        happen(first, station, "RETURNED", "09:10", "").expect(201);
        happen(first, station, "RELIEVED", "09:20", "").expectProblem(400, "invalid-request");
        happen(first, station, "RETURNED", "08:30", "")
                .expectProblem(409, "shift-time-runs-backwards");
        assertThat(first.get("/stations?community_id=" + community).expect(200).body())
                .contains(station);
    }

    @Test
    void aLobbyWithoutItsGuardIsAGapThatShows() {
        String station = manned("08:00");
        turn(station, firstId, "08:00", "16:00").expect(201);
        String other = station().expect(201).text("/id");
        turn(other, firstId, "15:00", "17:00").expectProblem(409, "shift-turns-overlap");
        turn(other, secondId, "17:00", "15:00").expectProblem(400, "invalid-request");
        happen(leader, station, "FOUND_EMPTY", "10:00", "").expect(201);
        happen(first, station, "RETURNED", "10:10", "").expect(201);
        String path = "/station-gaps?day=2026-03-02&station_id=" + station;
        Reply gaps = leader.get(path).expect(200);
        assertThat(gaps.json().at("/items")).hasSize(4);
        assertThat(gaps.text("/items/1/kind")).isEqualTo("UNMANNED");
        assertThat(gaps.text("/items/1/starts_at")).isEqualTo("2026-03-02T02:00:00Z");
        assertThat(gaps.text("/items/1/ends_at")).isEqualTo("2026-03-02T02:10:00Z");
        assertThat(gaps.text("/items/1/responsible_id")).isEqualTo(firstId);
        assertThat(gaps.text("/items/2/kind")).isEqualTo("UNPLANNED");
        Reply early = leader.get(path + "&as_of=2026-03-02T07:00:00%2B08:00").expect(200);
        assertThat(early.text("/items/0/ends_at")).isEqualTo("2026-03-01T23:00:00Z");
        Reply turns = leader.get("/roster-turns?station_id=" + station + "&staff_id=" + firstId);
        assertThat(turns.expect(200).text("/items/0/ends_at")).isEqualTo("2026-03-02T08:00:00Z");
        String at = "/roster-turns?limit=200&station_id=" + station + "&community_id=";
        assertThat(leader.get(at + community).expect(200).json().at("/items")).isNotEmpty();
        assertThat(leader.get(at + "cm_00000000").expect(200).json().at("/items")).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        String same = stationBody().replace("\"radio\"", "\"roof\"");
        assertThat(manager.post("/stations", same).expectProblem(400, "invalid-request").body())
                .contains("/kit/goods/0");
        first.post("/stations", stationBody()).expectProblem(403, "command-not-permitted");
        String station = station().expect(201).text("/id");
        happen(first, station, "FOUND_EMPTY", "09:00", "").expectProblem(409, "station-not-manned");
        log(first, station, "NOTE", "x", "09:00").expectProblem(409, "station-not-manned");
        happen(leader, station, "MANNED", "09:00", "").expectProblem(403, "station-post-not-held");
        happen(first, station, "MANNED", "09:00", "").expect(201);
        log(first, station, "MONEY_OUT", "float", "09:00").expectProblem(400, "invalid-request");
        log(first, station, "LENT", "boat", "09:00").expectProblem(409, "shift-subject-unknown");
        Reply money =
                first.post(
                        "/stations/" + station + "/log-entries",
                        """
                        {"kind": "MONEY_OUT", "subject": "float", "text": "买电池",
                         "money": {"amount": "5.00", "currency": "CNY"},
                         "occurred_at": "2026-03-02T09:00:00+08:00"}
                        """);
        money.expectProblem(409, "shift-money-short");
        first.get("/stations/st_00000000").expectProblem(404, "not-found");
    }

    private static Reply station() {
        return manager.post("/stations", stationBody());
    }

    private static String stationBody() {
        return """
                {"community_id": "%s", "label": {"zh": "大堂", "en": "Lobby"}, "post": "STEWARD",
                 "leader": "CS_SUPERVISOR", "kit": {"keys": ["roof"], "goods": ["radio"],
                 "money": {"amount": "0.00", "currency": "CNY"},
                 "equipment": [{"name": "gate", "text": "正常"}]}}
                """
                .formatted(community);
    }

    private static String manned(String time) {
        String station = station().expect(201).text("/id");
        happen(first, station, "MANNED", time, "").expect(201);
        return station;
    }

    private static String at(String time) {
        return "2026-03-02T" + time + ":00+08:00";
    }

    private static Reply happen(Api who, String station, String kind, String time, String more) {
        return who.post(
                "/stations/" + station + "/watch-events",
                "{\"kind\": \"%s\", \"occurred_at\": \"%s\"%s}".formatted(kind, at(time), more));
    }

    private static Reply log(Api who, String station, String kind, String subject, String time) {
        return who.post(
                "/stations/" + station + "/log-entries",
                """
                {"kind": "%s", "subject": "%s", "text": "说明", "occurred_at": "%s"}
                """
                        .formatted(kind, subject, at(time)));
    }

    private static Reply prepare(Api who, String station, String relief) {
        return who.post(
                "/stations/" + station + "/handovers", "{\"relief_id\": \"" + relief + "\"}");
    }

    private static Reply step(
            Api who, String id, int version, String action, String time, String more) {
        return who.with("If-Match", "\"" + version + "\"")
                .post(
                        "/handovers/" + id + "/steps",
                        "{\"action\": \"%s\", \"occurred_at\": \"%s\"%s}"
                                .formatted(action, at(time), more));
    }

    private static Reply turn(String station, String staff, String from, String to) {
        return manager.post(
                "/roster-turns",
                """
                {"station_id": "%s", "staff_id": "%s", "starts_at": "%s", "ends_at": "%s"}
                """
                        .formatted(station, staff, at(from), at(to)));
    }
}
