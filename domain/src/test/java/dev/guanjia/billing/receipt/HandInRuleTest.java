package dev.guanjia.billing.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.calendar.WorkCalendar;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandInRuleTest {

    private static final WorkCalendar CALENDAR = ChinaCalendar.load();

    @Test
    void takingsAreHandedInOnTheSameOrTheNextWorkingDay() {
        assertThat(HandInRule.standard().workingDays()).isEqualTo(1);
    }

    /**
     * 2026-02-14 is a Saturday worked in exchange, 15 to 23 the Spring Festival, 28 worked again.
     */
    @ParameterizedTest(name = "{0} of {1} days: {2}")
    @CsvSource({
        "2026-01-07, 1, 2026-01-08",
        "2026-01-08, 1, 2026-01-09",
        "2026-01-09, 1, 2026-01-12",
        "2026-01-10, 1, 2026-01-12",
        "2026-01-11, 1, 2026-01-12",
        "2026-02-13, 1, 2026-02-14",
        "2026-02-14, 1, 2026-02-24",
        "2026-02-18, 1, 2026-02-24",
        "2026-02-27, 1, 2026-02-28",
        "2026-01-09, 0, 2026-01-09",
        "2026-01-10, 0, 2026-01-10",
        "2026-01-09, 3, 2026-01-14",
        "2026-02-13, 2, 2026-02-24",
    })
    void theLastDayIsAWorkingDayAfterWeekendsAndHolidays(LocalDate day, int days, LocalDate last) {
        assertThat(new HandInRule("X", days).lastDay(day, CALENDAR)).contains(last);
    }

    @Test
    void aYearThatIsNotAnnouncedIsUnknownAndTheDayItselfIsNot() {
        LocalDate last = CALENDAR.covered().end().minusDays(1);
        assertThat(HandInRule.standard().lastDay(last, CALENDAR)).isEmpty();
        assertThat(HandInRule.standard().lastDay(last.plusYears(1), CALENDAR)).isEmpty();
        assertThat(new HandInRule("X", 0).lastDay(last.plusYears(1), CALENDAR))
                .contains(last.plusYears(1));
    }

    @Test
    void aVendorSaysItOtherwise() {
        assertThat(own("OWN,三日内,In three days,3,contract\n")).isEqualTo(new HandInRule("OWN", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "31", "one", ""})
    void aNumberOfDaysThatCannotBeIsNamed(String days) {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> own("OWN,a,b," + days + ",contract\n"))
                .withMessageContaining("working_days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A,a,b,1,x\nB,a,b,2,x\n"})
    void oneRowSaysByWhen(String rows) {
        assertThatIllegalArgumentException().isThrownBy(() -> own(rows));
    }

    private static HandInRule own(String rows) {
        return HandInRule.of(
                Table.parse("own", "key,zh,en,working_days,source\n" + rows, HandInRule.COLUMNS));
    }
}
