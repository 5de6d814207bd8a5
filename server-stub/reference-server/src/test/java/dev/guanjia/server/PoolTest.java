package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Costs that units share. */
class PoolTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 3);
    private final Api assistant = estate.as("CS_ASSISTANT");
    private final String fee = estate.sharedFee();

    @Test
    void aHundredOverThreeLosesNoCoin() {
        String pool = pool("100.00", "UNIT", "").expect(201).text("/id");
        assertThat(assistant.get("/pools/" + pool + "/shares").expect(200).body())
                .isEqualTo("{\"items\":[]}");
        Reply cut = cut(pool, "{}").expect(201);
        assertThat(cut.text("/amount/amount")).isEqualTo("100.00");
        assertThat(cut.json().at("/shares").asInt()).isEqualTo(3);
        assertThat(amounts(pool)).containsExactly("33.34", "33.33", "33.33");
        JsonNode first = shares(pool).get(0);
        assertThat(first.at("/explanation").asString())
                .isEqualTo("100.00 x 1 / 3 = 33.34, with a coin that did not divide");
        assertThat(first.at("/difference/amount").asString()).isEqualTo("33.34");
    }

    @Test
    void aPoolStaysWhatItIsWhenAHouseIsAdded() {
        estate.enter(estate.registry().unit("4"));
        String pool = pool("300.00", "UNIT", "").expect(201).text("/id");
        cut(pool, "{}").expect(201);
        assertThat(amounts(pool)).containsExactly("75.00", "75.00", "75.00", "75.00");
        estate.enter(estate.registry().unit("5"));
        Reply again = cut(pool, "{}").expect(201);
        assertThat(again.json().at("/number").asInt()).isEqualTo(2);
        assertThat(again.json().at("/changed").asInt()).isEqualTo(5);
        assertThat(amounts(pool)).containsExactly("60.00", "60.00", "60.00", "60.00", "60.00");
        List<String> differences =
                shares(pool).stream().map(s -> s.at("/difference/amount").asString()).toList();
        assertThat(differences)
                .containsExactlyInAnyOrder("-15.00", "-15.00", "-15.00", "-15.00", "60.00");
        assertThat(assistant.get("/pools/" + pool).text("/apportionments")).isEqualTo("2");
        assertThat(cut(pool, "{}").expect(201).json().at("/changed").asInt()).isZero();
    }

    @Test
    void areasAndWeightsAreKeys() {
        estate.enter(estate.registry().unit("4", "44.75", Registry.unique("LXS-")));
        String byArea = pool("70.00", "AREA", "").expect(201).text("/id");
        cut(byArea, "{}").expect(201);
        assertThat(amounts(byArea)).containsExactlyInAnyOrder("20.00", "20.00", "20.00", "10.00");
        String other = ", \"service_from\": \"2024-06-01\", \"service_to\": \"2024-07-01\"";
        String weights = ", \"weights\": [%s, %s]".formatted(weight(0, "1"), weight(1, "3"));
        String weighed = pool("100.00", "WEIGHT", weights, other).expect(201).text("/id");
        Reply cut = cut(weighed, "{}").expect(201);
        assertThat(cut.json().at("/without_key").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(estate.unit(2), estate.unit(3));
        assertThat(amounts(weighed)).containsExactlyInAnyOrder("25.00", "75.00");
        Reply later =
                cut(weighed, "{%s}".formatted(weights.substring(2).replace("\"3\"", "\"1\"")));
        assertThat(later.expect(201).json().at("/changed").asInt()).isEqualTo(2);
        assertThat(amounts(weighed)).containsExactly("50.00", "50.00");
    }

    @Test
    void consumptionIsAKeyAndAnUnreadMeterIsNotZero() {
        estate.read(2, "2024-05-25", "22");
        String kind = ", \"meter_kind\": \"WATER\"";
        String pool = pool("10.00", "CONSUMPTION", kind).expect(201).text("/id");
        Reply cut = cut(pool, "{}").expect(201);
        assertThat(cut.json().at("/without_key").valueStream().map(JsonNode::asString))
                .containsExactly(estate.unit(2));
        assertThat(amounts(pool)).containsExactly("5.00", "5.00");
        assertThat(shares(pool).get(0).at("/key").asString()).isEqualTo("10");
    }

    @Test
    void keysThatSumToZeroAreRefusedAndNothingIsKept() {
        String weights = ", \"weights\": [%s]".formatted(weight(0, "0"));
        String pool = pool("10.00", "WEIGHT", weights).expect(201).text("/id");
        cut(pool, "{}").expectProblem(409, "share-keys-zero");
        String outside = "{\"weights\": [%s], \"unit_ids\": [\"%s\"]}";
        assertThat(
                        cut(pool, outside.formatted(weight(0, "1"), estate.unit(1)))
                                .expectProblem(400, "invalid-request")
                                .text("/errors/0/pointer"))
                .isEqualTo("/unit_ids");
        assertThat(assistant.get("/pools/" + pool).text("/apportionments")).isEqualTo("0");
    }

    @Test
    void onlyThoseNamedShareAndWeightsAreForThem() {
        String units = ", \"unit_ids\": [\"%s\", \"%s\"]".formatted(estate.unit(0), estate.unit(1));
        String pool = pool("10.00", "UNIT", units).expect(201).text("/id");
        cut(pool, "{}").expect(201);
        assertThat(amounts(pool)).containsExactly("5.00", "5.00");
        cut(pool, "{\"unit_ids\": [\"%s\"]}".formatted(estate.unit(0))).expect(201);
        assertThat(amounts(pool)).containsExactlyInAnyOrder("10.00", "0.00");
        String july = ", \"service_from\": \"2024-07-01\", \"service_to\": \"2024-08-01\"";
        String weighed = units + ", \"weights\": [%s]".formatted(weight(2, "1"));
        String strange = pool("10.00", "WEIGHT", weighed, july).expect(201).text("/id");
        cut(strange, "{}").expectProblem(409, "share-key-outside");
    }

    @Test
    void aUnitHasOneShareOfAFeeAndDay() {
        String one = pool("10.00", "UNIT", "").expect(201).text("/id");
        cut(one, "{}").expect(201);
        String building = ", \"building_id\": \"%s\"".formatted(estate.registry().building());
        String other = pool("20.00", "UNIT", building).expect(201).text("/id");
        Reply refused = cut(other, "{}").expectProblem(409, "share-unit-twice");
        assertThat(refused.text("/reasons/0/facts/other")).isEqualTo(one);
    }

    @Test
    void onlyAFeeOfSharesIsShared() {
        String priced = body("1.00", "UNIT", "").replace(fee, "PROPERTY_SERVICE");
        Reply refused = assistant.post("/communities/" + estate.community() + "/pools", priced);
        assertThat(refused.expectProblem(400, "invalid-request").text("/errors/0/pointer"))
                .isEqualTo("/fee_item");
    }

    @Test
    void whatDoesNotFitIsNamedPlaceByPlace() {
        Reply bad =
                assistant.post(
                        "/communities/" + estate.community() + "/pools",
                        """
                        {"fee_item": "LIFT", "service_from": "2024-05-01",
                         "service_to": "2024-05-01", "amount": {"amount": "-1.00",
                         "currency": "CNY"}, "key": "AREA", "meter_kind": "WATER",
                         "building_id": "bd_00000000", "unit_ids": ["un_00000000"],
                         "weights": [{"unit_id": "un_00000000", "weight": "1"}]}""");
        bad.expectProblem(400, "invalid-request");
        assertThat(bad.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/fee_item",
                        "/amount/amount",
                        "/service_to",
                        "/meter_kind",
                        "/unit_ids",
                        "/building_id",
                        "/unit_ids/0",
                        "/weights/0/unit_id");
        estate.as("CASHIER")
                .post("/communities/" + estate.community() + "/pools", body("1.00", "UNIT", ""))
                .expectProblem(403, "command-not-permitted");
        assertThat(assistant.get("/communities/" + estate.community() + "/pools").body())
                .isEqualTo("{\"items\":[]}");
    }

    private String weight(int unit, String weight) {
        return "{\"unit_id\": \"%s\", \"weight\": \"%s\"}".formatted(estate.unit(unit), weight);
    }

    private Reply pool(String amount, String key, String more) {
        return assistant.post(
                "/communities/" + estate.community() + "/pools", body(amount, key, more));
    }

    private Reply pool(String amount, String key, String more, String days) {
        String may = ", \"service_from\": \"2024-05-01\", \"service_to\": \"2024-06-01\"";
        return assistant.post(
                "/communities/" + estate.community() + "/pools",
                body(amount, key, more).replace(may, days));
    }

    private String body(String amount, String key, String more) {
        return """
                {"fee_item": "%s", "service_from": "2024-05-01", \
                "service_to": "2024-06-01", "amount": {"amount": "%s", "currency": "CNY"},
                 "key": "%s"%s}"""
                .formatted(fee, amount, key, more);
    }

    private Reply cut(String pool, String body) {
        return assistant.post("/pools/" + pool + "/apportionments", body);
    }

    private List<JsonNode> shares(String pool) {
        List<JsonNode> shares = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = assistant.get("/pools/" + pool + "/shares?limit=2" + cursor).expect(200);
            page.json().at("/items").forEach(shares::add);
            cursor = page.text("/next_cursor");
            cursor = cursor.isEmpty() ? "" : "&cursor=" + cursor;
        } while (!cursor.isEmpty());
        return shares;
    }

    private List<String> amounts(String pool) {
        return shares(pool).stream().map(s -> s.at("/amount/amount").asString()).toList();
    }
}
