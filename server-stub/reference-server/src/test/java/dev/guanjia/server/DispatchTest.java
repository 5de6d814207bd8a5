package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who can be sent to work orders, over HTTP, on Friday 6 March 2026. */
class DispatchTest {

    private static final String NINE = "2026-03-06T09:00:00+08:00";
    private static final int ROUNDS = 25;

    private static RunningServer server;
    private static Api administrator;
    private static Api supervisor;
    private static Api clerk;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        administrator = server.asAdministrator();
        supervisor = server.holding("CS_SUPERVISOR");
        clerk = server.holding("CS_ASSISTANT");
    }

    @Test
    void whoCanBeSentIsRankedAndTheOthersAreLeftOutWithEveryReason() {
        Community place = Community.with(server, 1);
        DispatchCrew free = DispatchCrew.onDuty(server, place.id());
        DispatchCrew busy = DispatchCrew.onDuty(server, place.id());
        DispatchCrew away = DispatchCrew.in(server, Community.with(server, 1).id());
        assign(repair(place), busy, "2026-03-06T08:30:00+08:00").expect(201);
        String path = "/work-orders/" + repair(place).text("/id") + "/dispatch-proposal?as_of=";

        Reply proposal = supervisor.get(path + "2026-03-06T01:00:00Z").expect(200);
        assertThat(texts(proposal, "/ranked", "staff_id")).containsExactly(free.id(), busy.id());
        assertThat(texts(proposal, "/ranked", "load")).containsExactly("0", "1");
        assertThat(texts(proposal, "/ranked", "by")).containsExactly("LOAD", "LOAD");
        assertThat(proposal.text("/ranked/1/last_sent_at")).isEqualTo("2026-03-06T00:30:00Z");
        assertThat(proposal.text("/ranked/0/duty/end_at")).isEqualTo("2026-03-06T12:00:00Z");
        assertThat(proposal.text("/area")).as("the building of the unit").startsWith("bd_");
        assertThat(reasons(proposal, away))
                .containsExactly("dispatch-other-area", "dispatch-off-shift");

        administrator
                .post(
                        "/staff/" + busy.id() + "/qualifications",
                        """
                        {"kind": "WIRING_AND_LAMPS", "number": "W-1", "from": "2020-01-01",
                         "to": "2026-04-01"}
                        """)
                .expect(201);
        Reply wiring = supervisor.get(path + "2026-03-06T01:00:00Z&skill=WIRING_AND_LAMPS");
        assertThat(texts(wiring.expect(200), "/ranked", "staff_id")).containsExactly(busy.id());
        assertThat(reasons(wiring, free)).containsExactly("dispatch-certificate-missing");
        Reply lapsed = supervisor.get(path + "2026-04-01T01:00:00Z&skill=WIRING_AND_LAMPS");
        assertThat(reasons(lapsed.expect(200), busy))
                .containsExactly("dispatch-certificate-lapsed", "dispatch-off-shift");
        supervisor.get(path + "2026-03-06T01:00:00Z&skill=X").expectProblem(400, "invalid-request");
    }

    @Test
    void whoIsOffDutyOrUncertifiedIsNotSentAndTheChoiceIsKept() {
        Community place = Community.with(server, 1);
        DispatchCrew worker = DispatchCrew.in(server, place.id());
        Reply order = repair(place);
        assign(order, worker, NINE).expectRefused("dispatch-off-shift", "/assignee_id");
        Reply call = worker.duty(administrator, "08:00", "20:00", true).expect(201);
        assign(order, worker, NINE).expectRefused("dispatch-on-call-only", "/assignee_id");
        worker.duty(administrator, "08:00", "18:00", false).expect(201);
        give(
                        supervisor,
                        order,
                        """
                        {"mode": "ASSIGN", "assignee_id": "%s", "skill": "WIRING_AND_LAMPS",
                         "occurred_at": "%s"}
                        """
                                .formatted(worker.id(), NINE))
                .expectProblem(409, "dispatch-certificate-missing");
        worker.api()
                .with("If-Match", order.header("ETag"))
                .post(path(order) + "/dispatches", body("POOL"))
                .expectProblem(403, "command-not-permitted");

        Reply given =
                give(
                        supervisor,
                        order,
                        """
                        {"mode": "ASSIGN", "assignee_id": "%s", "occurred_at": "%s",
                         "reason": "熟悉该楼"}
                        """
                                .formatted(worker.id(), NINE));
        assertThat(given.expect(201).header("ETag")).isEqualTo("\"2\"");
        assertThat(given.text("/state")).isEqualTo("DISPATCHED");
        assertThat(given.text("/by")).isEqualTo("ALONE");
        Reply kept = supervisor.get(path(order) + "/dispatches").expect(200);
        assertThat(kept.text("/items/0/reason")).isEqualTo("熟悉该楼");
        assertThat(kept.text("/items/0/assignee_id")).isEqualTo(worker.id());
        supervisor
                .with("If-Match", "*")
                .post(path(order) + "/dispatches", body("POOL"))
                .expectProblem(409, "dispatch-taken");

        String spans = "/staff/" + worker.id() + "/duty-spans";
        administrator.delete(spans + "/" + call.text("/id")).expect(204);
        administrator.delete(spans + "/" + call.text("/id")).expectProblem(404, "not-found");
        Reply left = supervisor.get(spans + "?ends_after=2026-03-06T00:00:00Z").expect(200);
        assertThat(texts(left, "/items", "end_at")).containsExactly("2026-03-06T10:00:00Z");
    }

    @Test
    void aPlainStepSendsNobodyWhoMayNotBeSentEither() {
        Community place = Community.with(server, 1);
        DispatchCrew worker = DispatchCrew.in(server, place.id());
        String step =
                """
                {"action": "%s", "occurred_at": "%s", "assignee_id": "%s"}
                """;
        Reply order = repair(place);
        String steps = path(order) + "/transitions";
        Api seen = supervisor.with("If-Match", order.header("ETag"));
        seen.post(steps, step.formatted("DISPATCH", NINE, worker.id()))
                .expectProblem(409, "dispatch-off-shift");
        String lapsed = workerCertifiedUntil("2026-03-05");
        seen.post(steps, step.formatted("DISPATCH", NINE, lapsed))
                .expectProblem(409, "qualification-lapsed");
        worker.duty(administrator, "08:00", "20:00", false).expect(201);
        Reply sent = seen.post(steps, step.formatted("DISPATCH", NINE, worker.id())).expect(200);
        assertThat(sent.text("/state")).isEqualTo("DISPATCHED");
        supervisor
                .with("If-Match", sent.header("ETag"))
                .post(
                        steps,
                        step.formatted("TRANSFER", NINE, lapsed)
                                .replace("{", "{\"note\": \"换人\", "))
                .expectProblem(409, "qualification-lapsed");
    }

    private static String workerCertifiedUntil(String day) {
        String id = server.newcomer().text("/staff_id");
        administrator
                .post(
                        "/staff/" + id + "/qualifications",
                        """
                        {"kind": "MAINTENANCE_CERTIFICATE", "number": "M-2", "from": "2020-01-01",
                         "to": "%s"}
                        """
                                .formatted(day))
                .expect(201);
        administrator
                .post(
                        "/staff/" + id + "/assignments",
                        "{\"post\": \"MAINTENANCE_WORKER\", \"from\": \"2024-01-01\"}")
                .expect(201);
        return id;
    }

    @Test
    void theRotaGoesRound() {
        Community place = Community.with(server, 1);
        List<String> turns = new ArrayList<>();
        DispatchCrew.onDuty(server, place.id());
        DispatchCrew.onDuty(server, place.id());
        for (int i = 0; i < 4; i++) {
            turns.add(
                    give(supervisor, repair(place), body("ROTA")).expect(201).text("/assignee_id"));
        }
        assertThat(turns.get(0)).isNotEqualTo(turns.get(1));
        assertThat(turns.subList(2, 4)).isEqualTo(turns.subList(0, 2));
        give(supervisor, repair(place), body("ROTA"))
                .expectProblem(409, "dispatch-nobody-eligible");
    }

    @Test
    void whoTakesFromThePoolIsCheckedAgain() {
        Community place = Community.with(server, 1);
        DispatchCrew first = DispatchCrew.onDuty(server, place.id());
        DispatchCrew second = DispatchCrew.onDuty(server, place.id());
        DispatchCrew off = DispatchCrew.in(server, place.id());
        Reply order = repair(place);
        Reply pool = give(supervisor, order, body("POOL")).expect(201);
        assertThat(pool.json().at("/offered").size()).isEqualTo(2);
        assertThat(pool.text("/state")).isEqualTo("POOLED");
        assertThat(pooled(off)).isEmpty();
        assertThat(pooled(first)).containsExactly(order.text("/id"));
        assertThat(pooled(first, "&kind=REPAIR&community_id=" + place.id())).hasSize(1);
        assertThat(pooled(first, "&kind=COMPLAINT")).isEmpty();
        assertThat(pooled(first, "&community_id=cm_00000000")).isEmpty();
        assertThat(first.api().get("/dispatch-pool").expect(200).json().at("/items").size())
                .as("off duty by now")
                .isZero();
        take(off, order, "\"2\"", NINE).expectProblem(409, "dispatch-off-shift");
        take(first, order, "\"2\"", "2026-03-06T21:00:00+08:00")
                .expectProblem(409, "dispatch-off-shift");
        Reply taken = take(second, order, "\"2\"", "2026-03-06T09:05:00+08:00").expect(201);
        assertThat(taken.text("/way")).isEqualTo("TAKE");
        assertThat(taken.text("/state")).isEqualTo("ACCEPTED");
        assertThat(taken.header("ETag")).isEqualTo("\"3\"");
        take(first, order, "\"2\"", NINE).expectProblem(412, "precondition-failed");
        take(first, order, "*", NINE).expectProblem(409, "dispatch-taken");
        assertThat(pooled(first)).isEmpty();
    }

    @Test
    void ofTwoWhoReachForAnOrderAtOnceExactlyOneHasIt() throws Exception {
        Community place = Community.with(server, 1);
        DispatchCrew one = DispatchCrew.onDuty(server, place.id());
        DispatchCrew other = DispatchCrew.onDuty(server, place.id());
        raiseLimits(one, other, place);
        for (int round = 0; round < ROUNDS; round++) {
            Reply order = repair(place);
            List<Integer> dispatchers =
                    atOnce(
                            () -> assign(order, one, NINE).status(),
                            () -> give(clerk, order, body("ROTA")).status());
            assertThat(dispatchers).as("round %d", round).containsExactlyInAnyOrder(201, 412);
            assertThat(count(order, "/dispatches")).isEqualTo(1);
            Reply pooled = repair(place);
            give(supervisor, pooled, body("POOL")).expect(201);
            List<Integer> takers =
                    atOnce(
                            () -> take(one, pooled, "*", NINE).status(),
                            () -> take(other, pooled, "*", NINE).status());
            assertThat(takers).as("round %d", round).containsExactlyInAnyOrder(201, 409);
            assertThat(count(pooled, "/events")).isEqualTo(2);
        }
    }

    @Test
    void faultyRequestsNameTheFieldAndChangeNothing() {
        Community place = Community.with(server, 1);
        DispatchCrew worker = DispatchCrew.in(server, place.id());
        Reply order = repair(place);
        give(supervisor, order, body("ASSIGN")).expectProblem(400, "invalid-request");
        give(supervisor, order, body("LOTTERY")).expectProblem(400, "invalid-request");
        worker.profile(administrator, "MAINTENANCE_WORKER", place.id())
                .expectProblem(409, "dispatch-profile-twice");
        Reply unknown = worker.profile(administrator, "NO_SUCH_POST", "cm_00000000");
        unknown.expectProblem(400, "invalid-request");
        assertThat(texts(unknown, "/errors", "pointer")).containsExactly("/post", "/areas/0");
        worker.duty(administrator, "20:00", "08:00", false).expectProblem(400, "invalid-request");
        worker.duty(worker.api(), "08:00", "20:00", false)
                .expectProblem(403, "command-not-permitted");
        Reply rows = administrator.get("/staff/" + worker.id() + "/dispatch-profiles").expect(200);
        assertThat(rows.json().at("/items").size()).isEqualTo(1);
        assertThat(rows.text("/items/0/areas/0")).isEqualTo(place.id());
        assertThat(supervisor.get(path(order)).text("/state")).isEqualTo("REPORTED");
    }

    @Test
    void aComplaintIsAssignedByTheSameRulesAndTheLifecycleHasTheLastWord() {
        Community place = Community.with(server, 1);
        DispatchCrew worker = DispatchCrew.onDuty(server, place.id());
        Reply made =
                clerk.post(
                        "/work-orders",
                        """
                        {"kind": "COMPLAINT", "community_id": "%s", "title": "夜间噪音",
                         "channel": "PHONE", "received_at": "2026-03-06T08:15:00+08:00"}
                        """
                                .formatted(place.id()));
        Reply order = made.expect(201);
        assign(order, worker, NINE).expectProblem(409, "work-order-wrong-state");
        Reply valid =
                new WorkOrderWalk(order, worker.id())
                        .take(supervisor, "VALIDATE", "2026-03-06T08:30:00+08:00", "属实")
                        .expect(200);
        give(supervisor, valid, body("POOL")).expectProblem(409, "work-order-wrong-state");
        assertThat(assign(valid, worker, NINE).expect(201).text("/state")).isEqualTo("ASSIGNED");
        supervisor
                .with("If-Match", "*")
                .post("/work-orders/wo_00000000/dispatches", body("POOL"))
                .expectProblem(404, "not-found");
    }

    private static void raiseLimits(DispatchCrew one, DispatchCrew other, Community place) {
        for (DispatchCrew worker : List.of(one, other)) {
            administrator
                    .post(
                            "/staff/" + worker.id() + "/dispatch-profiles",
                            """
                            {"post": "MAINTENANCE_WORKER", "areas": ["%s"], "limit": 100,
                             "from": "2026-03-02"}
                            """
                                    .formatted(place.id()))
                    .expect(201);
        }
    }

    private static List<Integer> atOnce(Supplier<Integer> one, Supplier<Integer> other)
            throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (Supplier<Integer> each : List.of(one, other)) {
                results.add(
                        two.submit(
                                () -> {
                                    start.await();
                                    return each.get();
                                }));
            }
            start.countDown();
            return List.of(results.get(0).get(), results.get(1).get());
        } finally {
            two.shutdownNow();
        }
    }

    private static Reply repair(Community place) {
        return clerk.post(
                        "/work-orders",
                        """
                        {"kind": "REPAIR", "community_id": "%s", "unit_id": "%s",
                         "title": "水管漏水", "channel": "PHONE",
                         "received_at": "2026-03-06T08:15:00+08:00"}
                        """
                                .formatted(place.id(), place.unit(0)))
                .expect(201);
    }

    private static String path(Reply order) {
        return "/work-orders/" + order.text("/id");
    }

    private static String body(String mode) {
        return "{\"mode\": \"%s\", \"occurred_at\": \"%s\"}".formatted(mode, NINE);
    }

    private static Reply give(Api who, Reply order, String body) {
        return who.with("If-Match", order.header("ETag")).post(path(order) + "/dispatches", body);
    }

    private static Reply assign(Reply order, DispatchCrew worker, String at) {
        return give(
                supervisor,
                order,
                "{\"mode\": \"ASSIGN\", \"assignee_id\": \"%s\", \"occurred_at\": \"%s\"}"
                        .formatted(worker.id(), at));
    }

    private static Reply take(DispatchCrew worker, Reply order, String tag, String at) {
        return worker.api()
                .with("If-Match", tag)
                .post(path(order) + "/takings", "{\"occurred_at\": \"%s\"}".formatted(at));
    }

    private static List<String> pooled(DispatchCrew worker) {
        return pooled(worker, "");
    }

    private static List<String> pooled(DispatchCrew worker, String filter) {
        String path = "/dispatch-pool?as_of=2026-03-06T01:05:00Z" + filter;
        Reply pool = worker.api().get(path).expect(200);
        return texts(pool, "/items", "work_order_id");
    }

    private static int count(Reply order, String list) {
        return supervisor.get(path(order) + list).expect(200).json().at("/items").size();
    }

    private static List<String> reasons(Reply proposal, DispatchCrew worker) {
        for (JsonNode row : proposal.json().at("/excluded")) {
            if (row.at("/staff_id").asString().equals(worker.id())) {
                List<String> codes = new ArrayList<>();
                row.at("/reasons").forEach(reason -> codes.add(reason.at("/code").asString()));
                return codes;
            }
        }
        return List.of();
    }

    private static List<String> texts(Reply reply, String list, String field) {
        List<String> texts = new ArrayList<>();
        reply.json().at(list).forEach(row -> texts.add(row.at("/" + field).asString()));
        return texts;
    }
}
