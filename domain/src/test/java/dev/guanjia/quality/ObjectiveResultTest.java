package dev.guanjia.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.money.Rational;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ObjectiveResultTest {

    private static final DateRange MARCH = DateRange.of(YearMonth.of(2024, 3));
    private static final List<Row> EXAMPLES =
            Table.of(
                            ObjectiveResultTest.class,
                            "verdicts.csv",
                            List.of(
                                    "numerator",
                                    "denominator",
                                    "comparator",
                                    "target",
                                    "verdict",
                                    "text",
                                    "why"))
                    .rows();

    static Stream<Arguments> examples() {
        return EXAMPLES.stream().map(row -> Arguments.of(row.text("why"), row));
    }

    private static ObjectiveResult result(Row row) {
        String target = row.text("target");
        Objective objective =
                Objectives.rate(
                        Comparator.of(row.text("comparator")),
                        target.isEmpty() ? null : Rational.parse(target));
        return objective.evaluate(
                MARCH,
                Objectives.measures(
                        Rational.parse(row.text("numerator")),
                        Rational.parse(row.text("denominator"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theVerdictComparesTheExactFraction(String why, Row row) {
        assertThat(result(row).verdict()).as(why).hasToString(row.text("verdict"));
        assertThat(result(row).text().orElse("")).as(why).isEqualTo(row.text("text"));
    }

    @Test
    void everyExampleIsRun() {
        assertThat(EXAMPLES).hasSize(20);
    }

    @Test
    void theFractionIsShownAsItWasCounted() {
        assertThat(result(EXAMPLES.get(2)).fraction()).isEqualTo("949999.99/1000000");
        assertThat(result(EXAMPLES.get(8)).fraction()).isEqualTo("1764/1800");
    }

    @Test
    void aDenominatorIsNeverBelowZero() {
        Objective objective = Objectives.rate(Comparator.AT_LEAST, Rational.ONE);
        Measures measures = Objectives.measures(Rational.ONE, Rational.of(-1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> objective.evaluate(MARCH, measures));
    }
}
