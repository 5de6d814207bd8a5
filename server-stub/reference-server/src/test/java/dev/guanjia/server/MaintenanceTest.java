package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Maintenance over HTTP: from the standard to the order and the verified task. */
class MaintenanceTest {

    private static RunningServer server;
    private static Api manager;
    private static Api worker;

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private String community;
    private String equipment;
    private String place = "";

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        manager = server.holding("PROPERTY_MANAGER");
        worker = server.holding("MAINTENANCE_WORKER");
    }

    @BeforeEach
    void install() {
        community = Community.with(server, 1).id();
        equipment = register("FIRE_HYDRANT");
    }

    @Test
    void aYearsPlanIsMadeOfTheStandardsAndMadeAgainLosesNothing() {
        Reply made = make(2026).expect(201);
        String plan = made.text("/id");
        assertThat(made.text("/tasks")).isEqualTo("12");
        Reply again = make(2026).expect(201);
        assertThat(again.text("/id")).isEqualTo(plan);
        assertThat(again.text("/tasks")).isEqualTo("12");
        register("BARRIER_GATE");
        assertThat(make(2026).expect(201).text("/tasks")).isEqualTo("16");
        assertThat(manager.get("/maintenance-plans/" + plan).expect(200).body())
                .contains("\"tasks\":16");
        Reply months = manager.get("/maintenance-plans/" + plan + "/months").expect(200);
        assertThat(months.json().at("/items")).hasSize(12);
        assertThat(months.text("/items/2/planned")).isEqualTo("2");
        assertThat(months.text("/items/2/percent_done")).isEqualTo("0.00");
        assertThat(
                        manager.get("/maintenance-plans?community_id=" + community)
                                .expect(200)
                                .text("/items/0/id"))
                .isEqualTo(plan);
        Reply march = manager.get("/maintenance-tasks?period=2026-03&plan_id=" + plan).expect(200);
        assertThat(march.json().at("/items")).hasSize(2);
        Reply first =
                manager.get("/maintenance-tasks?limit=1&equipment_id=" + equipment).expect(200);
        assertThat(first.text("/items/0/origin_on")).isEqualTo("2026-01-31");
        Reply second =
                manager.get(
                                "/maintenance-tasks?limit=1&equipment_id="
                                        + equipment
                                        + "&cursor="
                                        + first.text("/next_cursor"))
                        .expect(200);
        assertThat(second.text("/items/0/origin_on")).isEqualTo("2026-02-28");
    }

    @Test
    void aTaskIsDoneByOneAndVerifiedByAnother() {
        make(today.getYear()).expect(201);
        String path = "/maintenance-tasks/" + taskOf(YearMonth.from(today));
        perform(worker, path, 1, today.plusDays(1).toString())
                .expectProblem(409, "business-time-in-the-future");
        perform(server.holding("CASHIER"), path, 1, today.toString())
                .expectProblem(403, "command-not-permitted");
        Reply done = perform(worker, path, 1, today.toString()).expect(200);
        assertThat(done.text("/state")).isEqualTo("DONE");
        assertThat(done.text("/events/0/note")).isEqualTo("维保记录/1");
        perform(worker, path, 1, today.toString()).expectProblem(412, "precondition-failed");
        perform(worker, path, 2, today.toString()).expectProblem(409, "maintenance-wrong-state");
        Reply verified = verify(manager, path, 2).expect(200);
        assertThat(verified.text("/state")).isEqualTo("VERIFIED");
        assertThat(manager.get(path).expect(200).header("ETag")).isEqualTo("\"3\"");
        String state = "&equipment_id=" + equipment;
        assertThat(
                        manager.get("/maintenance-tasks?state=VERIFIED" + state)
                                .expect(200)
                                .json()
                                .at("/items"))
                .hasSize(1);
        String plan = verified.text("/plan_id");
        Reply months = manager.get("/maintenance-plans/" + plan + "/months?limit=200").expect(200);
        assertThat(months.text("/items/" + (today.getMonthValue() - 1) + "/percent_done"))
                .isEqualTo("100.00");
        register("LIFT");
        make(today.getYear()).expect(201);
        assertThat(manager.get(path).expect(200).text("/state")).isEqualTo("VERIFIED");
    }

    @Test
    void whoDidItDoesNotVerifyItAndWhoIsNotQualifiedDoesNotDoIt() {
        make(today.getYear()).expect(201);
        String path = "/maintenance-tasks/" + taskOf(YearMonth.from(today));
        perform(manager, path, 1, today.toString()).expect(200);
        verify(manager, path, 2).expectProblem(403, "maintenance-self-verified");
        register("FIRE_PUMP");
        make(today.getYear()).expect(201);
        String pump =
                manager.get(
                                "/maintenance-tasks?period="
                                        + YearMonth.from(today)
                                        + "&community_id="
                                        + community)
                        .json()
                        .at("/items")
                        .valueStream()
                        .filter(task -> task.at("/standard").asString().equals("PM-FPUMP-01"))
                        .findFirst()
                        .orElseThrow()
                        .at("/id")
                        .asString();
        perform(manager, "/maintenance-tasks/" + pump, 1, today.toString())
                .expectProblem(403, "maintenance-not-qualified");
    }

    @Test
    void aDueDayMovesInsideItsPeriodWithAReason() {
        int year = today.getYear() + 1;
        make(year).expect(201);
        String path = "/maintenance-tasks/" + taskOf(YearMonth.of(year, 6));
        reschedule(path, 1, year + "-07-15", "汛期")
                .expectProblem(409, "maintenance-moved-out-of-period");
        reschedule(path, 1, year + "-06-10", " ").expectProblem(400, "invalid-request");
        Reply moved = reschedule(path, 1, year + "-06-10", "汛期前完成").expect(200);
        assertThat(moved.text("/due_on")).isEqualTo(year + "-06-10");
        assertThat(moved.text("/origin_on")).isEqualTo(year + "-06-30");
        assertThat(moved.text("/state")).isEqualTo("PLANNED");
        assertThat(moved.text("/events/0/moved_to")).isEqualTo(year + "-06-10");
        make(year).expect(201);
        assertThat(manager.get(path).expect(200).text("/due_on")).isEqualTo(year + "-06-10");
        String window =
                "/maintenance-tasks?from=%d-06-10&to=%d-06-10&community_id=%s"
                        .formatted(year, year, community);
        assertThat(manager.get(window).expect(200).json().at("/items")).hasSize(1);
        String of = window + "&equipment_class=";
        assertThat(manager.get(of + "FIRE_HYDRANT").expect(200).json().at("/items")).hasSize(1);
        assertThat(manager.get(of + "WATER_PUMP").expect(200).json().at("/items")).isEmpty();
        manager.get(of + "ROCKET").expectProblem(400, "invalid-request");
        manager.get("/maintenance-tasks?state=LOST").expectProblem(400, "invalid-request");
    }

    @Test
    void dueTasksOpenOneOrderEach() {
        make(today.getYear()).expect(201);
        Reply opened = open().expect(201);
        int due = today.getMonthValue();
        assertThat(opened.json().at("/orders")).hasSize(due);
        assertThat(opened.text("/more")).isEqualTo("false");
        assertThat(open().expect(201).json().at("/orders")).isEmpty();
        String order = opened.text("/orders/0/work_order_id");
        Reply read = manager.get("/work-orders/" + order).expect(200);
        assertThat(read.text("/kind")).isEqualTo("PREVENTIVE_MAINTENANCE");
        assertThat(read.text("/community_id")).isEqualTo(community);
        assertThat(read.text("/source_reference")).startsWith("PM-HYDRANT-01/" + equipment);
        String task = "/maintenance-tasks/" + opened.text("/orders/0/task_id");
        assertThat(manager.get(task).expect(200).text("/work_order_id")).isEqualTo(order);
        make(today.getYear()).expect(201);
        assertThat(open().expect(201).json().at("/orders")).isEmpty();
    }

    @Test
    void theOrderHasThePlaceTheNeedsAndTheDueTimeOfItsTask() {
        String building =
                server.asAdministrator()
                        .post(
                                "/communities/" + community + "/buildings",
                                "{\"code\": \"9\", \"name\": \"9栋\"}")
                        .expect(201)
                        .text("/id");
        place = "\"building_id\": \"" + building + "\", \"area\": \"泵房\", ";
        String pump = register("FIRE_PUMP");
        make(today.getYear()).expect(201);
        open().expect(201);
        String orders = "/work-orders?limit=200&kind=PREVENTIVE_MAINTENANCE&community_id=";
        String monthEnd = YearMonth.from(today).atEndOfMonth() + "T16:00:00Z";
        JsonNode order =
                manager.get(orders + community)
                        .expect(200)
                        .json()
                        .at("/items")
                        .valueStream()
                        .filter(row -> row.at("/source_reference").asString().contains(pump))
                        .filter(row -> row.at("/due/due_at").asString().equals(monthEnd))
                        .findFirst()
                        .orElseThrow();
        assertThat(order.at("/building_id").asString()).isEqualTo(building);
        assertThat(order.at("/area").asString()).isEqualTo("泵房");
        assertThat(order.at("/needs").toString()).isEqualTo("[\"MAINTENANCE_CERTIFICATE\"]");
        assertThat(order.at("/due/origin").asString()).isEqualTo("GIVEN");
    }

    @Test
    void whatIsRetiredIsNotPlannedAnyMore() {
        int year = today.getYear() + 1;
        assertThat(make(year).expect(201).text("/tasks")).isEqualTo("12");
        manager.with("If-Match", "\"1\"")
                .post(
                        "/equipment/" + equipment + "/retirements",
                        "{\"retired_on\": \"%s\"}".formatted(today))
                .expect(200);
        assertThat(make(year).expect(201).text("/tasks")).isEqualTo("0");
    }

    @Test
    void aRetirementWithdrawsWhatLiesAfterItAtOnceAndNamesTheOpenOrders() {
        String plan = make(today.getYear()).expect(201).text("/id");
        Reply opened = open().expect(201);
        int last = opened.json().at("/orders").size() - 1;
        String task = "/maintenance-tasks/" + opened.text("/orders/" + last + "/task_id");
        String order = opened.text("/orders/" + last + "/work_order_id");
        Reply retired =
                manager.with("If-Match", "\"1\"")
                        .post(
                                "/equipment/" + equipment + "/retirements",
                                "{\"retired_on\": \"%s\"}".formatted(today))
                        .expect(200);
        assertThat(retired.body()).contains(order);
        Reply withdrawn = manager.get(task).expect(200);
        assertThat(withdrawn.text("/state")).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.text("/events/0/action")).isEqualTo("WITHDRAW");
        assertThat(withdrawn.text("/work_order_id")).isEqualTo(order);
        assertThat(manager.get("/maintenance-plans/" + plan).expect(200).text("/tasks"))
                .isEqualTo(Integer.toString(today.getMonthValue()));
        manager.with("If-Match", manager.get("/work-orders/" + order).header("ETag"))
                .post(
                        "/work-orders/" + order + "/transitions",
                        """
                        {"action": "CLOSE_ADMINISTRATIVELY", "note": "设备报废",
                         "occurred_at": "%s"}
                        """
                                .formatted(Instant.now()))
                .expect(200);
        assertThat(manager.get(task).expect(200).text("/state")).isEqualTo("WITHDRAWN");
        assertThat(manager.get("/equipment/" + equipment).expect(200).body()).doesNotContain(order);
    }

    @Test
    void theTasksToComeFollowWhatMoved() {
        int year = today.getYear() + 1;
        String plan = make(year).expect(201).text("/id");
        String old = community;
        community = Community.with(server, 1).id();
        manager.with("If-Match", "\"1\"")
                .post(
                        "/equipment/" + equipment + "/moves",
                        "{\"from\": \"%s\", \"place\": {\"community_id\": \"%s\"}}"
                                .formatted(today, community))
                .expect(200);
        assertThat(make(year).expect(201).text("/tasks")).isEqualTo("12");
        assertThat(manager.get("/maintenance-plans/" + plan).expect(200).text("/tasks"))
                .isEqualTo("0");
        assertThat(manager.get("/maintenance-tasks?community_id=" + old).json().at("/items"))
                .isEmpty();
    }

    @Test
    void aCompanysStandardHoldsFromItsDay() {
        String id = "C-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        set(id, "MONTHLY", "2026-01-01").expect(201);
        set(id, "MONTHLY", "2026-01-01").expect(201);
        set(id, "WEEKLY", "2026-01-01").expectProblem(409, "maintenance-standard-twice");
        set(id, "QUARTERLY", "2026-07-01").expect(201);
        set(id, "SHIFT", "2026-08-01").expectProblem(400, "invalid-request");
        String list = "/maintenance-standards?equipment_class=REPAIR_TOOL&as_of=";
        Reply june = manager.get(list + "2026-06-30T12:00:00Z").expect(200);
        assertThat(june.body()).contains("MONTHLY").doesNotContain("QUARTERLY");
        assertThat(june.text("/items/0/source")).isEqualTo("company");
        register("REPAIR_TOOL");
        Reply made = make(2026).expect(201);
        assertThat(made.text("/tasks")).isEqualTo(Integer.toString(12 + 6 + 2));
        manager.post("/maintenance-plans", "{\"community_id\": \"cm_00000000\", \"year\": 2026}")
                .expectProblem(400, "invalid-request");
        manager.get("/maintenance-plans/mp_00000000").expectProblem(404, "not-found");
        assertThat(manager.get("/maintenance-standards").expect(200).text("/items/0/id"))
                .isNotEmpty();
    }

    private String register(String kind) {
        return manager.post(
                        "/equipment",
                        """
                        {"equipment_class": "%s", "serial": "%s", "name": "1号",
                         "installed_on": "2020-01-01", "place": {%s"community_id": "%s"}}
                        """
                                .formatted(kind, UUID.randomUUID(), place, community))
                .expect(201)
                .text("/id");
    }

    private Reply make(int year) {
        return manager.post(
                "/maintenance-plans",
                "{\"community_id\": \"%s\", \"year\": %d}".formatted(community, year));
    }

    private String taskOf(YearMonth month) {
        return manager.get("/maintenance-tasks?period=" + month + "&equipment_id=" + equipment)
                .expect(200)
                .text("/items/0/id");
    }

    private Reply open() {
        return manager.post(
                "/maintenance-order-batches", "{\"community_id\": \"%s\"}".formatted(community));
    }

    private static Reply perform(Api who, String path, int version, String day) {
        return who.with("If-Match", "\"" + version + "\"")
                .post(
                        path + "/performances",
                        "{\"performed_on\": \"%s\", \"evidence\": \"维保记录/1\"}".formatted(day));
    }

    private Reply verify(Api who, String path, int version) {
        return who.with("If-Match", "\"" + version + "\"")
                .post(
                        path + "/verifications",
                        "{\"verified_on\": \"%s\", \"finding\": \"正常\"}".formatted(today));
    }

    private static Reply reschedule(String path, int version, String to, String reason) {
        return manager.with("If-Match", "\"" + version + "\"")
                .post(
                        path + "/reschedulings",
                        "{\"due_on\": \"%s\", \"reason\": \"%s\"}".formatted(to, reason));
    }

    private static Reply set(String id, String cadence, String from) {
        return manager.post(
                "/maintenance-standards",
                """
                {"id": "%s", "work": {"zh": "保养", "en": "Upkeep"},
                 "equipment_class": "REPAIR_TOOL", "cadence": "%s", "evidence": "R-MAINT-LOG",
                 "from": "%s"}
                """
                        .formatted(id, cadence, from));
    }
}
