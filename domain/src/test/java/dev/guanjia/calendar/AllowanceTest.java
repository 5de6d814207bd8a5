package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "PT30M, 2026-03-01T10:30:00Z, by the clock",
        "P3D, 2026-03-04T16:00:00Z, to the end of the third day after",
        "P1M4D, 2026-04-05T16:00:00Z, to the end of the fifth of next month",
        "P1DT2H, 2026-03-02T12:00:00Z, a day and two hours by the clock"
    })
    void whenItRunsOut(String text, Instant expected, String why) {
        Allowance allowance = Allowance.parse(text);
        Instant from = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(allowance.end(from, SHANGHAI)).as(why).isEqualTo(expected);
        assertThat(allowance).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0D", "PT0S", "P-1D", "PT-1H"})
    void nothingIsNoAllowance(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Allowance.parse(text));
    }
}
