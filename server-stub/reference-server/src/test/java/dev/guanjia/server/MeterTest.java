package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeterTest {

    private final RunningServer server = RunningServer.shared();
    private final Meters meters = Meters.with(server);

    @Test
    void aMeterOfEachKindIsReadAsItWasPutIn() {
        String unit = meters.unit();
        for (String kind : new String[] {"WATER:m³", "ELECTRICITY:kWh", "HEAT:GJ", "GAS:m³"}) {
            String[] expected = kind.split(":");
            String serial = Registry.unique("M-");
            String more = ", \"unit_id\": \"%s\", \"digits\": 5".formatted(unit);
            Reply made = meters.put(meters.body(expected[0], serial, more)).expect(201);
            Reply read = meters.get("/meters/" + made.text("/id")).expect(200);
            assertThat(read.json()).isEqualTo(made.json());
            assertThat(read.text("/unit_of_measure")).isEqualTo(expected[1]);
            assertThat(read.text("/unit_id")).isEqualTo(unit);
            assertThat(read.text("/register/serial_no")).isEqualTo(serial);
            assertThat(read.json().at("/register/digits").asInt()).isEqualTo(5);
            assertThat(read.json().has("removed_on")).isFalse();
        }
        Reply flat = meters.get("/units/" + unit).expect(200);
        assertThat(flat.json().at("/meters").findValuesAsString("kind"))
                .containsExactly("ELECTRICITY", "GAS", "HEAT", "WATER");
    }

    @Test
    void metersOfACommunityAreListedWithThoseOfNoUnit() {
        String unit = meters.unit();
        String main = meters.meter("WATER", "");
        String power = meters.meter("ELECTRICITY", "");
        String flat =
                meters.meter(
                        "WATER",
                        ", \"unit_id\": \"%s\", \"parent_id\": \"%s\"".formatted(unit, main));
        String list = "/meters?community_id=" + meters.registry().community();
        assertThat(ids(list)).containsExactly(main, power, flat);
        assertThat(ids(list + "&kind=WATER")).containsExactly(main, flat);
        assertThat(ids("/meters?unit_id=" + unit)).containsExactly(flat);
        String cursor = meters.get(list + "&limit=2").expect(200).text("/next_cursor");
        assertThat(ids(list + "&cursor=" + cursor)).containsExactly(flat);
    }

    private java.util.List<String> ids(String path) {
        return meters.get(path).expect(200).json().at("/items").findValuesAsString("id");
    }

    @Test
    void aNumberOfAKindIsOnOneMeter() {
        String serial = Registry.unique("M-");
        meters.put(meters.body("WATER", serial, "")).expect(201);
        meters.put(meters.body("GAS", serial, "")).expect(201);
        Reply taken = meters.put(meters.body("WATER", serial, ""));
        taken.expectProblem(409, "meter-serial-taken");
        assertThat(taken.text("/errors/0/pointer")).isEqualTo("/serial_no");
        String next = Registry.unique("M-");
        String meter = meters.meter("WATER", "");
        meters.change(meter, "2024-03-01", "7", next).expect(201);
        meters.put(meters.body("WATER", next, "")).expectProblem(409, "meter-serial-taken");
        Reply other = meters.change(meters.meter("WATER", ""), "2024-03-01", "7", next);
        other.expectProblem(409, "meter-serial-taken");
        assertThat(other.text("/errors/0/pointer")).isEqualTo("/next/serial_no");
        Reply unit = meters.registry().enter(meters.registry().unit("7", "80", next));
        unit.expectProblem(409, "meter-serial-taken");
    }

    @Test
    void whatDoesNotFitIsNamedAndNothingIsPutIn() {
        String serial = Registry.unique("M-");
        refused(meters.body("STEAM", serial, ""), "/kind");
        refused(meters.body("WATER", " ", ""), "/serial_no");
        refused(meters.body("WATER", serial, "").replace("2024-", "2999-"), "/installed_on");
        String shown = meters.body("WATER", serial, ", \"digits\": 2");
        refused(shown.replace("\"0\"", "\"100\""), "/initial_value");
        refused(meters.body("WATER", serial, ", \"unit_id\": \"un_00000000\""), "/unit_id");
        refused(meters.body("WATER", serial, ", \"parent_id\": \"mt_00000000\""), "/parent_id");
        String elsewhere = Meters.with(server).meter("WATER", "");
        String more = ", \"parent_id\": \"%s\"".formatted(elsewhere);
        refused(meters.body("WATER", serial, more), "/parent_id");
        meters.put(meters.body("WATER", serial, "")).expect(201);
    }

    private void refused(String body, String pointer) {
        Reply reply = meters.put(body);
        assertThat(reply.status()).as(reply.body()).isIn(400, 409);
        assertThat(reply.json().at("/errors").findValuesAsString("pointer"))
                .as(reply.body())
                .containsExactly(pointer);
    }

    @Test
    void noMeterIsBelowItselfOrBelowOneOfAnotherKind() {
        String top = meters.meter("WATER", "");
        String middle = meters.meter("WATER", ", \"parent_id\": \"%s\"".formatted(top));
        String bottom = meters.meter("WATER", ", \"parent_id\": \"%s\"".formatted(middle));
        place(top, "\"%s\"".formatted(bottom)).expectProblem(409, "meter-tree-cycle");
        place(top, "\"%s\"".formatted(top)).expectProblem(409, "meter-tree-cycle");
        String power = meters.meter("ELECTRICITY", "");
        place(power, "\"%s\"".formatted(top)).expectProblem(409, "meter-kinds-differ");
        assertThat(place(bottom, "\"%s\"".formatted(top)).expect(200).text("/parent_id"))
                .isEqualTo(top);
        assertThat(place(bottom, "null").expect(200).json().has("parent_id")).isFalse();
        Reply stale = meters.worker().patch("/meters/" + bottom, "{\"parent_id\": null}", "\"1\"");
        assertThat(stale.status()).isEqualTo(412);
    }

    private Reply place(String meter, String parent) {
        String etag = meters.get("/meters/" + meter).expect(200).header("ETag");
        String body = "{\"parent_id\": %s}".formatted(parent);
        return meters.worker().patch("/meters/" + meter, body, etag);
    }

    @Test
    void metersAreOfThoseWhoLookAfterThem() {
        Api cashier = server.holding("CASHIER");
        String body = meters.body("WATER", Registry.unique("M-"), "");
        cashier.post("/meters", body).expectProblem(403, "command-not-permitted");
        server.holding("PROPERTY_MANAGER").post("/meters", body).expect(201);
        String meter = meters.meter("WATER", "");
        server.asAdministrator()
                .post(
                        "/meters/" + meter + "/register-changes",
                        "{\"changed_on\": \"2024-03-01\", \"last_value\": \"7\"}")
                .expectProblem(403, "command-not-permitted");
        meters.get("/meters/mt_00000000").expectProblem(404, "not-found");
        meters.get("/meters/mt_00000000/register-changes").expectProblem(404, "not-found");
        meters.get("/meters/mt_00000000/consumption").expectProblem(404, "not-found");
        meters.change("mt_00000000", "2024-03-01", "7", "").expectProblem(404, "not-found");
    }
}
