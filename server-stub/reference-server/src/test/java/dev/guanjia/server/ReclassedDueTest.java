package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Another severity leaves nothing behind of the due time that an order had for the first. */
class ReclassedDueTest {

    private static final String FIRST = "2024-01-15T09:00:00+08:00";

    private static WorkOrderCompany company;

    /** The minor is due soon, the major beyond every calendar, and the normal never. */
    @BeforeAll
    static void promise() {
        company = new WorkOrderCompany();
        Map.of("MINOR", "4", "MAJOR", "70000")
                .forEach(
                        (severity, hours) ->
                                company.server
                                        .asAdministrator()
                                        .post("/service-levels", level(severity, hours))
                                        .expect(201));
    }

    private static String level(String severity, String hours) {
        return """
        {"kind": "SUGGESTION", "severity": "%s", "place_kind": "GROUNDS",
         "customer_class": "TENANT", "hours": "%s", "clock": "WORKING", "from": "2024-01-02"}
        """
                .formatted(severity, hours);
    }

    private static WorkOrderWalk order(String severity) {
        String more =
                """
                "severity": "%s", "place_kind": "GROUNDS",
                "requester": {"customer_class": "TENANT", "name": "王"},
                """
                        .formatted(severity);
        String body = company.body("SUGGESTION", more, FIRST);
        return company.walk(company.assistant.post("/work-orders", body));
    }

    @Test
    void whatCanBeDatedLosesItsTimeAndFindsItAgain() {
        WorkOrderWalk walk = order("MINOR");
        String soon = due(walk).at("/due_at").asString();
        assertThat(soon).startsWith("2024-01-15T");
        held(walk, "MAJOR", 1);
        assertThat(due(walk).at("/unknown/code").asString())
                .isEqualTo("work-order-due-beyond-calendar");
        assertThat(due(walk).has("due_at")).isFalse();
        held(walk, "MINOR", 2);
        assertThat(due(walk).at("/due_at").asString()).isEqualTo(soon);
        assertThat(due(walk).has("unknown")).isFalse();
    }

    @Test
    void whatHasNoLimitIsNeitherUnknownNorStopped() {
        WorkOrderWalk walk = order("MAJOR");
        held(walk, "NORMAL", 1);
        assertThat(due(walk).at("/origin").asString()).isEqualTo("NONE");
        assertThat(company.column(walk.id(), "due_unknown")).isNull();
        held(walk, "MAJOR", 2);
        assertThat(due(walk).has("unknown")).isTrue();
    }

    @Test
    void aStoppedClockStaysStoppedUnlessNothingCounts() {
        WorkOrderWalk walk = order("MINOR");
        walk.take(company.assistant, "TRIAGE", "2024-01-15T09:10:00+08:00").expect(200);
        walk.assign(company.assistant, "ASSIGN", "2024-01-15T09:10:00+08:00").expect(200);
        walk.take(company.worker, "START", "2024-01-15T09:20:00+08:00").expect(200);
        walk.take(company.supervisor, "SUSPEND", "2024-01-15T09:30:00+08:00", "等配件").expect(200);
        String since = "2024-01-15T01:30:00Z";
        held(walk, "MAJOR", 60);
        assertThat(due(walk).at("/paused_since").asString()).isEqualTo(since);
        held(walk, "NORMAL", 61);
        assertThat(due(walk).has("paused_since")).isFalse();
        assertThat(company.column(walk.id(), "due_paused_since")).isNull();
        held(walk, "MAJOR", 62);
        assertThat(due(walk).at("/paused_since").asString()).isEqualTo(since);
        held(walk, "MINOR", 63);
        assertThat(due(walk).at("/paused_since").asString()).isEqualTo(since);
    }

    /** Says so many minutes after the reception how grave it is; the answer tells as much. */
    private static void held(WorkOrderWalk walk, String severity, int minutes) {
        String at = OffsetDateTime.parse(FIRST).plusMinutes(minutes).toInstant().toString();
        Reply after =
                company.supervisor
                        .with("If-Match", "*")
                        .post(
                                walk.path() + "/severity-changes",
                                """
                                {"severity": "%s", "occurred_at": "%s", "reason": "又看了一次"}
                                """
                                        .formatted(severity, at))
                        .expect(200);
        assertThat(due(walk)).isEqualTo(after.json().at("/due"));
    }

    private static JsonNode due(WorkOrderWalk walk) {
        return company.assistant.get(walk.path()).expect(200).json().at("/due");
    }
}
