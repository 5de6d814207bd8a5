package dev.guanjia.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026,    2026-01-01, 2026-12-31",
        "2026-H1, 2026-01-01, 2026-06-30",
        "2026-H2, 2026-07-01, 2026-12-31",
        "2026-Q1, 2026-01-01, 2026-03-31",
        "2026-Q4, 2026-10-01, 2026-12-31",
        "2024-02, 2024-02-01, 2024-02-29"
    })
    void aPeriodIsReadAsItPrints(String text, String first, String last) {
        PlanPeriod period = PlanPeriod.parse(text);
        assertThat(period).hasToString(text);
        assertThat(period.days().start()).hasToString(first);
        assertThat(period.days().last()).hasToString(last);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "26", "2026-Q5", "2026-H3", "2026-13", "2026-1", "2026-Q0", "next"})
    void anythingElseIsNoPeriod(String text) {
        assertThatThrownBy(() -> PlanPeriod.parse(text)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026,    2026,    true",
        "2026,    2026-12, true",
        "2026-H1, 2026-Q2, true",
        "2026-H1, 2026-Q3, false",
        "2026-03, 2026,    false",
        "2026-01, 2026,    false",
        "2026-Q1, 2026-H1, false",
        "2026,    2027-01, false"
    })
    void aPeriodContainsWhatHasNoDayOutside(String outer, String inner, boolean contained) {
        assertThat(PlanPeriod.parse(outer).contains(PlanPeriod.parse(inner))).isEqualTo(contained);
    }
}
