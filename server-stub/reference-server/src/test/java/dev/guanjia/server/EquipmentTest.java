package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Equipment over HTTP: places, certificates, outages, failure rate, repairs. */
class EquipmentTest {

    private static RunningServer server;
    private static Api manager;
    private static Api worker;
    private static String community;

    @BeforeAll
    static void hire() {
        server = RunningServer.shared().withCompany();
        manager = server.holding("PROPERTY_MANAGER");
        worker = server.holding("MAINTENANCE_WORKER");
        community = Community.with(server, 1).id();
    }

    @Test
    void equipmentIsInOnePlaceAtATimeAndKeepsItsHistory() {
        String elsewhere = Community.with(server, 1).id();
        String serial = serial();
        Reply made = register(manager, "BARRIER_GATE", serial, "2020-01-01").expect(201);
        String path = "/equipment/" + made.text("/id");
        assertThat(made.header("Location")).isEqualTo("/v1" + path);
        register(manager, "BARRIER_GATE", serial, "2020-01-01")
                .expectProblem(409, "equipment-serial-taken");
        register(manager, "FIRE_PUMP", serial, "2020-01-01").expect(201);

        Reply moved = move(path, 1, "2024-05-06", elsewhere, "北门").expect(200);
        assertThat(moved.header("ETag")).isEqualTo("\"2\"");
        assertThat(moved.text("/place/area")).isEqualTo("北门");
        assertThat(moved.text("/stays/0/place/community_id")).isEqualTo(community);
        assertThat(moved.text("/stays/1/from")).isEqualTo("2024-05-06");
        Reply again = move(path, 2, "2024-05-06", elsewhere, "北门").expect(200);
        assertThat(again.header("ETag")).isEqualTo("\"2\"");
        move(path, 1, "2024-05-07", community, "南门").expectProblem(412, "precondition-failed");
        move(path, 2, "2024-05-05", community, "南门").expectProblem(409, "equipment-changed-later");
        move(path, 2, "2999-01-01", community, "南门")
                .expectProblem(409, "business-time-in-the-future");

        assertThat(ids("/equipment?community_id=" + elsewhere)).contains(made.text("/id"));
        assertThat(ids("/equipment?equipment_class=BARRIER_GATE&community_id=" + community))
                .doesNotContain(made.text("/id"));
        Reply retired = retire(path, 2, "2024-06-01").expect(200);
        assertThat(retired.text("/retired_on")).isEqualTo("2024-06-01");
        retire(path, 3, "2024-07-01").expectProblem(409, "equipment-retired");
        move(path, 3, "2024-07-01", community, "南门").expectProblem(409, "equipment-retired");
        assertThat(ids("/equipment?retired=false&community_id=" + elsewhere)).isEqualTo("[]");
        assertThat(manager.get(path).expect(200).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void whatLapsesIsListedUntilItIsRenewed() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String here = Community.with(server, 1).id();
        String id = registered("LIFT", here);
        String due = "/equipment-inspections?community_id=" + here;
        assertThat(manager.get(due + "&standing=MISSING").text("/items/0/equipment_id"))
                .isEqualTo(id);
        // a lift without any certificate is due by any day
        assertThat(manager.get(due + "&to=" + today).text("/items/0/standing"))
                .isEqualTo("MISSING");
        certify(id, "LIFT_INSPECTION", "A-1", "2022-01-01", "2023-01-01").expect(201);
        certify(id, "LIFT_INSPECTION", "A-1", "2022-01-01", "2023-01-01").expect(201);
        certify(id, "LIFT_INSPECTION", "A-1", "2022-01-01", "2024-01-01")
                .expectProblem(409, "equipment-certificate-exists");
        certify(id, "EXTINGUISHER_CHECK", "A-2", "2022-01-01", "2023-01-01")
                .expectProblem(409, "equipment-inspection-not-needed");
        certify(id, "LIFT_INSPECTION", "A-3", "2022-01-01", "2022-01-01")
                .expectProblem(400, "invalid-request");
        Reply lapsed = manager.get(due + "&standing=LAPSED").expect(200);
        assertThat(lapsed.text("/items/0/due_on")).isEqualTo("2022-12-31");
        certify(id, "LIFT_INSPECTION", "A-4", today.toString(), today.plusDays(11).toString())
                .expect(201);
        String window = due + "&from=" + today.plusDays(1) + "&to=" + today.plusDays(10);
        assertThat(manager.get(window).text("/items/0/standing")).isEqualTo("VALID");
        String before = due + "&from=" + today.plusDays(1) + "&to=" + today.plusDays(9);
        assertThat(manager.get(before).json().at("/items")).isEmpty();
        // renewed before it lapses, from the day after
        certify(id, "LIFT_INSPECTION", "A-5", today.plusDays(11).toString(), "2999-01-01")
                .expect(201);
        assertThat(manager.get("/equipment/" + id).text("/inspections/0/due_on"))
                .isEqualTo("2998-12-31");
        assertThat(manager.get(window).json().at("/items")).isEmpty();
        manager.get(due + "&standing=LOST").expectProblem(400, "invalid-request");
        Reply papers = manager.get("/equipment/" + id + "/certificates?limit=1").expect(200);
        assertThat(papers.text("/items/0/to")).isEqualTo("2023-01-01");
        assertThat(papers.text("/next_cursor")).isNotEmpty();
    }

    @Test
    void overlappingReportsCountOnceInTheFailureRate() {
        String here = Community.with(server, 1).id();
        String lift = registered("LIFT", here);
        String other = registered("LIFT", here);
        String reference = serial();
        // 2024-05: 744 hours each; 08:00 to 12:00 in two overlapping reports, and an outside cause
        Reply open =
                report(lift, reference, "FAULT", "2024-05-08T08:00:00+08:00", null).expect(201);
        report(lift, reference, "FAULT", "2024-05-08T08:00:00+08:00", null).expect(201);
        report(other, reference, "FAULT", "2024-05-08T08:00:00+08:00", null)
                .expectProblem(409, "equipment-downtime-exists");
        String end = "/equipment/" + lift + "/downtimes/" + open.text("/id") + "/endings";
        end(end, "2024-05-08T07:00:00+08:00")
                .expectProblem(409, "equipment-downtime-runs-backwards");
        end(end, "2024-05-08T11:00:00+08:00").expect(200);
        end(end, "2024-05-08T11:00:00+08:00").expect(200);
        end(end, "2024-05-08T12:00:00+08:00").expectProblem(409, "equipment-downtime-ended");
        report(lift, serial(), "FAULT", "2024-05-08T10:00:00+08:00", "2024-05-08T12:00:00+08:00")
                .expect(201);
        report(lift, serial(), "OUTSIDE", "2024-05-09T10:00:00+08:00", "2024-05-09T12:00:00+08:00")
                .expect(201);
        report(lift, serial(), "FAULT", "2019-05-08T10:00:00+08:00", null)
                .expectProblem(409, "equipment-not-installed");
        report(lift, serial(), "FAULT", "2999-05-08T10:00:00+08:00", null)
                .expectProblem(409, "business-time-in-the-future");
        report(lift, serial(), "MOOD", "2024-05-08T10:00:00+08:00", null)
                .expectProblem(400, "invalid-request");

        Reply outages = manager.get("/equipment/" + lift + "/outages").expect(200);
        assertThat(outages.json().at("/items")).hasSize(2);
        assertThat(outages.text("/items/0/ended_at")).isEqualTo("2024-05-08T04:00:00Z");
        Reply reports = manager.get("/equipment/" + lift + "/downtimes?limit=2").expect(200);
        assertThat(reports.text("/items/0/cause")).isEqualTo("OUTSIDE");
        String next = reports.text("/next_cursor");
        assertThat(
                        manager.get("/equipment/" + lift + "/downtimes?cursor=" + next)
                                .text("/items/0/reference"))
                .isEqualTo(reference);

        String asked = "?period=2024-05&equipment_class=LIFT&community_id=" + here;
        Reply rate = manager.get("/equipment-failure-rate" + asked).expect(200);
        assertThat(rate.text("/numerator")).isEqualTo("4");
        assertThat(rate.text("/denominator")).isEqualTo("1488");
        assertThat(rate.text("/rate")).isEqualTo("0.002688");
        assertThat(rate.text("/known_until_at")).isEqualTo("2024-05-31T16:00:00Z");
        Reply rows = manager.get("/equipment-failure-rate/rows" + asked).expect(200);
        assertThat(rows.json().at("/items")).hasSize(2);
        assertThat(rows.body()).contains(reference);
        Reply faults =
                manager.get("/equipment-failure-rate" + asked + "&method=FAULTS_PER_DAY")
                        .expect(200);
        assertThat(faults.text("/numerator") + "/" + faults.text("/denominator")).isEqualTo("1/62");
        Reply none =
                manager.get(
                                "/equipment-failure-rate?period=2010-05&equipment_class=LIFT"
                                        + "&community_id="
                                        + here)
                        .expect(200);
        assertThat(none.json().has("rate")).isFalse();
    }

    @Test
    void repairsAddUpPerCurrency() {
        Api clerk = server.holding("CS_ASSISTANT");
        String order =
                clerk.post(
                                "/work-orders",
                                """
                                {"kind": "REPAIR", "community_id": "%s", "title": "电梯门故障",
                                 "channel": "PHONE", "received_at": "2024-05-08T08:10:00+08:00"}
                                """
                                        .formatted(community))
                        .expect(201)
                        .text("/id");
        String path = "/equipment/" + registered("LIFT", community);
        repair(path, order, "2024-05-08", "1860.00").expectProblem(409, "order-still-open");
        manager.with("If-Match", "\"1\"")
                .post(
                        "/work-orders/" + order + "/transitions",
                        """
                        {"action": "CLOSE_ADMINISTRATIVELY", "note": "外包维修",
                         "occurred_at": "2024-05-08T09:10:00+08:00"}
                        """)
                .expect(200);
        String elsewhere = registered("LIFT", Community.with(server, 1).id());
        repair("/equipment/" + elsewhere, order, "2024-05-08", "1860.00")
                .expectProblem(409, "order-equipment-elsewhere");
        repair(path, order, "2024-05-08", "1860.00").expect(201);
        repair(path, order, "2024-05-20", "-60.00").expect(201);
        repair(path, order, "2024-06-20", "5.00").expect(201);
        repair(path, order, "2024-06-20", "5.001").expectProblem(400, "invalid-request");
        repair(path, "wo_00000000", "2024-06-20", "5.00").expectProblem(400, "invalid-request");
        repair(path, order, "2019-06-20", "5.00").expectProblem(409, "equipment-not-installed");
        Reply may = manager.get(path + "/costs?from=2024-05-01&to=2024-05-31").expect(200);
        assertThat(may.text("/costs/0/amount")).isEqualTo("1800.00");
        assertThat(may.text("/entries")).isEqualTo("2");
        assertThat(manager.get(path + "/costs").text("/costs/0/amount")).isEqualTo("1805.00");
        Reply list = manager.get(path + "/repairs").expect(200);
        assertThat(list.text("/items/1/cost/amount")).isEqualTo("-60.00");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(manager.get("/equipment-classes").expect(200).body()).contains("QF-H-13");
        assertThat(manager.get("/inspection-kinds").expect(200).body()).contains("LIFT_INSPECTION");
        register(server.holding("CASHIER"), "LIFT", serial(), "2020-01-01")
                .expectProblem(403, "command-not-permitted");
        register(manager, "ROCKET", serial(), "2020-01-01").expectProblem(400, "invalid-request");
        register(manager, "LIFT", serial(), "2999-01-01")
                .expectProblem(409, "business-time-in-the-future");
        Reply lost =
                manager.post(
                                "/equipment",
                                """
                                {"equipment_class": "LIFT", "serial": "X", "name": " ",
                                 "installed_on": "2020-01-01",
                                 "place": {"community_id": "%s", "building_id": "bd_00000000"},
                                 "warranty": {"from": "2020-01-01", "to": "2020-01-01"}}
                                """
                                        .formatted(community))
                        .expectProblem(400, "invalid-request");
        assertThat(lost.body()).contains("/name", "/place/building_id", "/warranty/to");
        manager.get("/equipment/eq_00000000").expectProblem(404, "not-found");
    }

    private static String registered(String kind, String where) {
        return register(manager, kind, serial(), "2020-01-01", where).expect(201).text("/id");
    }

    private static Reply register(Api who, String kind, String serial, String day) {
        return register(who, kind, serial, day, community);
    }

    private static Reply register(Api who, String kind, String serial, String day, String where) {
        return who.post(
                "/equipment",
                """
                {"equipment_class": "%s", "serial": "%s", "name": "1号", "installed_on": "%s",
                 "place": {"community_id": "%s", "area": "南门"},
                 "warranty": {"from": "2020-01-01", "to": "2022-01-01"}}
                """
                        .formatted(kind, serial, day, where));
    }

    private static Reply move(String path, int version, String from, String where, String area) {
        return manager.with("If-Match", "\"" + version + "\"")
                .post(
                        path + "/moves",
                        """
                        {"from": "%s", "place": {"community_id": "%s", "area": "%s"}}
                        """
                                .formatted(from, where, area));
    }

    private static Reply retire(String path, int version, String day) {
        return manager.with("If-Match", "\"" + version + "\"")
                .post(path + "/retirements", "{\"retired_on\": \"%s\"}".formatted(day));
    }

    private static Reply certify(String id, String kind, String number, String from, String to) {
        return manager.post(
                "/equipment/" + id + "/certificates",
                "{\"kind\": \"%s\", \"number\": \"%s\", \"from\": \"%s\", \"to\": \"%s\"}"
                        .formatted(kind, number, from, to));
    }

    private static Reply report(String id, String reference, String cause, String from, String to) {
        String end = to == null ? "" : ", \"ended_at\": \"" + to + "\"";
        return worker.post(
                "/equipment/" + id + "/downtimes",
                "{\"reference\": \"%s\", \"cause\": \"%s\", \"began_at\": \"%s\"%s}"
                        .formatted(reference, cause, from, end));
    }

    private static Reply end(String path, String at) {
        return worker.post(path, "{\"ended_at\": \"%s\"}".formatted(at));
    }

    private static Reply repair(String path, String order, String day, String cost) {
        return worker.post(
                path + "/repairs",
                """
                {"work_order_id": "%s", "repaired_on": "%s", "work": "更换门机电机",
                 "cost": {"amount": "%s", "currency": "CNY"}}
                """
                        .formatted(order, day, cost));
    }

    private static String ids(String path) {
        return manager.get(path)
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsString("id")
                .toString();
    }

    private static String serial() {
        return "S-" + UUID.randomUUID();
    }
}
