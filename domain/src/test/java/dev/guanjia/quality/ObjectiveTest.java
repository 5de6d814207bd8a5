package dev.guanjia.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Rational;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {

    private static final DateRange MARCH = DateRange.of(YearMonth.of(2024, 3));
    private static final Objective RATE =
            Objectives.rate(Comparator.AT_LEAST, Rational.of(98, 100));

    private static ObjectiveResult march(long part, long whole) {
        return RATE.evaluate(
                MARCH, Objectives.measures(Rational.of(part, 1), Rational.of(whole, 1)));
    }

    @Test
    void monthsArePooledNotAveraged() {
        ObjectiveResult pooled = RATE.pool(MARCH, List.of(march(1, 2), march(99, 100)));
        assertThat(pooled.fraction()).isEqualTo("100/102");
        assertThat(pooled.text()).contains("98.04");
        assertThat(pooled.verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void aMonthWithNothingToMeasureTakesNoPartInThePool() {
        ObjectiveResult pooled = RATE.pool(MARCH, List.of(march(5, 0), march(99, 100)));
        assertThat(pooled.fraction()).isEqualTo("99/100");
        assertThat(RATE.pool(MARCH, List.of(march(5, 0))).verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void resultsOfAnotherObjectiveAreNotPooled() {
        Objective other = ObjectiveCatalogue.load().objectives().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> other.pool(MARCH, List.of(march(1, 2))));
    }

    @Test
    void aPlainCountIsComparedAsItIs() {
        Objective none = Objectives.objective("part", new Goal(Comparator.EQUAL, Rational.ZERO));
        Measures zero = Objectives.measures(Rational.ZERO, Rational.ZERO);
        assertThat(none.evaluate(MARCH, zero).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void aMissingMeasureIsNotZero() {
        Measures half = Measures.of(List.of(Measure.of("part", List.of())));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RATE.evaluate(MARCH, half))
                .withMessage("QF-X-99: There is no value for the measure whole.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 - part / whole", "part / whole / 2", "part / (1 / whole)"})
    void anObjectiveDividesAtMostOnceAndAtTheEnd(String formula) {
        Goal goal = new Goal(Comparator.AT_LEAST, Rational.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Objectives.objective(formula, goal))
                .withMessageContaining("divides at most once");
    }

    @Test
    void aMeasureIsTheSumOfItsEvidence() {
        List<MeasureRow> rows =
                List.of(
                        new MeasureRow("ch_1", Rational.of(5, 2), ""),
                        new MeasureRow("ch_2", Rational.ONE, ""));
        assertThat(Measure.of("part", rows).value()).isEqualTo(Rational.of(7, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Measure("part", Rational.of(7, 3), rows))
                .withMessage("part is 7/3, its evidence adds up to 7/2");
        Measure part = Measure.of("part", rows);
        assertThatIllegalArgumentException().isThrownBy(() -> Measures.of(List.of(part, part)));
    }
}
