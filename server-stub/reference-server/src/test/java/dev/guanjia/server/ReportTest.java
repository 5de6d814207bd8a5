package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports up the line over HTTP. */
class ReportTest {

    private static final String WEEK =
            "/reports?from=2026-03-01&to=2026-03-08&kind=WEEKLY_REPORT&post=CS_SUPERVISOR";

    private static RunningServer server;
    private static Api supervisor;
    private static Api manager;

    @BeforeAll
    static void oweWeeklyReports() {
        server = RunningServer.shared().withCompany();
        supervisor = LongServing.since(server, "2020-01-01", "CS_SUPERVISOR", "PROPERTY_MANAGER");
        manager = LongServing.since(server, "2019-01-01", "PROPERTY_MANAGER");
        rule("WEEKLY_REPORT", "CS_SUPERVISOR", "2026-01-01").expect(201);
    }

    @Test
    void aWeeklyReportIsHandedInAndReadByTheSuperior() {
        Reply owed = manager.get(WEEK).expect(200);
        String id = owed.text("/items/0/id");
        assertThat(owed.json().at("/items")).hasSize(1);
        assertThat(owed.text("/items/0/from")).isEqualTo("2026-03-02");
        assertThat(owed.text("/items/0/to")).isEqualTo("2026-03-09");
        assertThat(owed.text("/items/0/due_on")).isEqualTo("2026-03-10");
        assertThat(owed.text("/items/0/to_post")).isEqualTo("PROPERTY_MANAGER");
        assertThat(owed.text("/items/0/timeliness")).isEqualTo("OVERDUE");
        assertThat(manager.get(WEEK + "&as_of=2026-03-10T23:59:59%2B08:00").body())
                .contains("ON_TIME");

        read(manager, id, "2026-03-11T10:00:00+08:00").expectProblem(409, "report-wrong-state");
        handIn(manager, id, "2026-03-10T10:00:00+08:00").expectProblem(403, "report-not-entitled");
        handIn(supervisor, id, "2026-03-01T10:00:00+08:00")
                .expectProblem(409, "report-period-not-begun");
        Reply handedIn = handIn(supervisor, id, "2026-03-10T10:00:00+08:00").expect(200);
        assertThat(handedIn.text("/state")).isEqualTo("HANDED_IN");
        assertThat(handedIn.text("/timeliness")).isEqualTo("ON_TIME");
        handIn(supervisor, id, "2026-03-10T11:00:00+08:00")
                .expectProblem(409, "report-wrong-state");
        read(supervisor.inPost("PROPERTY_MANAGER"), id, "2026-03-11T10:00:00+08:00")
                .expectProblem(403, "report-self-read");
        Reply read = read(manager, id, "2026-03-11T10:00:00+08:00").expect(200);
        assertThat(read.text("/state")).isEqualTo("READ");
        assertThat(manager.get("/reports/" + id).expect(200).json()).isEqualTo(read.json());
        String then = "/reports/" + id + "?as_of=2026-03-10T12:00:00%2B08:00";
        assertThat(manager.get(then).expect(200).text("/state")).isEqualTo("HANDED_IN");
        assertThat(manager.get(WEEK + "&state=READ&to_post=PROPERTY_MANAGER").body()).contains(id);
    }

    @Test
    void whatWasHandedInStaysAsItWasOwed() {
        rule("MONTHLY_REPORT", "CASHIER", "2026-01-01").expect(201);
        String path = "/reports?from=2026-02-01&to=2026-02-28&kind=MONTHLY_REPORT&post=CASHIER";
        String id = manager.get(path).expect(200).text("/items/0/id");
        Api cashier = LongServing.since(server, "2020-01-01", "CASHIER");
        handIn(cashier, id, "2026-03-01T10:00:00+08:00").expect(200);
        server.asAdministrator()
                .post(
                        "/report-rules",
                        """
                        {"kind": "MONTHLY_REPORT", "post": "CASHIER", "days_after": 20,
                         "from": "2026-01-02"}
                        """)
                .expect(201);
        assertThat(manager.get(path).expect(200).text("/items/0/due_on")).isEqualTo("2026-03-02");
        Reply march = manager.get(path.replace("2026-02-28", "2026-03-01")).expect(200);
        assertThat(march.text("/items/1/due_on")).isEqualTo("2026-04-20");
    }

    @Test
    void rulesAndQueriesThatCannotBeAreRefused() {
        rule("WEEKLY_REPORT", "CS_SUPERVISOR", "2026-01-01")
                .expectProblem(409, "report-rule-twice");
        rule("DIARY", "CS_SUPERVISOR", "2026-01-01").expectProblem(400, "invalid-request");
        rule("WEEKLY_REPORT", "KING", "2026-01-01").expectProblem(400, "invalid-request");
        manager.get("/reports?from=2026-03-08&to=2026-03-01").expectProblem(400, "invalid-request");
        manager.get(WEEK + "&state=LOST").expectProblem(400, "invalid-request");
        manager.get("/reports/rp_00000000").expectProblem(404, "not-found");
        assertThat(manager.get("/report-kinds").expect(200).body()).contains("周报");
        Reply rules = manager.get("/report-rules?post=CS_SUPERVISOR").expect(200);
        assertThat(rules.text("/items/0/kind")).isEqualTo("WEEKLY_REPORT");
    }

    private static Reply rule(String kind, String post, String from) {
        return server.asAdministrator()
                .post(
                        "/report-rules",
                        """
                        {"kind": "%s", "post": "%s", "days_after": 2, "from": "%s"}
                        """
                                .formatted(kind, post, from));
    }

    private static Reply handIn(Api who, String id, String at) {
        return who.post(
                "/reports/" + id + "/hand-ins",
                "{\"handed_in_at\": \"%s\", \"reference\": \"周报/9\"}".formatted(at));
    }

    private static Reply read(Api who, String id, String at) {
        return who.post("/reports/" + id + "/readings", "{\"read_at\": \"%s\"}".formatted(at));
    }
}
