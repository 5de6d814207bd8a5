package dev.guanjia.server;

import static dev.guanjia.server.WorkOrderCompany.after;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whose a work order is: who was given it does it, and is fit for it until the end. */
class WorkOrderHandsTest {

    private static final WorkOrderCompany COMPANY = new WorkOrderCompany();
    private static final Api SUPERVISOR = COMPANY.supervisor;
    private static final Api ASSISTANT = COMPANY.assistant;
    private static final Api WORKER = COMPANY.worker;

    @Test
    void whatWasGivenToOneWorkerIsNotDoneByAnother() {
        Api other = COMPANY.server.holding("MAINTENANCE_WORKER");
        WorkOrderWalk walk = COMPANY.walk(COMPANY.open(ASSISTANT, "REPAIR", ""));
        walk.assign(ASSISTANT, "DISPATCH", after(1)).expect(200);
        Reply refused = walk.take(other, "ACCEPT", after(2));
        refused.expectProblem(403, "work-order-not-the-assignee");
        assertThat(refused.text("/reasons/0/facts/assignee")).isEqualTo(COMPANY.workerId);
        walk.take(WORKER, "ACCEPT", after(2)).expect(200);
        walk.take(other, "RETURN", after(3), "太远").expectProblem(409, "work-order-wrong-state");
        walk.take(WORKER, "ARRIVE", after(3)).expect(200);
        walk.take(other, "FINISH", after(4)).expectProblem(403, "work-order-not-the-assignee");
        walk.take(SUPERVISOR, "SUSPEND", after(4), "等配件").expect(200);
        walk.take(SUPERVISOR, "RESUME", after(5)).expect(200);
    }

    /** 05 S10: finished implies a worker with a valid certificate at that date. */
    @Test
    void workIsNotFinishedOnceTheCertificateHasLapsed() {
        String id = certifiedUntil("2026-03-08");
        Api worker = COMPANY.server.as(token(id));
        WorkOrderWalk walk = COMPANY.walk(COMPANY.open(ASSISTANT, "REPAIR", ""));
        walk.assignTo(id, ASSISTANT, "DISPATCH", after(1)).expect(200);
        walk.take(worker, "ACCEPT", after(2)).expect(200);
        walk.take(worker, "ARRIVE", after(3)).expect(200);
        walk.take(worker, "FINISH", "2026-03-09T09:00:00+08:00")
                .expectProblem(409, "qualification-lapsed");
        walk.take(worker, "FINISH", "2026-03-07T09:00:00+08:00").expect(200);
    }

    private static String certifiedUntil(String day) {
        Api administrator = COMPANY.server.asAdministrator();
        String id = COMPANY.server.newcomer().text("/staff_id");
        administrator
                .post(
                        "/staff/" + id + "/qualifications",
                        """
                        {"kind": "MAINTENANCE_CERTIFICATE", "number": "M-3", "from": "2020-01-01",
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

    private static String token(String staff) {
        return COMPANY.server
                .asAdministrator()
                .post("/staff/" + staff + "/tokens", "{\"label\": \"test\"}")
                .expect(201)
                .text("/token");
    }

    @Test
    void ofTwoDispatchersAtOnceOneWins() throws Exception {
        Reply made = COMPANY.open(ASSISTANT, "REPAIR", "").expect(201);
        List<WorkOrderWalk> both = List.of(COMPANY.walk(made), COMPANY.walk(made));
        ExecutorService people = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Integer>> tries =
                    List.of(
                            () -> both.get(0).assign(ASSISTANT, "DISPATCH", after(1)).status(),
                            () -> both.get(1).assign(SUPERVISOR, "DISPATCH", after(1)).status());
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(tries)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 412);
        } finally {
            people.shutdown();
        }
        Reply events = ASSISTANT.get(both.get(0).path() + "/events").expect(200);
        assertThat(events.json().at("/items").size()).isEqualTo(1);
    }
}
