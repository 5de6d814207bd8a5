package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.Table;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChinaCalendarTest {

    private static final List<String> COLUMNS =
            List.of("date", "kind", "zh", "en", "year", "source");
    private static final WorkCalendar CHINA = ChinaCalendar.load();

    @Test
    void everyNoticeFrom2007To2026IsInTheTable() {
        Table table = Table.of(ChinaCalendar.class, "cn-holidays.csv", COLUMNS);
        assertThat(table.rows()).hasSize(678);
        assertThat(CHINA.covered())
                .isEqualTo(
                        DateRange.ofClosed(LocalDate.of(2007, 1, 1), LocalDate.of(2026, 12, 31)));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            textBlock =
                    """
                    2026-01-01, off,    New Year's Day
                    2026-01-04, worked, Sunday worked for New Year's Day
                    2026-01-11, off,    an ordinary Sunday
                    2026-01-12, worked, an ordinary Monday
                    2026-02-14, worked, Saturday worked for the Spring Festival
                    2026-02-17, off,    Spring Festival
                    2026-10-01, off,    National Day
                    2026-10-07, off,    the last day of the National Day week
                    """)
    void theDaysPeopleAskAbout(LocalDate day, String expected, String why) {
        assertThat(CHINA.isWorkingDay(day)).as(why).isEqualTo(expected.equals("worked"));
    }

    @ParameterizedTest
    @CsvSource({"2027-01-01", "2006-12-31"})
    void anUnannouncedYearIsUnknown(LocalDate day) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHINA.isWorkingDay(day))
                .withMessageContaining("not " + day);
    }

    @Test
    void aGapBetweenTheYearsIsRefused() {
        String header = String.join(",", COLUMNS) + "\n";
        String row = "-01-01,OFF,元旦,New Year's Day,";
        Table gap =
                Table.parse(
                        "days.csv",
                        header + "2024" + row + "2024,notice\n2026" + row + "2026,notice\n",
                        COLUMNS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChinaCalendar.of(gap))
                .withMessage("a year is missing between [2024, 2026]");
        Table nothing = Table.parse("days.csv", header, COLUMNS);
        assertThatIllegalArgumentException().isThrownBy(() -> ChinaCalendar.of(nothing));
    }
}
