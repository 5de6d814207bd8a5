package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Calls to customers after the work, over HTTP, in March 2026. */
class CallBackTest {

    private static RunningServer server;
    private static Api administrator;
    private static Api supervisor;
    private static Api assistant;
    private static DispatchCrew worker;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        administrator = server.asAdministrator();
        supervisor = server.holding("CS_SUPERVISOR");
        assistant = server.holding("CS_ASSISTANT");
        worker = DispatchCrew.anywhere(server);
    }

    @Test
    void aCustomerIsCalledUntilSatisfiedAndNeverByTheDepartmentThatDidTheWork() {
        Community own = Community.with(server, 1);
        Reply order = finished(own);
        Api colleague = server.holding("MAINTENANCE_WORKER");
        assertThat(tasks(colleague, own)).isEmpty();
        assertThat(tasks(worker.api(), own)).isEmpty();
        Reply waiting = assistant.get("/call-back-tasks?community_id=" + own.id()).expect(200);
        assertThat(waiting.text("/items/0/work_order_id")).isEqualTo(order.text("/id"));
        assertThat(waiting.text("/items/0/policy_id")).isEqualTo("CALLBACK-03");
        assertThat(waiting.text("/items/0/cause")).isEqualTo("POLICY");
        assertThat(waiting.text("/items/0/finished_at")).isEqualTo("2026-03-06T03:00:00Z");
        assertThat(waiting.text("/items/0/version")).isEqualTo("\"5\"");
        assertThat(tasks(administrator, own)).hasSize(1);

        Reply other = call(colleague, order, "\"5\"", "SATISFIED", "\"GOOD_WORK\"", 12);
        other.expectProblem(403, "callback-caller-not-entitled");
        assertThat(reasons(other))
                .containsExactly("callback-caller-not-entitled", "callback-caller-of-department");
        call(worker.api(), order, "\"5\"", "SATISFIED", "", 12)
                .expectProblem(403, "callback-caller-did-it");

        Reply nobody = call(assistant, order, "\"5\"", "UNANSWERED", "", 12).expect(201);
        assertThat(nobody.header("ETag")).as("an attempt only").isEqualTo("\"5\"");
        assertThat(nobody.text("/state")).isEqualTo("FINISHED");
        assertThat(
                        assistant
                                .get("/call-back-tasks?community_id=" + own.id())
                                .json()
                                .at("/items/0/attempts")
                                .asInt())
                .isEqualTo(1);
        call(assistant, order, "\"5\"", "SATISFIED", "", 10)
                .expectRefused("work-order-before-previous-event", "/occurred_at");
        call(assistant, order, "\"5\"", "UNSATISFIED", "", 13)
                .expectRefused("callback-reason-missing", "/reasons");
        call(assistant, order, "\"5\"", "UNSATISFIED", "\"PROMPT\"", 13)
                .expectRefused("callback-reason-unexpected", "/reasons/0");
        Reply bad = call(assistant, order, "\"5\"", "UNSATISFIED", "\"NOT_SOLVED\"", 13);
        assertThat(bad.expect(201).text("/state")).isEqualTo("CALLED_BACK_UNSATISFIED");
        assertThat(bad.header("ETag")).isEqualTo("\"6\"");
        call(assistant, order, "\"5\"", "SATISFIED", "", 14)
                .expectProblem(412, "precondition-failed");
        call(assistant, order, "*", "UNANSWERED", "", 14)
                .expectProblem(409, "work-order-wrong-state");
        assertThat(tasks(assistant, own)).isEmpty();

        step(worker.api(), order, "ARRIVE", 15);
        step(worker.api(), order, "FINISH", 16);
        assertThat(tasks(assistant, own)).hasSize(1);
        Reply good = call(supervisor, order, "*", "SATISFIED", "\"GOOD_WORK\"", 17).expect(201);
        assertThat(good.text("/state")).isEqualTo("CALLED_BACK_SATISFIED");
        assertThat(tasks(assistant, own)).isEmpty();
        Reply calls = assistant.get(path(order) + "/call-backs").expect(200);
        assertThat(texts(calls, "/items", "result"))
                .containsExactly("UNANSWERED", "UNSATISFIED", "SATISFIED");
        assertThat(calls.text("/items/1/reasons/0")).isEqualTo("NOT_SOLVED");
        showsTheRates(own, order);
    }

    /** One satisfied in the end, one at the first call, one not called. */
    private static void showsTheRates(Community own, Reply first) {
        Reply second = finished(own);
        call(assistant, second, "*", "SATISFIED", "", 12).expect(201);
        Reply third = finished(own);
        String query = "?community_id=" + own.id() + "&period=2026-03&kind=REPAIR";
        Reply rates = supervisor.get("/call-back-rates" + query).expect(200);
        assertThat(numbers(rates, "called", "answered", "satisfied", "unsatisfied"))
                .containsExactly(2, 2, 2, 0);
        assertThat(numbers(rates, "called_back_rate/part", "called_back_rate/whole"))
                .containsExactly(2, 3);
        assertThat(rates.text("/called_back_rate/percent")).isEqualTo("66.67");
        assertThat(rates.text("/satisfied_rate/percent")).isEqualTo("100.00");
        assertThat(rates.text("/satisfied_at_once_rate/percent")).isEqualTo("50.00");
        Reply rows = supervisor.get("/call-back-rates/rows" + query).expect(200);
        assertThat(texts(rows, "/items", "work_order_id"))
                .containsExactlyInAnyOrder(
                        first.text("/id"), second.text("/id"), third.text("/id"));
        assertThat(
                        supervisor
                                .get("/call-back-rates" + query.replace("-03", "-02"))
                                .expect(200)
                                .json()
                                .at("/satisfied_rate")
                                .has("percent"))
                .as("nothing to count")
                .isFalse();
        supervisor
                .get("/call-back-rates?community_id=cm_00000000&period=2026-03")
                .expectProblem(400, "invalid-request");
    }

    @Test
    void aCompanySetsItsOwnPolicies() {
        String sample =
                """
                {"kind": "SUGGESTION", "customer": "GUEST", "mode": "SAMPLE", "percent": "12.5",
                 "seed": 7, "callers": ["CS_SUPERVISOR"], "same_department": false,
                 "label": {"zh": "抽样", "en": "A sample"}, "from": "2091-01-01"}
                """;
        Reply made = administrator.post("/call-back-policies", sample).expect(201);
        assertThat(made.text("/percent")).isEqualTo("12.5");
        administrator
                .post("/call-back-policies", sample)
                .expectRefused("callback-policy-exists", "/from");
        Reply faulty =
                administrator.post(
                        "/call-back-policies",
                        sample.replace("\"seed\": 7,", "")
                                .replace("GUEST", "NEIGHBOUR")
                                .replace("CS_SUPERVISOR", "NO_SUCH"));
        faulty.expectProblem(400, "invalid-request");
        assertThat(texts(faulty, "/errors", "pointer"))
                .containsExactlyInAnyOrder("/seed", "/customer", "/callers/0");
        assistant.post("/call-back-policies", sample).expectProblem(403, "command-not-permitted");
        Reply all = assistant.get("/call-back-policies?limit=200").expect(200);
        assertThat(texts(all, "/items", "id")).contains("CALLBACK-01", made.text("/id"));
        Reply repairs = assistant.get("/call-back-policies?limit=200&kind=REPAIR").expect(200);
        assertThat(texts(repairs, "/items", "kind")).isNotEmpty().containsOnly("REPAIR");
        assistant.get("/call-back-policies?kind=DANCE").expectProblem(400, "invalid-request");
        Reply reasons = assistant.get("/call-back-reasons?limit=200").expect(200);
        assertThat(texts(reasons, "/items", "id")).contains("NOT_SOLVED", "PROMPT");
    }

    @Test
    void theSameSeedDrawsTheSameSampleAgain() {
        Community own = Community.with(server, 1);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(
                    """
                    {"source_reference": "S-%d", "title": "漏水", "channel": "PHONE",
                     "received_at": "2026-02-27T09:00:00+08:00",
                     "resolved_at": "2026-03-%02dT16:00:00+08:00", "closure": "HANDLED"}
                    """
                            .formatted(i, i % 30 + 1));
        }
        administrator
                .post(
                        "/work-order-imports",
                        "{\"kind\": \"COMPLAINT\", \"community_id\": \"%s\", \"as_of\": \"2026-06-01T00:00:00+08:00\", \"rows\": [%s]}"
                                .formatted(own.id(), String.join(",", rows)))
                .expect(201);
        Reply once = draw(own, "50", 7).expect(201);
        assertThat(numbers(once, "finished")).containsExactly(40);
        List<String> drawn = orders(once);
        assertThat(drawn).hasSize(once.json().at("/drawn").asInt()).hasSizeBetween(8, 32);
        assertThat(orders(draw(own, "50", 7).expect(201))).isEqualTo(drawn);
        assertThat(orders(draw(own, "80", 7).expect(201))).containsAll(drawn);
        assertThat(orders(draw(own, "50", 8).expect(201))).isNotEqualTo(drawn);
        assertThat(orders(draw(own, "100", 8).expect(201))).hasSize(40);
        Reply newest = supervisor.get("/call-back-samples?limit=1").expect(200);
        assertThat(newest.text("/items/0/percent")).isEqualTo("100");
        supervisor.get("/call-back-samples/cs_00000000/orders").expectProblem(404, "not-found");
        draw(own, "101", 8).expectProblem(400, "invalid-request");
        assistant
                .post("/call-back-samples", sample(own, "50", 7))
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void whatIsDrawnWaitsThoughNoPolicyAsksForIt() {
        administrator
                .post(
                        "/call-back-policies",
                        """
                        {"kind": "WARRANTY_REPAIR", "mode": "NONE", "callers": ["CS_SUPERVISOR"],
                         "same_department": false, "from": "2026-03-01",
                         "label": {"zh": "保修不回访", "en": "None"}}
                        """)
                .expect(201);
        Community own = Community.with(server, 1);
        Reply order = finished(own, "WARRANTY_REPAIR");
        assertThat(tasks(supervisor, own)).isEmpty();
        String id = draw(own, "100", 1).expect(201).text("/id");
        Reply waiting = supervisor.get("/call-back-tasks?community_id=" + own.id()).expect(200);
        assertThat(waiting.text("/items/0/work_order_id")).isEqualTo(order.text("/id"));
        assertThat(waiting.text("/items/0/cause")).isEqualTo("SAMPLE");
        assertThat(waiting.text("/items/0/sample_id")).isEqualTo(id);
        assertThat(tasks(assistant, own)).as("the policy names who calls").isEmpty();
        call(assistant, order, "*", "SATISFIED", "", 12)
                .expectProblem(403, "callback-caller-not-entitled");
    }

    private static Reply draw(Community own, String percent, long seed) {
        return supervisor.post("/call-back-samples", sample(own, percent, seed));
    }

    private static String sample(Community own, String percent, long seed) {
        return """
        {"community_id": "%s", "period": "2026-03", "percent": "%s", "seed": %d}
        """
                .formatted(own.id(), percent, seed);
    }

    private static List<String> orders(Reply sample) {
        Reply orders =
                supervisor.get("/call-back-samples/" + sample.text("/id") + "/orders?limit=200");
        return texts(orders.expect(200), "/items", "work_order_id");
    }

    /** A repair that was finished at eleven on 6 March; the worker did it. */
    private static Reply finished(Community own) {
        return finished(own, "REPAIR");
    }

    private static Reply finished(Community own, String kind) {
        Reply order =
                assistant
                        .post(
                                "/work-orders",
                                """
                                {"kind": "%s", "community_id": "%s", "title": "灯不亮",
                                 "channel": "PHONE", "received_at": "2026-03-06T08:15:00+08:00"}
                                """
                                        .formatted(kind, own.id()))
                        .expect(201);
        WorkOrderWalk walk = new WorkOrderWalk(order, worker.id());
        walk.assign(supervisor, "DISPATCH", "2026-03-06T08:30:00+08:00").expect(200);
        walk.take(worker.api(), "ACCEPT", "2026-03-06T09:00:00+08:00").expect(200);
        walk.take(worker.api(), "ARRIVE", "2026-03-06T10:00:00+08:00").expect(200);
        walk.take(worker.api(), "FINISH", "2026-03-06T11:00:00+08:00").expect(200);
        return order;
    }

    private static void step(Api who, Reply order, String action, int hour) {
        who.with("If-Match", "*")
                .post(
                        path(order) + "/transitions",
                        "{\"action\": \"%s\", \"occurred_at\": \"2026-03-06T%02d:00:00+08:00\"}"
                                .formatted(action, hour))
                .expect(200);
    }

    private static Reply call(
            Api who, Reply order, String tag, String result, String reasons, int hour) {
        return who.with("If-Match", tag)
                .post(
                        path(order) + "/call-backs",
                        """
                        {"way": "PHONE", "result": "%s", "reasons": [%s],
                         "occurred_at": "2026-03-06T%02d:00:00+08:00"}
                        """
                                .formatted(result, reasons, hour));
    }

    private static List<String> tasks(Api who, Community own) {
        return texts(
                who.get("/call-back-tasks?community_id=" + own.id()).expect(200),
                "/items",
                "work_order_id");
    }

    private static String path(Reply order) {
        return "/work-orders/" + order.text("/id");
    }

    private static List<String> reasons(Reply problem) {
        return texts(problem, "/reasons", "code");
    }

    private static List<Integer> numbers(Reply reply, String... fields) {
        List<Integer> numbers = new ArrayList<>();
        for (String field : fields) {
            numbers.add(reply.json().at("/" + field).asInt());
        }
        return numbers;
    }

    private static List<String> texts(Reply reply, String list, String field) {
        List<String> texts = new ArrayList<>();
        reply.json().at(list).forEach(row -> texts.add(row.at("/" + field).asString()));
        return texts;
    }
}
