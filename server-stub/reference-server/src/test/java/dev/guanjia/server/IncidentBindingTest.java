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

/** An incident that is over has no open work order, however the order was bound to it. */
class IncidentBindingTest {

    private static final int ROUNDS = 20;
    private static final String AT = "2026-03-06T20:0%d:00+08:00";

    private static WorkOrderCompany company;
    private static Api manager;

    @BeforeAll
    static void hire() {
        company = new WorkOrderCompany();
        manager = company.manager;
    }

    @Test
    void nothingIsBoundToWhatIsOver() {
        String incident = cleared();
        close(incident).expect(200);
        String order = order();
        Reply refused = bind(order, incident).expectProblem(409, "incident-over");
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/target");
        assertThat(company.assistant.get("/work-order-links?work_order_id=" + order).body())
                .doesNotContain(incident);
        Reply opened =
                manager.post(
                        "/incidents/" + incident + "/work-orders",
                        "{\"kind\": \"INSPECTION_FINDING\", \"title\": \"门锁\"}");
        assertThat(opened.expectProblem(409, "incident-over").json().has("errors")).isFalse();
    }

    @Test
    void whoClosesAndWhoBindsAtOnceNeverBothSucceed() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String incident = cleared();
            String order = order();
            List<Integer> answers =
                    atOnce(() -> close(incident).status(), () -> bind(order, incident).status());
            assertThat(answers).isIn(List.of(200, 409), List.of(409, 201));
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

    private static String order() {
        return company.open(company.assistant, "REPAIR", "").expect(201).text("/id");
    }

    private static Reply bind(String order, String incident) {
        return company.assistant.post(
                "/work-orders/" + order + "/links",
                "{\"kind\": \"INCIDENT\", \"target\": \"%s\"}".formatted(incident));
    }

    private static Reply close(String incident) {
        return act(incident, "CLOSE", 9);
    }

    /** A fight of which everything is done but closing it. */
    private static String cleared() {
        String id =
                company.worker
                        .post(
                                "/incidents",
                                """
                                {"kind": "FIGHT", "community_id": "%s", "place": "车库",
                                 "what": "斗殴", "reported_by": "业主", "reported_at": "%s"}
                                """
                                        .formatted(company.community.id(), AT.formatted(0)))
                        .expect(201)
                        .text("/id");
        List<String> steps = List.of("VERIFY", "RESPOND", "CONTAIN", "REPORT_UP", "CLEAR_UP");
        for (int i = 0; i < steps.size(); i++) {
            act(id, steps.get(i), i + 1).expect(200);
        }
        String report =
                """
                {"what": "斗殴", "place": "车库", "causes": "争车位", "actions_taken": "报警",
                 "happened_at": "%s", "cause": "CHANCE", "jointly_liable": [], "filed_at": "%s"}
                """;
        manager.with("If-Match", "*")
                .post(
                        "/incidents/" + id + "/reports",
                        report.formatted(AT.formatted(0), AT.formatted(8)))
                .expect(200);
        return id;
    }

    private static Reply act(String incident, String action, int minute) {
        return manager.with("If-Match", "*")
                .post(
                        "/incidents/" + incident + "/transitions",
                        "{\"action\": \"%s\", \"acted_at\": \"%s\"}"
                                .formatted(action, AT.formatted(minute)));
    }
}
