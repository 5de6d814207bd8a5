package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of what is due; by the keeper of the stores, whom no other test asks. */
class DutyOccurrenceTest {

    private static RunningServer server;
    private static Api administrator;
    private static Api keeper;
    private static String keeperId;
    private static Api manager;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        administrator = server.asAdministrator();
        keeperId = person("STOREKEEPER");
        keeper = token(keeperId);
        manager = token(person("PROPERTY_MANAGER"));
    }

    @Test
    void whatIsOverdueIsEscalatedAndThenWaivedByTheLineAbove() {
        String duty = duty("DAILY", "day-end");
        String path =
                "/duty-occurrences?from=2026-06-01&to=2026-06-01&limit=200&staff_id=" + keeperId;
        JsonNode due = find(path + "&standing=OVERDUE", duty);
        String id = due.at("/id").asString();
        assertThat(due.at("/responsible/way").asString()).isEqualTo("HOLDER");
        assertThat(due.at("/due_basis").asString()).isEqualTo("PRINTED");
        String step = "{\"escalated_at\": \"%s\", \"note\": \"逾期\"}";
        String escalations = "/duty-occurrences/" + id + "/escalations";
        keeper.post(escalations, step.formatted("2026-06-01T10:00:00+08:00"))
                .expectProblem(409, "duty-not-overdue");
        server.holding("CASHIER")
                .post(escalations, step.formatted("2026-06-02T10:00:00+08:00"))
                .expectProblem(403, "duty-not-in-line");
        Reply raised =
                keeper.post(escalations, step.formatted("2026-06-02T10:00:00+08:00")).expect(200);
        assertThat(raised.text("/standing")).isEqualTo("ESCALATED");
        assertThat(raised.json().at("/escalation/level").asInt()).isEqualTo(1);
        administrator.get("/staff/" + raised.text("/escalation/to_id")).expect(200);

        String waiver = "{\"waived_at\": \"2026-06-03T10:00:00+08:00\", \"reason\": \"仓库停用\"}";
        keeper.post("/duty-occurrences/" + id + "/waivers", waiver)
                .expectProblem(403, "duty-not-waivable-by");
        Reply waived = manager.post("/duty-occurrences/" + id + "/waivers", waiver).expect(200);
        assertThat(waived.text("/state")).isEqualTo("WAIVED");
        assertThat(waived.text("/waiver/post")).isEqualTo("PROPERTY_MANAGER");
        perform(id, "2026-06-04T10:00:00+08:00").expectProblem(409, "duty-wrong-state");
        Reply events = keeper.get("/duty-occurrences/" + id + "/events?limit=1").expect(200);
        assertThat(events.text("/items/0/action")).isEqualTo("ESCALATE");
        Reply rest =
                keeper.get(
                        "/duty-occurrences/"
                                + id
                                + "/events?limit=1&cursor="
                                + events.text("/next_cursor"));
        assertThat(rest.expect(200).text("/items/0/note")).isEqualTo("仓库停用");
        Reply before = keeper.get("/duty-occurrences/" + id + "?as_of=2026-06-02T20:00:00%2B08:00");
        assertThat(before.expect(200).text("/standing")).isEqualTo("ESCALATED");
        keeper.get("/duty-occurrences/do_2026060100000000000000000000").expect(404);
    }

    @Test
    void performingTwiceChangesNothing() {
        String duty = duty("DAILY", "day-end");
        String path = "/duty-occurrences?from=2026-06-05&to=2026-06-05&limit=200&post=STOREKEEPER";
        String id = find(path, duty).at("/id").asString();
        perform(id, "2026-06-05T10:00:00+08:00").expect(200);
        perform(id, "2026-06-05T11:00:00+08:00").expectProblem(409, "duty-wrong-state");
        Reply events = keeper.get("/duty-occurrences/" + id + "/events").expect(200);
        assertThat(events.json().at("/items")).hasSize(1);
        assertThat(find(path + "&standing=PERFORMED", duty).at("/id").asString()).isEqualTo(id);
    }

    @Test
    void anEventMakesADutyDue() {
        String duty = duty("EVENT", "same-day");
        String body = "{\"duty_id\": \"%s\", \"happened_at\": \"%s\", \"reference\": \"C-1\"}";
        String at = "2026-06-10T10:00:00+08:00";
        Reply event = keeper.post("/duty-events", body.formatted(duty, at)).expect(201);
        String id = event.text("/occurrence_ids/0");
        Reply due = keeper.get("/duty-occurrences/" + id).expect(200);
        assertThat(due.text("/duty_id")).isEqualTo(duty);
        assertThat(due.text("/part")).isEqualTo(event.text("/id"));
        assertThat(due.text("/due_at")).isEqualTo("2026-06-10T16:00:00Z");
        perform(id, "2026-06-10T12:00:00+08:00").expect(200);
        String listed = "/duty-occurrences?from=2026-06-10&to=2026-06-10&limit=200&state=PERFORMED";
        assertThat(find(listed, duty).at("/id").asString()).isEqualTo(id);
        assertThat(keeper.get("/duty-events?duty_id=" + duty).text("/items/0/id"))
                .isEqualTo(event.text("/id"));
        keeper.post("/duty-events", body.formatted(duty("DAILY", "day-end"), at))
                .expectProblem(409, "duty-not-on-event");
        keeper.post("/duty-events", body.formatted("D-404", at))
                .expectProblem(400, "invalid-request");
        keeper.post("/duty-events", body.formatted(duty, "2999-01-01T00:00:00Z"))
                .expectProblem(409, "business-time-in-the-future");
    }

    @Test
    void twoRoundsOfEveryAreaPerShiftAreMetOrShort() {
        String duty = duty("SHIFT", "at-least-2-per-area");
        String key = "s" + UUID.randomUUID().toString().substring(0, 8);
        String label =
                "\"label\": {\"zh\": \"夜\", \"en\": \"Night\"}, \"posts\": [\"STOREKEEPER\"]";
        administrator
                .post(
                        "/shifts",
                        """
                        {"id": "%s", %s, "begins": "22:00", "minutes": 480, "days": ["MONDAY"],
                         "from": "2025-03-01"}
                        """
                                .formatted(key, label))
                .expect(201);
        String area = "{\"id\": \"%s\", %s, \"from\": \"2025-03-01\"}".formatted(key, label);
        administrator.post("/patrol-areas", area).expect(201);
        administrator.post("/patrol-areas", area).expectProblem(409, "patrol-area-taken");
        String path = "/duty-occurrences?from=2025-03-03&to=2025-03-03&limit=200&post=STOREKEEPER";
        String id = find(path, duty).at("/id").asString();
        String rounds = "/duty-occurrences/" + id + "/rounds";
        String round = "{\"area_id\": \"%s\", \"covered_at\": \"%s\"}";
        keeper.post(rounds, round.formatted(key, "2025-03-03T23:00:00+08:00")).expect(201);
        manager.post(rounds, round.formatted(key, "2025-03-03T23:00:00+08:00"))
                .expectProblem(403, "duty-not-responsible");
        keeper.post(rounds, round.formatted("nowhere", "2025-03-03T23:00:00+08:00"))
                .expectProblem(400, "invalid-request");
        String results = "/shift-results?from=2025-03-03&to=2025-03-03&post=STOREKEEPER&limit=200";
        JsonNode shortOne = find(results + "&met=false", duty);
        assertThat(shortOne.at("/missing").asInt()).isEqualTo(1);
        keeper.post(rounds, round.formatted(key, "2025-03-04T05:00:00+08:00")).expect(201);
        assertThat(find(results + "&met=true", duty).at("/missing").asInt()).isZero();
        assertThat(keeper.get(rounds).expect(200).json().at("/items")).hasSize(2);
        Reply ended =
                administrator.post("/patrol-areas/" + key + "/endings", "{\"to\": \"2025-03-05\"}");
        assertThat(ended.expect(200).text("/to")).isEqualTo("2025-03-05");
        assertThat(administrator.get("/shifts?limit=200").expect(200).body()).contains(key);
    }

    @Test
    void aFeedIsReadBackAsItWasDue() throws Exception {
        duty("MONTHLY", "day-5");
        Reply made =
                keeper.post("/staff/" + keeperId + "/duty-feeds", "{\"label\": \"手机\"}")
                        .expect(201);
        String address = made.text("/address");
        Reply file = server.asNobody().send("GET", address, null).expect(200);
        assertThat(file.header("Content-Type")).startsWith("text/calendar");
        Calendar calendar = new CalendarBuilder().build(new StringReader(file.body()));
        calendar.validate();
        List<VEvent> events = calendar.getComponents("VEVENT");
        assertThat(events).isNotEmpty();
        for (VEvent event : events.subList(0, Math.min(5, events.size()))) {
            String id = event.getUid().orElseThrow().getValue().replace("@guanjia", "");
            Reply due = keeper.get("/duty-occurrences/" + id).expect(200);
            assertThat(due.text("/staff_id")).isEqualTo(keeperId);
            assertThat(event.getSummary().orElseThrow().getValue())
                    .isEqualTo(due.text("/label/zh"));
            DtStart<OffsetDateTime> start =
                    event.<DtStart<OffsetDateTime>>getProperty("DTSTART").orElseThrow();
            assertThat(start.getDate().toInstant())
                    .isEqualTo(Instant.parse(due.text("/due_at")).minusSeconds(60));
        }
        manager.post("/staff/" + keeperId + "/duty-feeds", "{\"label\": \"我\"}")
                .expectProblem(403, "duty-feed-of-another");
        Reply feeds = keeper.get("/staff/" + keeperId + "/duty-feeds").expect(200);
        assertThat(feeds.body()).doesNotContain(address.substring(address.lastIndexOf('/') + 1));
        assertThat(feeds.json().at("/items/0").has("read_at")).isTrue();
        keeper.delete("/staff/" + keeperId + "/duty-feeds/" + made.text("/id")).expect(204);
        server.asNobody().send("GET", address, null).expectProblem(404, "not-found");
        server.asNobody().send("GET", "/v1/duty-feeds/" + "x".repeat(43), null).expect(404);
    }

    @Test
    void theFeedOfWhoHasLeftIsGone() {
        Reply newcomer = server.newcomer("STEWARD");
        String leaver = newcomer.text("/staff_id");
        String address =
                administrator
                        .post("/staff/" + leaver + "/duty-feeds", "{\"label\": \"手机\"}")
                        .expect(201)
                        .text("/address");
        server.asNobody().send("GET", address, null).expect(200);
        server.db()
                .sql("update assignment set to_day = '2025-01-01' where staff_id = :staff")
                .param("staff", leaver)
                .update();
        server.asNobody().send("GET", address, null).expectProblem(404, "not-found");
    }

    @Test
    void theCalendarSaysWhichDaysAreWorked() {
        Reply days = keeper.get("/calendar-years/2024/days?origin=ANNOUNCED&limit=200").expect(200);
        assertThat(days.text("/items/0/falls_on")).isEqualTo("2024-01-01");
        assertThat(days.text("/items/0/kind")).isEqualTo("DAY_OFF");
        keeper.get("/calendar-years/2055/days").expectProblem(409, "calendar-year-unannounced");
        String body =
                """
                {"falls_on": "2009-03-07", "kind": "WORKING_DAY",
                 "label": {"zh": "盘点", "en": "Stocktaking"}}
                """;
        keeper.post("/company-days", body).expectProblem(403, "command-not-permitted");
        administrator.post("/company-days", body).expect(201);
        Reply own = keeper.get("/calendar-years/2009/days?origin=COMPANY").expect(200);
        assertThat(own.text("/items/0/kind")).isEqualTo("WORKING_DAY");
        assertThat(keeper.get("/company-days?to=2009-12-31").text("/items/0/label/zh"))
                .isEqualTo("盘点");
        administrator
                .post("/company-days", body.replace("WORKING_DAY", "HALF"))
                .expectProblem(400, "invalid-request");
    }

    private static Reply perform(String id, String at) {
        return keeper.post(
                "/duty-occurrences/" + id + "/performances",
                "{\"performed_at\": \"%s\", \"evidence\": []}".formatted(at));
    }

    private static JsonNode find(String path, String duty) {
        String cursor = "";
        do {
            Reply page = administrator.get(path + cursor).expect(200);
            for (JsonNode item : page.json().at("/items")) {
                if (item.at("/duty_id").asString().equals(duty)) {
                    return item;
                }
            }
            cursor = "&cursor=" + page.text("/next_cursor");
        } while (!cursor.equals("&cursor="));
        throw new AssertionError("no " + duty + " in " + path);
    }

    private static String duty(String cadence, String deadline) {
        String id = "D-O" + UUID.randomUUID().toString().substring(0, 8);
        administrator
                .post(
                        "/duties",
                        """
                        {"id": "%s", "label": {"zh": "测试职责", "en": "A duty of tests"},
                         "posts": ["STOREKEEPER"], "cadences": ["%s"], "deadline": "%s",
                         "evidence": [], "approvers": ["PROPERTY_MANAGER"],
                         "from": "2025-01-01", "source": "测试"}
                        """
                                .formatted(id, cadence, deadline))
                .expect(201);
        return id;
    }

    private static String person(String post) {
        String number = "O" + UUID.randomUUID().toString().substring(0, 8);
        String id =
                administrator
                        .post(
                                "/staff",
                                "{\"staff_no\": \"%s\", \"name\": \"库管\"}".formatted(number))
                        .expect(201)
                        .text("/id");
        administrator
                .post(
                        "/staff/" + id + "/assignments",
                        "{\"post\": \"%s\", \"from\": \"1950-01-01\"}".formatted(post))
                .expect(201);
        return id;
    }

    private static Api token(String person) {
        return server.as(
                administrator
                        .post("/staff/" + person + "/tokens", "{\"label\": \"test\"}")
                        .expect(201)
                        .text("/token"));
    }
}
