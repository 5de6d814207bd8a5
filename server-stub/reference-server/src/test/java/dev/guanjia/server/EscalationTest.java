package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who hears of complaints, over HTTP; a major one is to be resolved within an hour. */
class EscalationTest {

    private static final WorkOrderCompany COMPANY = new WorkOrderCompany();
    private static final Api ASSISTANT = COMPANY.assistant;
    private static final String MAJOR = "\"severity\": \"MAJOR\",";

    @BeforeAll
    static void anHourForTheGrave() {
        COMPANY.server
                .asAdministrator()
                .post(
                        "/service-levels",
                        """
                        {"kind": "COMPLAINT", "severity": "MAJOR", "hours": "1", "clock": "ELAPSED",
                         "from": "2026-03-02"}
                        """)
                .expect(201);
    }

    @Test
    void aMajorComplaintComesToTheManagerAtOnce() {
        String id = COMPANY.open(ASSISTANT, "COMPLAINT", MAJOR).expect(201).text("/id");
        JsonNode level = level(id, 2, at(0));
        assertThat(level.at("/post").asString()).isEqualTo("PROPERTY_MANAGER");
        assertThat(level.at("/cause").asString()).isEqualTo("AT_ONCE");
        assertThat(level.at("/told_at").asString()).isEqualTo("2026-03-06T08:30:00Z");
        assertThat(level.at("/at_once_for").asString()).isEqualTo("MAJOR");
        assertThat(level.at("/ladder").asString()).isEqualTo("DEPARTMENT");
        assertThat(level.at("/source").asString()).contains("P-COMPLAINT rule 2");
        assertThat(level.at("/due").asBoolean()).isTrue();
        assertThat(level.at("/staff_ids").size()).isEqualTo(1);
        JsonNode first = level(id, 1, at(60));
        assertThat(first.at("/cause").asString()).isEqualTo("BREACH");
        assertThat(first.at("/due").asBoolean()).isFalse();
        assertThat(level(id, 1, at(61)).at("/due").asBoolean()).isTrue();
    }

    @Test
    void theManagerAcknowledgesAndTheOpenListForgetsIt() {
        String id = COMPANY.open(ASSISTANT, "COMPLAINT", MAJOR).expect(201).text("/id");
        String manager = level(id, 2, at(0)).at("/staff_ids/0").asString();
        String mine = "/escalations?limit=200&community_id=" + COMPANY.community.id();
        assertThat(open(mine + "&staff_id=" + manager, id)).isEqualTo(1);
        assertThat(open(mine + "&post=CASHIER", id)).isZero();
        String seen = "{\"acknowledged_at\": \"%s\", \"note\": \"今晚到场\"}".formatted(at(5));
        String levels = "/complaints/" + id + "/escalations/";
        ASSISTANT
                .post(levels + "2/acknowledgements", seen)
                .expectProblem(403, "escalation-not-told");
        Api himself = as(manager, "PROPERTY_MANAGER");
        Reply kept = himself.post(levels + "2/acknowledgements", seen).expect(201);
        assertThat(kept.text("/acknowledgement/staff_id")).isEqualTo(manager);
        himself.post(levels + "2/acknowledgements", seen)
                .expectProblem(409, "escalation-acknowledged");
        himself.post(levels + "9/acknowledgements", seen).expect(404);
        assertThat(open(mine + "&post=PROPERTY_MANAGER", id)).isZero();
        assertThat(level(id, 2, at(4)).has("acknowledgement")).isFalse();
        assertThat(level(id, 2, at(5)).at("/acknowledgement/note").asString()).isEqualTo("今晚到场");
    }

    @Test
    void aComplaintIsRaisedByHandLevelByLevel() {
        String due = "\"due_at\": \"2027-01-01T00:00:00Z\",";
        Reply made = COMPANY.open(ASSISTANT, "COMPLAINT", due).expect(201);
        String path = "/complaints/" + made.text("/id") + "/escalations";
        String why = "{\"occurred_at\": \"%s\", \"reason\": \"拒不配合\"}";
        Reply first = ASSISTANT.post(path, why.formatted(at(10))).expect(201);
        assertThat(first.text("/post")).isEqualTo("CS_SUPERVISOR");
        Reply second = COMPANY.supervisor.post(path, why.formatted(at(20))).expect(201);
        assertThat(second.text("/cause")).isEqualTo("RAISED");
        assertThat(second.text("/reason")).isEqualTo("拒不配合");
        assertThat(second.text("/told_at")).isEqualTo(at(20));
        ASSISTANT.post(path, why.formatted(at(30))).expectProblem(409, "work-order-ladder-ends");
        COMPANY.server
                .holding("CASHIER")
                .post(path, why.formatted(at(30)))
                .expectProblem(403, "command-not-permitted");
        String repair = COMPANY.open(ASSISTANT, "REPAIR", "").expect(201).text("/id");
        ASSISTANT.get("/complaints/" + repair + "/escalations").expectProblem(404, "not-found");
        ASSISTANT.get("/complaints/wo_00000000/escalations").expectProblem(404, "not-found");
    }

    @Test
    void whatIsFoundToBeGraverIsDueSoonerAndComesToTheManagerThen() {
        Reply made = COMPANY.open(ASSISTANT, "COMPLAINT", "").expect(201);
        String id = made.text("/id");
        String path = "/work-orders/" + id + "/severity-changes";
        String found = "{\"severity\": \"%s\", \"occurred_at\": \"%s\", \"reason\": \"二十户受影响\"}";
        String major = found.formatted("MAJOR", at(10));
        ASSISTANT
                .with("If-Match", made.header("ETag"))
                .post(path, major)
                .expectProblem(403, "command-not-permitted");
        Reply after =
                COMPANY.supervisor
                        .with("If-Match", made.header("ETag"))
                        .post(path, major)
                        .expect(200);
        assertThat(after.text("/severity")).isEqualTo("MAJOR");
        assertThat(after.text("/due/due_at")).isEqualTo("2026-03-06T09:30:00Z");
        COMPANY.supervisor.with("If-Match", made.header("ETag")).post(path, major).expect(412);
        COMPANY.supervisor
                .with("If-Match", after.header("ETag"))
                .post(path, found.formatted("MAJOR", at(20)))
                .expectProblem(409, "work-order-severity-same");
        Reply events = ASSISTANT.get("/work-orders/" + id + "/events").expect(200);
        assertThat(events.text("/items/0/action")).isEqualTo("RECLASS");
        assertThat(events.text("/items/0/severity")).isEqualTo("MAJOR");
        assertThat(events.text("/items/0/note")).isEqualTo("二十户受影响");
        assertThat(level(id, 2, at(9)).at("/due").asBoolean()).isFalse();
        assertThat(level(id, 2, at(10)).at("/told_at").asString()).isEqualTo(at(10));
        String standing = "/work-orders/" + id + "/service-level?as_of=";
        assertThat(ASSISTANT.get(standing + at(9)).expect(200).body())
                .doesNotContain("2026-03-06T09:30:00Z");
        assertThat(ASSISTANT.get(standing + at(11)).expect(200).body())
                .contains("2026-03-06T09:30:00Z");
        WorkOrderWalk walk = COMPANY.walk(made);
        walk.see(after.header("ETag"));
        walk.take(COMPANY.supervisor, "VALIDATE", at(20), "属实").expect(200);
    }

    private static JsonNode level(String id, int level, String asOf) {
        return ASSISTANT
                .get("/complaints/" + id + "/escalations?as_of=" + asOf)
                .expect(200)
                .json()
                .at("/items/" + (level - 1));
    }

    private static int open(String path, String id) {
        int found = 0;
        for (JsonNode item : ASSISTANT.get(path).expect(200).json().at("/items")) {
            boolean second = item.at("/level").asInt() == 2;
            found += second && item.at("/work_order_id").asString().equals(id) ? 1 : 0;
        }
        return found;
    }

    /** Somebody who may hold other posts, too. */
    private static Api as(String staff, String post) {
        return COMPANY.server
                .as(
                        COMPANY.server
                                .asAdministrator()
                                .post("/staff/" + staff + "/tokens", "{\"label\": \"test\"}")
                                .expect(201)
                                .text("/token"))
                .inPost(post);
    }

    private static String at(int minutes) {
        return WorkOrderCompany.after(minutes);
    }
}
