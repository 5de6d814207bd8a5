package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Duties over HTTP. The people have been in their posts longer than those of other tests. */
class DutyTest {

    private static RunningServer server;
    private static Api administrator;

    /** Holds two posts, so that self-confirmation can be tried. */
    private static Api assistant;

    private static String assistantId;
    private static Api supervisor;
    private static Api cashier;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        administrator = server.asAdministrator();
        assistantId = person();
        assign(assistantId, "CS_ASSISTANT", "1950-01-01");
        assign(assistantId, "CS_SUPERVISOR", "1950-01-02");
        assistant = token(assistantId).inPost("CS_ASSISTANT");
        String second = person();
        assign(second, "CS_SUPERVISOR", "1950-01-03");
        supervisor = token(second);
        String third = person();
        assign(third, "CASHIER", "1950-01-01");
        cashier = token(third);
    }

    @Test
    void meteredFeesAreCalculatedByTheThirtiethAndConfirmedByTheSupervisor() {
        JsonNode due = occurrence("2026-03-01", "2026-03-31", "D-004B-RC-06");
        assertThat(due.at("/due_at").asString()).isEqualTo("2026-03-30T16:00:00Z");
        assertThat(due.at("/due_rule").asString()).isEqualTo("day-30");
        assertThat(due.at("/to").asString()).isEqualTo("2026-04-01");
        assertThat(due.at("/staff_id").asString()).isEqualTo(assistantId);
        assertThat(due.at("/state").asString()).isEqualTo("DUE");
        assertThat(due.at("/timeliness").asString()).isEqualTo("OVERDUE");
        String id = due.at("/id").asString();
        assertThat(id).matches("do_20260301[0-9a-f]{20}");

        String day = "2026-03-23T10:30:00+08:00";
        perform(assistant, id, day, "R-NOTHING").expectProblem(409, "duty-evidence-missing");
        perform(cashier, id, day, "R-FEE-CALC").expectProblem(403, "duty-not-responsible");
        Reply done = perform(assistant, id, day, "R-FEE-CALC").expect(200);
        assertThat(done.text("/state")).isEqualTo("PERFORMED");
        assertThat(done.text("/timeliness")).isEqualTo("ON_TIME");
        assertThat(done.text("/performance/performed_by")).isEqualTo(assistantId);
        assertThat(done.text("/performance/evidence/0/record")).isEqualTo("R-FEE-CALC");
        perform(assistant, id, day, "R-FEE-CALC").expectProblem(409, "duty-wrong-state");

        String later = "2026-03-23T11:00:00+08:00";
        confirm(assistant.inPost("CS_SUPERVISOR"), id, later, "CONFIRMED")
                .expectProblem(403, "duty-self-confirmation");
        confirm(supervisor, id, "2026-03-23T10:00:00+08:00", "CONFIRMED")
                .expectProblem(409, "duty-time-runs-backwards");
        Reply confirmed = confirm(supervisor, id, later, "CONFIRMED").expect(200);
        assertThat(confirmed.text("/state")).isEqualTo("CONFIRMED");
        assertThat(confirmed.text("/confirmation/outcome")).isEqualTo("CONFIRMED");

        String path = "/duty-occurrences?from=2026-03-01&to=2026-03-31&limit=200&post=CS_ASSISTANT";
        Reply before =
                administrator.get(path + "&as_of=2026-03-23T10:45:00%2B08:00&state=PERFORMED");
        assertThat(ids(before.expect(200))).containsExactly(id);
        Reply now = administrator.get(path + "&state=CONFIRMED").expect(200);
        assertThat(ids(now)).containsExactly(id);
    }

    @Test
    void aReturnedDutyIsDueAgain() {
        String id = occurrence("2026-02-01", "2026-02-28", "D-004B-RC-06").at("/id").asString();
        perform(assistant, id, "2026-02-20T10:00:00+08:00", "R-FEE-CALC").expect(200);
        Reply returned = confirm(supervisor, id, "2026-02-20T11:00:00+08:00", "RETURNED");
        assertThat(returned.expect(200).text("/state")).isEqualTo("DUE");
        assertThat(returned.json().has("performance")).isFalse();
        assertThat(returned.text("/confirmation/outcome")).isEqualTo("RETURNED");
        perform(assistant, id, "2026-02-21T10:00:00+08:00", "R-METER-READ").expect(200);
        confirm(supervisor, id, "2026-02-21T11:00:00+08:00", "CONFIRMED").expect(200);
    }

    @Test
    void whatWasLateIsListedFirst() {
        String late = occurrence("2026-01-01", "2026-01-01", "D-000-CSH-07").at("/id").asString();
        perform(cashier, late, "2026-02-02T10:00:00+08:00", "R-BANK-RECON").expect(200);
        String soon = occurrence("2026-01-18", "2026-01-18", "D-000-CSH-03").at("/id").asString();
        perform(cashier, soon, "2026-01-18T17:00:00+08:00", "R-CASH-DAILY").expect(200);
        String path = "/duty-statistics/slowest?from=2026-01-01&to=2026-01-31&limit=1";
        Reply first = administrator.get(path).expect(200);
        assertThat(first.text("/items/0/occurrence_id")).isEqualTo(late);
        assertThat(first.json().at("/items/0/margin_seconds").asLong()).isEqualTo(122_400);
        Reply second = administrator.get(path + "&cursor=" + first.text("/next_cursor"));
        assertThat(second.expect(200).text("/items/0/occurrence_id")).isEqualTo(soon);
        assertThat(second.json().at("/items/0/margin_seconds").asLong()).isEqualTo(-25_200);
        assertThat(second.json().has("next_cursor")).isFalse();
    }

    @Test
    void aMonthIsOnItsPagesOnceAndInOrder() {
        List<String> ids = new ArrayList<>();
        List<String> due = new ArrayList<>();
        String path = "/duty-occurrences?from=2026-05-01&to=2026-05-31&limit=150";
        String cursor = "";
        do {
            Reply page = administrator.get(path + cursor).expect(200);
            ids.addAll(ids(page));
            page.json().at("/items").forEach(item -> due.add(item.at("/due_at").asString()));
            String next = page.text("/next_cursor");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        assertThat(ids).hasSizeGreaterThan(300).doesNotHaveDuplicates();
        assertThat(due).isSorted();
    }

    @Test
    void theDutiesOfAPostAreListedById() {
        List<String> ids = ids(administrator.get("/duties?post=CASHIER&limit=200").expect(200));
        assertThat(ids).contains("D-000-CSH-07").isSorted();
        Reply all = administrator.get("/duties?limit=200").expect(200);
        assertThat(ids(all)).hasSizeGreaterThan(ids.size());
        Reply first = administrator.get("/duties?limit=1").expect(200);
        Reply second = administrator.get("/duties?limit=1&cursor=" + first.text("/next_cursor"));
        assertThat(second.expect(200).text("/items/0/id")).isEqualTo(ids(all).get(1));
    }

    @Test
    void performingIsQuick() {
        List<Long> micros = new ArrayList<>();
        for (int day = 10; day < 30; day++) {
            String date = "2026-06-" + day;
            String id = occurrence(date, date, "D-000-CSH-03").at("/id").asString();
            long start = System.nanoTime();
            perform(cashier, id, date + "T17:00:00+08:00", "R-CASH-DAILY").expect(200);
            micros.add((System.nanoTime() - start) / 1_000);
        }
        assertThat(micros.stream().sorted().toList().get(5)).isLessThan(100_000L);
    }

    @Test
    void whatCannotBeIsRefused() {
        wrong("/duty-occurrences?from=2026-03-01&to=2026-02-01", "to");
        wrong("/duty-occurrences?from=2026-03-01&to=2036-02-01", "to");
        wrong("/duty-occurrences?from=0001-03-01&to=2026-02-01", "from");
        wrong("/duty-occurrences?from=2026-03-01&to=2026-03-01&post=KING", "post");
        wrong("/duty-occurrences?from=2026-03-01&to=2026-03-01&state=LATE", "state");
        wrong("/duties?post=KING", "post");
        String day = "2026-03-23T10:30:00+08:00";
        perform(cashier, "do_00000000", day, "R-CASH-DAILY").expectProblem(404, "not-found");
        String id = occurrence("2026-04-01", "2026-04-01", "D-000-CSH-03").at("/id").asString();
        String other = id.replace("20260401", "20260431");
        perform(cashier, other, day, "R-CASH-DAILY").expectProblem(404, "not-found");
        perform(cashier, id, day, "R-CASH-DAILY").expectProblem(409, "duty-period-not-begun");
        perform(cashier, id, "2999-01-01T00:00:00Z", "R-CASH-DAILY")
                .expectProblem(409, "business-time-in-the-future");
        perform(cashier, id, "2026-04-01T10:00:00Z", " ").expectProblem(400, "invalid-request");
        confirm(supervisor, id, "2026-04-01T10:00:00Z", "MAYBE")
                .expectProblem(400, "invalid-request");
        perform(administrator, id, day, "R-CASH-DAILY").expectProblem(403, "command-not-permitted");
    }

    private static void wrong(String path, String parameter) {
        Reply reply = administrator.get(path).expectProblem(400, "invalid-request");
        assertThat(reply.text("/errors/0/pointer")).isEqualTo(parameter);
    }

    private static JsonNode occurrence(String from, String to, String duty) {
        String cursor = "";
        do {
            Reply page =
                    administrator
                            .get(
                                    "/duty-occurrences?from=%s&to=%s&limit=200%s"
                                            .formatted(from, to, cursor))
                            .expect(200);
            for (JsonNode item : page.json().at("/items")) {
                if (item.at("/duty_id").asString().equals(duty)) {
                    return item;
                }
            }
            cursor = "&cursor=" + page.text("/next_cursor");
        } while (!cursor.equals("&cursor="));
        throw new AssertionError("no " + duty + " from " + from + " to " + to);
    }

    private static Reply perform(Api who, String id, String when, String record) {
        return who.post(
                "/duty-occurrences/" + id + "/performances",
                """
                {"performed_at": "%s", "evidence": [{"record": "%s", "reference": "档案/1"}]}
                """
                        .formatted(when, record));
    }

    private static Reply confirm(Api who, String id, String when, String outcome) {
        return who.post(
                "/duty-occurrences/" + id + "/confirmations",
                "{\"confirmed_at\": \"%s\", \"outcome\": \"%s\"}".formatted(when, outcome));
    }

    private static List<String> ids(Reply page) {
        List<String> ids = new ArrayList<>();
        page.json().at("/items").forEach(item -> ids.add(item.at("/id").asString()));
        return ids;
    }

    private static String person() {
        String number = "D" + UUID.randomUUID().toString().substring(0, 8);
        return administrator
                .post("/staff", "{\"staff_no\": \"%s\", \"name\": \"老员工\"}".formatted(number))
                .expect(201)
                .text("/id");
    }

    private static void assign(String person, String post, String from) {
        administrator
                .post(
                        "/staff/" + person + "/assignments",
                        "{\"post\": \"%s\", \"from\": \"%s\"}".formatted(post, from))
                .expect(201);
    }

    private static Api token(String person) {
        return server.as(
                administrator
                        .post("/staff/" + person + "/tokens", "{\"label\": \"test\"}")
                        .expect(201)
                        .text("/token"));
    }
}
