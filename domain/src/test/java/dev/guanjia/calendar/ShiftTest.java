package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.Label;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void aNightShiftEndsOnTheNextDay() {
        Shift night = shift("night", "22:00", "PT8H", "1;2;3;4;5");
        assertThat(night.beginsOn(MONDAY)).isTrue();
        assertThat(night.beginsOn(MONDAY.minusDays(1))).isFalse();
        assertThat(night.start(MONDAY, SHANGHAI)).isEqualTo(Instant.parse("2026-03-02T14:00:00Z"));
        assertThat(night.end(MONDAY, SHANGHAI)).isEqualTo(Instant.parse("2026-03-02T22:00:00Z"));
        assertThat(night.lastDay(MONDAY)).isEqualTo(MONDAY.plusDays(1));
    }

    @Test
    void aShiftUpToMidnightEndsOnItsDay() {
        assertThat(shift("late", "16:00", "PT8H", "1").lastDay(MONDAY)).isEqualTo(MONDAY);
    }

    @ParameterizedTest
    @CsvSource({"Night, PT8H, 1", "night, PT25H, 1", "night, PT0S, 1", "night, PT8H, x"})
    void aShiftHasAKeyALengthAndDays(String id, String length, String days) {
        assertThatIllegalArgumentException().isThrownBy(() -> shift(id, "22:00", length, days));
    }

    @Test
    void aWeekHasSevenDays() {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Shift.days("1;8"));
    }

    private static Shift shift(String id, String begins, String length, String days) {
        return new Shift(
                id,
                new Label("夜班", "Night shift"),
                LocalTime.parse(begins),
                Duration.parse(length),
                Shift.days(days));
    }
}
