package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A company's own duties, shifts, intervals and limits, over HTTP. */
class DutyCatalogueTest {

    private static Api administrator;

    @BeforeAll
    static void start() {
        administrator = RunningServer.shared().withCompany().asAdministrator();
    }

    private static String id() {
        return "D-T" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String content(String cadence, String deadline, String from) {
        return """
        "label": {"zh": "检查泳池水质", "en": "Check the pool"}, "posts": ["STOREKEEPER"],
        "cadences": ["%s"], "deadline": "%s", "evidence": ["R-DUTY-LOG"],
        "approvers": ["PROPERTY_MANAGER"], "from": "%s", "source": "测试"
        """
                .formatted(cadence, deadline, from);
    }

    private static Reply create(String id, String cadence, String deadline) {
        return administrator.post(
                "/duties",
                "{\"id\": \"" + id + "\", " + content(cadence, deadline, "2031-01-01") + "}");
    }

    private static int due(String id, String from, String to) {
        int count = 0;
        String cursor = "";
        do {
            Reply page =
                    administrator
                            .get(
                                    "/duty-occurrences?post=STOREKEEPER&limit=200&from=%s&to=%s%s"
                                            .formatted(from, to, cursor))
                            .expect(200);
            for (JsonNode item : page.json().at("/items")) {
                count += item.at("/duty_id").asString().equals(id) ? 1 : 0;
            }
            cursor = "&cursor=" + page.text("/next_cursor");
        } while (!cursor.equals("&cursor="));
        return count;
    }

    @Test
    void anOwnDutyComesRoundIsChangedAndRetired() {
        String id = id();
        Reply added = create(id, "MONTHLY", "day-5").expect(201);
        assertThat(added.text("/versions/0/deadline")).isEqualTo("day-5");
        assertThat(added.text("/versions/0/approvers/0")).isEqualTo("PROPERTY_MANAGER");
        assertThat(due(id, "2031-01-01", "2031-12-31")).isEqualTo(12);
        create(id, "MONTHLY", "day-5").expectProblem(409, "duty-id-taken");

        String change = "{" + content("WEEKLY", "week-end", "2031-07-01") + "}";
        administrator
                .with("If-Match", "\"99\"")
                .post("/duties/" + id + "/versions", change)
                .expect(412);
        Reply changed =
                administrator
                        .with("If-Match", added.header("ETag"))
                        .post("/duties/" + id + "/versions", change)
                        .expect(200);
        assertThat(changed.text("/versions/0/to")).isEqualTo("2031-07-01");
        assertThat(changed.text("/versions/1/cadences/0")).isEqualTo("WEEKLY");
        assertThat(due(id, "2031-06-01", "2031-06-30")).isEqualTo(1);
        assertThat(due(id, "2031-07-01", "2031-07-31")).isEqualTo(4);

        Reply retired =
                administrator
                        .with("If-Match", changed.header("ETag"))
                        .post("/duties/" + id + "/retirements", "{\"from\": \"2031-09-01\"}")
                        .expect(200);
        assertThat(retired.text("/versions/1/to")).isEqualTo("2031-09-01");
        assertThat(due(id, "2031-09-01", "2031-12-31")).isZero();
        Reply get = administrator.get("/duties/" + id).expect(200);
        administrator
                .with("If-Match", get.header("ETag"))
                .post("/duties/" + id + "/retirements", "{\"from\": \"2031-10-01\"}")
                .expectProblem(409, "duty-retired");
        String filtered = "/duties?limit=200&post=STOREKEEPER&cadence=WEEKLY&from=2031-07-01";
        assertThat(administrator.get(filtered).expect(200).body()).contains(id);
        assertThat(administrator.get("/duties?limit=200&post=STOREKEEPER").body())
                .doesNotContain(id);
        String then = "/duties?limit=200&post=STOREKEEPER&as_of=2031-02-01T00:00:00Z";
        assertThat(administrator.get(then).expect(200).body()).contains(id);
    }

    @Test
    void aFaultyRowIsRefusedWithItsField() {
        faulty(create(id(), "MONTHLY", "quarter-2"), "/deadline");
        faulty(create(id(), "MONTHLY", "some-day"), "/deadline");
        fault(create(id(), "SOMETIMES", "day-5"), "/cadences/0");
        String body =
                "{\"id\": \"%s\", %s}".formatted(id(), content("DAILY", "day-end", "2031-01-01"));
        faulty(administrator.post("/duties", body.replace("STOREKEEPER", "KING")), "/posts");
        faulty(administrator.post("/duties", body.replace("R-DUTY-LOG", "R-NONE")), "/evidence");
        RunningServer.shared()
                .holding("CASHIER")
                .post("/duties", body)
                .expectProblem(403, "command-not-permitted");
        administrator.get("/duties/D-404").expectProblem(404, "not-found");
    }

    private static void faulty(Reply reply, String pointer) {
        assertThat(reply.expectProblem(409, "duty-row-faulty").text("/errors/0/pointer"))
                .isEqualTo(pointer);
    }

    private static void fault(Reply reply, String pointer) {
        assertThat(reply.expectProblem(400, "invalid-request").text("/errors/0/pointer"))
                .isEqualTo(pointer);
    }

    @Test
    void aPeriodicDutyComesRoundOnceItsIntervalIsSet() {
        String id = id();
        create(id, "PERIODIC", "period-end").expect(201);
        String waiting = "/unconfigured-duties?limit=200&post=STOREKEEPER";
        assertThat(administrator.get(waiting).expect(200).body()).contains(id);
        String row = "{\"duty_id\": \"%s\", \"every\": \"%s\", \"from\": \"2031-02-01\"}";
        faulty(administrator.post("/duty-intervals", row.formatted("D-404", "P1M")), "/duty_id");
        faulty(administrator.post("/duty-intervals", row.formatted(id, "P9999D")), "/every");
        administrator.post("/duty-intervals", row.formatted(id, "P2M")).expect(201);
        administrator
                .post("/duty-intervals", row.formatted(id, "P2M"))
                .expectProblem(409, "duty-interval-taken");
        assertThat(administrator.get(waiting).expect(200).body()).doesNotContain(id);
        assertThat(due(id, "2031-01-01", "2031-12-31")).isEqualTo(6);
        assertThat(administrator.get("/duty-intervals?duty_id=" + id).text("/items/0/every"))
                .isEqualTo("P2M");
    }

    @Test
    void aWordWithALimitMakesADutyDueInTime() {
        String limit = "{\"allowance\": \"%s\", \"from\": \"2031-01-01\"}";
        String path = "/deadline-words/in-time/allowances";
        fault(administrator.post(path, limit.formatted("P")), "/allowance");
        administrator
                .post("/deadline-words/whenever/allowances", limit.formatted("P1D"))
                .expect(404);
        Reply set = administrator.post(path, limit.formatted("PT30M")).expect(201);
        assertThat(set.text("/allowance")).isEqualTo("PT30M");
        administrator.post(path, limit.formatted("PT1H")).expectProblem(409, "allowance-taken");
        assertThat(administrator.get("/deadline-words?limit=200").expect(200).body())
                .contains("PT30M");
        assertThat(administrator.get("/record-kinds?limit=1").expect(200).text("/items/0/id"))
                .startsWith("R-");
    }

    @Test
    void thePolicyIsPatchedWithItsVersion() {
        Reply policy = administrator.get("/duty-policy").expect(200);
        assertThat(policy.text("/working_day_rule")).isEqualTo("KEEP");
        Reply wrong =
                administrator.patch(
                        "/duty-policy",
                        "{\"biweekly_anchor\": \"2026-01-06\"}",
                        policy.header("ETag"));
        fault(wrong, "/biweekly_anchor");
        Reply set =
                administrator
                        .patch(
                                "/duty-policy",
                                "{\"setup_on\": \"2030-01-01\"}",
                                policy.header("ETag"))
                        .expect(200);
        assertThat(set.text("/setup_on")).isEqualTo("2030-01-01");
        administrator.patch("/duty-policy", "{}", policy.header("ETag")).expect(412);
        Reply cleared =
                administrator.patch("/duty-policy", "{\"setup_on\": null}", set.header("ETag"));
        assertThat(cleared.expect(200).json().has("setup_on")).isFalse();
    }
}
