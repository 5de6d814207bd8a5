package dev.guanjia.billing.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-02, 2026-02-01, 2026-03-01",
        "2026-Q4, 2026-10-01, 2027-01-01",
        "2026, 2026-01-01, 2027-01-01",
        "2026-03-01/2026-03-15, 2026-03-01, 2026-03-16",
        "2026-02-01/2026-04-30, 2026-02-01, 2026-05-01",
        "2026-07-01/2027-06-30, 2026-07-01, 2027-07-01"
    })
    void whatIsWrittenIsReadAgain(String text, LocalDate start, LocalDate end) {
        ServicePeriod period = new ServicePeriod(start, end);
        assertThat(period).hasToString(text);
        assertThat(ServicePeriod.parse(text)).isEqualTo(period);
    }

    @Test
    void aLongFormOfAMonthIsTheMonth() {
        assertThat(ServicePeriod.parse("2026-02-01/2026-02-28")).hasToString("2026-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-13",
                "2026-Q5",
                "26",
                "2026-03-15/2026-03-14",
                "2026-02-01/2026-02-30"
            })
    void anotherShapeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ServicePeriod.parse(text));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-03, -, 2026-03",
                "2026-03, 2026-03, -",
                "2026-03, 2026-Q1, -",
                "2026-03, 2026-02 2026-04, 2026-03",
                "2026-03, 2026-03-01/2026-03-15, 2026-03-16/2026-03-31",
                "2026-03, 2026-03-10/2026-03-12, 2026-03-01/2026-03-09 2026-03-13/2026-03-31",
                "2026-03, 2026-03-10/2026-03-20 2026-03-05/2026-03-12,"
                        + " 2026-03-01/2026-03-04 2026-03-21/2026-03-31",
                "2026-03, 2026-03-10/2026-03-20 2026-03-12/2026-03-15,"
                        + " 2026-03-01/2026-03-09 2026-03-21/2026-03-31",
                "2026-Q1, 2026-02, 2026-01 2026-03"
            })
    void whatOthersLeaveIsLeft(String whole, String others, String left) {
        assertThat(ServicePeriod.parse(whole).without(periods(others))).isEqualTo(periods(left));
    }

    @Test
    void aPeriodGoesMonthByMonth() {
        assertThat(ServicePeriod.parse("2026-01-15/2026-03-02").byMonth())
                .isEqualTo(periods("2026-01-15/2026-01-31 2026-02 2026-03-01/2026-03-02"));
    }

    private static List<ServicePeriod> periods(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(" ")).map(ServicePeriod::parse).toList();
    }
}
