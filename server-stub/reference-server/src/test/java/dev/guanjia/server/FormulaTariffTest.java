package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Fees by a formula; from a day on that no run of another test meets. */
class FormulaTariffTest {

    private static final String FEE =
            """
            {"id": "STAIR_LIGHT", "label": {"zh": "楼道电费", "en": "Light of the stairs"},
             "basis": "FORMULA", "management_fee": false, "from": "2092-01-01",
             "source": "company"}""";

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.with(server, 3);
    private final Api manager = estate.as("PROPERTY_MANAGER");
    private final Api assistant = estate.as("CS_ASSISTANT");

    FormulaTariffTest() {
        assertThat(manager.post("/fee-items", FEE).status()).isIn(201, 409);
    }

    /** 1200 kWh x 1.05 / 3580 m² x 89.50 m² = 31.5 kWh; at 0.54 that is 17.01. */
    @Test
    void aRunPricesTheFormulaAndItsTraceComputesTheAmountAgain() {
        String tariff = tariff("T*1.05/F*R", "0.54", "2092-01-01").expect(201).text("/id");
        fact("total_reading", "1200", "").expect(201);
        fact("total_area", "3580", "").expect(201);
        Reply preview = preview(0, "2092-05-09").expect(200);
        assertThat(preview.text("/total/amount")).isEqualTo("17.01");
        estate.calculate("2092-05");
        JsonNode charge = charges(0).get(0);
        assertThat(charge.at("/amount/amount").asString()).isEqualTo("17.01");
        Reply read = assistant.get("/charges/" + charge.at("/id").asString()).expect(200);
        assertThat(read.text("/trace/basis")).isEqualTo("FORMULA");
        JsonNode segment = read.json().at("/trace/segments/0");
        assertThat(segment.at("/tariff_id").asString()).isEqualTo(tariff);
        assertThat(segment.at("/proof/formula").asString())
                .isEqualTo("total_reading * 1.05 / total_area * unit_area");
        assertThat(segment.at("/proof/values").toString())
                .isEqualTo(
                        "[{\"name\":\"total_area\",\"value\":\"3580\"},"
                                + "{\"name\":\"total_reading\",\"value\":\"1200\"},"
                                + "{\"name\":\"unit_area\",\"value\":\"89.5\"}]");
        assertThat(segment.at("/quantity").asString()).isEqualTo("31.5");
        assertThat(outcome(0, "2092-05-09")).isEqualTo("UNCHANGED");
        assertThat(manager.get("/tariffs/" + tariff).text("/formula")).isEqualTo("T*1.05/F*R");
    }

    /** 89.50 m² x 0.20 + 5 = 22.90: the formula names the price, and comes to money. */
    @Test
    void aFormulaThatNamesThePriceIsNotPricedTwice() {
        tariff("房屋面积*单价+附加费", "0.20", "2092-01-01").expect(201);
        fact("surcharge", "5", "").expect(201);
        assertThat(preview(0, "2092-05-01").text("/total/amount")).isEqualTo("22.90");
    }

    @Test
    void whatIsNotKnownIsSkippedWithAReasonAndNeverZero() {
        tariff("T/F*R", "0.54", "2092-01-01").expect(201);
        fact("total_area", "3580", "").expect(201);
        fact("total_reading", "1200", ", \"to\": \"2092-06-01\"").expect(201);
        assertThat(outcome(0, "2092-05-01")).isEqualTo("CHARGED");
        assertThat(outcome(0, "2092-06-01")).isEqualTo("SKIPPED");
        assertThat(line(0, "2092-06-01").at("/reason/code").asString()).isEqualTo("no-formula");
        String run = estate.calculate("2092-06");
        assertThat(charges(0)).isEmpty();
        Reply seen = assistant.get("/bill-runs/" + run + "/skips").expect(200);
        assertThat(seen.body()).contains("no-formula", estate.unit(0));
    }

    @Test
    void aVersionOfTheMiddleOfTheYearHasAFormulaOfItsOwn() {
        tariff("R*X", "0.10", "2092-01-01").expect(201);
        tariff("R*2", "0.10", "2092-06-01").expect(201);
        fact("coefficient", "1.2", "").expect(201);
        // 89.5 x 1.2 x 0.10 = 10.74, and 89.5 x 2 x 0.10 = 17.90
        assertThat(preview(0, "2092-05-01").text("/total/amount")).isEqualTo("10.74");
        assertThat(preview(0, "2092-06-01").text("/total/amount")).isEqualTo("17.90");
        estate.calculate("2092-05");
        fact("coefficient", "3", "").expect(201);
        estate.calculate("2092-06");
        List<String> amounts =
                charges(0).stream().map(c -> c.at("/amount/amount").asString()).sorted().toList();
        assertThat(amounts).containsExactly("10.74", "17.90");
        assertThat(outcome(0, "2092-05-01")).isEqualTo("UNCHANGED");
    }

    @Test
    void theNarrowerFactCountsAndOfTwoAlikeTheOneStatedLast() {
        tariff("X*10", "1.00", "2092-01-01").expect(201);
        fact("coefficient", "1", "").expect(201);
        fact("coefficient", "2", unit(1)).expect(201);
        fact("coefficient", "9", unit(2)).expect(201);
        fact("coefficient", "3", unit(2)).expect(201);
        assertThat(preview(0, "2092-05-01").text("/total/amount")).isEqualTo("10.00");
        assertThat(preview(1, "2092-05-01").text("/total/amount")).isEqualTo("20.00");
        assertThat(preview(2, "2092-05-01").text("/total/amount")).isEqualTo("30.00");
        Reply page = assistant.get(facts() + "?limit=1").expect(200);
        assertThat(page.text("/items/0/value")).isEqualTo("1");
        Reply next = assistant.get(facts() + "?limit=3&cursor=" + page.text("/next_cursor"));
        assertThat(next.expect(200).json().at("/items").findValuesAsString("unit_id"))
                .containsExactly(estate.unit(1), estate.unit(2), estate.unit(2));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "T+C,   409, fee-formula-units,       2",
        "T*Q,   409, formula-measure-unknown, 3",
        "(T/F,  409, formula-bracket-alone,   1",
        "T/,    409, formula-ended-early,     3"
    })
    void aFormulaThatDoesNotHoldIsRefusedWithItsPlace(
            String formula, int status, String code, String column) {
        Reply refused = tariff(formula, "1.00", "2092-01-01").expectProblem(status, code);
        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/formula");
        assertThat(refused.text("/reasons/0/facts/column")).isEqualTo(column);
        assertThat(manager.get("/tariffs?limit=200").body()).doesNotContain(estate.community());
    }

    @Test
    void aFormulaStandsWhereTheFeeIsByOneAndNowhereElse() {
        Reply without =
                manager.post("/tariffs", estate.tariff("STAIR_LIGHT", "1.00", "2092-01-01"));
        assertThat(without.expectProblem(400, "invalid-request").text("/errors/0/pointer"))
                .isEqualTo("/formula");
        String plain = estate.tariff("PROPERTY_SERVICE", "1.00", "2092-01-01");
        Reply with = manager.post("/tariffs", plain.replaceFirst("\\{", "{\"formula\": \"R\", "));
        assertThat(with.expectProblem(400, "invalid-request").text("/errors/0/pointer"))
                .isEqualTo("/formula");
    }

    @Test
    void factsThatDoNotFitAreRefused() {
        fact("unit_area", "90", "").expectProblem(400, "invalid-request");
        fact("nobody_knows", "90", "").expectProblem(400, "invalid-request");
        Reply ends = fact("houses", "9", ", \"to\": \"2092-01-01\"");
        assertThat(ends.expectProblem(400, "invalid-request").text("/errors/0/pointer"))
                .isEqualTo("/to");
        Reply stranger = fact("houses", "9", ", \"unit_id\": \"un_0000000000\"");
        assertThat(stranger.expectProblem(400, "invalid-request").text("/errors/0/pointer"))
                .isEqualTo("/unit_id");
        estate.as("CASHIER")
                .post(facts(), body("houses", "9", ""))
                .expectProblem(403, "command-not-permitted");
        assistant
                .post("/communities/cm_0000000000/formula-facts", body("houses", "9", ""))
                .expectProblem(404, "not-found");
    }

    private Reply tariff(String formula, String price, String from) {
        String plain = estate.tariff("STAIR_LIGHT", price, from);
        return manager.post(
                "/tariffs", plain.replaceFirst("\\{", "{\"formula\": \"" + formula + "\", "));
    }

    private Reply fact(String name, String value, String more) {
        return assistant.post(facts(), body(name, value, more));
    }

    private static String body(String name, String value, String more) {
        return """
                {"name": "%s", "value": "%s", "from": "2092-01-01", "source": "a test"%s}"""
                .formatted(name, value, more);
    }

    private String facts() {
        return "/communities/" + estate.community() + "/formula-facts";
    }

    private String unit(int index) {
        return ", \"unit_id\": \"" + estate.unit(index) + "\"";
    }

    private Reply preview(int unit, String day) {
        return assistant.get("/units/" + estate.unit(unit) + "/bill-preview?day=" + day);
    }

    private JsonNode line(int unit, String day) {
        return preview(unit, day)
                .expect(200)
                .json()
                .at("/lines")
                .valueStream()
                .filter(line -> line.at("/fee_item").asString().equals("STAIR_LIGHT"))
                .findFirst()
                .orElseThrow();
    }

    private String outcome(int unit, String day) {
        return line(unit, day).at("/outcome").asString();
    }

    private List<JsonNode> charges(int unit) {
        return estate.charges("unit_id=" + estate.unit(unit));
    }
}
