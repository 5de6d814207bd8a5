package dev.guanjia.billing.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.fee.ServicePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProrationTest {

    /** Worked by hand: days counted, and each fraction in lowest terms. */
    @ParameterizedTest(name = "{0} of {1}")
    @CsvSource({
        // part, whole, days of the month, days of the period, 30/360, not cut
        "2026-03-01/2026-03-15, 2026-03, 15/31, 15/31, 1/2, 1",
        "2026-03-16/2026-03-31, 2026-03, 16/31, 16/31, 1/2, 1",
        "2026-03-31/2026-03-31, 2026-03, 1/31, 1/31, 0, 1",
        "2026-03-01/2026-03-30, 2026-03, 30/31, 30/31, 1, 1",
        "2026-04-30/2026-04-30, 2026-04, 1/30, 1/30, 1/30, 1",
        "2026-02-28/2026-02-28, 2026-02, 1/28, 1/28, 1/10, 1",
        "2028-02-29/2028-02-29, 2028-02, 1/29, 1/29, 1/15, 1",
        "2028-02-01/2028-02-28, 2028-02, 28/29, 28/29, 14/15, 1",
        "2026-02, 2026-02, 1, 1, 1, 1",
        "2026-01, 2026-Q1, 1, 31/30, 1, 3",
        "2026-02-15/2026-03-15, 2026-Q1, 61/62, 29/30, 31/30, 3",
        "2026-Q1, 2026-Q1, 3, 3, 3, 3",
        "2026-Q1, 2026, 3, 216/73, 3, 12",
        "2026-01-01/2026-01-01, 2026, 1/31, 12/365, 1/30, 12",
        "2028-01-01/2028-01-01, 2028, 1/31, 2/61, 1/30, 12"
    })
    void aPartCostsWhatItsConventionSays(
            String part, String whole, String actual, String period, String thirty, String none) {
        assertThat(months(Proration.ACTUAL_DAYS_OF_MONTH, part, whole)).isEqualTo(actual);
        assertThat(months(Proration.DAYS_OF_PERIOD, part, whole)).isEqualTo(period);
        assertThat(months(Proration.THIRTY_360, part, whole)).isEqualTo(thirty);
        assertThat(months(Proration.NONE, part, whole)).isEqualTo(none);
    }

    @Test
    void aPartLiesInsideItsWhole() {
        for (Proration proration : Proration.values()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> months(proration, "2026-03", "2026-02"))
                    .withMessage("2026-03 is not inside 2026-02");
        }
    }

    private static String months(Proration proration, String part, String whole) {
        return proration.months(ServicePeriod.parse(part), ServicePeriod.parse(whole)).toString();
    }
}
