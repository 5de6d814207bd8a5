package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people ask for over HTTP, from the call to its end. */
class ServiceRequestTest {

    private static final WorkOrderCompany COMPANY = new WorkOrderCompany();
    private static final Api ASSISTANT = COMPANY.assistant;

    private final String phone = "139" + UUID.randomUUID().toString().substring(0, 8);
    private final Reply made = record("PHONE", "大堂灯不亮，谁来修？").expect(201);
    private final String path = "/service-requests/" + made.text("/id");

    private Reply record(String channel, String words) {
        return ASSISTANT.post("/service-requests", body(channel, words, ""));
    }

    private String body(String channel, String words, String more) {
        return """
        {%s "community_id": "%s", "words": "%s", "channel": "%s", "received_at": "%s",
         "requester": {"customer_class": "OWNER", "name": "张三", "phone": "%s"},
         "attachments": [{"name": "灯.jpg", "media_type": "image/jpeg", "size": 17,
         "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
         "path": "requests/lamp.jpg"}]}
        """
                .formatted(
                        more,
                        COMPANY.community.id(),
                        words,
                        channel,
                        WorkOrderCompany.FRIDAY,
                        phone);
    }

    @Test
    void aRequestBecomesOrdersAndTheLinksAreReadBothWays() {
        assertThat(made.text("/state")).isEqualTo("RECORDED");
        Reply repair = open("{\"kind\": \"REPAIR\", \"severity\": \"MAJOR\"}").expect(201);
        Reply question = open("{\"kind\": \"CONSULTATION\", \"title\": \"谁来修\"}").expect(201);
        assertThat(repair.text("/request_id")).isEqualTo(made.text("/id"));
        assertThat(repair.text("/title")).isEqualTo("大堂灯不亮，谁来修？");
        assertThat(repair.text("/severity")).isEqualTo("MAJOR");
        assertThat(repair.text("/channel")).isEqualTo("PHONE");
        assertThat(repair.text("/requester/phone")).isEqualTo(phone);
        String part = "\"parent_id\": \"%s\",".formatted(repair.text("/id"));
        Reply child = COMPANY.open(ASSISTANT, "REPAIR", part).expect(201);
        String slip = "{\"kind\": \"STOCK_ISSUE\", \"target\": \"CK-7\"}";
        ASSISTANT.post("/work-orders/" + repair.text("/id") + "/links", slip).expect(201);
        Reply shown = ASSISTANT.get(path).expect(200);
        assertThat(shown.text("/state")).isEqualTo("IN_HAND");
        assertThat(shown.text("/work_order_ids/1")).isEqualTo(question.text("/id"));
        assertThat(shown.text("/work_orders/0/child_ids/0")).isEqualTo(child.text("/id"));
        assertThat(shown.text("/work_orders/0/stock_issues/0")).isEqualTo("CK-7");
        Reply order = ASSISTANT.get("/work-orders/" + repair.text("/id")).expect(200);
        assertThat(order.text("/request_id")).isEqualTo(made.text("/id"));
        assertThat(order.text("/stock_issues/0")).isEqualTo("CK-7");
    }

    @Test
    void theStateFollowsTheOrdersAndTheListFindsIt() {
        Reply order = open("{\"kind\": \"COMPLAINT\"}").expect(201);
        WorkOrderWalk walk = COMPANY.walk(order);
        List<String> states = new ArrayList<>(List.of(state()));
        walk.take(COMPANY.supervisor, "VALIDATE", at(10), "属实").expect(200);
        walk.assign(COMPANY.supervisor, "ASSIGN", at(20)).expect(200);
        walk.take(COMPANY.worker, "START", at(30)).expect(200);
        walk.take(COMPANY.worker, "RESOLVE", at(40)).expect(200);
        states.add(state());
        walk.call(ASSISTANT, "UNSATISFIED", at(50)).expect(201);
        states.add(state());
        walk.take(COMPANY.worker, "START", at(60)).expect(200);
        walk.take(COMPANY.worker, "RESOLVE", at(70)).expect(200);
        walk.call(ASSISTANT, "SATISFIED", at(80)).expect(201);
        walk.take(ASSISTANT, "CLOSE", at(90)).expect(200);
        states.add(state());
        assertThat(states).containsExactly("IN_HAND", "ANSWERED", "IN_HAND", "CLOSED");
        open("{\"kind\": \"HELP\"}").expect(201);
        assertThat(state()).isEqualTo("IN_HAND");
    }

    @Test
    void aQuestionIsAnsweredAtOnceAndOnlyOnce() {
        String answer = "{\"text\": \"物业公司维修。\", \"answered_at\": \"%s\"}";
        ASSISTANT
                .post(path + "/answers", answer.formatted("2026-03-06T16:29:00+08:00"))
                .expectProblem(409, "request-before-reception");
        Reply answered = ASSISTANT.post(path + "/answers", answer.formatted(at(1))).expect(201);
        assertThat(answered.text("/state")).isEqualTo("ANSWERED");
        assertThat(answered.text("/answer/text")).isEqualTo("物业公司维修。");
        assertThat(state()).isEqualTo("ANSWERED");
        ASSISTANT
                .post(path + "/answers", answer.formatted(at(2)))
                .expectProblem(409, "request-answered");
        open("{\"kind\": \"REPAIR\"}").expect(201);
        assertThat(state()).isEqualTo("IN_HAND");
    }

    @Test
    void whatTheRequesterWasToldIsKeptAndItsCallsStandInTheLog() {
        String told = "{\"text\": \"师傅已到\", \"channel\": \"%s\", \"told_at\": \"%s\"}";
        String notes = path + "/requester-notes";
        COMPANY.worker.post(notes, told.formatted("PHONE", at(30))).expect(201);
        ASSISTANT.post(notes, told.formatted("WECHAT", at(40))).expect(201);
        Reply refused = ASSISTANT.post(notes, told.formatted("PIGEON", at(40)));
        assertThat(refused.expect(400).text("/errors/0/pointer")).isEqualTo("/channel");
        Reply page = ASSISTANT.get(notes + "?limit=1").expect(200);
        assertThat(page.text("/items/0/post")).isEqualTo("MAINTENANCE_WORKER");
        Reply rest = ASSISTANT.get(notes + "?cursor=" + page.text("/next_cursor")).expect(200);
        assertThat(rest.text("/items/0/channel")).isEqualTo("WECHAT");
        String log = ASSISTANT.get("/call-log?direction=OUT&calls_from=" + at(30)).body();
        assertThat(log).contains(made.text("/id")).doesNotContain("WECHAT");
        String here = "/call-log?limit=200&community_id=" + COMPANY.community.id();
        String id = made.text("/id");
        assertThat(ASSISTANT.get(here + "&direction=IN").expect(200).body()).contains(id);
        assertThat(ASSISTANT.get(here + "&direction=OUT").expect(200).body()).contains(id);
        assertThat(items("/call-log?community_id=cm_00000000")).isZero();
        String mine = here + "&staff_id=" + COMPANY.workerId;
        assertThat(ASSISTANT.get(mine + "&direction=OUT").expect(200).body()).contains(id);
        assertThat(ASSISTANT.get(mine + "&direction=IN").expect(200).body()).doesNotContain(id);
        ASSISTANT.get("/call-log?direction=UP").expectProblem(400, "invalid-request");
    }

    @Test
    void aListFindsByStateChannelCommunityAndRequesterPageByPage() {
        record("GM_HOTLINE", "二").expect(201);
        record("PHONE", "三").expect(201);
        String mine = "/service-requests?requester=" + phone;
        assertThat(items(mine)).isEqualTo(3);
        assertThat(items(mine + "&channel=PHONE&state=RECORDED")).isEqualTo(2);
        assertThat(items(mine + "&community_id=cm_00000000")).isZero();
        assertThat(items(mine + "&received_to=" + at(0))).isZero();
        String unit = "\"unit_id\": \"%s\",".formatted(COMPANY.community.unit(0));
        ASSISTANT.post("/service-requests", body("APP", "四", unit)).expect(201);
        assertThat(items(mine + "&unit_id=" + COMPANY.community.unit(0))).isOne();
        assertThat(items(mine + "&unit_id=" + COMPANY.community.unit(1))).isZero();
        open("{\"kind\": \"REPAIR\"}").expect(201);
        open("{\"kind\": \"CONSULTATION\"}").expect(201);
        assertThat(items(mine + "&kind=CONSULTATION")).isOne();
        assertThat(items(mine + "&kind=COMPLAINT")).isZero();
        ASSISTANT.get(mine + "&kind=DANCE").expectProblem(400, "invalid-request");
        Reply page = ASSISTANT.get(mine + "&limit=2").expect(200);
        Reply rest = ASSISTANT.get(mine + "&limit=2&cursor=" + page.text("/next_cursor"));
        assertThat(rest.expect(200).json().at("/items").size()).isEqualTo(2);
        assertThat(page.body()).doesNotContain(rest.text("/items/0/id"));
        ASSISTANT.get(mine + "&state=LOVED").expectProblem(400, "invalid-request");
    }

    @Test
    void whatIsWrongIsNamedAndNothingIsWrittenDown() {
        Reply refused = record("HOTLINEE", "  ");
        assertThat(refused.expect(400).body()).contains("/channel", "/words");
        String numbered = "\"source_reference\": \"%s\",".formatted(phone);
        ASSISTANT.post("/service-requests", body("APP", "x", numbered)).expect(201);
        ASSISTANT
                .post("/service-requests", body("APP", "y", numbered))
                .expectProblem(409, "request-reference-known");
        ASSISTANT
                .post("/service-requests", body("APP", "x", "").replace("requests/", "../"))
                .expectProblem(409, "work-order-attachment-path-invalid");
        assertThat(items("/service-requests?requester=" + phone)).isEqualTo(2);
    }

    @Test
    void whoeverIsToldRecordsButCustomerServiceDecides() {
        COMPANY.worker.post("/service-requests", body("PHONE", "漏水", "")).expect(201);
        COMPANY.worker
                .post(path + "/work-orders", "{\"kind\": \"REPAIR\"}")
                .expectProblem(403, "command-not-permitted");
        COMPANY.worker
                .post(
                        path + "/answers",
                        "{\"text\": \"x\", \"answered_at\": \"%s\"}".formatted(at(1)))
                .expectProblem(403, "command-not-permitted");
        open("{\"kind\": \"LOVE\"}").expectProblem(400, "invalid-request");
    }

    @Test
    void theRequestOfAnotherCompanyIsNotFound() {
        String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
        copy("insert into tenant (id, created_at) values (:tenant, now())", tenant);
        copy(
                "insert into community (tenant, id, name, time_zone, recorded_at)"
                        + " values (:tenant, 'cm_elsewhere', 'E', 'Asia/Shanghai', now())",
                tenant);
        copy(
                """
                insert into service_request (tenant, id, community_id, words, channel, received_at,
                    attachments, staff_id, acting_post, authority_version, recorded_at)
                values (:tenant, 'sr_elsewhere1', 'cm_elsewhere', 'x', 'PHONE', now(), '[]', 'sf_x',
                    'CS_ASSISTANT', '1', now())
                """,
                tenant);
        ASSISTANT.get("/service-requests/sr_elsewhere1").expectProblem(404, "not-found");
        ASSISTANT
                .post("/service-requests/sr_elsewhere1/work-orders", "{\"kind\": \"REPAIR\"}")
                .expectProblem(404, "not-found");
        ASSISTANT
                .get("/service-requests/sr_elsewhere1/requester-notes")
                .expectProblem(404, "not-found");
    }

    private static void copy(String sql, String tenant) {
        COMPANY.server.db().sql(sql).param("tenant", tenant).update();
    }

    private Reply open(String body) {
        return ASSISTANT.post(path + "/work-orders", body);
    }

    /** The state that the request shows, and by which alone a list finds it. */
    private String state() {
        String state = ASSISTANT.get(path).expect(200).text("/state");
        String mine = "/service-requests?requester=" + phone + "&state=";
        for (String other : List.of("RECORDED", "IN_HAND", "ANSWERED", "CLOSED")) {
            assertThat(items(mine + other)).isEqualTo(other.equals(state) ? 1 : 0);
        }
        return state;
    }

    private static int items(String path) {
        return ASSISTANT.get(path).expect(200).json().at("/items").size();
    }

    private static String at(int minutes) {
        return WorkOrderCompany.after(minutes);
    }
}
