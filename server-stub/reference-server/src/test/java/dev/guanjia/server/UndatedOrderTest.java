package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What no calendar can date yet is recorded nevertheless, and dated as soon as one can. */
class UndatedOrderTest {

    private static final String LEVEL =
            """
            {"kind": "SUGGESTION", "severity": "MINOR", "place_kind": "GROUNDS",
             "customer_class": "%s", "hours": "%s", "clock": "WORKING", "from": "2024-01-02"}
            """;

    private static RunningServer server;
    private static Api administrator;
    private static Api assistant;
    private static Community community;

    /** Seven thousand hours from March 2024 on are more than the announced years hold. */
    @BeforeAll
    static void promise() {
        server = RunningServer.shared().withCompany();
        administrator = server.asAdministrator();
        assistant = server.holding("CS_ASSISTANT");
        community = Community.with(server, 1);
        level("MERCHANT", "7000");
    }

    private static void level(String customer, String hours) {
        String body = LEVEL.formatted(customer, hours);
        administrator.post("/service-levels", body).expect(201);
    }

    private static Reply order() {
        String body =
                """
                {"kind": "SUGGESTION", "community_id": "%s", "title": "路灯", "channel": "PHONE",
                 "severity": "MINOR", "place_kind": "GROUNDS",
                 "requester": {"customer_class": "MERCHANT", "name": "王"},
                 "received_at": "2024-03-04T09:00:00+08:00"}
                """;
        return assistant.post("/work-orders", body.formatted(community.id())).expect(201);
    }

    @Test
    void anOrderBeyondTheCalendarIsRecordedAndDatedByTheNextYear() {
        Reply made = order();
        assertThat(made.text("/due/origin")).isEqualTo("SERVICE_LEVEL");
        assertThat(made.json().at("/due").has("due_at")).isFalse();
        assertThat(made.text("/due/unknown/code")).isEqualTo("work-order-due-beyond-calendar");
        assertThat(made.text("/due/unknown/facts/covered")).isEqualTo("2007-01-01 to 2026-12-31");
        assertThat(Instant.parse(made.text("/due/unknown/not_before")))
                .isEqualTo("2026-12-31T16:00:00Z");
        String path = "/work-orders/" + made.text("/id");
        assertThat(standing(path, "2025-06-01T00:00:00Z")).isEqualTo("IN_TIME");
        assertThat(standing(path, "2027-06-01T00:00:00Z")).isEqualTo("UNKNOWN");
        assertThat(events()).contains("2026-12-31T16:00:00Z UNKNOWN");

        takesAFileIn();
        refusesWhatIsNoNextYear();
        Reply year = year("2027", day("2027-01-01", "DAY_OFF")).expect(201);
        assertThat(year.text("/calendar")).isEqualTo("CN");
        assertThat(year.json().at("/version").asInt()).isEqualTo(1);
        Reply dated = assistant.get(path).expect(200);
        assertThat(dated.json().at("/due").has("unknown")).isFalse();
        assertThat(dated.text("/due/due_at")).startsWith("2027-");
        assertThat(standing(path, "2027-01-20T00:00:00Z")).isIn("IN_TIME", "NEAR_BREACH");
        assertThat(events()).doesNotContain("2026-12-31T16:00:00Z UNKNOWN");
        Reply days = assistant.get("/calendar-years/2027/days?origin=COMPANY").expect(200);
        assertThat(days.text("/items/0/falls_on")).isEqualTo("2027-01-01");
        assertThat(days.text("/items/0/source")).isEqualTo("预定");

        leavesADayToWork();
        assertThat(assistant.get(path).text("/due/due_at")).isEqualTo(dated.text("/due/due_at"));
        Reply all = assistant.get("/company-years").expect(200);
        assertThat(all.json().at("/items").size()).isEqualTo(3);
        assertThat(all.json().at("/items/2/version").asInt()).isEqualTo(3);
    }

    private static void takesAFileIn() {
        administrator
                .post(
                        "/service-levels",
                        """
                        {"kind": "SUGGESTION", "severity": "MINOR", "hours": "7000",
                         "clock": "WORKING", "from": "2024-01-02"}
                        """)
                .expect(201);
        String file =
                "source_reference,kind,community_id,title,channel,received_at,severity\r\n"
                        + "U-1,SUGGESTION,%s,路灯,HOTLINE,2024-03-04T09:00:00+08:00,MINOR\r\n"
                                .formatted(community.id());
        Reply taken =
                administrator
                        .with("Content-Type", "text/csv")
                        .post("/work-order-files", file)
                        .expect(201);
        Reply made = assistant.get("/work-orders/" + taken.text("/items/0/id")).expect(200);
        assertThat(made.text("/due/unknown/code")).isEqualTo("work-order-due-beyond-calendar");
    }

    private static void refusesWhatIsNoNextYear() {
        Reply none =
                year("2027", weekdays("2027", "")).expectProblem(409, "calendar-year-without-work");
        assertThat(none.text("/errors/0/pointer")).isEqualTo("/days");
        Reply far = year("2028", "").expectProblem(409, "calendar-year-not-next");
        assertThat(far.text("/errors/0/pointer")).isEqualTo("/year");
        year("2026", "").expectProblem(409, "calendar-year-not-next");
        Reply other =
                year("2027", day("2026-12-31", "DAY_OFF")).expectProblem(400, "invalid-request");
        assertThat(other.text("/errors/0/pointer")).isEqualTo("/days/0/falls_on");
        assistant
                .post("/company-years", "{\"year\": \"2027\", \"days\": [], \"source\": \"x\"}")
                .expectProblem(403, "command-not-permitted");
        assertThat(assistant.get("/company-years").json().at("/items").size()).isZero();
    }

    /** With one day left to work, that day cannot be taken off. */
    private static void leavesADayToWork() {
        year("2027", weekdays("2027", "2027-03-01")).expect(201);
        String last =
                """
                {"falls_on": "2027-03-01", "kind": "DAY_OFF", "label": {"zh": "休", "en": "Off"}}
                """;
        Reply refused =
                administrator
                        .post("/company-days", last)
                        .expectProblem(409, "calendar-year-without-work");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/falls_on");
        assertThat(year("2027", "").expect(201).json().at("/version").asInt()).isEqualTo(3);
    }

    private static Reply year(String year, String days) {
        return administrator.post(
                "/company-years",
                "{\"year\": \"%s\", \"days\": [%s], \"source\": \"预定\"}".formatted(year, days));
    }

    private static String day(String day, String kind) {
        return "{\"falls_on\": \"%s\", \"kind\": \"%s\", \"label\": {\"zh\": \"日\", \"en\": \"D\"}}"
                .formatted(day, kind);
    }

    private static String weekdays(String year, String but) {
        LocalDate first = LocalDate.parse(year + "-01-01");
        return first.datesUntil(first.plusYears(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .map(LocalDate::toString)
                .filter(day -> !day.equals(but))
                .map(day -> day(day, "DAY_OFF"))
                .collect(Collectors.joining(","));
    }

    @Test
    void aCommunityLivesByTheCalendarThatItNames() {
        level("STAFF", "4");
        String chinese = place("CN");
        String american = place("WEEKEND");
        assertThat(due(american)).isEqualTo("2026-10-01T18:00:00Z");
        assertThat(due(chinese)).isEqualTo("2026-10-08T17:00:00Z");
        Reply wrong =
                administrator
                        .post("/communities", placeBody("MARS"))
                        .expectProblem(400, "invalid-request");
        assertThat(wrong.text("/errors/0/pointer")).isEqualTo("/calendar");
    }

    private static String place(String calendar) {
        Reply made = administrator.post("/communities", placeBody(calendar)).expect(201);
        assertThat(made.text("/calendar")).isEqualTo(calendar);
        return made.text("/id");
    }

    private static String placeBody(String calendar) {
        return "{\"name\": \"Park %s\", \"time_zone\": \"America/New_York\", \"calendar\": \"%s\"}"
                .formatted(UUID.randomUUID(), calendar);
    }

    /** Four hours from ten in the morning of 1 October in New York. */
    private static String due(String place) {
        String body =
                """
                {"kind": "SUGGESTION", "severity": "MINOR", "place_kind": "GROUNDS",
                 "customer_class": "STAFF", "community_id": "%s",
                 "received_at": "2026-10-01T10:00:00-04:00"}
                """;
        Reply seen = assistant.post("/service-level-previews", body.formatted(place)).expect(200);
        return Instant.parse(seen.text("/goals/1/due_at")).toString();
    }

    private static String standing(String path, String asOf) {
        Reply stands = assistant.get(path + "/service-level?as_of=" + asOf).expect(200);
        return stands.text("/goals/1/state");
    }

    private static List<String> events() {
        Reply seen =
                assistant
                        .get(
                                "/service-level-events?from=2026-12-31&to=2027-01-02"
                                        + "&as_of=2027-01-02T00:00:00Z&community_id="
                                        + community.id())
                        .expect(200);
        List<String> events = new ArrayList<>();
        for (JsonNode item : seen.json().at("/items")) {
            Instant at = Instant.parse(item.at("/occurred_at").asString());
            events.add(at + " " + item.at("/state").asString());
        }
        return events;
    }

    @Test
    void whatTheApiSaysOfAnUnknownDueTimeIsTheSameBeforeItIsAsked() {
        String body =
                """
                {"kind": "SUGGESTION", "severity": "MINOR", "place_kind": "GROUNDS",
                 "customer_class": "MERCHANT", "community_id": "%s",
                 "received_at": "2051-03-04T09:00:00+08:00"}
                """;
        Reply seen =
                assistant
                        .post("/service-level-previews", body.formatted(community.id()))
                        .expect(200);
        assertThat(seen.text("/goals/1/unknown/code")).isEqualTo("work-order-due-beyond-calendar");
        assertThat(seen.json().at("/goals/1/steps").size()).isZero();
        assertThat(Map.of("WORKING", "7000"))
                .containsEntry(seen.text("/goals/1/clock"), seen.text("/goals/1/hours"));
    }
}
