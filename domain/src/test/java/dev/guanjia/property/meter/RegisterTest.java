package dev.guanjia.property.meter;

import static dev.guanjia.property.meter.Meters.METER;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {

    private static final Reading MARCH = reading("rd_3", "2026-03-25", "9900", false);
    private static final Reading APRIL = reading("rd_4", "2026-04-25", "100", true);
    private static final MeterHistory ROLLED = history(MARCH, APRIL);

    @ParameterizedTest(name = "{0} {1} rolled over {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    2026-05-25, 150,   false, accepted
                    2026-05-25, 50,    true,  accepted
                    2026-04-10, 9950,  false, accepted
                    2026-04-10, 40,    true,  accepted
                    2026-04-10, 150,   true,  'more than 100 on 2026-04-25.'
                    2026-02-10, 9901,  false, 'more than 9900 on 2026-03-25.'
                    2026-05-25, 50,    false, 'less than 100 on 2026-04-25.'
                    2026-05-25, 10000, false, 'its register starts again at 10000.'
                    """)
    void aRegisterFallsOnlyWhereItRolledOver(
            String day, String value, boolean rolledOver, String expected) {
        assertThat(said(ROLLED.record(reading("rd_9", day, value, rolledOver)))).endsWith(expected);
    }

    @Test
    void aRollOverCountsUpToTheCapacityAndFromZero() {
        assertThat(ROLLED.consumption(MARCH.readOn(), APRIL.readOn()))
                .contains(Rational.of(200, 1));
        assertThat(ROLLED.consumption(MARCH.readOn(), APRIL.readOn().plusDays(1))).isEmpty();
    }

    @Test
    void aRegisterOfUnknownDigitsCannotRollOver() {
        Meter unknown =
                new Meter(
                        METER.id(),
                        METER.unit(),
                        METER.kind(),
                        METER.serial(),
                        METER.installedOn(),
                        Rational.of(500, 1));
        MeterHistory history = new MeterHistory(unknown, List.of());
        assertThat(said(history.record(reading("rd_1", "2026-02-01", "3", true))))
                .isEqualTo(
                        "Meter E-mt_1 on 2026-02-01: from 500 to 3 is a roll-over only of a"
                                + " register whose digits are known.");
    }

    @Test
    void consumptionRunsThroughAReplacedRegister() {
        MeterHistory history =
                changed(history(MARCH), replaced("2026-04-10", "9950", "7"))
                        .with(reading("rd_5", "2026-04-25", "27", false));
        assertThat(history.consumption(MARCH.readOn(), LocalDate.of(2026, 4, 25)))
                .contains(Rational.of(50 + 20, 1));
        assertThat(said(history.record(reading("rd_9", "2026-04-01", "9951", false))))
                .endsWith("more than 9950 on 2026-04-10.");
        assertThat(said(history.record(reading("rd_9", "2026-04-11", "6", false))))
                .endsWith("less than 7 on 2026-04-10.");
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    2026-03-25, 9950, 'cannot be changed on 2026-03-25: 2026-03-25 is recorded already.'
                    2026-03-26, 9899, 'cannot end at 9899 on 2026-03-26, after 9900.'
                    2026-03-26, 9900, accepted
                    """)
    void aRegisterEndsAfterAllThatItShowed(String day, String last, String expected) {
        assertThat(said(history(MARCH).change(replaced(day, last, "0")))).endsWith(expected);
    }

    @Test
    void nothingIsReadAfterTheRemovalNorBeforeTheDay() {
        RegisterChange removal =
                new RegisterChange(LocalDate.of(2026, 4, 1), Rational.of(9901, 1), null);
        assertThat(said(history(MARCH).change(removal)))
                .isEqualTo(
                        "Meter E-mt_1 cannot be removed on 2026-04-01: no reading says that it"
                                + " showed 9901.");
        Reading last = reading("rd_l", "2026-04-01", "9901", false);
        MeterHistory removed = changed(history(MARCH, last), removal);
        assertThat(removed.totalOn(removal.day())).contains(Rational.of(9901, 1));
        assertThat(said(removed.record(reading("rd_9", "2026-04-02", "9950", false))))
                .isEqualTo(
                        "Meter E-mt_1 was removed on 2026-04-01; it cannot be read on 2026-04-02.");
        assertThat(said(removed.change(replaced("2026-05-01", "9950", "0"))))
                .contains("2026-04-01 is recorded already");
        LocalDate today = APRIL.readOn().minusDays(1);
        assertThat(said(history(MARCH).record(APRIL, today)))
                .isEqualTo(
                        "Meter E-mt_1 cannot have been read on 2026-04-25, which is after"
                                + " 2026-04-24.");
        assertThat(said(history(MARCH).record(APRIL, APRIL.readOn()))).isEqualTo("accepted");
    }

    @Test
    void aCorrectionStandsInForTheReadingOfItsDay() {
        Reading corrected = correction("rd_c", APRIL, Rational.of(90, 1), true);
        assertThat(said(ROLLED.record(corrected))).isEqualTo("accepted");
        MeterHistory history = ROLLED.with(corrected);
        assertThat(history.readings()).containsExactly(MARCH, APRIL, corrected);
        assertThat(history.standing()).containsExactly(MARCH, corrected);
        assertThat(history.consumption(MARCH.readOn(), APRIL.readOn()))
                .contains(Rational.of(190, 1));
        assertThat(said(history.record(correction("rd_d", APRIL, Rational.of(95, 1), true))))
                .isEqualTo("Meter E-mt_1: reading rd_4 is not the one that stands for 2026-04-25.");
    }

    @Test
    void aCorrectionNamesWhatItCorrects() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Reading(
                                        new ReadingId("rd_1"),
                                        METER.id(),
                                        METER.installedOn(),
                                        Rational.ONE,
                                        ReadingSource.CORRECTED))
                .withMessage("a correction names what it corrects: rd_1");
    }

    @ParameterizedTest
    @CsvSource({"WATER, m³", "ELECTRICITY, kWh", "HEAT, GJ", "GAS, m³"})
    void everyKindHasItsUnit(MeterKind kind, String unit) {
        assertThat(MeterKinds.of(kind).unit()).isEqualTo(unit);
        assertThat(MeterKinds.entries()).hasSize(MeterKind.values().length);
    }
}
