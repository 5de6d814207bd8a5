package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What one company has of incidents, drills, equipment, maintenance, patrols and stations does not
 * exist for another on the same server.
 */
class OtherTenantTest {

    private static final String MATTER = ", \"acted_at\": \"2026-03-02T20:03:00+08:00\"}";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static RunningServer server;
    private static Api ours;
    private static Api theirs;
    private static String community;
    private static String equipment;
    private static String downtime;
    private static String incident;
    private static String drill;
    private static String plan;
    private static String task;
    private static String order;
    private static String route;
    private static String station;

    @BeforeAll
    static void work() {
        server = RunningServer.shared().withCompany();
        ours = server.holding("PROPERTY_MANAGER");
        theirs = TwoCompanies.THEIRS.as("PROPERTY_MANAGER");
        community = Community.with(server, 1).id();
        equipment = made("/equipment", equipmentBody());
        downtime =
                made(
                        "/equipment/" + equipment + "/downtimes",
                        "{\"reference\": \"%s\", \"cause\": \"FAULT\", \"began_at\": \"%s\"}"
                                .formatted(UUID.randomUUID(), "2026-03-02T20:00:00+08:00"));
        incident = made("/incidents", incidentBody());
        drill = made("/drills", drillBody());
        plan = made("/maintenance-plans", planBody());
        Reply opened = ours.post("/maintenance-order-batches", communityBody()).expect(201);
        task = opened.text("/orders/0/task_id");
        order = opened.text("/orders/0/work_order_id");
        route = made("/patrol-routes", routeBody());
        station = made("/stations", stationBody());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/incidents/{incident}",
                "/drills/{drill}",
                "/equipment/{equipment}",
                "/equipment/{equipment}/certificates",
                "/equipment/{equipment}/downtimes",
                "/equipment/{equipment}/outages",
                "/equipment/{equipment}/repairs",
                "/equipment/{equipment}/costs",
                "/maintenance-plans/{plan}",
                "/maintenance-plans/{plan}/months",
                "/maintenance-tasks/{task}",
                "/patrol-routes/{route}",
                "/stations/{station}",
                "/work-orders/{order}"
            })
    void whatIsReadByItsIdIsNotThereForAnother(String path) {
        ours.get(filled(path)).expect(200);
        theirs.get(filled(path)).expectProblem(404, "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "/incidents, {incident}",
        "/drills, {drill}",
        "/equipment, {equipment}",
        "/equipment-inspections, {equipment}",
        "/maintenance-plans, {plan}",
        "/maintenance-tasks, {equipment}",
        "/patrol-routes, {route}",
        "/stations, {station}",
        "/work-orders?kind=PREVENTIVE_MAINTENANCE, {order}"
    })
    void whatIsListedIsNotListedForAnother(String path, String id) {
        String join = path.contains("?") ? "&" : "?";
        String list = path + join + "limit=200";
        assertThat(ours.get(list + "&community_id=" + community).expect(200).body())
                .contains(filled(id));
        assertThat(theirs.get(list).expect(200).json().at("/items")).isEmpty();
    }

    @Test
    void whatEquipmentOfAnotherDidIsNotMeasured() {
        String of = "equipment_class=LIFT&community_id=" + community;
        for (String rows :
                new String[] {
                    "/equipment-failure-rate/rows?period=2026-03&", "/equipment-intact-rate/rows?"
                }) {
            ours.get(rows + of).expect(200);
            theirs.get(rows + of).expectProblem(400, "invalid-request");
        }
    }

    @Test
    void whatIsChangedByItsIdIsNotThereForAnother() {
        notThere("/incidents/" + incident + "/transitions", "{\"action\": \"VERIFY\"" + MATTER);
        notThere("/incidents/" + incident + "/steps", "{\"step\": \"call\"" + MATTER);
        notThere(
                "/drills/" + drill + "/results",
                """
                {"held_at": "2026-01-10T10:00:00+08:00", "participants": 12, "passed": true,
                 "lessons": []}
                """);
        String day = "{\"%s\": \"" + TODAY + "\", \"%s\": \"说明\"}";
        notThere("/equipment/" + equipment + "/retirements", "{\"retired_on\": \"" + TODAY + "\"}");
        notThere(
                "/equipment/" + equipment + "/repairs",
                """
                {"work_order_id": "%s", "repaired_on": "%s", "work": "修理"}
                """
                        .formatted(order, TODAY));
        notThere("/work-orders/" + order + "/equipment", "{\"equipment_id\": \"eq_00000000\"}");
        notThere("/equipment/" + equipment + "/inspection-orders", "{\"kind\": \"X\"}");
        notThere("/equipment/" + equipment + "/running-hours", "{\"from\": \"2026-01-01\"}");
        notThere(
                "/equipment/" + equipment + "/downtimes/" + downtime + "/endings",
                "{\"ended_at\": \"2026-03-02T21:00:00+08:00\"}");
        String path = "/maintenance-tasks/" + task;
        notThere(path + "/performances", day.formatted("performed_on", "evidence"));
        notThere(path + "/verifications", day.formatted("verified_on", "finding"));
        notThere(path + "/reschedulings", day.formatted("due_on", "reason"));
        notThere("/patrol-routes/" + route + "/endings", day.formatted("to", "reason"));
        notThere("/stations/" + station + "/endings", day.formatted("to", "reason"));
        assertThat(ours.get(path).expect(200).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void whatIsMadeOfSomethingOfAnotherIsRefused() {
        for (String[] each :
                new String[][] {
                    {"/incidents", incidentBody()},
                    {"/drills", drillBody()},
                    {"/equipment", equipmentBody()},
                    {"/maintenance-plans", planBody()},
                    {"/maintenance-order-batches", communityBody()},
                    {"/patrol-routes", routeBody()},
                    {"/stations", stationBody()}
                }) {
            Reply refused = theirs.post(each[0], each[1]);
            refused.expectProblem(400, "invalid-request");
            assertThat(refused.body()).contains("community_id");
        }
        String asked = "?equipment_class=LIFT&period=2026-03&community_id=" + community;
        for (String rate : List.of("/equipment-failure-rate", "/equipment-failure-rate/rows")) {
            ours.get(rate + asked).expect(200);
            theirs.get(rate + asked).expectProblem(400, "invalid-request");
        }
    }

    @Test
    void aPlanForEmergenciesIsTheCompanysOwn() {
        Reply draft = theirs.get("/emergency-plans/THEFT").expect(200);
        theirs.with("If-Match", draft.header("ETag"))
                .post(
                        "/emergency-plans/THEFT/approvals",
                        "{\"acted_at\": \"2026-01-06T09:00:00+08:00\"}")
                .expect(200);
        assertThat(theirs.get("/emergency-plans/THEFT").text("/state")).isEqualTo("APPROVED");
        assertThat(ours.get("/emergency-plans/THEFT").text("/state")).isEqualTo("DRAFTED");
    }

    private static void notThere(String path, String body) {
        theirs.with("If-Match", "\"1\"").post(path, body).expectProblem(404, "not-found");
    }

    private static String filled(String text) {
        return text.replace("{incident}", incident)
                .replace("{drill}", drill)
                .replace("{equipment}", equipment)
                .replace("{plan}", plan)
                .replace("{task}", task)
                .replace("{order}", order)
                .replace("{route}", route)
                .replace("{station}", station);
    }

    private static String made(String path, String body) {
        return ours.post(path, body).expect(201).text("/id");
    }

    private static String communityBody() {
        return "{\"community_id\": \"%s\"}".formatted(community);
    }

    private static String equipmentBody() {
        return """
        {"equipment_class": "LIFT", "serial": "%s", "name": "1号梯", "installed_on": "2020-01-01",
         "place": {"community_id": "%s"}}
        """
                .formatted(UUID.randomUUID(), community);
    }

    private static String incidentBody() {
        return """
        {"kind": "FIRE", "community_id": "%s", "place": "地下室", "what": "有情况",
         "reported_by": "业主", "reported_at": "2026-03-02T20:00:00+08:00"}
        """
                .formatted(community);
    }

    private static String drillBody() {
        return "{\"kind\": \"FIRE\", \"community_id\": \"%s\", \"planned_on\": \"2026-01-10\"}"
                .formatted(community);
    }

    private static String planBody() {
        return "{\"community_id\": \"%s\", \"year\": %d}".formatted(community, TODAY.getYear());
    }

    private static String routeBody() {
        return """
        {"community_id": "%s", "label": {"zh": "路线", "en": "Way"},
         "checkpoints": [{"id": "point", "area": "surroundings", "place": "点",
          "within_minutes": 10, "items": []}]}
        """
                .formatted(community);
    }

    private static String stationBody() {
        return """
        {"community_id": "%s", "label": {"zh": "大堂", "en": "Lobby"}, "post": "STEWARD",
         "leader": "CS_SUPERVISOR", "kit": {"keys": [], "goods": [], "equipment": [],
          "money": {"amount": "0.00", "currency": "CNY"}}}
        """
                .formatted(community);
    }
}
