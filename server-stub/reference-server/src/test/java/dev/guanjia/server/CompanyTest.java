package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompanyTest {

    private static final String LIMIT =
            """
            {"kind": "WAIVER", "post": "%s", "limit": {"amount": "%s", "currency": "%s"},
             "from": "%s", "demo": true}""";

    private final RunningServer server = RunningServer.shared();
    private final Api administrator = server.asAdministrator();

    @Test
    void theCompanyIsSetUpOnceByItsAdministrator() {
        server.withCompany();
        Reply company = administrator.get("/company").expect(200);
        assertThat(company.text("/template_id")).isEqualTo("SINGLE_COMMUNITY");
        assertThat(company.text("/office_hours/opens")).isEqualTo("09:00");
        assertThat(company.text("/office_hours/closes")).isEqualTo("18:00");
        String body = company("X", "SINGLE_COMMUNITY", "08:00", "17:00");
        administrator.post("/company", body).expectProblem(409, "company-exists");
        server.holding("PROPERTY_MANAGER")
                .post("/company", body)
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void anOfficeClosesAfterItOpensAndATemplateIsOneOfTheCatalogue() {
        Reply reply = administrator.post("/company", company(" ", "NONE", "18:00", "09:00"));
        reply.expectProblem(400, "invalid-request");
        assertThat(reply.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/name", "/template_id", "/office_hours/closes");
        administrator
                .post("/company", company("X", "SINGLE_COMMUNITY", "24:00", "25:00"))
                .expectProblem(400, "invalid-request");
    }

    @Test
    void thePostsAndTemplatesOfTheCatalogueAreListedByIdOnPages() {
        Reply posts = administrator.get("/posts").expect(200);
        assertThat(posts.json().at("/items").findValuesAsString("id"))
                .hasSize(8)
                .isSorted()
                .contains("STEWARD");
        Reply first = administrator.get("/posts?limit=3").expect(200);
        assertThat(first.text("/items/2/id")).isEqualTo("CS_ASSISTANT");
        assertThat(first.text("/items/2/reports_to")).isEqualTo("CS_SUPERVISOR");
        Reply second = administrator.get("/posts?limit=8&cursor=" + first.text("/next_cursor"));
        assertThat(second.expect(200).json().at("/items").size()).isEqualTo(5);
        Reply templates = administrator.get("/organisation-templates").expect(200);
        assertThat(templates.json().at("/items").findValuesAsString("id"))
                .hasSize(18)
                .isSorted()
                .contains("SINGLE_COMMUNITY", "GROUP");
        assertThat(templates.text("/items/0/roles/0/role")).isEqualTo("COMPANY_LEADER");
    }

    @Test
    void aLimitIsAddedOnceForItsFirstDayAndListed() {
        String body = LIMIT.formatted("STOREKEEPER", "100.00", "CNY", "2031-02-03");
        Reply made = administrator.post("/authority-limits", body).expect(201);
        assertThat(made.text("/id")).startsWith("al_");
        assertThat(made.text("/limit/amount")).isEqualTo("100.00");
        administrator.post("/authority-limits", body).expectProblem(409, "authority-limit-exists");
        assertThat(administrator.get("/authority-limits?limit=200").expect(200).body())
                .contains(made.text("/id"));
        server.holding("PROPERTY_MANAGER")
                .post("/authority-limits", body)
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void aLimitThatDoesNotFitIsRefusedPlaceByPlace() {
        assertThat(pointer(LIMIT.formatted("SWEEPER", "1.00", "CNY", "2031-02-04")))
                .isEqualTo("/post");
        assertThat(pointer(LIMIT.formatted("CASHIER", "1.0", "CNY", "2031-02-04")))
                .isEqualTo("/limit/amount");
        assertThat(pointer(LIMIT.formatted("CASHIER", "-1.00", "CNY", "2031-02-04")))
                .isEqualTo("/limit/amount");
        assertThat(pointer(LIMIT.formatted("CASHIER", "1.00", "XYZ", "2031-02-04")))
                .isEqualTo("/limit/currency");
        assertThat(pointer(LIMIT.formatted("CASHIER", "1.00", "CNY", "0000-01-01")))
                .isEqualTo("/from");
        assertThat(pointer(LIMIT.formatted("CASHIER", "1.00", "CNY", "2031-13-01")))
                .isEqualTo("/from");
    }

    private String pointer(String body) {
        return administrator
                .post("/authority-limits", body)
                .expectProblem(400, "invalid-request")
                .text("/errors/0/pointer");
    }

    private static String company(String name, String template, String opens, String closes) {
        return """
                {"name": "%s", "template_id": "%s",
                 "office_hours": {"opens": "%s", "closes": "%s"}}"""
                .formatted(name, template, opens, closes);
    }
}
