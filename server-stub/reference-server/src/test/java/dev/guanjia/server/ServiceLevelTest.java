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
        level(server, "REPAIR", "2.5", "2020-05-01");
        Reply twice = administrator.post("/service-levels", levelBody("REPAIR", "3", "2020-05-01"));
        twice.expectProblem(409, "service-level-exists");
        administrator
                .post("/service-levels", levelBody("REPAIR", "0.00", "2020-05-02"))
                .expectProblem(400, "invalid-request");
        assistant
                .post("/service-levels", levelBody("REPAIR", "3", "2020-05-02"))
                .expectProblem(403, "command-not-permitted");
        List<String> rows = new ArrayList<>();
        for (JsonNode row : assistant.get("/service-levels?limit=200").json().at("/items")) {
            rows.add(row.at("/kind").asString() + row.at("/from").asString());
        }
        assertThat(rows).contains("REPAIR2020-05-01").isSorted().doesNotHaveDuplicates();
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
