package dev.guanjia.property.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterHistoryTest {

    private static final Meter METER =
            new Meter(
                    new MeterId("mt_1"),
                    new UnitId("un_1"),
                    MeterKind.WATER,
                    "W-0001",
                    LocalDate.of(2026, 1, 10),
                    Rational.of(5, 1));
    private static final MeterHistory HISTORY =
            new MeterHistory(
                    METER,
                    List.of(
                            reading("rd_1", "2026-01-25", "12.345"),
                            reading("rd_2", "2026-02-25", "20")));

    @ParameterizedTest(name = "{0} {1}: {3}")
    @CsvSource(
            textBlock =
                    """
                    2026-03-25, 31.5,   accepted, a later and larger value
                    2026-03-25, 20,     accepted, nothing was used
                    2026-02-10, 15.001, accepted, a back-filled value between its neighbours
                    2026-02-10, 12.345, accepted, as little as the one before
                    2026-02-10, 20,     accepted, as much as the one after
                    2026-01-10, 5,      accepted, the day of installation
                    2026-01-25, 12.345, accepted, the same value again
                    2026-01-25, 12.346, reading-exists-with-different-value, another value
                    2026-01-09, 5,      reading-before-installation, the day before installation
                    2026-01-12, 4.999,  reading-below-previous, less than at installation
                    2026-03-25, 19.999, reading-below-previous, less than the last
                    2026-02-10, 12.344, reading-below-previous, back-filled below
                    2026-02-10, 20.001, reading-above-next, back-filled above
                    2026-01-09, 4, reading-before-installation reading-below-previous, two reasons
                    """)
    void aReadingIsJudgedByItsNeighbours(String day, String value, String expected, String why) {
        String answer =
                HISTORY.record(reading("rd_new", day, value))
                        .fold(stands -> "accepted", MeterHistoryTest::keys);
        assertThat(answer).as(why).isEqualTo(expected);
    }

    @Test
    void theSameValueAgainIsTheReadingThatStands() {
        Reading again = reading("rd_9", "2026-01-25", "12.345");
        ReadingId stands = HISTORY.record(again).fold(Reading::id, reasons -> null);
        assertThat(stands).isEqualTo(new ReadingId("rd_1"));
    }

    @Test
    void everyRefusalIsWordedWithItsFacts() {
        List<Refusal> reasons = reasons(reading("rd_9", "2026-02-25", "11"));
        assertThat(reasons)
                .extracting(reason -> Wording.of(reason, Language.EN))
                .containsExactly(
                        "Meter W-0001 already shows 20 on 2026-02-25, not 11.",
                        "Meter W-0001 shows 11 on 2026-02-25, less than 12.345 on 2026-01-25.");
        Reading early = reading("rd_9", "2026-01-01", "13");
        assertThat(reasons(early))
                .extracting(reason -> Wording.of(reason, Language.ZH_CN))
                .containsExactly(
                        "表W-0001于2026-01-10安装，2026-01-01不可能有读数。",
                        "表W-0001在2026-01-01的读数13大于2026-01-25的读数12.345。");
    }

    @Test
    void theLatestReadingBeforeADayExcludesTheDay() {
        assertThat(HISTORY.latestBefore(LocalDate.of(2026, 2, 25)).map(Reading::id))
                .contains(new ReadingId("rd_1"));
        assertThat(HISTORY.latestBefore(LocalDate.of(2026, 1, 25))).isEmpty();
    }

    @Test
    void aReadingOfAnotherMeterIsACallersMistake() {
        Reading foreign =
                new Reading(
                        new ReadingId("rd_x"),
                        new MeterId("mt_2"),
                        LocalDate.of(2026, 3, 1),
                        Rational.ONE,
                        ReadingSource.READ);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HISTORY.record(foreign))
                .withMessage("reading of meter mt_2, expected mt_1");
    }

    private static List<Refusal> reasons(Reading reading) {
        return HISTORY.record(reading).fold(stands -> List.of(), reasons -> reasons);
    }

    private static String keys(List<Refusal> reasons) {
        return reasons.stream().map(reason -> reason.code().key()).collect(Collectors.joining(" "));
    }

    private static Reading reading(String id, String day, String value) {
        return new Reading(
                new ReadingId(id),
                METER.id(),
                LocalDate.parse(day),
                Rational.parse(value),
                ReadingSource.READ);
    }
}
