package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Whatever a cursor says, each list of the document goes on from there or says that it cannot. */
class CursorTest {

    private static final String DAY = "2026-03-02";

    /** What a list calls itself in its cursors where that is not the end of its path. */
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("/duty-occurrences", "occurrences"),
                    Map.entry("/duty-occurrences/{occurrenceId}/rounds", "duty-rounds"),
                    Map.entry("/quality-objectives", "objectives"),
                    Map.entry("/pools/{poolId}/shares", "pool-shares"),
                    Map.entry("/quality-results", "results"),
                    Map.entry("/certified-post-rate/rows", "certified-post-rows"),
                    Map.entry("/approvals/{approvalId}/events", "approval-events"),
                    Map.entry("/duty-occurrences/{occurrenceId}/events", "occurrence-events"),
                    Map.entry("/calendar-years/{year}/days", "calendar-days"),
                    Map.entry("/call-back-samples/{sampleId}/orders", "call-back-sample-orders"),
                    Map.entry("/call-back-rates/rows", "call-back-rate-rows"),
                    Map.entry("/stations/{stationId}/log-entries", "shift-log-entries"),
                    Map.entry("/equipment/{equipmentId}/certificates", "equipment-certificates"),
                    Map.entry("/equipment-failure-rate/rows", "equipment-failure-rows"),
                    Map.entry("/equipment/{equipmentId}/repairs", "equipment-repairs"),
                    Map.entry("/equipment/{equipmentId}/running-hours", "equipment-running-hours"),
                    Map.entry("/equipment-intact-rate/rows", "equipment-intact-rows"),
                    Map.entry(
                            "/maintenance-plans/{maintenancePlanId}/months", "maintenance-months"),
                    Map.entry("/complaints/{workOrderId}/escalations", "complaint-escalations"));

    /** What parts of keys are: numbers and texts, days, instants. */
    private static final List<String> PARTS = List.of("0", "2026-01-01", "2026-01-01T00:00:00Z");

    /** What no number, day or instant of a table is. */
    private static final List<String> FORGED =
            List.of(
                    "x",
                    "9223372036854775808",
                    "+999999999-12-31",
                    "+1000000000-12-31T23:59:59.999999999Z",
                    "\u0000");

    private static Api administrator;
    private static Api person;
    private static final Map<String, String> VALUES = new TreeMap<>();

    @BeforeAll
    static void make() {
        RunningServer server = RunningServer.shared().withCompany();
        administrator = server.asAdministrator();
        Reply newcomer = server.newcomer("PROPERTY_MANAGER");
        person = server.as(newcomer.text("/token"));
        Estate estate = Estate.priced(server, 1);
        String community = estate.community();
        VALUES.put("staffId", newcomer.text("/staff_id"));
        VALUES.put("communityId", community);
        VALUES.put("unitId", estate.unit(0));
        VALUES.put("meterId", estate.meter(0));
        VALUES.put("on", DAY);
        VALUES.put("billRunId", estate.calculate("2026-01"));
        estate.sharedFee();
        VALUES.put(
                "poolId",
                estate.as("CS_ASSISTANT")
                        .post("/communities/" + community + "/pools", RowBodies.POOL)
                        .expect(201)
                        .text("/id"));
        VALUES.put("year", "2026");
        VALUES.put("community_id", community);
        VALUES.put("from", DAY);
        VALUES.put("to", DAY);
        VALUES.put("day", DAY);
        VALUES.put("period", "2026-02");
        VALUES.put("equipment_class", "LIFT");
        ask(estate, community);
        estate.bill("2025-12", "2025-12-20");
        VALUES.put(
                "roundId",
                made(
                        estate.as("STEWARD"),
                        "/communities/" + community + "/dunning-rounds",
                        "{\"on\": \"" + DAY + "\""));
        VALUES.put("caseId", first("/communities/" + community + "/dunning-cases"));
        VALUES.put("objectiveId", first("/quality-objectives"));
        VALUES.put("occurrenceId", first("/duty-occurrences?limit=1&from=" + DAY + "&to=" + DAY));
    }

    private static void ask(Estate estate, String community) {
        String told =
                "\"community_id\": \"%s\", \"channel\": \"HOTLINE\", \"received_at\": \"%s\""
                        .formatted(community, "2026-03-06T16:30:00+08:00");
        Api assistant = estate.as("CS_ASSISTANT");
        VALUES.put(
                "workOrderId",
                made(
                        assistant,
                        "/work-orders",
                        "{\"kind\": \"COMPLAINT\", \"title\": \"吵\", " + told));
        VALUES.put(
                "serviceRequestId",
                made(assistant, "/service-requests", "{\"words\": \"吵\", " + told));
        String place = "{\"community_id\": \"%s\"".formatted(community);
        VALUES.put(
                "sampleId",
                made(
                        estate.as("CS_SUPERVISOR"),
                        "/call-back-samples",
                        place + ", \"period\": \"2026-03\", \"percent\": \"50\", \"seed\": 7"));
        VALUES.put(
                "maintenancePlanId",
                made(person, "/maintenance-plans", place + ", \"year\": 2026"));
        VALUES.put(
                "equipmentId",
                made(
                        person,
                        "/equipment",
                        """
                        {"equipment_class": "LIFT", "serial": "%s", "name": "1号梯",
                         "installed_on": "2020-01-01", "place": {"community_id": "%s"}
                        """
                                .formatted(UUID.randomUUID(), community)));
        VALUES.put(
                "stationId",
                made(
                        person,
                        "/stations",
                        place
                                + """
                                , "label": {"zh": "大堂", "en": "Lobby"}, "post": "STEWARD",
                                 "leader": "CS_SUPERVISOR", "kit": {"keys": [], "goods": [],
                                 "equipment": [], "money": {"amount": "0.00", "currency": "CNY"}}
                                """));
        VALUES.put(
                "approvalId",
                made(
                        estate.as("STEWARD"),
                        "/approvals",
                        """
                        {"kind": "EXPENDITURE", "subject": "Pump", "attachments": [],
                         "amount": {"amount": "80.00", "currency": "CNY"}
                        """));
    }

    private static String made(Api who, String path, String unfinished) {
        return who.post(path, unfinished + "}").expect(201).text("/id");
    }

    private static String first(String path) {
        return administrator.get(path).expect(200).text("/items/0/id");
    }

    @ParameterizedTest
    @MethodSource("lists")
    void aForgedCursorIsNeverTheServersFault(String path, List<String> required) {
        String name = NAMES.getOrDefault(path, path.substring(path.lastIndexOf('/') + 1));
        String list = filled(path) + query(required) + "cursor=";
        List<String> known =
                keys().filter(key -> page(list, name, key).status() == 200)
                        .findFirst()
                        .orElseThrow(
                                () -> new AssertionError("what cursors does it give? " + name));
        for (int place = 0; place < known.size(); place++) {
            for (String forged : FORGED) {
                List<String> key = new ArrayList<>(known);
                key.set(place, forged);
                Reply reply = page(list, name, key);
                if (reply.status() != 200 || !known.get(place).equals(PARTS.get(0))) {
                    reply.expectProblem(400, "cursor-invalid");
                }
            }
        }
    }

    private static Reply page(String list, String name, List<String> key) {
        String text = name + ":" + String.join("|", key);
        return page(
                list
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Reply page(String path) {
        Reply reply = administrator.get(path);
        return reply.status() == 403 ? person.get(path) : reply;
    }

    private static String filled(String path) {
        String filled = path;
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        assertThat(filled).as("an id is to be made in this test").doesNotContain("{");
        return filled;
    }

    private static String query(List<String> required) {
        StringBuilder query = new StringBuilder("?");
        for (String each : required) {
            assertThat(VALUES).as("a value is to be given in this test").containsKey(each);
            query.append(each).append('=').append(VALUES.get(each)).append('&');
        }
        return query.toString();
    }

    /** Every part in every place of keys of up to four parts. */
    private static Stream<List<String>> keys() {
        List<List<String>> keys = new ArrayList<>();
        for (int length = 1; length <= 4; length++) {
            for (String part : PARTS) {
                for (int place = 0; place < length; place++) {
                    List<String> key = new ArrayList<>(Collections.nCopies(length, PARTS.get(0)));
                    key.set(place, part);
                    keys.add(key);
                }
            }
        }
        return keys.stream();
    }

    /** What the document lists in pages, and what must be given beside. */
    static Stream<Object[]> lists() {
        Map<String, Object> document =
                new Yaml()
                        .load(
                                RunningServer.shared()
                                        .asNobody()
                                        .send("GET", "/openapi.yaml", null)
                                        .expect(200)
                                        .body());
        Map<String, Object> paths = map(document.get("paths"));
        List<Object[]> lists = new ArrayList<>();
        paths.forEach(
                (path, item) -> {
                    List<Map<String, Object>> given = parameters(document, map(item));
                    if (given.stream().anyMatch(each -> "cursor".equals(each.get("name")))) {
                        lists.add(new Object[] {path, required(given)});
                    }
                });
        assertThat(lists).hasSizeGreaterThan(100);
        return lists.stream();
    }

    private static List<String> required(List<Map<String, Object>> given) {
        return given.stream()
                .filter(each -> "query".equals(each.get("in")))
                .filter(each -> Boolean.TRUE.equals(each.get("required")))
                .map(each -> String.valueOf(each.get("name")))
                .toList();
    }

    private static List<Map<String, Object>> parameters(
            Map<String, Object> document, Map<String, Object> item) {
        Map<String, Object> read = map(item.getOrDefault("get", Map.of()));
        return Stream.of(item, read)
                .flatMap(part -> ((List<?>) part.getOrDefault("parameters", List.of())).stream())
                .map(each -> resolved(document, map(each)))
                .toList();
    }

    private static Map<String, Object> resolved(
            Map<String, Object> document, Map<String, Object> parameter) {
        Optional<Object> reference = Optional.ofNullable(parameter.get("$ref"));
        Map<String, Object> found = reference.isPresent() ? document : parameter;
        for (String step : reference.map(CursorTest::steps).orElse(List.of())) {
            found = map(found.get(step));
        }
        return found;
    }

    private static List<String> steps(Object reference) {
        return List.of(reference.toString().substring("#/".length()).split("/"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
