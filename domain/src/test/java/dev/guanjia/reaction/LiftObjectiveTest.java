package dev.guanjia.reaction;

import static dev.guanjia.asset.Assets.EAST;
import static dev.guanjia.asset.Assets.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.asset.AssetRate;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Rational;
import dev.guanjia.quality.Measures;
import dev.guanjia.quality.Objective;
import dev.guanjia.quality.ObjectiveCatalogue;
import dev.guanjia.quality.Verdict;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** QF-H-13, the failure rate of lifts: exactly two per cent passes. */
class LiftObjectiveTest {

    private static final Objective LIFTS =
            ObjectiveCatalogue.load().on(LocalDate.of(2026, 4, 1)).stream()
                    .filter(objective -> objective.id().value().equals("QF-H-13"))
                    .findFirst()
                    .orElseThrow();

    @ParameterizedTest(name = "{0} of 1080 h: {1}")
    @CsvSource({"0, MET", "216/10, MET", "77761/3600, NOT_MET", "1080, NOT_MET"})
    void theLimitIsInclusive(String hours, Verdict verdict) {
        String[] parts = (hours + "/1").split("/");
        Rational out = Rational.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        Measures measures =
                MeasureReaction.lifts(
                        new AssetRate(
                                List.of(
                                        row(out, 720, "wo_1", "wo_2"),
                                        new AssetRate.Row(
                                                WEST,
                                                Rational.ZERO,
                                                Rational.of(360, 1),
                                                List.of()))));
        assertThat(LIFTS.evaluate(DateRange.of(YearMonth.of(2026, 4)), measures).verdict())
                .isEqualTo(verdict);
        assertThat(measures.measure("lift_running_hours").rows()).hasSize(2);
        if (out.signum() > 0) {
            assertThat(measures.measure("lift_fault_hours").rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.note()).isEqualTo("wo_1 wo_2"));
        }
    }

    @Test
    void withoutALiftThereIsNothingToJudge() {
        Measures none = MeasureReaction.lifts(new AssetRate(List.of()));
        assertThat(LIFTS.evaluate(DateRange.of(YearMonth.of(2026, 4)), none).verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    private static AssetRate.Row row(Rational out, long running, String... references) {
        return new AssetRate.Row(EAST, out, Rational.of(running, 1), List.of(references));
    }
}
