package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobDescriptionTest {

    private final RunningServer server = RunningServer.shared().withCompany();
    private final Api administrator = server.asAdministrator();

    @Test
    void aPostIsDescribedWithItsDutiesPowersAndQualifications() {
        administrator
                .post(
                        "/authority-limits",
                        """
                        {"kind": "EXPENDITURE", "post": "MAINTENANCE_WORKER",
                         "limit": {"amount": "12.34", "currency": "CNY"},
                         "from": "2033-01-01", "demo": true}""")
                .expect(201);
        String path = "/posts/MAINTENANCE_WORKER/job-description";
        Reply job = administrator.get(path + "?as_of=2033-02-01T04:00:00Z").expect(200);
        assertThat(job.text("/judged_on")).isEqualTo("2033-02-01");
        assertThat(job.json().at("/duties").findValuesAsString("duty_id")).hasSizeGreaterThan(3);
        assertThat(job.json().at("/authority").findValuesAsString("limit")).contains("CNY 12.34");
        assertThat(job.json().at("/qualifications").findValuesAsString("zh")).contains("维修工持证上岗");
        assertThat(job.text("/superior/label/en")).isNotBlank();
        assertThat(job.json().at("/records").findValuesAsString("code")).isSorted();
    }

    @Test
    void aPostIsDescribedAsAPageInTheLanguageOfTheCaller() {
        Reply markdown = administrator.get("/posts/CASHIER/job-description/markdown").expect(200);
        assertThat(markdown.header("Content-Type")).isEqualTo("text/markdown;charset=UTF-8");
        assertThat(markdown.body()).contains("# ").contains("CASHIER");
        Reply html =
                administrator
                        .with("Accept-Language", "zh-CN")
                        .get("/posts/CASHIER/job-description/html")
                        .expect(200);
        assertThat(html.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(html.body()).contains("<html lang=\"zh").contains("岗位");
        administrator.get("/posts/SWEEPER/job-description/html").expectProblem(404, "not-found");
    }
}
