package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Patrols over HTTP: what fails becomes work, and what is short shows. */
class PatrolTest {

    private static final String DAY = "2026-03-02";
    private static final String LIMITS =
            "\"kind\": \"VALUE\", \"lower\": \"0.2\", \"upper\": \"0.4\"";

    private static RunningServer server;
    private static Api manager;
    private static Api guard;
    private static String community;
    private static String shift;
    private static String route;
    private static String plan;

    @BeforeAll
    static void layOut() {
        server = RunningServer.shared().withCompany();
        manager = server.holding("PROPERTY_MANAGER");
        community = Registry.with(server).community();
        shift = "n" + UUID.randomUUID().toString().substring(0, 8);
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
        route = manager.post("/patrol-routes", route(LIMITS, 40)).expect(201).text("/id");
        plan = plan(2, "2026-02-01").expect(201).text("/id");
    }

    /** Nobody walks two rounds at a time, so each test has its own guard. */
    @BeforeEach
    void hire() {
        guard = server.holding("STEWARD");
    }

    @Test
    void aLongerListOfPlansTakesNoMoreStatements() {
        String own = Community.with(server, 1).id();
        String walked =
                manager.post("/patrol-routes", route(LIMITS, 40).replace(community, own))
                        .expect(201)
                        .text("/id");
        String list = "/patrol-plans?community_id=" + own;
        List<Integer> statements = new ArrayList<>();
        for (String key : List.of("one", "two", "three")) {
            String body =
                    """
                    {"community_id": "%s", "shift_id": "%s", "key": "%s", "sort": "INSPECTION",
                     "duty_id": "D-000-MNW-04", "post": "STEWARD", "minimum": 1,
                     "route_ids": ["%s"], "windows": [], "from": "2026-04-01"}
                    """;
            manager.post("/patrol-plans", body.formatted(own, shift, key, walked)).expect(201);
            statements.add(Statements.needed(() -> manager.get(list).expect(200)));
        }
        assertThat(statements).allMatch(statements.get(0)::equals);
    }

    @Test
    void aCheckStandsBesideThePatrolAndItsFindingIsThatOfAnInspection() {
        String check =
                """
                {"community_id": "%s", "shift_id": "%s", "key": "leak-check",
                 "sort": "%s", "duty_id": "D-000-MNW-04", "post": "STEWARD", "minimum": 1,
                 "route_ids": ["%s"], "windows": [], "from": "2026-04-01"}
                """;
        String own = manager.post("/patrol-routes", route(LIMITS, 40)).expect(201).text("/id");
        String body = check.formatted(community, shift, "INSPECTION", own);
        Reply planned = manager.post("/patrol-plans", body).expect(201);
        assertThat(planned.text("/sort")).isEqualTo("INSPECTION");
        manager.post("/patrol-plans", body).expectProblem(409, "patrol-plan-taken");
        manager.post("/patrol-plans", check.formatted(community, shift, "PARADE", own))
                .expectProblem(400, "invalid-request");
        String started =
                "{\"plan_id\": \"%s\", \"route_id\": \"%s\", \"started_at\": \"%s\"}"
                        .formatted(planned.text("/id"), own, "2026-04-06T22:00:00+08:00");
        String round = guard.post("/patrol-rounds", started).expect(201).text("/id");
        guard.post("/patrol-rounds", started).expectProblem(409, "patrol-walker-busy");
        Reply found =
                guard.post(
                        "/patrol-rounds/" + round + "/checkpoint-results",
                        result("pumps", "2026-04-06T22:15:00+08:00", "pressure", value("0.5")));
        String order = found.expect(200).text("/findings/0/work_order_id");
        assertThat(manager.get("/work-orders/" + order).expect(200).text("/kind"))
                .isEqualTo("INSPECTION_FINDING");
        Reply both =
                guard.get("/patrol-conformities?day=2026-04-06&community_id=" + community)
                        .expect(200);
        assertThat(both.text("/items/0/key")).isEqualTo("leak-check");
        assertThat(both.text("/items/1/key")).isEqualTo("patrol");
        assertThat(both.json().at("/items/0/missing").asInt()).isEqualTo(3);
    }

    @Test
    void aShiftWithOnePatrolShortShowsByOneQuestion() {
        walk(22, "0.3", true);
        Reply short1 = conformity("&conform=false");
        assertThat(short1.json().at("/items/0/missing").asInt()).isEqualTo(3);
        assertThat(conformity("&as_of=2026-03-02T23:00:00%2B08:00").text("/items/0/ended"))
                .isEqualTo("false");
        walk(24, "0.3", false);
        Reply verdict = conformity("");
        assertThat(verdict.text("/items/0/conform")).isEqualTo("false");
        assertThat(verdict.text("/items/0/missing")).isEqualTo("1");
        assertThat(verdict.text("/items/0/areas/2/area")).isEqualTo("surroundings");
        assertThat(verdict.text("/items/0/areas/2/planned")).isEqualTo("2");
        assertThat(verdict.text("/items/0/areas/2/done")).isEqualTo("1");
        assertThat(verdict.text("/items/0/areas/2/missing")).isEqualTo("1");
        assertThat(verdict.text("/items/0/areas/0/missing")).isEqualTo("0");
        walk(25, "0.3", true);
        assertThat(conformity("&conform=true").text("/items/0/missing")).isEqualTo("0");
        Reply tuesday = guard.get("/patrol-conformities?day=2026-03-03&community_id=" + community);
        assertThat(tuesday.expect(200).json().at("/items")).isEmpty();
    }

    @Test
    void aFailedCheckOpensOneWorkOrderAndNoSecond() {
        String round = start("2026-03-09T22:00:00+08:00").expect(201).text("/id");
        Api once = guard.with("Idempotency-Key", UUID.randomUUID().toString());
        String path = "/patrol-rounds/" + round + "/checkpoint-results";
        String body = result("gate", "2026-03-09T22:12:00+08:00", "door", "\"passed\": false");
        Reply found = once.post(path, body).expect(200);
        String order = found.text("/findings/0/work_order_id");
        assertThat(found.json().at("/late/0").asString()).isEqualTo("gate");
        Reply shown = manager.get("/work-orders/" + order).expect(200);
        assertThat(shown.text("/kind")).isEqualTo("PATROL_FINDING");
        assertThat(shown.text("/title")).isEqualTo("东门：大门关闭");
        assertThat(once.post(path, body).expect(200).text("/findings/0/work_order_id"))
                .isEqualTo(order);
        guard.post(path, body).expectProblem(409, "patrol-checkpoint-twice");

        String tooHigh = result("pumps", "2026-03-09T22:15:00+08:00", "pressure", value("0.5"));
        Reply high = guard.post(path, tooHigh).expect(200);
        assertThat(high.text("/findings/1/text/en")).isEqualTo("Water pressure: 0.5");
        assertThat(high.text("/findings/1/severity")).isEqualTo("CRITICAL");
        assertThat(orders(round)).isEqualTo(2);
        assertThat(guard.get("/patrol-rounds/" + round).expect(200).json().at("/findings"))
                .hasSize(2);
    }

    /** Else nobody who covers this building alone could be sent. */
    @Test
    void aFindingIsInTheBuildingOfItsCheckpoint() {
        String own = Registry.with(server).community();
        String building =
                server.asAdministrator()
                        .get("/communities/" + own + "/buildings")
                        .expect(200)
                        .text("/items/0/id");
        String place = "\"place\": \"水泵房\",";
        String inside = place + " \"building_id\": \"%s\",";
        String body = route(LIMITS, 40).replace(community, own);
        String strange = body.replace(place, inside.formatted("bd_00000000"));
        assertThat(manager.post("/patrol-routes", strange).expect(400).text("/errors/0/pointer"))
                .isEqualTo("/checkpoints/1/building_id");
        String known = body.replace(place, inside.formatted(building));
        Reply made = manager.post("/patrol-routes", known).expect(201);
        assertThat(made.text("/checkpoints/1/building_id")).isEqualTo(building);
        String there = made.text("/id");
        String planned =
                manager.post(
                                "/patrol-plans",
                                """
                                {"community_id": "%s", "shift_id": "%s", "minimum": 2,
                                 "duty_id": "D-003-OML-04", "post": "STEWARD",
                                 "route_ids": ["%s"], "from": "2026-02-01",
                                 "windows": [{"from_minute": 0, "to_minute": 240}]}
                                """
                                        .formatted(own, shift, there))
                        .expect(201)
                        .text("/id");
        String round =
                guard.post(
                                "/patrol-rounds",
                                """
                                {"plan_id": "%s", "route_id": "%s",
                                 "started_at": "2026-03-09T22:00:00+08:00"}
                                """
                                        .formatted(planned, there))
                        .expect(201)
                        .text("/id");
        String wrong = result("pumps", "2026-03-09T22:15:00+08:00", "pressure", value("0.5"));
        Reply found =
                guard.post("/patrol-rounds/" + round + "/checkpoint-results", wrong).expect(200);
        Reply order = manager.get("/work-orders/" + found.text("/findings/0/work_order_id"));
        assertThat(order.expect(200).text("/building_id")).isEqualTo(building);
        assertThat(order.text("/area")).isEqualTo("水泵房");
    }

    @Test
    void checkpointsAreMissedAsOfAMomentAndRoundsAreListed() {
        String round = start("2026-03-16T22:00:00+08:00").expect(201).text("/id");
        String path = "/patrol-rounds/" + round;
        assertThat(missed(path + "?as_of=2026-03-16T22:05:00%2B08:00")).isEqualTo("[]");
        assertThat(missed(path + "?as_of=2026-03-16T22:25:00%2B08:00"))
                .isEqualTo("[\"gate\",\"pumps\"]");
        Reply early =
                step(round, "FILE", "2026-03-16T22:30:00+08:00")
                        .expectProblem(409, "patrol-wrong-state");
        assertThat(early.text("/detail")).contains("only RECORD, FINISH");
        step(round, "FINISH", "2026-03-16T22:30:00+08:00").expect(200);
        assertThat(step(round, "FILE", "2026-03-16T22:31:00+08:00").expect(200).text("/state"))
                .isEqualTo("FILED");
        assertThat(missed(path)).isEqualTo("[\"gate\",\"pumps\",\"fence\"]");
        String list = "/patrol-rounds?day=2026-03-16&state=FILED&community_id=" + community;
        assertThat(guard.get(list + "&route_id=" + route).expect(200).text("/items/0/id"))
                .isEqualTo(round);
        String walker = guard.get(path).expect(200).text("/by");
        assertThat(guard.get(list + "&walked_by=" + walker).expect(200).text("/items/0/id"))
                .isEqualTo(round);
        assertThat(guard.get(list + "&walked_by=sf_00000000").expect(200).json().at("/items"))
                .isEmpty();
        guard.get("/patrol-rounds?state=LOST").expectProblem(400, "invalid-request");
        assertThat(guard.get("/patrol-routes?community_id=" + community).expect(200).body())
                .contains(route);
        assertThat(guard.get("/patrol-routes/" + route).expect(200).text("/checkpoints/1/id"))
                .isEqualTo("pumps");
        assertThat(guard.get("/patrol-plans?shift_id=" + shift).expect(200).body()).contains(plan);
    }

    @Test
    void whatDoesNotFitIsRefusedByName() {
        Reply crossed =
                manager.post(
                        "/patrol-routes",
                        route("\"kind\": \"VALUE\", \"lower\": \"3\", \"upper\": \"2\"", 5));
        crossed.expectProblem(400, "invalid-request");
        assertThat(crossed.body())
                .contains("/checkpoints/1/items/0/upper", "/checkpoints/2/within_minutes");
        guard.post("/patrol-routes", route(LIMITS, 40)).expectProblem(403, "command-not-permitted");
        plan(1, "2026-05-01").expectProblem(409, "patrol-below-minimum");
        plan(2, "2026-02-01").expectProblem(409, "patrol-plan-taken");
        assertThat(plan(2, "2020-01-01").expectProblem(400, "invalid-request").body())
                .contains("/shift_id");
        manager.post("/patrol-rounds", round("2026-03-23T22:00:00+08:00"))
                .expectProblem(403, "patrol-of-another-post");
        start("2999-01-01T00:00:00+08:00").expectProblem(409, "business-time-in-the-future");
        String round = start("2026-03-23T22:00:00+08:00").expect(201).text("/id");
        String path = "/patrol-rounds/" + round + "/checkpoint-results";
        String at = "2026-03-23T22:05:00+08:00";
        guard.post(path, result("gate", at, "lamp", "\"passed\": true"))
                .expectProblem(409, "patrol-item-unknown");
        guard.post(path, result("gate", at, "door", value("1")))
                .expectProblem(409, "patrol-wrong-reading");
        guard.post(path, result("gate", at, "door", "\"note\": \"?\""))
                .expectProblem(400, "invalid-request");
        guard.post(path, result("gate", "2026-03-23T21:00:00+08:00", "door", "\"passed\": true"))
                .expectProblem(409, "patrol-time-runs-backwards");
        guard.get("/patrol-rounds/ro_00000000").expectProblem(404, "not-found");
    }

    private static Reply conformity(String more) {
        String path = "/patrol-conformities?day=" + DAY + "&community_id=" + community;
        return guard.get(path + "&shift_id=" + shift + more).expect(200);
    }

    /** A round that begins at some hour of the night, possibly without the fence. */
    private static void walk(int hour, String pressure, boolean fence) {
        String night = hour < 24 ? DAY + "T" + hour : "2026-03-03T0" + (hour - 24);
        String round = start(night + ":00:00+08:00").expect(201).text("/id");
        String path = "/patrol-rounds/" + round + "/checkpoint-results";
        Map<String, String> done =
                Map.of(
                        "gate", result("gate", night + ":05:00+08:00", "door", "\"passed\": true"),
                        "pumps",
                                result(
                                        "pumps",
                                        night + ":10:00+08:00",
                                        "pressure",
                                        value(pressure)));
        for (String point : List.of("gate", "pumps")) {
            guard.post(path, done.get(point)).expect(200);
        }
        if (fence) {
            String body = "{\"checkpoint\": \"fence\", \"reached_at\": \"%s\", \"readings\": []}";
            guard.post(path, body.formatted(night + ":20:00+08:00")).expect(200);
        }
        step(round, "FINISH", night + ":30:00+08:00").expect(200);
    }

    private static Reply start(String at) {
        return guard.post("/patrol-rounds", round(at));
    }

    private static String round(String at) {
        return "{\"plan_id\": \"%s\", \"route_id\": \"%s\", \"started_at\": \"%s\"}"
                .formatted(plan, route, at);
    }

    private static Reply step(String round, String action, String at) {
        return guard.post(
                "/patrol-rounds/" + round + "/transitions",
                "{\"action\": \"%s\", \"occurred_at\": \"%s\"}".formatted(action, at));
    }

    private static String missed(String path) {
        return guard.get(path).expect(200).json().at("/missed").toString();
    }

    private static long orders(String round) {
        return server.db()
                .sql("select count(*) from work_order where source_reference like :round")
                .param("round", round + "/%")
                .query(Long.class)
                .single();
    }

    private static String value(String value) {
        return "\"value\": \"" + value + "\"";
    }

    private static String result(String point, String at, String item, String answer) {
        return """
                {"checkpoint": "%s", "reached_at": "%s", "readings": [{"item": "%s", %s}]}"""
                .formatted(point, at, item, answer);
    }

    private static Reply plan(int minimum, String from) {
        return manager.post(
                "/patrol-plans",
                """
                {"community_id": "%s", "shift_id": "%s", "duty_id": "D-003-OML-04",
                 "post": "STEWARD", "minimum": %d, "route_ids": ["%s"],
                 "windows": [{"from_minute": 0, "to_minute": 240}], "from": "%s"}
                """
                        .formatted(community, shift, minimum, route, from));
    }

    private static String route(String limits, int last) {
        return """
                {"community_id": "%s", "label": {"zh": "全园", "en": "Site"}, "checkpoints": [
                 {"id": "gate", "area": "gate", "place": "东门", "within_minutes": 10, "items": [
                  {"id": "door", "label": {"zh": "大门关闭", "en": "Gate is shut"},
                   "kind": "PASS_FAIL", "severity": "MAJOR"}]},
                 {"id": "pumps", "area": "basement", "place": "水泵房", "within_minutes": 20,
                  "items": [{"id": "pressure", "label": {"zh": "水压", "en": "Water pressure"},
                   %s, "severity": "CRITICAL"}]},
                 {"id": "fence", "area": "surroundings", "place": "围墙", "within_minutes": %d,
                  "items": []}]}
                """
                .formatted(community, limits, last);
    }
}
