package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class DateRangeTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Test
    void aMonthReadsAsPeopleWriteIt() {
        DateRange march = DateRange.of(YearMonth.of(2026, 3));
        assertThat(march).hasToString("2026-03-01 to 2026-03-31");
        assertThat(march).isEqualTo(DateRange.ofClosed(FIRST, LocalDate.of(2026, 3, 31)));
        assertThat(march.days()).isEqualTo(31);
    }

    @Test
    void nothingIsInAnEmptyRange() {
        DateRange empty = new DateRange(FIRST, FIRST);
        assertThat(empty.contains(FIRST)).isFalse();
        assertThat(empty).hasToString("empty at 2026-03-01");
        assertThatIllegalStateException().isThrownBy(empty::last);
    }

    @Test
    void noRangeRunsBackwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DateRange(FIRST, FIRST.minusDays(1)))
                .withMessage("range runs backwards: 2026-03-01 to 2026-02-28");
    }
}
