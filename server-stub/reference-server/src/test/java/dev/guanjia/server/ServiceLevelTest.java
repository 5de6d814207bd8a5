package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How soon work is to be done, over HTTP. */
class ServiceLevelTest {

    private final RunningServer server = RunningServer.shared();
    private final Api administrator = server.asAdministrator();
    private final Api assistant = server.holding("CS_ASSISTANT");

    @Test
    void aServiceLevelIsSetOncePerDay() {
        level(server, "CLEANING_TASK", "2.5", "2020-05-01");
        Reply twice =
                administrator.post(
                        "/service-levels", levelBody("CLEANING_TASK", "3", "2020-05-01"));
        twice.expectProblem(409, "service-level-exists");
        administrator
                .post("/service-levels", levelBody("CLEANING_TASK", "0.00", "2020-05-02"))
                .expectProblem(400, "invalid-request");
        assistant
                .post("/service-levels", levelBody("CLEANING_TASK", "3", "2020-05-02"))
                .expectProblem(403, "command-not-permitted");
        List<String> rows = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (JsonNode row : assistant.get("/service-levels?limit=200").json().at("/items")) {
            rows.add(row.at("/kind").asString() + row.at("/from").asString());
            ids.add(row.at("/id").asString());
        }
        assertThat(rows).contains("CLEANING_TASK2020-05-01").isSorted();
        assertThat(ids).doesNotHaveDuplicates();
        Reply cleaning = assistant.get("/service-levels?limit=200&kind=CLEANING_TASK").expect(200);
        assertThat(cleaning.json().at("/items"))
                .isNotEmpty()
                .allMatch(row -> row.at("/kind").asString().equals("CLEANING_TASK"));
        assistant.get("/service-levels?kind=DANCE").expectProblem(400, "invalid-request");
    }

    @Test
    void aRowNamesWhatItIsForAndNamesAShiftWithTheClockOfShiftsAlone() {
        String row =
                """
                {"kind": "HELP", "severity": "MAJOR", "place_kind": "GROUNDS",
                 "customer_class": "OWNER", "goal": "RESPONSE", "hours": "0.25",
                 "clock": "ELAPSED", "from": "2020-05-01"}
                """;
        Reply made = administrator.post("/service-levels", row).expect(201);
        assertThat(made.text("/severity")).isEqualTo("MAJOR");
        assertThat(made.text("/place_kind")).isEqualTo("GROUNDS");
        assertThat(made.text("/customer_class")).isEqualTo("OWNER");
        assertThat(made.text("/goal")).isEqualTo("RESPONSE");
        administrator.post("/service-levels", row).expectProblem(409, "service-level-exists");
        String other = row.replace("RESPONSE", "RESOLUTION");
        administrator.post("/service-levels", other).expect(201);
        wrong("/service-levels", row.replace("MAJOR", "AWFUL"), "/severity");
        wrong("/service-levels", row.replace("RESPONSE", "APOLOGY"), "/goal");
        wrong("/service-levels", row.replace("ELAPSED", "SHIFT"), "/shift_id");
        String shift = row.replace("\"ELAPSED\"", "\"ELAPSED\", \"shift_id\": \"night\"");
        wrong("/service-levels", shift, "/shift_id");
        wrong("/service-levels", shift.replace("ELAPSED", "SHIFT"), "/shift_id");
    }

    @Test
    void aLadderIsSetOncePerDayAndIsNeverNearAtTheEnd() {
        String row =
                """
                {"kind": "HELP", "near_share": "0.5", "near_hours": "1", "step_hours": "2",
                 "levels": 1, "from": "2020-05-01"}
                """;
        Reply made = administrator.post("/service-ladders", row).expect(201);
        assertThat(made.text("/near_share")).isEqualTo("0.5");
        assertThat(made.text("/goal")).isEqualTo("RESOLUTION");
        administrator.post("/service-ladders", row).expectProblem(409, "service-level-exists");
        assistant
                .post("/service-ladders", row.replace("2020-05-01", "2020-05-02"))
                .expectProblem(403, "command-not-permitted");
        wrong("/service-ladders", row.replace("0.5", "0.0"), "/near_share");
        wrong("/service-ladders", row.replace("\"2\"", "\"0\""), "/step_hours");
        Reply all = assistant.get("/service-ladders?limit=200").expect(200);
        assertThat(all.json().at("/items").size()).isPositive();
    }

    private void wrong(String path, String body, String pointer) {
        Reply reply = administrator.post(path, body).expectProblem(400, "invalid-request");
        assertThat(reply.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    /** Makes sure that there is a row. */
    static void level(RunningServer server, String kind, String hours, String from) {
        Reply reply =
                server.asAdministrator().post("/service-levels", levelBody(kind, hours, from));
        if (reply.status() != 201) {
            reply.expectProblem(409, "service-level-exists");
        }
    }

    private static String levelBody(String kind, String hours, String from) {
        return "{\"kind\": \"%s\", \"hours\": \"%s\", \"clock\": \"WORKING\", \"from\": \"%s\"}"
                .formatted(kind, hours, from);
    }
}
