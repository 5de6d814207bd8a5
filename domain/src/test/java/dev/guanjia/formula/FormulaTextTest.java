package dev.guanjia.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Language;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTextTest {

    private static final SortedSet<String> MEASURES =
            new TreeSet<>(
                    List.of("overdue_complaints", "survey_items_answered", "valid_complaints"));

    private static String parsed(String text) {
        return FormulaText.parse(text)
                .fold(read -> read.formula().print(), issues -> rendered(issues, Language.EN));
    }

    private static String checked(String text, Language language) {
        return FormulaText.parse(text)
                .fold(
                        read ->
                                read.check(MEASURES)
                                        .fold(
                                                CheckedFormula::toString,
                                                issues -> rendered(issues, language)),
                        issues -> rendered(issues, language));
    }

    private static String rendered(List<Issue> issues, Language language) {
        StringBuilder all = new StringBuilder();
        issues.forEach(issue -> all.append(issue.render("f", language)).append('\n'));
        return all.toString();
    }

    @Test
    void aRateIsReadAsOneFraction() {
        assertThat(checked("(valid_complaints-overdue_complaints)/valid_complaints", Language.EN))
                .isEqualTo("(valid_complaints - overdue_complaints) / valid_complaints");
    }

    @ParameterizedTest
    @CsvSource({
        "a + b * c,           a + b * c",
        "(a + b) * c,         (a + b) * c",
        "a - b - c,           a - b - c",
        "a - (b - c),         a - (b - c)",
        "(a - b) - c,         a - b - c",
        "a / b / c,           a / b / c",
        "a / (b / c),         a / (b / c)",
        "-a * b,              -a * b",
        "-(a * b),            -(a * b)",
        "a - -b,              a - -b",
        "1.50,                1.5",
        "((a)),               a",
    })
    void stronglyBindingOperatorsComeFirstAndEqualsBindToTheLeft(String text, String printed) {
        assertThat(parsed(text)).isEqualTo(printed);
    }

    @Test
    void everyFaultIsToldWithItsPlace() {
        assertThat(parsed("a + * b)\n% (2 Valid 01.5"))
                .isEqualTo(
                        """
                        f:1:5 A number, a measure or ( should stand here, not *.
                         | a + * b)
                         |     ^
                        f:1:8 This ) has no partner.
                         | a + * b)
                         |        ^
                        f:2:1 A formula has no character %.
                         | % (2 Valid 01.5
                         | ^
                        f:2:3 This ( has no partner.
                         | % (2 Valid 01.5
                         |   ^
                        f:2:6 A measure name must look like valid_complaints, not Valid.
                         | % (2 Valid 01.5
                         |      ^
                        f:2:12 A number must look like 12.345, not 01.5.
                         | % (2 Valid 01.5
                         |            ^
                        """);
    }

    @Test
    void aFullWidthCharacterTakesTwoColumnsAndSoDoesItsCaret() {
        assertThat(parsed("按时 / 总数"))
                .isEqualTo(
                        """
                        f:1:1 A measure name must look like valid_complaints, not 按时.
                         | 按时 / 总数
                         | ＾
                        f:1:6 A measure name must look like valid_complaints, not 总数.
                         | 按时 / 总数
                         |        ＾
                        """);
        assertThat(parsed("（a")).isEqualTo("f:1:1 A formula has no character （.\n | （a\n | ＾\n");
    }

    @Test
    void anUnknownNameIsToldWithASuggestionInTheReadersLanguage() {
        assertThat(checked("valid_complaint / lifts", Language.ZH_CN))
                .isEqualTo(
                        """
                        f:1:1 没有名为valid_complaint的指标；是否为valid_complaints？
                         | valid_complaint / lifts
                         | ^
                        f:1:19 没有名为lifts的指标。
                         | valid_complaint / lifts
                         |                   ^
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "'',        f:1:1 The formula ends",
        "a +,       f:1:4 The formula ends",
        "a b,       'f:1:3 One of + - * / should stand here, not b.'",
        "2(a),      'f:1:2 One of + - * / should stand here, not (.'",
        "(),        'f:1:2 A number, a measure or ( should stand here, not ).'",
        "-,         f:1:2 The formula ends",
        "1.2345678, 'f:1:1 A number must look like 12.345, not 1.2345678.'",
        "2a,        'f:1:1 A number must look like 12.345, not 2a.'",
        "1e5,       'f:1:1 A number must look like 12.345, not 1e5.'",
        "a__b,      'f:1:1 A measure name must look like valid_complaints, not a__b.'",
        ".5,        f:1:1 A formula has no character .",
    })
    void whatIsNoFormulaIsRefusedAtItsPlace(String text, String start) {
        assertThat(parsed(text)).startsWith(start);
    }

    @Test
    void oneFaultIsToldOnce() {
        assertThat(parsed("a ÷ b").lines()).hasSize(3);
        assertThat(parsed("(a ÷ (b ÷ c").lines()).hasSize(12);
        assertThat(parsed("a)").lines()).hasSize(3);
        assertThat(parsed("a))").lines()).hasSize(6);
    }

    @Test
    void aFormulaHasAtMostAThousandCharacters() {
        String long1000 = "a" + "+a".repeat(499) + " ";
        assertThat(parsed(long1000)).doesNotContain("f:1");
        assertThat(parsed(long1000 + " "))
                .startsWith("f:1:1001 The formula has 1001 characters, 1000 are allowed.");
    }

    @Test
    void bracketsAndSignsNestAtMostFiftyDeep() {
        assertThat(parsed("(".repeat(25) + "-".repeat(25) + "a" + ")".repeat(25)))
                .isEqualTo("-".repeat(25) + "a");
        assertThat(parsed("(".repeat(200) + "a"))
                .startsWith("f:1:51 Brackets and signs nest more than 50 deep.")
                .hasLineCount(3);
    }
}
