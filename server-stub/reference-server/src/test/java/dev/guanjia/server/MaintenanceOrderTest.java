package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Maintenance tasks follow their work orders over HTTP. */
class MaintenanceOrderTest {

    private static RunningServer server;
    private static Api manager;
    private static String workerId;
    private static Api worker;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private String community;
    private String equipment;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        manager = server.holding("PROPERTY_MANAGER");
        Reply hired = server.newcomer("MAINTENANCE_WORKER");
        workerId = hired.text("/staff_id");
        worker = server.as(hired.text("/token"));
    }

    @BeforeEach
    void install() {
        community = Community.with(server, 1).id();
    }

    @Test
    void workThatIsFoundGoodPerformsItsTask() {
        plan("FIRE_HYDRANT");
        Reply opened = open().expect(201);
        WorkOrderWalk order = walk(opened);
        String task = "/maintenance-tasks/" + opened.text("/orders/0/task_id");
        order.assign(manager, "ASSIGN", now()).expect(200);
        order.take(worker, "START", now()).expect(200);
        order.take(worker, "FINISH", now()).expect(200);
        assertThat(manager.get(task).expect(200).json().at("/events")).isEmpty();
        repair(order).expectProblem(409, "order-still-open");
        order.take(manager, "CHECK_PASSED", now()).expect(200);
        Reply done = manager.get(task).expect(200);
        assertThat(done.text("/state")).isEqualTo("DONE");
        assertThat(done.text("/work_order_id")).isEqualTo(order.id());
        assertThat(done.text("/events/0/action")).isEqualTo("PERFORM");
        assertThat(done.text("/events/0/acted_on")).isEqualTo(today.toString());
        assertThat(done.text("/events/0/by")).isEqualTo(workerId);
        assertThat(done.text("/events/0/post")).isEqualTo("MAINTENANCE_WORKER");
        assertThat(done.text("/events/0/note")).isEqualTo(order.id());
        order.take(manager, "CLOSE", now()).expect(200);
        assertThat(manager.get(task).expect(200).body()).isEqualTo(done.body());
        Reply entered = manager.get("/equipment/" + equipment + "/repairs").expect(200);
        assertThat(entered.json().at("/items")).hasSize(1);
        assertThat(entered.text("/items/0/work_order_id")).isEqualTo(order.id());
        repair(order).expect(201);
        assertThat(manager.get(task).expect(200).text("/costs/0/amount")).isEqualTo("120.00");
        manager.with("If-Match", done.header("ETag"))
                .post(
                        task + "/verifications",
                        "{\"verified_on\": \"%s\", \"finding\": \"正常\"}".formatted(today))
                .expect(200);
    }

    @Test
    void anOrderThatIsGivenUpLeavesItsTaskDueForAnother() {
        plan("FIRE_HYDRANT");
        Reply opened = open().expect(201);
        WorkOrderWalk order = walk(opened);
        String task = "/maintenance-tasks/" + opened.text("/orders/0/task_id");
        String state = manager.get(task).expect(200).text("/state");
        order.take(manager, "CLOSE_ADMINISTRATIVELY", now(), "外包合同终止").expect(200);
        Reply free = manager.get(task).expect(200);
        assertThat(free.text("/state")).isEqualTo(state);
        assertThat(free.json().has("work_order_id")).isFalse();

        Reply again = open().expect(201);
        assertThat(again.json().at("/orders")).hasSize(1);
        assertThat(again.text("/orders/0/task_id")).isEqualTo(opened.text("/orders/0/task_id"));
        Reply second =
                manager.get("/work-orders/" + again.text("/orders/0/work_order_id")).expect(200);
        assertThat(second.text("/source_reference")).endsWith("/2");
    }

    @Test
    void workOfSomebodyWithoutTheCertificateIsNotFoundGood() {
        plan("FIRE_PUMP");
        Reply opened = open().expect(201);
        WorkOrderWalk order = walk(opened);
        String task = "/maintenance-tasks/" + opened.text("/orders/0/task_id");
        server.db()
                .sql("update maintenance_task set qualification = 'LIFT_CERTIFICATE' where id = ?")
                .param(opened.text("/orders/0/task_id"))
                .update();
        order.assign(manager, "ASSIGN", now()).expect(200);
        order.take(worker, "START", now()).expect(200);
        order.take(worker, "FINISH", now()).expect(200);
        order.take(manager, "CHECK_PASSED", now()).expectProblem(409, "maintenance-not-qualified");
        assertThat(manager.get(order.path()).expect(200).text("/state")).isEqualTo("DONE");
        order.take(manager, "CHECK_FAILED", now(), "无证").expect(200);
        assertThat(manager.get(task).expect(200).json().at("/events")).isEmpty();
    }

    private Reply repair(WorkOrderWalk order) {
        return manager.post(
                "/equipment/" + equipment + "/repairs",
                """
                {"work_order_id": "%s", "repaired_on": "%s", "work": "更换水带",
                 "cost": {"amount": "120.00", "currency": "CNY"}}
                """
                        .formatted(order.id(), today));
    }

    private static String now() {
        return Instant.now().toString();
    }

    private void plan(String kind) {
        equipment =
                manager.post(
                                "/equipment",
                                """
                                {"equipment_class": "%s", "serial": "%s", "name": "1号",
                                 "installed_on": "2020-01-01",
                                 "place": {"community_id": "%s"}}
                                """
                                        .formatted(kind, UUID.randomUUID(), community))
                        .expect(201)
                        .text("/id");
        manager.post(
                        "/maintenance-plans",
                        "{\"community_id\": \"%s\", \"year\": %d}"
                                .formatted(community, today.getYear()))
                .expect(201);
    }

    private Reply open() {
        return manager.post(
                "/maintenance-order-batches", "{\"community_id\": \"%s\"}".formatted(community));
    }

    private static WorkOrderWalk walk(Reply opened) {
        Reply order = manager.get("/work-orders/" + opened.text("/orders/0/work_order_id"));
        return new WorkOrderWalk(order.expect(200), workerId);
    }
}
