package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StaffingTest {

    private final RunningServer server = RunningServer.shared().withCompany();
    private final Api administrator = server.asAdministrator();

    @Test
    void nobodyIsGivenAPostWhoseCertificateIsMissingOrHasLapsed() {
        String staff = server.newcomer().text("/staff_id");
        assign(staff, "MAINTENANCE_WORKER", "2024-03-01")
                .expectProblem(409, "qualification-missing");
        Reply paper = qualify(staff, "2023-01-01", "\"2024-03-01\"").expect(201);
        assertThat(paper.text("/id")).startsWith("qu_");
        assertThat(paper.text("/to")).isEqualTo("2024-03-01");
        Reply lapsed = assign(staff, "MAINTENANCE_WORKER", "2024-03-01");
        lapsed.expectProblem(409, "qualification-lapsed");
        assertThat(lapsed.text("/reasons/0/facts/last")).isEqualTo("2024-02-29");
        assertThat(administrator.get("/staff/" + staff + "/assignments").json().at("/items"))
                .isEmpty();
        assign(staff, "MAINTENANCE_WORKER", "2024-02-29").expect(201);
        qualify(staff, "2023-01-01", "\"2024-03-01\"").expectProblem(409, "qualification-exists");
        assertThat(administrator.get("/staff/" + staff + "/qualifications").expect(200).body())
                .contains(paper.text("/id"));
    }

    @Test
    void whoseCertificateHasLapsedIsNotSentToWork() {
        String staff = server.newcomer().text("/staff_id");
        qualify(staff, "2023-01-01", "\"2024-03-01\"").expect(201);
        String path = "/staff/" + staff + "/dispatch-check?post=MAINTENANCE_WORKER&as_of=";
        Reply fit = administrator.get(path + "2024-02-29T04:00:00Z").expect(200);
        assertThat(fit.json().at("/dispatchable").asBoolean()).isTrue();
        Reply unfit = administrator.get(path + "2024-03-01T04:00:00Z").expect(200);
        assertThat(unfit.text("/judged_on")).isEqualTo("2024-03-01");
        assertThat(unfit.json().at("/dispatchable").asBoolean()).isFalse();
        assertThat(unfit.text("/reasons/0/code")).isEqualTo("qualification-lapsed");
        administrator
                .get("/staff/" + staff + "/dispatch-check?post=SWEEPER")
                .expectProblem(400, "invalid-request");
    }

    @Test
    void aQualificationThatDoesNotFitIsRefusedPlaceByPlace() {
        String staff = server.newcomer().text("/staff_id");
        Reply wrong =
                administrator.post(
                        "/staff/" + staff + "/qualifications",
                        """
                        {"kind": "NONE", "number": " ", "from": "2024-01-01",
                         "to": "2024-01-01"}""");
        wrong.expectProblem(400, "invalid-request");
        assertThat(wrong.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/kind", "/number", "/to");
        server.holding("PROPERTY_MANAGER")
                .post("/staff/" + staff + "/qualifications", paper("2024-01-01", "null"))
                .expect(400);
        administrator
                .post("/staff/sf_00000000/qualifications", paper("2024-01-01", "\"2025-01-01\""))
                .expectProblem(404, "not-found");
    }

    @Test
    void theCertifiedPostRateCountsEachPersonInThePostsOfMiddleLevelAndAbove() {
        Reply manager = server.newcomer("PROPERTY_MANAGER");
        String staff = manager.text("/staff_id");
        Reply before = administrator.get("/certified-post-rate").expect(200);
        assertThat(person(staff).at("/certified").asBoolean()).isFalse();
        administrator
                .post(
                        "/staff/" + staff + "/qualifications",
                        """
                        {"kind": "MANAGEMENT_CERTIFICATE", "number": "P-1",
                         "from": "2020-01-01"}""")
                .expect(201);
        Reply after = administrator.get("/certified-post-rate").expect(200);
        assertThat(after.json().at("/certified").asInt())
                .isEqualTo(before.json().at("/certified").asInt() + 1);
        assertThat(after.json().at("/holders").asInt())
                .isEqualTo(before.json().at("/holders").asInt());
        assertThat(after.text("/percent")).matches("[0-9]+\\.[0-9]{2}");
        assertThat(person(staff).at("/certified").asBoolean()).isTrue();
    }

    @Test
    void theKindsAndRequirementsOfTheCatalogueAreListed() {
        assertThat(administrator.get("/qualification-kinds").expect(200).body())
                .contains("MAINTENANCE_CERTIFICATE");
        Reply rows =
                administrator
                        .get("/qualification-requirements?post=MAINTENANCE_WORKER")
                        .expect(200);
        assertThat(rows.json().at("/items").findValuesAsString("id")).contains("QUAL-01");
        assertThat(rows.json().at("/items").findValuesAsString("kind"))
                .doesNotContain("MANAGEMENT_CERTIFICATE");
    }

    @Test
    void anAssignmentEndsOnceAndTheTokenNoLongerActsInThePost() {
        Reply person = server.newcomer("CASHIER");
        String path = "/staff/" + person.text("/staff_id") + "/assignments";
        String id = administrator.get(path).expect(200).text("/items/0/id");
        String endings = path + "/" + id + "/endings";
        administrator
                .post(endings, "{\"to\": \"2024-01-01\"}")
                .expectProblem(400, "invalid-request");
        Reply ended = administrator.post(endings, "{\"to\": \"2024-06-01\", \"reason\": \"调岗\"}");
        assertThat(ended.expect(200).text("/to")).isEqualTo("2024-06-01");
        assertThat(administrator.get(path).text("/items/0/to")).isEqualTo("2024-06-01");
        administrator
                .post(endings, "{\"to\": \"2024-07-01\"}")
                .expectProblem(409, "assignment-ended");
        server.as(person.text("/token"))
                .inPost("CASHIER")
                .get("/staff")
                .expectProblem(403, "acting-post-not-held");
        administrator
                .post(path + "/as_00000000/endings", "{\"to\": \"2024-07-01\"}")
                .expectProblem(404, "not-found");
    }

    @Test
    void aPersonStandsInForAHolderAndActsInThePostUntilItEnds() {
        String holder = server.newcomer("STOREKEEPER").text("/staff_id");
        Reply other = server.newcomer("CS_ASSISTANT");
        String by = other.text("/staff_id");
        Reply made = standIn(holder, by, "2024-06-03", "2124-06-08").expect(201);
        assertThat(made.text("/kind")).isEqualTo("STAND_IN");
        String path = "/stand-ins/" + made.text("/id");
        assertThat(made.header("Location")).isEqualTo("/v1" + path);
        assertThat(administrator.get(path).expect(200).text("/staff_id")).isEqualTo(by);
        server.as(other.text("/token")).inPost("STOREKEEPER").get("/staff").expect(200);
        standIn(holder, server.newcomer().text("/staff_id"), "2024-06-07", "2024-06-09")
                .expectProblem(409, "stand-in-overlaps");
        Reply ended = administrator.post(path + "/endings", "{\"to\": \"2024-06-05\"}");
        assertThat(ended.expect(200).text("/to")).isEqualTo("2024-06-05");
        administrator
                .post(path + "/endings", "{\"to\": \"2024-06-05\"}")
                .expectProblem(409, "stand-in-ended");
        server.as(other.text("/token"))
                .inPost("STOREKEEPER")
                .get("/staff")
                .expectProblem(403, "acting-post-not-held");
        String mine = "/stand-ins?staff_id=" + by;
        assertThat(administrator.get(mine).json().at("/items")).hasSize(1);
        assertThat(administrator.get(mine + "&as_of=2024-06-05T04:00:00Z").json().at("/items"))
                .isEmpty();
    }

    @Test
    void aStandInThatDoesNotFitIsRefused() {
        String staff = server.newcomer("CASHIER").text("/staff_id");
        Reply wrong = standIn(staff, staff, "2024-06-03", "2024-06-03");
        wrong.expectProblem(400, "invalid-request");
        assertThat(wrong.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/replaced_id", "/to");
        String by = server.newcomer().text("/staff_id");
        standIn(staff, by, "2024-06-03", "2024-06-04").expectProblem(409, "post-not-held");
        server.holding("PROPERTY_MANAGER")
                .post("/stand-ins", body(staff, by, "2024-06-03", "2024-06-04"))
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void nobodyStandsInWhereTheOwnPostExcludesIt() {
        String cashier = server.newcomer("CASHIER").text("/staff_id");
        String accountant = server.newcomer("ACCOUNTANT").text("/staff_id");
        String body =
                body(cashier, accountant, "2024-06-03", "2024-06-04")
                        .replace("STOREKEEPER", "CASHIER");
        administrator.post("/stand-ins", body).expectProblem(403, "segregation-violated");
        assertThat(administrator.get("/stand-ins?staff_id=" + accountant).json().at("/items"))
                .isEmpty();
    }

    @Test
    void aPostThatTheStandInsExcludesIsRefusedAsLongAsTheyLast() {
        String accountant = server.newcomer("ACCOUNTANT").text("/staff_id");
        String by = server.newcomer().text("/staff_id");
        String body =
                body(accountant, by, "2024-06-03", "2024-06-05")
                        .replace("STOREKEEPER", "ACCOUNTANT");
        administrator.post("/stand-ins", body).expect(201);
        assign(by, "CASHIER", "2024-06-04").expectProblem(403, "segregation-violated");
        assign(by, "CASHIER", "2024-06-05").expect(201);
    }

    private JsonNode person(String staff) {
        String cursor = "";
        do {
            Reply page =
                    administrator.get("/certified-post-rate/rows?limit=200" + cursor).expect(200);
            for (JsonNode row : page.json().at("/items")) {
                if (row.at("/staff_id").asString().equals(staff)) {
                    return row;
                }
            }
            JsonNode next = page.json().at("/next_cursor");
            cursor = next.isMissingNode() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        throw new AssertionError(staff + " does not count");
    }

    private Reply qualify(String staff, String from, String to) {
        return administrator.post("/staff/" + staff + "/qualifications", paper(from, to));
    }

    private static String paper(String from, String to) {
        return """
                {"kind": "MAINTENANCE_CERTIFICATE", "number": "M-7", "from": "%s", "to": %s}"""
                .formatted(from, to);
    }

    private Reply assign(String staff, String post, String from) {
        return administrator.post(
                "/staff/" + staff + "/assignments",
                "{\"post\": \"%s\", \"from\": \"%s\"}".formatted(post, from));
    }

    private Reply standIn(String replaced, String by, String from, String to) {
        return administrator.post("/stand-ins", body(replaced, by, from, to));
    }

    private static String body(String replaced, String by, String from, String to) {
        return """
                {"post": "STOREKEEPER", "replaced_id": "%s", "staff_id": "%s",
                 "from": "%s", "to": "%s"}"""
                .formatted(replaced, by, from, to);
    }
}
