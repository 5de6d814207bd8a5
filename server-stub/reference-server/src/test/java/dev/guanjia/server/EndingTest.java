package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stations and patrol routes that end: from that day on nobody asks for them. */
class EndingTest {

    private static RunningServer server;
    private static Api manager;
    private static Api guard;
    private static String guardId;
    private static String shift;

    private String community;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        manager = server.holding("PROPERTY_MANAGER");
        Reply person = server.newcomer("STEWARD");
        guard = server.as(person.text("/token"));
        guardId = person.text("/staff_id");
        shift = "e" + UUID.randomUUID().toString().substring(0, 8);
        server.asAdministrator()
                .post(
                        "/shifts",
                        """
                        {"id": "%s", "label": {"zh": "夜班", "en": "Night"}, "begins": "22:00",
                         "minutes": 480, "days": ["MONDAY"], "posts": ["ACCOUNTANT"],
                         "from": "2026-02-01"}
                        """
                                .formatted(shift))
                .expect(201);
    }

    @BeforeEach
    void settle() {
        community = Community.with(server, 1).id();
    }

    @Test
    void anEndedStationHasNoGapsNoTurnsAndNoGuard() {
        String station = station();
        turn(station, "2026-03-01T20:00:00Z", "2026-03-02T20:00:00Z").expect(201);
        turn(station, "2026-03-03T00:00:00Z", "2026-03-03T08:00:00Z").expect(201);
        happen(station, "MANNED", "2026-03-01T20:00:00Z").expect(201);
        assertThat(gaps(station, "2026-03-03")).isEqualTo(2);
        guard.post("/stations/" + station + "/endings", "{\"to\": \"2026-03-03\"}")
                .expectProblem(403, "command-not-permitted");
        end(station, "2026-03-01").expectProblem(409, "station-in-use");
        assertThat(end(station, "2026-03-03").expect(200).text("/to")).isEqualTo("2026-03-03");
        end(station, "2026-03-04").expectProblem(409, "station-ended");

        assertThat(gaps(station, "2026-03-03")).isZero();
        assertThat(gaps(station, "2026-03-02")).isEqualTo(2);
        Reply turns = manager.get("/roster-turns?station_id=" + station).expect(200);
        assertThat(turns.json().at("/items")).hasSize(1);
        Reply shown = manager.get("/stations/" + station).expect(200);
        assertThat(shown.json().has("on_post_id")).isFalse();
        turn(station, "2026-03-02T20:00:00Z", "2026-03-03T04:00:00Z")
                .expectProblem(409, "station-ended");
        happen(station, "FOUND_EMPTY", "2026-03-02T16:00:00Z").expectProblem(409, "station-ended");
        happen(station, "FOUND_EMPTY", "2026-03-02T15:59:00Z").expect(201);
        guard.post("/stations/" + station + "/handovers", "{\"relief_id\": \"" + guardId + "\"}")
                .expectProblem(409, "station-ended");
        turn(station(), "2026-03-03T00:00:00Z", "2026-03-03T08:00:00Z").expect(201);
    }

    @Test
    void whoStandsAtAnEndedStationIsNotSentToWork() {
        DispatchCrew steward = new DispatchCrew(guard, guardId);
        steward.profile(server.asAdministrator(), "STEWARD", community).expect(201);
        String station = station();
        turn(station, "2026-03-09T08:00:00Z", "2026-03-10T08:00:00Z").expect(201);
        String asked = "/work-orders/" + help() + "/dispatch-proposal?as_of=";
        assertThat(manager.get(asked + "2026-03-09T16:00:00Z").text("/ranked/0/duty/end_at"))
                .isEqualTo("2026-03-10T08:00:00Z");
        end(station, "2026-03-10").expect(200);
        Reply before = manager.get(asked + "2026-03-09T15:59:59Z").expect(200);
        assertThat(before.text("/ranked/0/staff_id")).isEqualTo(guardId);
        assertThat(before.text("/ranked/0/duty/end_at")).isEqualTo("2026-03-09T16:00:00Z");
        Reply after = manager.get(asked + "2026-03-09T16:00:00Z").expect(200);
        assertThat(after.json().at("/ranked")).isEmpty();
        assertThat(after.body()).contains("dispatch-off-shift");
    }

    private String help() {
        return server.holding("CS_ASSISTANT")
                .post(
                        "/work-orders",
                        """
                        {"kind": "HELP", "community_id": "%s", "title": "搬运",
                         "channel": "PHONE", "received_at": "2026-03-09T08:15:00Z"}
                        """
                                .formatted(community))
                .expect(201)
                .text("/id");
    }

    @Test
    void aPlanAsksForTheRoutesThatAreLeftAndForNothingWithoutOne() {
        String inside = route("gate");
        String around = route("surroundings");
        String plan = plan("2026-02-01", inside, around).expect(201).text("/id");
        assertThat(areas("2026-03-02")).isEqualTo("[\"gate\",\"surroundings\"]");
        endRoute(around, "2026-03-09").expectProblem(409, "patrol-surroundings-missing");
        guard.post("/patrol-routes/" + inside + "/endings", "{\"to\": \"2026-03-09\"}")
                .expectProblem(403, "command-not-permitted");
        Reply ended = endRoute(inside, "2026-03-09").expect(200);
        assertThat(ended.text("/to")).isEqualTo("2026-03-09");
        endRoute(inside, "2026-03-16").expectProblem(409, "patrol-route-ended");
        assertThat(areas("2026-03-02")).isEqualTo("[\"gate\",\"surroundings\"]");
        assertThat(areas("2026-03-09")).isEqualTo("[\"surroundings\"]");
        endRoute(around, "2026-03-16").expect(200);
        assertThat(areas("2026-03-16")).isEqualTo("[]");

        begin(plan, inside, "2026-03-09T22:00:00+08:00").expectProblem(409, "patrol-route-ended");
        begin(plan, around, "2026-03-09T22:00:00+08:00").expect(201);
        assertThat(plan("2026-03-23", around).expectProblem(400, "invalid-request").body())
                .contains("/route_ids/0");
        String other = route("gate");
        plan("2026-03-01", other, around).expectProblem(409, "patrol-surroundings-missing");
        plan("2026-03-01", inside, around).expect(201);
        manager.post("/patrol-routes/pr_00000000/endings", "{\"to\": \"2026-03-09\"}")
                .expectProblem(404, "not-found");
        manager.post("/stations/st_00000000/endings", "{\"to\": \"2026-03-09\"}")
                .expectProblem(404, "not-found");
    }

    private Reply endRoute(String route, String to) {
        return manager.post(
                "/patrol-routes/" + route + "/endings",
                "{\"to\": \"%s\", \"reason\": \"改建\"}".formatted(to));
    }

    private static Reply end(String station, String to) {
        return manager.post("/stations/" + station + "/endings", "{\"to\": \"" + to + "\"}");
    }

    private String areas(String day) {
        Reply page =
                manager.get(
                        "/patrol-conformities?day=%s&community_id=%s&shift_id=%s"
                                .formatted(day, community, shift));
        return page.expect(200)
                .json()
                .at("/items/0/areas")
                .valueStream()
                .map(area -> "\"" + area.at("/area").asString() + "\"")
                .toList()
                .toString()
                .replace(" ", "");
    }

    private String route(String area) {
        return manager.post(
                        "/patrol-routes",
                        """
                        {"community_id": "%s", "label": {"zh": "路线", "en": "Way"},
                         "checkpoints": [{"id": "point", "area": "%s", "place": "点",
                          "within_minutes": 10, "items": []}]}
                        """
                                .formatted(community, area))
                .expect(201)
                .text("/id");
    }

    private Reply plan(String from, String... routes) {
        return manager.post(
                "/patrol-plans",
                """
                {"community_id": "%s", "shift_id": "%s", "duty_id": "D-003-OML-04",
                 "post": "STEWARD", "minimum": 2, "route_ids": ["%s"], "windows": [],
                 "from": "%s"}
                """
                        .formatted(community, shift, String.join("\", \"", routes), from));
    }

    private static Reply begin(String plan, String route, String at) {
        return guard.post(
                "/patrol-rounds",
                "{\"plan_id\": \"%s\", \"route_id\": \"%s\", \"started_at\": \"%s\"}"
                        .formatted(plan, route, at));
    }

    private String station() {
        return manager.post(
                        "/stations",
                        """
                        {"community_id": "%s", "label": {"zh": "大堂", "en": "Lobby"},
                         "post": "STEWARD", "leader": "CS_SUPERVISOR",
                         "kit": {"keys": [], "goods": [], "equipment": [],
                          "money": {"amount": "0.00", "currency": "CNY"}}}
                        """
                                .formatted(community))
                .expect(201)
                .text("/id");
    }

    private static Reply turn(String station, String from, String to) {
        return manager.post(
                "/roster-turns",
                """
                {"station_id": "%s", "staff_id": "%s", "starts_at": "%s", "ends_at": "%s"}
                """
                        .formatted(station, guardId, from, to));
    }

    private static Reply happen(String station, String kind, String at) {
        return guard.post(
                "/stations/" + station + "/watch-events",
                "{\"kind\": \"%s\", \"occurred_at\": \"%s\"}".formatted(kind, at));
    }

    private static int gaps(String station, String day) {
        return manager.get("/station-gaps?day=%s&station_id=%s".formatted(day, station))
                .expect(200)
                .json()
                .at("/items")
                .size();
    }
}
