package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.SharedData;
import dev.guanjia.catalogue.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChinaCalendarTest {

    private static final List<String> COLUMNS =
            List.of("date", "kind", "zh", "en", "year", "source");
    private static final WorkCalendar CHINA = ChinaCalendar.load();
    private static final Pattern DAY =
            Pattern.compile("\"date\": \"([0-9-]{10})\",\\s+\"isOffDay\": (true|false)");

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

    @Test
    void everyDayOfTwentyYearsIsAsTheNoticesHaveIt() throws IOException {
        Map<LocalDate, Boolean> off = new TreeMap<>();
        for (Path notice : SharedData.files("holidays", ".json")) {
            Matcher day = DAY.matcher(Files.readString(notice));
            while (day.find()) {
                off.put(LocalDate.parse(day.group(1)), Boolean.valueOf(day.group(2)));
            }
        }
        assertThat(off).hasSize(678);
        int days = 0;
        LocalDate end = LocalDate.of(2027, 1, 1);
        for (LocalDate day = LocalDate.of(2007, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            assertThat(CHINA.isWorkingDay(day))
                    .as("%s", day)
                    .isEqualTo(!off.getOrDefault(day, weekend));
            days++;
        }
        assertThat(days).isEqualTo(7305);
    }
}
