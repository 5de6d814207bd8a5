package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is due while the tree changes; each test has a post and a year of its own. */
class DutyTreeTest {

    private static final String LAST = "-06-20";

    private final RunningServer server = RunningServer.shared().withCompany();
    private final Api administrator = server.asAdministrator();
    private final int year = StructureTest.YEARS.incrementAndGet();
    private final String post = "TILL_" + year;

    /** Another till, open from the first of March on and held until the twentieth of June. */
    @BeforeEach
    void open() {
        server.newcomer("CS_SUPERVISOR");
        administrator
                .post(
                        "/posts",
                        """
                        {"id": "%s", "label": {"zh": "收款台", "en": "Till"}, "bears": "CASHIER",
                         "reports_to": "CS_SUPERVISOR", "from": "%d-03-01"}"""
                                .formatted(post, year))
                .expect(201);
    }

    @Test
    void aPostHasItsDutiesFromItsFirstDayOnAndNoneAfterItsLast() {
        retire();
        assertThat(starts(due("-02-01", "-02-28"))).isEmpty();
        assertThat(starts(due("-02-25", "-03-03")))
                .contains(day("-03-01"))
                .allMatch(start -> start.compareTo(day("-03-01")) >= 0);
        assertThat(starts(due("-06-15", "-07-31")))
                .contains(day("-06-19"))
                .allMatch(start -> start.compareTo(day(LAST)) < 0);
        assertThat(duties("-02-28")).isEmpty();
        assertThat(duties("-03-01")).isNotEmpty();
        assertThat(duties("-06-19")).isEqualTo(duties("-03-01"));
        assertThat(duties(LAST)).isEmpty();
    }

    @Test
    void forWhatBeganBeforeAPostWasRetiredItsSuperiorAnswers() {
        String staff = hold();
        JsonNode daily = one("-06-10", "-06-10", item -> true);
        assertThat(daily.at("/staff_id").asString()).isEqualTo(staff);
        assertThat(daily.at("/responsible/way").asString()).isEqualTo("HOLDER");
        retire();
        JsonNode monthly = one("-06-01", "-06-01", this::endsAfterTheLast);
        assertThat(monthly.at("/responsible/post").asString()).isEqualTo("CS_SUPERVISOR");
        assertThat(monthly.at("/responsible/way").asString()).isEqualTo("SUPERIOR");
        String path = "/duty-occurrences/" + monthly.at("/id").asString();
        Reply alone = administrator.get(path).expect(200);
        assertThat(alone.text("/responsible/post")).isEqualTo("CS_SUPERVISOR");
        Reply later = administrator.get(path + "?as_of=" + (year + 1) + "-02-01T00:00:00Z");
        assertThat(later.expect(200).text("/standing")).isEqualTo("OVERDUE");
        assertThat(later.text("/responsible/post")).isEqualTo("CS_SUPERVISOR");
    }

    @Test
    void whoAnswersForAVacantPostFollowsTheLineOfTheDay() {
        administrator
                .with("If-Match", tag("-05-14"))
                .post(
                        "/posts/" + post + "/moves",
                        "{\"from\": \"%s\", \"reports_to\": \"PROPERTY_MANAGER\"}"
                                .formatted(day("-05-15")))
                .expect(200);
        server.newcomer("PROPERTY_MANAGER");
        assertThat(answering("-05-14")).isEqualTo("CS_SUPERVISOR");
        assertThat(answering("-05-15")).isEqualTo("PROPERTY_MANAGER");
    }

    @Test
    void whatAPostYetToComeWillHaveToDoIsWaivedByTheLineAboveIt() {
        Api manager = server.holding("PROPERTY_MANAGER");
        String id = one("-03-02", "-03-02", item -> true).at("/id").asString();
        String at = "2026-06-03T10:00:00+08:00";
        manager.post(
                        "/duty-occurrences/" + id + "/performances",
                        "{\"performed_at\": \"%s\", \"evidence\": []}".formatted(at))
                .expectProblem(403, "duty-not-responsible");
        Reply waived =
                manager.post(
                        "/duty-occurrences/" + id + "/waivers",
                        "{\"waived_at\": \"%s\", \"reason\": \"缓开\"}".formatted(at));
        assertThat(waived.expect(200).text("/state")).isEqualTo("WAIVED");
    }

    private void retire() {
        administrator
                .with("If-Match", tag("-06-19"))
                .post(
                        "/posts/" + post + "/retirements",
                        "{\"from\": \"%s\", \"reason\": \"合并\"}".formatted(day(LAST)))
                .expect(200);
    }

    private String tag(String day) {
        return administrator.get("/posts/" + post + asOf(day)).expect(200).header("ETag");
    }

    /** Lets somebody hold the post until it is retired. */
    private String hold() {
        String staff = server.newcomer().text("/staff_id");
        String path = "/staff/" + staff + "/assignments";
        String body = "{\"post\": \"%s\", \"from\": \"%s\"}".formatted(post, day("-03-01"));
        String id = administrator.post(path, body).expect(201).text("/id");
        administrator
                .post(path + "/" + id + "/endings", "{\"to\": \"%s\"}".formatted(day(LAST)))
                .expect(200);
        return staff;
    }

    private String answering(String day) {
        return one(day, day, item -> true).at("/responsible/post").asString();
    }

    private boolean endsAfterTheLast(JsonNode item) {
        return item.at("/due_at").asString().compareTo(day("-06-21")) > 0;
    }

    private JsonNode one(String from, String to, Predicate<JsonNode> wanted) {
        return due(from, to).stream().filter(wanted).findFirst().orElseThrow();
    }

    private List<JsonNode> due(String from, String to) {
        String path =
                "/duty-occurrences?from=%s&to=%s&post=%s&limit=200"
                        .formatted(day(from), day(to), post);
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = administrator.get(path + cursor).expect(200);
            page.json().at("/items").forEach(found::add);
            cursor = "&cursor=" + page.text("/next_cursor");
        } while (!cursor.equals("&cursor="));
        return found;
    }

    private static List<String> starts(List<JsonNode> due) {
        return due.stream().map(item -> item.at("/from").asString()).toList();
    }

    private List<String> duties(String day) {
        String path = "/duties" + asOf(day) + "&limit=200&post=" + post;
        return administrator.get(path).expect(200).json().at("/items").findValuesAsString("id");
    }

    private String asOf(String day) {
        return "?as_of=" + day(day) + "T04:00:00Z";
    }

    private String day(String day) {
        return year + day;
    }
}
