package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that name their equipment, and how much of it runs, over HTTP. */
class EquipmentOrderTest {

    private static RunningServer server;
    private static Api manager;
    private static Api clerk;
    private static String workerId;
    private static Api worker;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private String community;
    private String lift;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        manager = server.holding("PROPERTY_MANAGER");
        clerk = server.holding("CS_ASSISTANT");
        Reply hired = server.newcomer("MAINTENANCE_WORKER");
        workerId = hired.text("/staff_id");
        worker = server.as(hired.text("/token"));
    }

    @BeforeEach
    void install() {
        community = Community.with(server, 1).id();
        lift = register("LIFT", community);
    }

    @Test
    void anOrderNamesItsEquipmentAtIntakeOrLater() {
        String elsewhere = register("LIFT", Community.with(server, 1).id());
        order("REPAIR", elsewhere).expectProblem(409, "order-equipment-elsewhere");
        order("COMPLAINT", lift).expectProblem(409, "order-not-equipment-work");
        order("REPAIR", "eq_00000000").expectProblem(400, "invalid-request");
        Reply named = order("REPAIR", lift).expect(201);
        assertThat(named.text("/equipment_id")).isEqualTo(lift);
        Reply plain = order("REPAIR", null).expect(201);
        String path = "/work-orders/" + plain.text("/id");
        name(path, "\"1\"", elsewhere).expectProblem(409, "order-equipment-elsewhere");
        Reply later = name(path, "\"1\"", lift).expect(200);
        assertThat(later.text("/equipment_id")).isEqualTo(lift);
        assertThat(later.header("ETag")).isEqualTo("\"2\"");
        assertThat(name(path, "\"2\"", lift).expect(200).header("ETag")).isEqualTo("\"2\"");
        String other = register("LIFT", community);
        name(path, "\"2\"", other).expectProblem(409, "order-names-other-equipment");
        Reply list = manager.get("/work-orders?equipment_id=" + lift).expect(200);
        assertThat(list.json().at("/items")).hasSize(2);
        assertThat(manager.get("/work-orders?equipment_id=" + other).json().at("/items")).isEmpty();
        assertThat(manager.get("/equipment/" + lift).json().at("/open_work_order_ids")).hasSize(2);
    }

    @Test
    void aLapsingInspectionOpensOneOrderThatNamesItsLift() {
        String path = "/equipment/" + lift + "/inspection-orders";
        Reply opened = inspect(path, "LIFT_INSPECTION").expect(201);
        assertThat(opened.text("/kind")).isEqualTo("PREVENTIVE_MAINTENANCE");
        assertThat(opened.text("/equipment_id")).isEqualTo(lift);
        assertThat(opened.text("/source_reference")).isEqualTo("LIFT_INSPECTION/" + lift);
        inspect(path, "LIFT_INSPECTION").expectProblem(409, "inspection-ordered");
        inspect(path, "EXTINGUISHER_CHECK").expectProblem(409, "equipment-inspection-not-needed");
        inspect(path, "MOOD").expectProblem(400, "invalid-request");
        WorkOrderWalk walk = new WorkOrderWalk(opened, workerId);
        walk.assign(manager, "ASSIGN", now()).expect(200);
        walk.take(worker, "START", now()).expect(200);
        walk.take(worker, "FINISH", now()).expect(200);
        walk.take(manager, "CHECK_PASSED", now()).expect(200);
        walk.take(manager, "CLOSE", now()).expect(200);
        Reply history = manager.get("/equipment/" + lift + "/repairs").expect(200);
        assertThat(history.text("/items/0/work_order_id")).isEqualTo(walk.id());
        assertThat(history.text("/items/0/repaired_on")).isEqualTo(today.toString());
        manager.post(
                        "/equipment/" + lift + "/certificates",
                        """
                        {"kind": "LIFT_INSPECTION", "number": "N-1", "from": "%s", "to": "%s"}
                        """
                                .formatted(today, today.plusYears(1)))
                .expect(201);
        assertThat(inspect(path, "LIFT_INSPECTION").expect(201).text("/source_reference"))
                .endsWith("/" + today.plusYears(1).minusDays(1));
    }

    @Test
    void outageOutsideTheRunningHoursDoesNotCountAndTheVerdictHasItsRows() {
        // May 2024: 31 days x 16 h = 496 h; down 20:00 to 07:00, of which 22:00 to 06:00 at night
        hours("2024-05-01").expect(201);
        hours("2024-05-01").expect(201);
        manager.post("/equipment/" + lift + "/running-hours", "{\"from\": \"2024-05-01\"}")
                .expectProblem(409, "equipment-running-hours-twice");
        manager.post("/equipment/" + lift + "/running-hours", "{\"from\": \"2019-05-01\"}")
                .expectProblem(400, "invalid-request");
        String reference = "F-" + UUID.randomUUID();
        worker.post(
                        "/equipment/" + lift + "/downtimes",
                        """
                        {"reference": "%s", "cause": "FAULT",
                         "began_at": "2024-05-08T20:00:00+08:00",
                         "ended_at": "2024-05-09T07:00:00+08:00"}
                        """
                                .formatted(reference))
                .expect(201);
        String asked = "?period=2024-05&equipment_class=LIFT&community_id=" + community;
        Reply rate = manager.get("/equipment-failure-rate" + asked).expect(200);
        assertThat(rate.text("/numerator") + "/" + rate.text("/denominator")).isEqualTo("3/496");
        Reply rows =
                manager.get(
                                "/quality-results/QF-H-13/evidence?period=2024-05&limit=200"
                                        + "&measure=lift_fault_hours")
                        .expect(200);
        assertThat(rows.body()).contains(lift, reference);
        assertThat(manager.get("/quality-results?period=2024-05").expect(200).body())
                .contains("QF-H-13", "lift_running_hours");
        String row = "/equipment/" + lift + "/running-hours";
        assertThat(manager.get(row).expect(200).text("/items/0/hours/minutes")).isEqualTo("960");

        String at = "?equipment_class=LIFT&as_of=2024-05-09T00:00:00Z&community_id=" + community;
        // 08:00 there: it runs again; an hour and a second earlier it did not
        assertThat(manager.get("/equipment-intact-rate" + at).expect(200).text("/rate"))
                .isEqualTo("1");
        String before = at.replace("09T00:00:00Z", "08T22:59:59Z");
        assertThat(manager.get("/equipment-intact-rate" + before).expect(200).text("/rate"))
                .isEqualTo("0");
        assertThat(manager.get("/equipment-intact-rate/rows" + before).expect(200).body())
                .contains(reference);
    }

    private Reply hours(String from) {
        return manager.post(
                "/equipment/" + lift + "/running-hours",
                """
                {"from": "%s", "hours": {"begins": "06:00", "minutes": 960, "days": ["MONDAY",
                 "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]}}
                """
                        .formatted(from));
    }

    private static Reply inspect(String path, String kind) {
        return manager.post(path, "{\"kind\": \"%s\"}".formatted(kind));
    }

    private static Reply name(String path, String etag, String equipment) {
        return manager.with("If-Match", etag)
                .post(path + "/equipment", "{\"equipment_id\": \"%s\"}".formatted(equipment));
    }

    private Reply order(String kind, String equipment) {
        String about = equipment == null ? "" : "\"equipment_id\": \"%s\",".formatted(equipment);
        return clerk.post(
                "/work-orders",
                """
                {%s "kind": "%s", "community_id": "%s", "title": "电梯门故障", "channel": "PHONE",
                 "received_at": "2024-05-08T08:10:00+08:00"}
                """
                        .formatted(about, kind, community));
    }

    private static String register(String kind, String where) {
        return manager.post(
                        "/equipment",
                        """
                        {"equipment_class": "%s", "serial": "%s", "name": "1号",
                         "installed_on": "2020-01-01", "place": {"community_id": "%s"}}
                        """
                                .formatted(kind, UUID.randomUUID(), where))
                .expect(201)
                .text("/id");
    }

    private static String now() {
        return Instant.now().toString();
    }
}
