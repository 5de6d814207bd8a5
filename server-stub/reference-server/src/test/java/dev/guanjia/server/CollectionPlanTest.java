package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Flats of 214.80 a month, three in building 1 and one in building 2. */
class CollectionPlanTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 3);
    private final String second = estate.registry().addBuilding("2").expect(201).text("/id");

    @Test
    void targetsFollowTheListsToTheCentAndProgressWhatIsPaidOfThem() {
        owe();
        estate.pay(0, "14.80", "2024-06-20").expect(201);
        Reply plan = create(body()).expect(201);
        String id = plan.text("/id");
        assertThat(plan.header("Location")).isEqualTo("/v1/collection-plans/" + id);
        assertThat(targets(plan))
                .containsExactly(
                        "project 844.40 759.96", "team1 629.60 566.64", "team2 214.80 193.32");

        estate.pay(3, "193.31", "2024-07-02").expect(201);
        assertThat(progress(id, "2024-07-01T12:00:00Z", 2))
                .isEqualTo("team2 0.00 193.32 false 0 19.33 0.00");
        assertThat(progress(id, "2024-07-02T12:00:00Z", 2))
                .isEqualTo("team2 193.31 0.01 false 0.899953 38.66 214.80");
        estate.pay(3, "0.01", "2024-07-10").expect(201);
        assertThat(progress(id, "2024-07-10T12:00:00Z", 2))
                .isEqualTo("team2 193.32 0.00 true 0.9 193.32 193.32");
        assertThat(progress(id, "2024-06-30T12:00:00Z", 0))
                .isEqualTo("project 0.00 759.96 false 0 - -");
    }

    @Test
    void aPlanIsApprovedByAnotherAndTakenOnStepByStep() {
        owe();
        Reply both = server.newcomer("CS_SUPERVISOR", "PROPERTY_MANAGER");
        Api author = server.as(both.text("/token"));
        Reply plan = author.inPost("CS_SUPERVISOR").post("/collection-plans", body()).expect(201);
        String id = plan.text("/id");
        step(author.inPost("PROPERTY_MANAGER"), id, "APPROVE", "2024-06-21")
                .expectProblem(409, "collection-plan-self-approved");
        step(estate.as("PROPERTY_MANAGER"), id, "START", "2024-07-01")
                .expectRefused("collection-plan-wrong-state", "/action");
        Reply approved = step(estate.as("PROPERTY_MANAGER"), id, "APPROVE", "2024-06-21");
        assertThat(approved.expect(200).text("/state")).isEqualTo("APPROVED");
        step(estate.as("CS_SUPERVISOR"), id, "START", "2024-06-30")
                .expectRefused("collection-plan-too-early", "/taken_on");
        step(estate.as("CS_SUPERVISOR"), id, "START", "2024-07-01").expect(200);
        Reply evaluated = step(estate.as("PROPERTY_MANAGER"), id, "EVALUATE", "2024-07-10");
        assertThat(evaluated.expect(200).text("/state")).isEqualTo("EVALUATED");
        estate.as("PROPERTY_MANAGER")
                .with("If-Match", plan.header("ETag"))
                .post(transitions(id), transition("EVALUATE", "2024-07-10"))
                .expectProblem(412, "precondition-failed");
        String list = "/collection-plans?community_id=" + estate.community();
        Reply page = estate.as("CASHIER").get(list).expect(200);
        assertThat(page.json().at("/items").size()).isEqualTo(1);
        assertThat(page.text("/items/0/id")).isEqualTo(id);
    }

    @Test
    void aPlanThatIsOvertakenIsGivenUpAndWhatComesInLaterDoesNotCountForIt() {
        owe();
        String id = create(body()).expect(201).text("/id");
        Api manager = estate.as("PROPERTY_MANAGER");
        Api supervisor = estate.as("CS_SUPERVISOR");
        giveUp(manager, id, "CANCEL", "2024-06-21", "early")
                .expectRefused("collection-plan-wrong-state", "/action");
        step(manager, id, "APPROVE", "2024-06-21").expect(200);
        step(supervisor, id, "START", "2024-07-01").expect(200);
        estate.pay(3, "100.00", "2024-07-02").expect(201);
        step(supervisor, id, "CANCEL", "2024-07-03")
                .expectRefused("collection-plan-without-reason", "/reason");
        giveUp(supervisor, id, "CANCEL", "2024-07-03", " ").expectProblem(400, "invalid-request");
        giveUp(estate.as("STEWARD"), id, "CANCEL", "2024-07-03", "x")
                .expectProblem(403, "command-not-permitted");
        String before = progress(id, "2024-07-02T12:00:00Z", 2);
        Reply gone = giveUp(supervisor, id, "CANCEL", "2024-07-03", "并入年终计划").expect(200);
        assertThat(gone.text("/state")).isEqualTo("CANCELLED");
        assertThat(gone.text("/ending/reason")).isEqualTo("并入年终计划");
        assertThat(gone.text("/ending/ended_on")).isEqualTo("2024-07-03");
        Reply read = manager.get("/collection-plans/" + id).expect(200);
        assertThat(read.body()).isEqualTo(gone.body());
        assertThat(targets(read)).hasSize(3);
        estate.pay(3, "50.00", "2024-07-04").expect(201);
        assertThat(progress(id, "2024-07-02T12:00:00Z", 2)).isEqualTo(before);
        assertThat(progress(id, "2024-07-10T12:00:00Z", 2))
                .isEqualTo("team2 100.00 93.32 false 0.465549 58.00 -");
        assertThat(
                        manager.get(progressPath(id, "2024-07-10T12:00:00Z"))
                                .expect(200)
                                .text("/counted_on"))
                .isEqualTo("2024-07-03");
        step(manager, id, "EVALUATE", "2024-07-12")
                .expectRefused("collection-plan-wrong-state", "/action");
        create(body()).expect(201);
    }

    @Test
    void aDraftIsRejectedByAnotherAndTakenBackByItsAuthor() {
        owe();
        String mine = create(body()).expect(201).text("/id");
        String other = create(body()).expect(201).text("/id");
        giveUp(server.holding("STEWARD"), mine, "REJECT", "2024-06-22", "x")
                .expectProblem(403, "command-not-permitted");
        Reply taken = giveUp(estate.as("CS_SUPERVISOR"), mine, "REJECT", "2024-06-22", "重编");
        assertThat(taken.expect(200).text("/state")).isEqualTo("WITHDRAWN");
        assertThat(taken.text("/ending/ended_by")).isEqualTo(taken.text("/author_id"));
        Reply no = giveUp(estate.as("PROPERTY_MANAGER"), other, "REJECT", "2024-06-22", "目标过低");
        assertThat(no.expect(200).text("/state")).isEqualTo("REJECTED");
        assertThat(no.text("/ending/ended_by")).isNotEqualTo(no.text("/author_id"));
        Reply list =
                estate.as("CASHIER")
                        .get("/collection-plans?community_id=" + estate.community())
                        .expect(200);
        assertThat(list.json().findValuesAsString("state"))
                .containsExactly("REJECTED", "WITHDRAWN");
        assertThat(list.json().findValuesAsString("ended_on")).hasSize(2);
        giveUp(estate.as("PROPERTY_MANAGER"), "co_0000000000", "REJECT", "2024-06-22", "x")
                .expectProblem(404, "not-found");
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "to": "2024-07-11"       | "to": "2024-07-01"       | /to
                    "rate": "0.90"           | "rate": "1.01"           | /goals/0/rate
                    "rate": "0.90"           | "rate": "0"              | /goals/0/rate
                    PROPERTY_SERVICE         | NO_SUCH_FEE              | /goals/0/fee_item
                    "level": "PROJECT"       | "level": "CLUB"          | /groups/0/level
                    "listed_on": "2024-06-21" | "listed_on": "2999-01-01" | /listed_on
                    "name": "team 1"         | "name": "  "             | /groups/1/name
                    """)
    void aFieldThatDoesNotFitIsNamed(String right, String wrong, String pointer) {
        Reply refused = create(body().replace(right, wrong));
        assertThat(refused.status()).as(refused.body()).isIn(400, 409);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void groupsThatDoNotFitAndFeesNobodyOwesAreRefused() {
        create(body()).expectRefused("goal-without-arrears", "/goals");
        owe();
        create(
                        body().replace(
                                        "\"above\": \"project\", \"name\": \"team 2\"",
                                        "\"name\": \"team 2\""))
                .expectRefused("groups-without-top", "/groups");
        create(body().replace("\"key\": \"team2\"", "\"key\": \"team1\""))
                .expectRefused("group-twice", "/groups");
        Reply twice = create(body().replace(second, estate.registry().building()));
        twice.expectProblem(400, "invalid-request");
        assertThat(twice.text("/errors/0/pointer")).isEqualTo("/groups/2/building_ids/0");
        assertThat(
                        estate.as("CASHIER")
                                .get("/collection-plans?community_id=" + estate.community())
                                .json()
                                .at("/items")
                                .size())
                .isZero();
    }

    @Test
    void aCollectorsQuarterIsAssessedOnceByAnotherWhenItIsOver() {
        owe();
        Reply hired = server.newcomer("CASHIER", "CS_SUPERVISOR");
        String collector = hired.text("/staff_id");
        Api cashier = server.as(hired.text("/token"));
        cashier.inPost("CASHIER")
                .post("/payments", estate.payment(1, "199.99", "2024-06-30", ""))
                .expect(201);
        cashier.inPost("CASHIER")
                .post("/payments", estate.payment(1, "5.00", "2024-07-01", ""))
                .expect(201);
        String body =
                """
                {"collector_id": "%s", "quarter": "2024-Q2", "accounts_unclear": false,
                 "planned": {"amount": "200.00", "currency": "CNY"}}"""
                        .formatted(collector);
        cashier.inPost("CS_SUPERVISOR")
                .post("/collector-assessments", body)
                .expectProblem(409, "collector-self-assessed");
        Api manager = estate.as("PROPERTY_MANAGER");
        manager.post("/collector-assessments", body.replace("2024-Q2", "2999-Q4"))
                .expectRefused("quarter-not-over", "/quarter");
        Reply assessed = manager.post("/collector-assessments", body).expect(201);
        assertThat(assessed.text("/collected/amount")).isEqualTo("199.99");
        assertThat(assessed.json().at("/grounds").toString())
                .isEqualTo("[\"NOT_COLLECTED_IN_FULL\"]");
        manager.post("/collector-assessments", body).expectProblem(409, "quarter-assessed");
        assertThat(manager.get("/collector-assessments?limit=1").text("/items/0/id"))
                .isEqualTo(assessed.text("/id"));
    }

    @Test
    void anotherCompanySeesNothingOfIt() {
        owe();
        String plan = "/collection-plans/" + create(body()).expect(201).text("/id");
        Api stranger = TwoCompanies.THEIRS.as("PROPERTY_MANAGER");
        stranger.get(plan).expectProblem(404, "not-found");
        stranger.get(plan + "/progress").expectProblem(404, "not-found");
        stranger.with("If-Match", "*")
                .post(plan + "/transitions", transition("APPROVE", "2024-06-21"))
                .expectProblem(404, "not-found");
        Reply foreign = stranger.post("/collection-plans", body());
        assertThat(foreign.expect(400).text("/errors/0/pointer")).isEqualTo("/community_id");
    }

    /** Everybody owes May, due on 28 May. */
    private void owe() {
        estate.enter(estate.registry().unit("21").replace(estate.registry().building(), second));
        estate.bill("2024-05", "2024-06-01");
    }

    private Reply create(String body) {
        return estate.as("CS_SUPERVISOR").post("/collection-plans", body);
    }

    private Reply step(Api who, String id, String action, String on) {
        String etag = who.get("/collection-plans/" + id).expect(200).header("ETag");
        return who.with("If-Match", etag).post(transitions(id), transition(action, on));
    }

    private Reply giveUp(Api who, String id, String action, String on, String why) {
        Reply seen = estate.as("CASHIER").get("/collection-plans/" + id);
        String body = transition(action, on).replace("}", ", \"reason\": \"" + why + "\"}");
        return who.with("If-Match", seen.status() == 200 ? seen.header("ETag") : "*")
                .post(transitions(id), body);
    }

    private static String transitions(String id) {
        return "/collection-plans/" + id + "/transitions";
    }

    private static String transition(String action, String on) {
        return "{\"action\": \"%s\", \"taken_on\": \"%s\"}".formatted(action, on);
    }

    private String body() {
        return """
        {"community_id": "%s", "name": "June", "from": "2024-07-01", "to": "2024-07-11",
         "listed_on": "2024-06-21",
         "groups": [{"key": "project", "level": "PROJECT", "name": "the project"},
           {"key": "team1", "level": "TEAM", "above": "project", "name": "team 1",
            "building_ids": ["%s"]},
           {"key": "team2", "level": "TEAM", "above": "project", "name": "team 2",
            "building_ids": ["%s"]}],
         "goals": [{"fee_item": "PROPERTY_SERVICE", "rate": "0.90"}]}"""
                .formatted(estate.community(), estate.registry().building(), second);
    }

    private static List<String> targets(Reply plan) {
        return plan.json()
                .at("/targets")
                .valueStream()
                .map(
                        row ->
                                text(row, "/group")
                                        + " "
                                        + text(row, "/due/amount")
                                        + " "
                                        + text(row, "/target/amount"))
                .toList();
    }

    private String progress(String id, String asOf, int index) {
        Reply progress = estate.as("CASHIER").get(progressPath(id, asOf)).expect(200);
        JsonNode row = progress.json().at("/items").get(index);
        return String.join(
                " ",
                text(row, "/group"),
                text(row, "/collected/amount"),
                text(row, "/missing/amount"),
                String.valueOf(row.at("/reached").asBoolean()),
                text(row, "/rate"),
                text(row, "/expected/amount"),
                text(row, "/forecast/amount"));
    }

    private static String progressPath(String id, String asOf) {
        return "/collection-plans/" + id + "/progress?as_of=" + asOf;
    }

    private static String text(JsonNode row, String pointer) {
        return row.at(pointer).isMissingNode() ? "-" : row.at(pointer).asString();
    }
}
