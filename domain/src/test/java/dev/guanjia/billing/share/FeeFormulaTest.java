package dev.guanjia.billing.share;

import static dev.guanjia.billing.share.Shares.no;
import static dev.guanjia.billing.share.Shares.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Language;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeeFormulaTest {

    private static FormulaRuling read(String text) {
        return FeeFormula.read(text, FeeNames.standard());
    }

    private static FormulaAmount amount(String text, String price) {
        return yes(
                read(text)
                        .formula()
                        .orElseThrow()
                        .amount(
                                WorkedUnit.VALUES,
                                Rational.parse(price),
                                Money.CNY,
                                RoundingPolicy.STANDARD));
    }

    private static String told(FormulaRuling ruling, Language language) {
        return ruling.verdict()
                + ruling.issues().stream()
                        .map(issue -> " " + issue.render("f", language).lines().findFirst().get())
                        .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource({
        "T/F*R",
        "(T-100)/C",
        "（T/C）*X",
        "房屋面积*单价+附加费",
        "附加费+房屋面积*单价",
        "R*单价+F*单价",
        "(C-U)/C*R",
        "R+R*X",
        "-T*-X",
        "R*单价*2+5",
    })
    void theSensibleIsAccepted(String text) {
        assertThat(told(read(text), Language.EN)).isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @CsvSource({
        "7,        WARNED f:1:1 No name stands in the formula: every unit pays the same.",
        "2*(3+4),  WARNED f:1:1 No name stands in the formula: every unit pays the same.",
        "R+L,      'REFUSED f:1:2 This + joins m2 and floor; only what is counted in the same unit"
                + " can be joined so.'",
        "2*R-T/R,  'REFUSED f:1:4 This - joins m2 and m2^-1 * reading; only what is counted in the"
                + " same unit can be joined so.'",
        "R*单价+T*单价, 'REFUSED f:1:5 This + joins m2 * price and price * reading; only what is"
                + " counted in the same unit can be joined so.'",
        "R*单价+附加费+T*单价-附加费, 'REFUSED f:1:9 This + joins m2 * price and price * reading;"
                + " only what is counted in the same unit can be joined so.'",
        "单价/单价*R, 'REFUSED f:1:1 A formula that names the price must give money, not m2.'",
        "R*单价+R,  'REFUSED f:1:1 A formula that names the price must give money, not m2 *"
                + " price.'",
        "R*房屋,    REFUSED f:1:3 There is no measure 房屋.",
        "R*单,      REFUSED f:1:3 There is no measure 单; did you mean 单价?",
        "r*y,      REFUSED f:1:1 There is no measure r. f:1:3 There is no measure y.",
        "（R*2,     REFUSED f:1:1 This ( has no partner.",
        "R*（2））,  REFUSED f:1:6 This ) has no partner.",
        "*R,       'REFUSED f:1:1 A number, a measure or ( should stand here, not *.'",
        "R/,       'REFUSED f:1:3 The formula ends where a number, a measure or ( should stand.'",
        "2R,       'REFUSED f:1:1 A number must look like 12.345, not 2R.'",
    })
    void theHopelessIsToldWhyAndWhere(String text, String expected) {
        assertThat(told(read(text), Language.EN)).isEqualTo(expected);
    }

    @Test
    void theReasonIsToldInTheReadersLanguage() {
        assertThat(told(read("T-C"), Language.ZH_CN))
                .isEqualTo("REFUSED f:1:2 此处的-两边分别是reading和house，计量单位相同才能相加减。");
    }

    @ParameterizedTest
    @CsvSource({
        // 88.5 x 2.35 = 207.975
        "R,                 2.35, 207.98",
        // 88.5 x 2.35 + 12.5; the price is in the formula
        "R*单价+附加费,         2.35, 220.48",
        // 1200 / 6000 = 0.2 x 88.5 = 17.7; x 0.55 = 9.735
        "T/F*R,             0.55, 9.74",
        // (60 - 48) / 60 = 0.2; x 3
        "(C-U)/C,           3,    0.60",
        // 7 x 2
        "7,                 2,    14.00",
    })
    void theAmountIsTheFormulaTimesThePriceRoundedOnce(String text, String price, String expected) {
        FormulaAmount amount = amount(text, price);
        assertThat(amount.amount().amountText()).isEqualTo(expected);
        assertThat(amount.rounding().round(amount.exact(), Money.CNY)).isEqualTo(amount.amount());
    }

    @Test
    void anAmountKeepsTheValuesItUsedAndCannotBeAnother() {
        FormulaAmount amount = amount("R*2", "1");
        assertThat(amount.values()).isEqualTo(Map.of("unit_area", Rational.of(177, 2)));
        assertThat(amount.exact()).isEqualTo(Rational.of(177, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new FormulaAmount(
                                        amount.formula(),
                                        amount.values(),
                                        amount.price(),
                                        amount.rounding(),
                                        Money.fen(17701)))
                .withMessageContaining("CNY 177.00");
    }

    @ParameterizedTest
    @CsvSource({
        "T*R,      There is no value for the measure total_reading.",
        "R/(2-2),  The divisor 2 - 2 is zero.",
        "R-100,    The formula R-100 comes to -2; a fee is zero or more.",
        "R*9999999999999999999, The formula R*9999999999999999999 comes to 979999999999999999902;"
                + " a fee is at most 1000000000000.",
    })
    void whatCannotBePricedSaysWhy(String text, String expected) {
        assertThat(
                        no(
                                read(text)
                                        .formula()
                                        .orElseThrow()
                                        .amount(
                                                Map.of("unit_area", Rational.of(98, 1)),
                                                Rational.ONE,
                                                Money.CNY,
                                                RoundingPolicy.STANDARD)))
                .containsExactly(expected);
    }

    @Test
    void aVendorAddsNamesOfItsOwn() {
        String header = "id,words,zh,en,unit,source\n";
        FeeNames names = FeeNames.standard().and("own.csv", header + "cars,车位;P,车位,Cars,car,us\n");
        assertThat(told(FeeFormula.read("T/F*车位", names), Language.EN)).isEqualTo("ACCEPTED");
        assertThat(told(FeeFormula.read("P+C", names), Language.EN)).startsWith("REFUSED f:1:2");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                FeeNames.standard()
                                        .and("own.csv", header + "tax,T,税,Tax,money,us\n"));
    }
}
