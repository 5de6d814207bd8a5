package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SegregationTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final RunningServer server = RunningServer.shared().withCompany();
    private final Api administrator = server.asAdministrator();
    private final Reply manager = server.newcomer("PROPERTY_MANAGER");

    @Test
    void thePostsThatExcludeOneAnotherAreNotGivenToOnePersonAndOneAuditRowTellsOfIt() {
        String person = server.newcomer("CASHIER").text("/staff_id");
        Reply refused = assign(person, "ACCOUNTANT", TODAY);
        refused.expectProblem(403, "segregation-violated");
        assertThat(refused.text("/reasons/0/facts/rule")).isEqualTo("SOD-05");
        assertThat(refused.text("/reasons/0/facts/left")).isEqualTo("CASHIER");
        assertThat(posts(person)).containsExactly("CASHIER");
        assertThat(refusals("create-assignment", person)).isEqualTo(1);
    }

    @Test
    void aLiveOverrideLetsItBeAndAfterItsEndTheStateIsReportedAndTheActRefused() {
        Reply newcomer = server.newcomer("CASHIER");
        String person = newcomer.text("/staff_id");
        Reply lifted = override(person, TODAY, TODAY.plusDays(1)).expect(201);
        assertThat(lifted.text("/standing")).isEqualTo("LIVE");
        assertThat(lifted.text("/approved_by")).isEqualTo(manager.text("/staff_id"));
        assertThat(lifted.text("/approved_as")).isEqualTo("PROPERTY_MANAGER");
        assign(person, "ACCOUNTANT", TODAY).expect(201);
        Reply found = violations(person, "");
        assertThat(found.text("/items/0/standing")).isEqualTo("OVERRIDDEN");
        assertThat(found.text("/items/0/override/id")).isEqualTo(lifted.text("/id"));
        Api both = server.as(newcomer.text("/token")).inPost("CASHIER");
        String request = "{\"kind\": \"RULE\", \"subject\": \"Till\", \"attachments\": [\"a\"]}";
        both.post("/approvals", request).expect(201);

        Reply ended = violations(person, "&as_of=" + TODAY.plusDays(2) + "T01:00:00Z");
        assertThat(ended.text("/items/0/standing")).isEqualTo("BREACH");
        assertThat(ended.text("/items/0/since")).isEqualTo(TODAY.toString());
        assertThat(ended.text("/items/0/override/standing")).isEqualTo("EXPIRED");
        ends(lifted.text("/id"), TODAY.minusDays(1));
        both.post("/approvals", request).expectProblem(403, "segregation-violated");
        both.inPost("ACCOUNTANT")
                .post("/accounting-periods/2026-01/closures", "{\"closed_on\": \"2026-02-01\"}")
                .expectProblem(403, "segregation-violated");
        assertThat(violations(person, "&standing=BREACH").json().at("/items").size()).isEqualTo(1);
        String expired = "/segregation-overrides?standing=EXPIRED&staff_id=" + person;
        assertThat(administrator.get(expired).expect(200).text("/items/0/id"))
                .isEqualTo(lifted.text("/id"));
    }

    @Test
    void aRuleIsLiftedByThePostItNamesForAnotherPersonAndNotTwice() {
        String person = server.newcomer("CASHIER").text("/staff_id");
        server.holding("STEWARD")
                .post("/segregation-overrides", body(person, "SOD-05", TODAY, TODAY.plusDays(9)))
                .expectProblem(403, "override-without-authority");
        override(manager.text("/staff_id"), TODAY, TODAY.plusDays(9))
                .expectProblem(403, "override-for-oneself");
        override(person, TODAY.minusDays(3), TODAY.plusDays(9))
                .expectProblem(409, "override-backdated");
        asManager()
                .post("/segregation-overrides", body(person, "SOD-99", TODAY, TODAY.plusDays(9)))
                .expectProblem(409, "segregation-rule-unknown");
        override("sf_00000000", TODAY, TODAY).expectProblem(400, "invalid-request");
        override(person, TODAY, TODAY.plusDays(9)).expect(201);
        override(person, TODAY.plusDays(8), TODAY.plusDays(20))
                .expectProblem(409, "override-overlaps");
    }

    @Test
    void aThingIsKeptUntilItIsHandedOn() {
        String person = server.newcomer().text("/staff_id");
        Reply seal = keep(person, "FINANCE_SEAL").expect(201);
        keep(person, "FINANCE_SEAL").expectProblem(409, "keeping-overlaps");
        keep(person, "CHEQUE_BOOK").expectProblem(403, "segregation-violated");
        assertThat(refusals("create-keeping", person)).isEqualTo(1);
        assign(person, "CASHIER", TODAY).expectProblem(403, "segregation-violated");
        keep(person, "CASHIER").expectProblem(400, "invalid-request");
        String endings = "/keepings/" + seal.text("/id") + "/endings";
        String end = "{\"to\": \"%s\", \"reason\": \"Handed on\"}";
        administrator
                .post(endings, end.formatted("2023-12-31"))
                .expectProblem(400, "invalid-request");
        Reply ended = administrator.post(endings, end.formatted(TODAY)).expect(200);
        assertThat(ended.text("/to")).isEqualTo(TODAY.toString());
        administrator.post(endings, end.formatted(TODAY)).expectProblem(409, "keeping-ended");
        String list = "/keepings?staff_id=" + person;
        assertThat(administrator.get(list).expect(200).json().at("/items").size()).isEqualTo(1);
        String now = list + "&as_of=" + TODAY + "T08:00:00Z";
        assertThat(administrator.get(now).expect(200).json().at("/items").size()).isZero();
    }

    @Test
    void aCompanyAddsAPairThatHoldsAtOnceAndCannotBeReplaced() {
        String id = "OWN-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        String thing = "THING_" + id.substring(4);
        String rule =
                """
                {"id": "%s", "label": {"zh": "工具与账册分管", "en": "Tools, \\"books\\"; apart"},
                 "kind": "CUSTODY", "left": ["%s"], "right": ["OTHER_%s"], "effect": "FORBID",
                 "overridden_by": "COMPANY_LEADER", "from": "2024-01-01"}"""
                        .formatted(id, thing, thing);
        Reply made = administrator.post("/segregation-rules", rule).expect(201);
        assertThat(made.text("/label/en")).isEqualTo("Tools, \"books\"; apart");
        assertThat(made.text("/source")).isEqualTo("company");
        administrator.post("/segregation-rules", rule).expectProblem(409, "segregation-rule-taken");
        administrator
                .post("/segregation-rules", rule.replace(id, "SOD-05"))
                .expectProblem(409, "segregation-rule-taken");
        Reply wrong =
                administrator.post(
                        "/segregation-rules",
                        rule.replace("CUSTODY", "RULE")
                                .replace("FORBID", "ADVISE")
                                .replace("COMPANY_LEADER", "NOBODY"));
        wrong.expectProblem(400, "invalid-request");
        assertThat(wrong.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/kind", "/effect", "/overridden_by");
        asManager().post("/segregation-rules", rule).expectProblem(403, "command-not-permitted");
        Reply listed = administrator.get("/segregation-rules?limit=200").expect(200);
        assertThat(listed.json().at("/items").findValuesAsString("id")).isSorted().contains(id);
        String person = server.newcomer().text("/staff_id");
        keep(person, thing).expect(201);
        keep(person, "OTHER_" + thing).expectProblem(403, "segregation-violated");
    }

    @Test
    void aPostThatTheCompanySetUpFollowsTheRulesOnThePostItBears() {
        int year = StructureTest.YEARS.incrementAndGet();
        String post = "BOOKS_" + year;
        administrator
                .post(
                        "/posts",
                        """
                        {"id": "%s", "label": {"zh": "账务", "en": "Books"}, "bears": "ACCOUNTANT",
                         "reports_to": "PROPERTY_MANAGER", "from": "%d-01-01"}"""
                                .formatted(post, year))
                .expect(201);
        String person = server.newcomer("CASHIER").text("/staff_id");
        Reply refused = assign(person, post, LocalDate.of(year, 2, 1));
        refused.expectProblem(403, "segregation-violated");
        assertThat(refused.text("/reasons/0/facts/right")).isEqualTo(post);
    }

    private Reply assign(String person, String post, LocalDate from) {
        return administrator.post(
                "/staff/" + person + "/assignments",
                "{\"post\": \"%s\", \"from\": \"%s\"}".formatted(post, from));
    }

    private Reply keep(String person, String thing) {
        return administrator.post(
                "/keepings",
                "{\"staff_id\": \"%s\", \"thing\": \"%s\", \"from\": \"2024-01-01\"}"
                        .formatted(person, thing));
    }

    private Reply override(String person, LocalDate from, LocalDate to) {
        return asManager().post("/segregation-overrides", body(person, "SOD-05", from, to));
    }

    private static String body(String person, String rule, LocalDate from, LocalDate to) {
        return """
               {"staff_id": "%s", "rule": "%s", "left": "CASHIER", "right": "ACCOUNTANT",
                "reason": "Sick leave", "from": "%s", "to": "%s"}"""
                .formatted(person, rule, from, to);
    }

    private Api asManager() {
        return server.as(manager.text("/token"));
    }

    private Reply violations(String person, String more) {
        return administrator.get("/segregation-violations?staff_id=" + person + more).expect(200);
    }

    private List<String> posts(String person) {
        return server.db()
                .sql("select post from assignment where staff_id = :staff order by post")
                .param("staff", person)
                .query(String.class)
                .list();
    }

    private long refusals(String action, String subject) {
        return server.db()
                .sql(
                        "select count(*) from audit_entry where outcome = 'REFUSED'"
                                + " and action = :action and subject = :subject")
                .param("action", action)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    /** No request waits for a day to pass: the override began and ended before today. */
    private void ends(String override, LocalDate end) {
        server.db()
                .sql(
                        "update segregation_override set from_day = :from, approved_on = :from,"
                                + " to_day = :end where id = :id")
                .param("from", end.minusDays(1))
                .param("end", end)
                .param("id", override)
                .update();
    }
}
