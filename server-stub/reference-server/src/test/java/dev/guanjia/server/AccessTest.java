package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {

    private final RunningServer server = RunningServer.shared();

    @Test
    void withoutATokenNothingIsShown() {
        Reply reply = server.asNobody().get("/staff").expectProblem(401, "unauthenticated");
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(reply.header("Content-Language")).isEqualTo("en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer wrong",
                "Bearer gj_default_00000000000000000000000000000000",
                "Bearer gj_elsewhere_00000000000000000000000000000000",
                "Basic YWRtaW46YWRtaW4=",
                "Bearer",
                "x"
            })
    void aTokenThatIsNotOursOpensNothing(String header) {
        server.asNobody()
                .with("Authorization", header)
                .get("/staff")
                .expectProblem(401, "unauthenticated");
    }

    @Test
    void theLanguageIsTheCallersTheCodeIsNot() {
        Api chinese = server.asNobody().with("Accept-Language", "fr;q=0.9, zh-CN, en;q=0.1");
        Reply reply = chinese.get("/staff").expectProblem(401, "unauthenticated");
        assertThat(reply.text("/title")).isEqualTo("请先出示有效的令牌。");
        assertThat(reply.header("Content-Language")).isEqualTo("zh-CN");
    }

    @Test
    void aPostThatIsNotHeldIsRefusedAndLeavesATrace() {
        Reply newcomer = server.newcomer("CASHIER");
        Api cashier = server.as(newcomer.text("/token"));
        Reply reply = cashier.inPost("ACCOUNTANT").get("/staff");
        reply.expectProblem(403, "acting-post-not-held");
        assertThat(reply.text("/reasons/0/facts/posts")).isEqualTo("CASHIER");
        assertThat(trail(newcomer.text("/staff_id")))
                .containsExactly(Map.of("action", "act-in-post", "outcome", "REFUSED"));
    }

    @Test
    void aPostThatBeginsTomorrowIsNotHeldToday() {
        Reply newcomer = server.newcomer();
        server.asAdministrator()
                .post(
                        "/staff/" + newcomer.text("/staff_id") + "/assignments",
                        "{\"post\": \"CASHIER\", \"from\": \"2999-01-01\"}")
                .expect(201);
        server.as(newcomer.text("/token"))
                .inPost("CASHIER")
                .get("/staff")
                .expectProblem(403, "acting-post-not-held");
    }

    @Test
    void whoHoldsSeveralPostsNamesOneForACommand() {
        Api person = server.holding("CASHIER", "STEWARD");
        person.get("/staff").expect(200);
        Reply reply = person.post("/staff", staff("甲"));
        reply.expectProblem(400, "acting-post-missing");
        assertThat(reply.text("/detail")).contains("CASHIER, STEWARD");
        person.inPost("CASHIER")
                .post("/staff", staff("甲"))
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void aCommandOfOthersChangesNothingAndLeavesOneRow() {
        Reply newcomer = server.newcomer("STEWARD");
        String key = UUID.randomUUID().toString();
        String number = "R" + key.substring(0, 8);
        Reply reply =
                server.as(newcomer.text("/token"))
                        .with("Idempotency-Key", key)
                        .post("/staff", staff(number));
        reply.expectProblem(403, "command-not-permitted");
        assertThat(reply.text("/reasons/0/facts/permitted")).isEqualTo("ADMINISTRATOR");
        assertThat(trail(newcomer.text("/staff_id")))
                .containsExactly(Map.of("action", "create-staff", "outcome", "REFUSED"));
        assertThat(count("select count(*) from staff where staff_no = ?", number)).isZero();
    }

    @Test
    void aCommandThatWasCarriedOutLeavesOneRowWithItsActor() {
        String number = "A" + UUID.randomUUID().toString().substring(0, 8);
        String id = server.asAdministrator().post("/staff", staff(number)).expect(201).text("/id");
        Map<String, Object> row =
                server.db()
                        .sql("select * from audit_entry where tenant = 'default' and subject = ?")
                        .param(id)
                        .query()
                        .singleRow();
        assertThat(row)
                .containsEntry("staff_id", "sf_administrator")
                .containsEntry("acting_post", null)
                .containsEntry("action", "create-staff")
                .containsEntry("outcome", "ACCEPTED");
        assertThat(row.get("authority_version").toString()).startsWith("rows-");
    }

    private List<Map<String, Object>> trail(String staffId) {
        return server.db()
                .sql("select action, outcome from audit_entry where staff_id = ? order by seq")
                .param(staffId)
                .query()
                .listOfRows();
    }

    private long count(String sql, String value) {
        return server.db().sql(sql).param(value).query(Long.class).single();
    }

    private static String staff(String number) {
        return "{\"staff_no\": \"%s\", \"name\": \"张伟\"}".formatted(number);
    }
}
