package dev.guanjia.billing.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycleTest {

    @ParameterizedTest
    @CsvSource({
        "MONTH, ADVANCE, 2026-02, 2026-02",
        "MONTH, ARREARS, 2026-02, 2026-02",
        "QUARTER, ADVANCE, 2026-04, 2026-Q2",
        "QUARTER, ADVANCE, 2026-05, -",
        "QUARTER, ADVANCE, 2026-06, -",
        "QUARTER, ARREARS, 2026-04, -",
        "QUARTER, ARREARS, 2026-06, 2026-Q2",
        "YEAR, ADVANCE, 2026-01, 2026",
        "YEAR, ADVANCE, 2026-12, -",
        "YEAR, ARREARS, 2026-12, 2026"
    })
    void aRunBillsThePeriodThatStartsOrEndsInItsMonth(
            Cycle cycle, Timing timing, YearMonth month, String period) {
        assertThat(cycle.billedIn(month, timing).map(Object::toString).orElse("-"))
                .isEqualTo(period);
    }
}
