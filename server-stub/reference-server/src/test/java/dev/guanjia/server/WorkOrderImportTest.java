package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work orders of another system, over HTTP. */
class WorkOrderImportTest {

    private static final String ON_TIME =
            """
            {"source_reference": "A-1", "title": "地下车库漏水", "channel": "APP",
             "received_at": "2021-05-06T09:10:00+08:00", "due_at": "2021-05-08T09:10:00+08:00",
             "resolved_at": "2021-05-07T16:00:00+08:00", "closure": "HANDLED"}
            """;
    private static final String OVERDUE =
            """
            {"source_reference": "A-2", "title": "垃圾清运不及时", "channel": "PHONE",
             "received_at": "2021-05-21T08:00:00+08:00", "due_at": "2021-05-23T08:00:00+08:00"}
            """;
    private static final String INVALID =
            """
            {"source_reference": "A-3", "title": "重复登记", "channel": "PHONE",
             "received_at": "2021-05-22T08:00:00+08:00", "closure": "INVALID"}
            """;

    private final RunningServer server = RunningServer.shared().withCompany();
    private final Api administrator = server.asAdministrator();
    private final String community = Community.with(server, 1).id();

    @Test
    void rowsStandWhereTheyEndedAndAreJudgedAsOfThen() {
        Reply taken = post(ON_TIME, OVERDUE, INVALID).expect(201);
        assertThat(verdicts(taken))
                .containsExactly(
                        "A-1 CLOSED ON_TIME false",
                        "A-2 RECEIVED OVERDUE false",
                        "A-3 CLOSED NO_LIMIT true");
        Reply first = administrator.get("/work-orders/" + taken.text("/items/0/id")).expect(200);
        assertThat(first.text("/state")).isEqualTo("CLOSED");
        assertThat(first.text("/resolved_at")).isEqualTo("2021-05-07T08:00:00Z");
        assertThat(first.text("/source_reference")).isEqualTo("A-1");
        Reply open = administrator.get("/work-orders/" + taken.text("/items/1/id")).expect(200);
        assertThat(open.text("/state")).isEqualTo("RECEIVED");
        Reply events = administrator.get("/work-orders/" + taken.text("/items/0/id") + "/events");
        assertThat(events.expect(200).text("/items/0/action")).isEqualTo("IMPORT");
        assertThat(events.text("/items/0/to")).isEqualTo("CLOSED");
        assertThat(events.json().at("/items").size()).isEqualTo(1);
    }

    @Test
    void theStateIsThatOfTheMomentWhateverWasDoneSince() {
        assertThat(verdicts(asOf("2021-05-07T15:59:59+08:00", ON_TIME)))
                .containsExactly("A-1 RECEIVED ON_TIME false");
        assertThat(verdicts(asOf("2021-05-07T16:00:00+08:00", ON_TIME)))
                .containsExactly("A-1 CLOSED ON_TIME false");
        String open = post(OVERDUE).expect(201).text("/items/0/id");
        String step = "{\"action\": \"%s\", \"occurred_at\": \"%s\", \"note\": \"撤诉\"}";
        Api supervisor = server.holding("CS_SUPERVISOR");
        supervisor
                .with("If-Match", "\"1\"")
                .post(
                        "/work-orders/" + open + "/transitions",
                        step.formatted("VALIDATE", "2021-05-22T10:00:00+08:00"))
                .expect(200);
        supervisor
                .with("If-Match", "\"2\"")
                .post(
                        "/work-orders/" + open + "/transitions",
                        step.formatted("CANCEL", "2021-05-24T10:00:00+08:00"))
                .expect(200);
        assertThat(verdicts(asOf("2021-05-22T09:59:59+08:00", OVERDUE)))
                .containsExactly("A-2 RECEIVED ON_TIME true");
        assertThat(verdicts(asOf("2021-05-24T09:59:59+08:00", OVERDUE)))
                .containsExactly("A-2 VALIDATED OVERDUE true");
        assertThat(verdicts(post(OVERDUE))).containsExactly("A-2 CANCELLED OVERDUE true");
    }

    @Test
    void aDueTimeBeforeTheReceptionIsTakenAsItWasGiven() {
        String early = ON_TIME.replace("2021-05-08T09:10", "2021-05-06T09:09");
        Reply taken = post(early).expect(201);
        assertThat(verdicts(taken)).containsExactly("A-1 CLOSED OVERDUE false");
        Reply order = administrator.get("/work-orders/" + taken.text("/items/0/id"));
        assertThat(order.text("/due/due_at")).isEqualTo("2021-05-06T01:09:00Z");
    }

    @Test
    void theSameRowAgainIsTheSameOrderAndAnotherContentIsRefused() {
        String id = post(ON_TIME, OVERDUE).expect(201).text("/items/1/id");
        Reply again = post(OVERDUE, INVALID).expect(201);
        assertThat(again.text("/items/0/id")).isEqualTo(id);
        Reply other = post(ON_TIME, OVERDUE.replace("不及时", "太早"));
        other.expectProblem(409, "work-order-import-differs");
        assertThat(other.text("/errors/0/pointer")).isEqualTo("/rows/1");
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void theRequestBehindARowIsReadBothWaysAndComesOnce() {
        Reply taken = post(ON_TIME, OVERDUE).expect(201);
        String request = taken.text("/items/0/request_id");
        Reply told = administrator.get("/service-requests/" + request).expect(200);
        assertThat(told.text("/words")).isEqualTo("地下车库漏水");
        assertThat(told.text("/source_reference")).isEqualTo("A-1");
        assertThat(told.text("/state")).isEqualTo("CLOSED");
        assertThat(told.text("/work_order_ids/0")).isEqualTo(taken.text("/items/0/id"));
        Reply order = administrator.get("/work-orders/" + taken.text("/items/0/id")).expect(200);
        assertThat(order.text("/request_id")).isEqualTo(request);
        Reply again = post(OVERDUE, INVALID, ON_TIME).expect(201);
        assertThat(again.text("/items/2/request_id")).isEqualTo(request);
        assertThat(count("service_request")).isEqualTo(3);
        String finding = body(ON_TIME.replace("A-1", "A-7")).replace("COMPLAINT", "CLEANING_TASK");
        Reply found = administrator.post("/work-order-imports", finding).expect(201);
        assertThat(found.json().at("/items/0/request_id").isMissingNode()).isTrue();
        assertThat(count("service_request")).isEqualTo(3);
    }

    @Test
    void allRowsAreStoredOrNone() {
        String early = ON_TIME.replace("2021-05-07T16", "2021-05-05T16").replace("A-1", "A-9");
        Reply refused = post(OVERDUE, early);
        refused.expectProblem(409, "work-order-resolved-before-received");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/rows/1");
        Reply unknown = post(OVERDUE, INVALID.replace("\"INVALID\"", "\"OPEN\""));
        unknown.expectProblem(400, "invalid-request");
        assertThat(unknown.text("/errors/0/pointer")).isEqualTo("/rows/1/closure");
        Reply future = post(ON_TIME.replace("2021-05-07", "2998-05-07"));
        future.expectProblem(409, "business-time-in-the-future");
        assertThat(count()).isZero();
        assertThat(count("service_request")).isZero();
    }

    @Test
    void aWholeBatchIsTakenAtOnce() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(OVERDUE.replace("A-2", "B-" + i));
        }
        Reply taken = post(rows.toArray(String[]::new)).expect(201);
        assertThat(taken.text("/items/499/source_reference")).isEqualTo("B-499");
        assertThat(count()).isEqualTo(500);
        rows.add(OVERDUE);
        post(rows.toArray(String[]::new)).expectProblem(400, "invalid-request");
    }

    @Test
    void onlyTheSupervisorOrTheAdministratorTakesOver() {
        server.holding("CS_ASSISTANT")
                .post("/work-order-imports", body(ON_TIME))
                .expectProblem(403, "command-not-permitted");
        server.holding("CS_SUPERVISOR").post("/work-order-imports", body(ON_TIME)).expect(201);
    }

    private Reply post(String... rows) {
        return administrator.post("/work-order-imports", body(rows));
    }

    private Reply asOf(String moment, String row) {
        String body = body(row).replace("2021-06-01T00:00:00+08:00", moment);
        return administrator.post("/work-order-imports", body).expect(201);
    }

    private String body(String... rows) {
        return """
        {"kind": "COMPLAINT", "community_id": "%s", "as_of": "2021-06-01T00:00:00+08:00",
         "rows": [%s]}
        """
                .formatted(community, String.join(",", rows));
    }

    private int count() {
        return count("work_order");
    }

    private int count(String table) {
        return server.db()
                .sql("select count(*) from " + table + " where community_id = :community")
                .param("community", community)
                .query(Integer.class)
                .single();
    }

    private static List<String> verdicts(Reply taken) {
        List<String> verdicts = new ArrayList<>();
        taken.json()
                .at("/items")
                .forEach(
                        item ->
                                verdicts.add(
                                        item.at("/source_reference").asString()
                                                + " "
                                                + item.at("/state").asString()
                                                + " "
                                                + item.at("/timeliness").asString()
                                                + " "
                                                + item.at("/excluded").asBoolean()));
        return verdicts;
    }
}
