package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A clock that stands still is not late, wherever it is asked. */
class StoppedClockTest {

    private static WorkOrderCompany company;

    /** Friday at five until Monday at twelve. */
    @BeforeAll
    static void promise() {
        company = new WorkOrderCompany();
        company.server
                .asAdministrator()
                .post(
                        "/service-levels",
                        """
                        {"kind": "SUGGESTION", "severity": "MINOR", "place_kind": "GROUNDS",
                         "customer_class": "GUEST", "hours": "4", "clock": "WORKING",
                         "from": "2024-02-20"}
                        """)
                .expect(201);
    }

    private static WorkOrderWalk begun(String more, String place) {
        String body =
                """
                {%s "kind": "SUGGESTION", "community_id": "%s", "title": "灯", "channel": "PHONE",
                 "severity": "MINOR", "place_kind": "GROUNDS",
                 "requester": {"customer_class": "GUEST", "name": "王"},
                 "received_at": "2024-03-04T09:00:00+08:00"}
                """
                        .formatted(more, place);
        WorkOrderWalk walk = company.walk(company.assistant.post("/work-orders", body));
        walk.take(company.assistant, "TRIAGE", "2024-03-04T09:10:00+08:00").expect(200);
        walk.assign(company.assistant, "ASSIGN", "2024-03-04T09:10:00+08:00").expect(200);
        walk.take(company.worker, "START", "2024-03-04T09:20:00+08:00").expect(200);
        return walk;
    }

    @Test
    void aStoppedOrderIsNotLateAndStaysSoWhenItIsGivenUp() {
        String here = Community.with(company.server, 1).id();
        WorkOrderWalk walk = begun("", here);
        Reply put =
                walk.take(company.supervisor, "SUSPEND", "2024-03-04T10:00:00+08:00", "等配件")
                        .expect(200);
        assertThat(put.text("/due/paused_since")).isEqualTo("2024-03-04T02:00:00Z");
        assertThat(put.json().at("/due").has("due_at")).isFalse();
        assertThat(put.text("/timeliness")).isEqualTo("ON_TIME");
        assertThat(state(walk)).isEqualTo("PAUSED");
        assertThat(overdue(here)).isZero();
        String place = "/work-orders?community_id=" + here;
        assertThat(listed(place, walk)).isEqualTo("ON_TIME");
        assertThat(listed(place + "&due_to=2024-03-05T00:00:00Z", walk)).isEqualTo("absent");

        Reply given =
                walk.take(company.assistant, "CANCEL", "2024-03-04T14:00:00+08:00", "不用了")
                        .expect(200);
        assertThat(given.text("/due/due_at")).isEqualTo("2024-03-04T09:00:00Z");
        assertThat(given.json().at("/due").has("paused_since")).isFalse();
        assertThat(given.text("/timeliness")).isEqualTo("ON_TIME");
        assertThat(state(walk)).isEqualTo("MET");
        assertThat(listed(place + "&due_to=2024-03-05T00:00:00Z", walk)).isEqualTo("ON_TIME");
        assertThat(overdue(here)).isZero();
    }

    @Test
    void whatWasLateWhenItWasStoppedStaysLate() {
        WorkOrderWalk walk = begun("", company.community.id());
        Reply put =
                walk.take(company.supervisor, "SUSPEND", "2024-03-04T13:01:00+08:00", "等配件")
                        .expect(200);
        assertThat(put.text("/due/due_at")).isEqualTo("2024-03-04T05:00:00Z");
        assertThat(put.text("/timeliness")).isEqualTo("OVERDUE");
        assertThat(state(walk)).isEqualTo("BREACHED");
        walk.take(company.assistant, "CANCEL", "2024-03-04T14:00:00+08:00", "不用了").expect(200);
    }

    @Test
    void anAgreedTimeIsNotMovedAndSaysSoEverywhere() {
        WorkOrderWalk walk =
                begun("\"due_at\": \"2024-03-04T12:00:00+08:00\",", company.community.id());
        Reply put =
                walk.take(company.supervisor, "SUSPEND", "2024-03-04T10:00:00+08:00", "等配件")
                        .expect(200);
        assertThat(put.text("/timeliness")).isEqualTo("OVERDUE");
        assertThat(put.text("/due/due_at")).isEqualTo("2024-03-04T04:00:00Z");
        Reply stands = company.assistant.get(walk.path() + "/service-level").expect(200);
        assertThat(stands.text("/goals/1/state")).isEqualTo("BREACHED");
        assertThat(stands.text("/goals/1/explanation"))
                .isEqualTo("agreed for Monday 2024-03-04 12:00, whatever the pauses");
        walk.take(company.assistant, "CANCEL", "2024-03-04T11:00:00+08:00", "不用了").expect(200);
    }

    @Test
    void aStepBeforeTheLastOneNamesItsTime() {
        WorkOrderWalk walk = begun("", company.community.id());
        Reply refused =
                walk.take(company.supervisor, "SUSPEND", "2024-03-04T09:19:00+08:00")
                        .expectProblem(409, "work-order-before-previous-event");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/occurred_at");
        walk.take(company.assistant, "CANCEL", "2024-03-04T09:30:00+08:00", "不用了").expect(200);
    }

    private static String state(WorkOrderWalk walk) {
        Reply stands = company.assistant.get(walk.path() + "/service-level").expect(200);
        return stands.text("/goals/1/state");
    }

    private static String listed(String path, WorkOrderWalk walk) {
        Reply page = company.assistant.get(path).expect(200);
        for (JsonNode item : page.json().at("/items")) {
            if (item.at("/id").asString().equals(walk.id())) {
                return item.at("/timeliness").asString();
            }
        }
        return "absent";
    }

    private static int overdue(String place) {
        Reply board = company.assistant.get("/work-order-board?community_id=" + place).expect(200);
        int overdue = 0;
        for (JsonNode count : board.json().at("/items")) {
            overdue += count.at("/overdue").asInt();
        }
        return overdue;
    }
}
