package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas that people type for fees. */
class FormulaTest {

    private final RunningServer server = RunningServer.shared();
    private final Api manager = Estate.with(server, 1).as("PROPERTY_MANAGER");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "T/F*R,             ACCEPTED, , ",
        "房屋面积*单价+附加费, ACCEPTED, , ",
        "（T/F）*R,          ACCEPTED, , ",
        "12*3,              WARNED,   fee-formula-constant, 1",
        "T+C,               REFUSED,  fee-formula-units,    2",
        "T*Q,               REFUSED,  formula-measure-unknown, 3",
        "(T/F*R,            REFUSED,  formula-bracket-alone, 1",
        "T**R,              REFUSED,  formula-operand-expected, 3"
    })
    void aFormulaIsRuledOnWithCodeAndPlace(
            String text, String verdict, String code, Integer column) {
        Reply ruling = rule(text).expect(200);
        assertThat(ruling.text("/verdict")).isEqualTo(verdict);
        assertThat(ruling.text("/issues/0/code")).isEqualTo(code == null ? "" : code);
        assertThat(ruling.json().at("/issues/0/column").asInt(0))
                .isEqualTo(column == null ? 0 : column);
    }

    @Test
    void whatWasFoundIsToldInTheLanguageOfTheCaller() {
        Reply english = rule("T*Q");
        assertThat(english.text("/issues/0/excerpt")).isEqualTo("T*Q");
        assertThat(english.json().at("/issues/0/facts").toString()).contains("Q");
        Reply chinese =
                manager.with("Accept-Language", "zh-CN")
                        .post("/formula-rulings", "{\"text\": \"T*Q\"}");
        assertThat(chinese.text("/issues/0/message"))
                .isNotEqualTo(english.text("/issues/0/message"));
        assertThat(rule("房屋面积*单价").json().at("/names_price").asBoolean()).isTrue();
        assertThat(rule("R").json().at("/names").toString()).isEqualTo("[\"unit_area\"]");
    }

    @Test
    void theNamesAreListedWithTheirUnits() {
        Reply page = manager.get("/formula-names?limit=2").expect(200);
        assertThat(page.text("/items/0/id")).isEqualTo("coefficient");
        assertThat(page.text("/items/0/unit")).isEqualTo("1");
        Reply rest = manager.get("/formula-names?limit=200&cursor=" + page.text("/next_cursor"));
        assertThat(rest.body()).contains("房屋面积", "\"m2\"");
    }

    private Reply rule(String text) {
        return manager.post("/formula-rulings", "{\"text\": \"%s\"}".formatted(text));
    }
}
