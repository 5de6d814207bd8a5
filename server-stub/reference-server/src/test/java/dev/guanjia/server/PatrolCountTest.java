package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Patrol rounds that count for the shipped duty of two patrols per shift and area, walked by a post
 * of the company's own that bears the one of the template.
 */
class PatrolCountTest {

    private static final String DUTY = "D-003-OML-04";

    @TempDir private static Path folder;

    private static RunningServer server;
    private static Api administrator;
    private static Api director;
    private static Api leader;
    private static String leaderId;
    private static String community;
    private static String plan;
    private static String route;

    @BeforeAll
    static void start() {
        server = RunningServer.shared().another("six_chapters", folder);
        server.withCompany("SIX_CHAPTERS");
        administrator = server.asAdministrator();
        post("NIGHT_LEADER", "ORDER_SHIFT_LEADER", "ORDER_DIRECTOR");
        post("NIGHT_DIRECTOR", "ORDER_DIRECTOR", "COMPANY_MANAGER");
        director = server.holding("ORDER_DIRECTOR");
        Reply person = server.newcomer("NIGHT_LEADER");
        leader = server.as(person.text("/token"));
        leaderId = person.text("/staff_id");
        community = Community.with(server, 1).id();
        administrator
                .post(
                        "/shifts",
                        """
                        {"id": "night", "label": {"zh": "夜班", "en": "Night"},
                         "begins": "22:00", "minutes": 480, "from": "2026-02-01",
                         "days": ["MONDAY", "WEDNESDAY", "FRIDAY"],
                         "posts": ["NIGHT_LEADER", "ORDER_SHIFT_LEADER"]}
                        """)
                .expect(201);
        area("gate", "\"community_id\": \"" + community + "\", ");
        area("surroundings", "");
        route = route(community);
        plan = plan(community, route);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aFinishedRoundCountsForTheOccurrenceOfItsShiftOnceHoweverItIsEntered() {
        String rounds = "/duty-occurrences/" + occurrence("2026-03-02") + "/rounds";
        String round = walk(plan, route, "2026-03-02T22", true);
        Reply there = leader.get(rounds).expect(200);
        assertThat(there.json().at("/items")).hasSize(2);
        assertThat(there.text("/items/0/area_id")).isEqualTo("gate");
        assertThat(there.text("/items/0/covered_at")).isEqualTo("2026-03-02T14:05:00Z");
        assertThat(there.text("/items/0/covered_by")).isEqualTo(leaderId);
        assertThat(there.text("/items/0/patrol_round_id")).isEqualTo(round);

        Reply same = byHand(rounds, "gate", "2026-03-02T22:20:00+08:00").expect(201);
        assertThat(same.text("/id")).isEqualTo(there.text("/items/0/id"));
        assertThat(missing("2026-03-02")).isEqualTo(2);
        byHand(rounds, "surroundings", "2026-03-03T01:02:00+08:00").expect(201);
        walk(plan, route, "2026-03-03T01", true);
        assertThat(missing("2026-03-02")).isZero();
        assertThat(leader.get(rounds).json().at("/items")).hasSize(4);

        Reply once = byHand(rounds, "gate", "2026-03-03T04:00:00+08:00").expect(201);
        Reply again = byHand(rounds, "gate", "2026-03-03T04:00:00+08:00").expect(201);
        assertThat(again.text("/id")).isEqualTo(once.text("/id"));
        assertThat(once.json().has("patrol_round_id")).isFalse();
    }

    @Test
    void whatWasMissedOrIsElsewhereOrOutsideTheShiftDoesNotCount() {
        assertThat(missing("2026-03-04")).isEqualTo(4);
        walk(plan, route, "2026-03-04T22", false);
        assertThat(missing("2026-03-04")).isEqualTo(3);
        String other = Community.with(server, 1).id();
        String elsewhere = around(other);
        String there =
                begin(leader, plan(other, elsewhere), elsewhere, "2026-03-04T23").text("/id");
        reach(there, "fence", "2026-03-04T23:15:00");
        finish(there, "2026-03-04T23:30:00");
        assertThat(missing("2026-03-04")).isEqualTo(2);
        walk(plan, route, "2026-03-05T06", true);
        walk(plan, route, "2026-03-05T22", true);
        assertThat(missing("2026-03-04")).isEqualTo(2);
        begin(director, plan, route, "2026-03-04T22").expectProblem(403, "patrol-of-another-post");
    }

    @Test
    void plansAndCountsAskForTheSameRegisteredAreas() {
        String typo = routeBody(community).replace("\"gate\", \"place\"", "\"gtae\", \"place\"");
        assertThat(
                        director.post("/patrol-routes", typo)
                                .expectProblem(400, "invalid-request")
                                .body())
                .contains("/checkpoints/0/area");
        planned(community, around(community), "2026-03-01")
                .expectProblem(409, "patrol-area-missing");
        walk(plan, route, "2026-03-06T22", true);
        String day = "/patrol-conformities?day=2026-03-06&community_id=" + community;
        assertThat(leader.get(day).expect(200).json().at("/items/0/missing").asInt())
                .isEqualTo(missing("2026-03-06"))
                .isEqualTo(2);
        String open = begin(leader, plan, route, "2026-03-07T02").expect(201).text("/id");
        begin(leader, plan, route, "2026-03-07T02").expectProblem(409, "patrol-walker-busy");
        finish(open, "2026-03-07T02:30:00");
    }

    @Test
    void aPostThatBearsThatOfAStationMansItAndOneThatBearsItsLeaderConsents() {
        String station =
                director.post(
                                "/stations",
                                """
                                {"community_id": "%s", "label": {"zh": "大堂", "en": "Lobby"},
                                 "post": "ORDER_SHIFT_LEADER", "leader": "ORDER_DIRECTOR",
                                 "kit": {"keys": [], "goods": [], "equipment": [],
                                  "money": {"amount": "0.00", "currency": "CNY"}}}
                                """
                                        .formatted(community))
                        .expect(201)
                        .text("/id");
        director.post(
                        "/roster-turns",
                        """
                        {"station_id": "%s", "staff_id": "%s",
                         "starts_at": "2026-03-06T08:00:00Z", "ends_at": "2026-03-06T16:00:00Z"}
                        """
                                .formatted(station, leaderId))
                .expect(201);
        String happened = "{\"kind\": \"%s\", \"occurred_at\": \"2026-03-06T08:00:00Z\"%s}";
        String events = "/stations/" + station + "/watch-events";
        director.post(events, happened.formatted("MANNED", ""))
                .expectProblem(403, "station-post-not-held");
        leader.post(events, happened.formatted("MANNED", "")).expect(201);
        String standIn = server.newcomer("NIGHT_LEADER").text("/staff_id");
        Reply left =
                server.holding("NIGHT_DIRECTOR")
                        .post(
                                events,
                                happened.formatted(
                                        "STOOD_IN", ", \"stand_in_id\": \"" + standIn + "\""))
                        .expect(201);
        assertThat(left.text("/consent_post")).isEqualTo("ORDER_DIRECTOR");
    }

    private static void post(String id, String bears, String superior) {
        administrator
                .post(
                        "/posts",
                        """
                        {"id": "%s", "label": {"zh": "夜间岗", "en": "Night post"},
                         "bears": "%s", "reports_to": "%s", "headcount": {"min": 1},
                         "from": "2024-01-01"}
                        """
                                .formatted(id, bears, superior))
                .expect(201);
    }

    private static void area(String id, String more) {
        administrator
                .post(
                        "/patrol-areas",
                        """
                        {"id": "%s", "label": {"zh": "区域", "en": "Area"}, %s
                         "posts": ["NIGHT_LEADER"], "from": "2026-02-01"}
                        """
                                .formatted(id, more))
                .expect(201);
    }

    private static String routeBody(String where) {
        return """
                {"community_id": "%s", "label": {"zh": "全园", "en": "Site"}, "checkpoints": [
                 {"id": "gate", "area": "gate", "place": "东门", "within_minutes": 10, "items": []},
                 {"id": "fence", "area": "surroundings", "place": "围墙", "within_minutes": 30,
                  "items": []}]}
                """
                .formatted(where);
    }

    private static String route(String where) {
        return director.post("/patrol-routes", routeBody(where)).expect(201).text("/id");
    }

    /** A way past the fence alone. */
    private static String around(String where) {
        return director.post(
                        "/patrol-routes",
                        """
                        {"community_id": "%s", "label": {"zh": "外围", "en": "Around"},
                         "checkpoints": [
                          {"id": "fence", "area": "surroundings", "place": "围墙",
                           "within_minutes": 30, "items": []}]}
                        """
                                .formatted(where))
                .expect(201)
                .text("/id");
    }

    private static String plan(String where, String along) {
        return planned(where, along, "2026-02-01").expect(201).text("/id");
    }

    private static Reply planned(String where, String along, String from) {
        return director.post(
                "/patrol-plans",
                """
                {"community_id": "%s", "shift_id": "night", "duty_id": "%s",
                 "post": "ORDER_SHIFT_LEADER", "minimum": 2, "route_ids": ["%s"],
                 "windows": [], "from": "%s"}
                """
                        .formatted(where, DUTY, along, from));
    }

    private static Reply begin(Api who, String by, String along, String hour) {
        return who.post(
                "/patrol-rounds",
                """
                {"plan_id": "%s", "route_id": "%s", "started_at": "%s:00:00+08:00"}
                """
                        .formatted(by, along, hour));
    }

    /** Half an hour: the gate in minute 5, the fence in minute 15 or not at all. */
    private static String walk(String by, String along, String hour, boolean fence) {
        String id = begin(leader, by, along, hour).expect(201).text("/id");
        reach(id, "gate", hour + ":05:00");
        if (fence) {
            reach(id, "fence", hour + ":15:00");
        }
        finish(id, hour + ":30:00");
        return id;
    }

    private static void reach(String round, String point, String at) {
        String reached = "{\"checkpoint\": \"%s\", \"reached_at\": \"%s+08:00\", \"readings\": []}";
        leader.post("/patrol-rounds/" + round + "/checkpoint-results", reached.formatted(point, at))
                .expect(200);
    }

    private static void finish(String round, String at) {
        leader.post(
                        "/patrol-rounds/" + round + "/transitions",
                        "{\"action\": \"FINISH\", \"occurred_at\": \"%s+08:00\"}".formatted(at))
                .expect(200);
    }

    private static Reply byHand(String rounds, String area, String at) {
        return leader.post(
                rounds, "{\"area_id\": \"%s\", \"covered_at\": \"%s\"}".formatted(area, at));
    }

    private static String occurrence(String day) {
        return result(day).at("/occurrence_id").asString();
    }

    private static int missing(String day) {
        return result(day).at("/missing").asInt();
    }

    private static JsonNode result(String day) {
        String path = "/shift-results?from=%s&to=%s&post=NIGHT_LEADER".formatted(day, day);
        return leader.get(path)
                .expect(200)
                .json()
                .at("/items")
                .valueStream()
                .filter(item -> item.at("/duty_id").asString().equals(DUTY))
                .findFirst()
                .orElseThrow();
    }
}
