package dev.guanjia.property.meter;

import static dev.guanjia.property.meter.Meters.METER;
import static dev.guanjia.property.meter.Meters.START;
import static dev.guanjia.property.meter.Meters.changed;
import static dev.guanjia.property.meter.Meters.correction;
import static dev.guanjia.property.meter.Meters.history;
import static dev.guanjia.property.meter.Meters.reading;
import static dev.guanjia.property.meter.Meters.replaced;
import static dev.guanjia.property.meter.Meters.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class UseTest {

    private static final Reading FIRST = reading("rd_1", "2026-01-25", "100", false);
    private static final Reading SECOND = reading("rd_2", "2026-03-25", "30", false);

    @Test
    void whatWasUsedRunsFromReadingToReadingThroughEveryRegister() {
        Reading right = correction("rd_3", FIRST, Rational.of(90, 1), false);
        MeterHistory replaced =
                changed(history(FIRST, right), replaced("2026-02-10", "110", "5")).with(SECOND);
        LocalDate january = FIRST.readOn();
        assertThat(replaced.uses())
                .containsExactly(
                        new Use(START, january, right, Rational.of(90, 1), Rational.of(90, 1)),
                        new Use(
                                january,
                                SECOND.readOn(),
                                SECOND,
                                Rational.of(45, 1),
                                Rational.of(135, 1)));
        assertThat(history().uses()).isEmpty();
    }

    @Test
    void aMeterIsRemovedOnTheDayOfItsLastReadingOrLater() {
        RegisterChange same = new RegisterChange(FIRST.readOn(), FIRST.value(), null);
        MeterHistory gone = changed(history(FIRST), same);
        assertThat(gone.uses()).hasSize(1);
        assertThat(said(gone.record(reading("rd_9", "2026-01-26", "101", false))))
                .isEqualTo(
                        "Meter E-mt_1 was removed on 2026-01-25; it cannot be read on 2026-01-26.");
        RegisterChange next =
                new RegisterChange(
                        FIRST.readOn(), FIRST.value(), new Register("E-2", Rational.ZERO, 4));
        assertThat(said(history(FIRST).change(next))).contains("is recorded already");
        assertThat(said(gone.change(same))).contains("is recorded already");
        RegisterChange unread = new RegisterChange(START, Rational.ZERO, null);
        assertThat(said(history().change(unread))).contains("is recorded already");
    }

    @Test
    void aMeterMayMeasureForNoUnit() {
        Meter main =
                new Meter(new MeterId("mt_9"), null, METER.kind(), "E-9", START, Rational.ZERO, 4);
        assertThat(new MeterHistory(main, List.of()).uses()).isEmpty();
    }

    @Test
    void metersAreReadByThe28thUnlessARowThatHasBegunSaysOtherwise() {
        ReadingDay march = new ReadingDay(YearMonth.of(2026, 3), 25);
        ReadingDay may = new ReadingDay(YearMonth.of(2026, 5), 1);
        List<ReadingDay> rows = List.of(may, march);
        assertThat(ReadingDay.in(rows, YearMonth.of(2026, 2))).isEqualTo("2026-02-28");
        assertThat(ReadingDay.in(rows, YearMonth.of(2026, 4))).isEqualTo("2026-04-25");
        assertThat(ReadingDay.in(rows, YearMonth.of(2027, 1))).isEqualTo("2027-01-01");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReadingDay(YearMonth.of(2026, 3), 29));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReadingDay(YearMonth.of(2026, 3), 0));
    }
}
