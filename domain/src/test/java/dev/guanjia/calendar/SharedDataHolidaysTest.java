package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The shipped working days against the notices, day by day. */
class SharedDataHolidaysTest {

    private static final WorkCalendar CHINA = ChinaCalendar.load();
    private static final Pattern DAY =
            Pattern.compile("\"date\": \"([0-9-]{10})\",\\s+\"isOffDay\": (true|false)");

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
