package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncedDayTest {

    @Test
    void everyAnnouncedDayIsAsTheCalendarHasIt() {
        WorkCalendar calendar = ChinaCalendar.load();
        List<AnnouncedDay> announced = ChinaCalendar.announced();
        assertThat(announced)
                .hasSize(calendar.holidays().size() + calendar.makeUpDays().size())
                .filteredOn(row -> calendar.covered().contains(row.day()))
                .allSatisfy(
                        row ->
                                assertThat(calendar.isWorkingDay(row.day()))
                                        .isEqualTo(row.worked()));
    }
}
