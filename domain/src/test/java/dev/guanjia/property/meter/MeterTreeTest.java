package dev.guanjia.property.meter;

import static dev.guanjia.property.meter.Meters.START;
import static dev.guanjia.property.meter.Meters.meter;
import static dev.guanjia.property.meter.Meters.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterTreeTest {

    private static final Meter MAIN = meter("mt_0", MeterKind.WATER);
    private static final Meter ONE = meter("mt_1", MeterKind.WATER);
    private static final Meter TWO = meter("mt_2", MeterKind.WATER);
    private static final LocalDate DAY = START.plusDays(30);
    private static final Map<MeterId, MeterId> PARENTS =
            Map.of(ONE.id(), MAIN.id(), TWO.id(), MAIN.id());

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    100, 40, 60, 0,  true
                    100, 40, 55, 5,  true
                    100, 40, 54, 6,  false
                    100, 45, 60, -5, true
                    100, 46, 60, -6, false
                    0,   0,  0,  0,  true
                    """)
    void theLossIsTheMainMeterLessThoseBelow(
            String main, String one, String two, String loss, boolean within) {
        Map<MeterId, MeterHistory> read =
                Map.of(
                        MAIN.id(),
                        read(MAIN, main),
                        ONE.id(),
                        read(ONE, one),
                        TWO.id(),
                        read(TWO, two));
        MeterLoss found = tree().loss(MAIN.id(), START, DAY, read);
        assertThat(found.value()).contains(Rational.parse(loss));
        assertThat(found.isWithin(Rational.parse("0.05"))).contains(within);
    }

    @Test
    void aMeterThatWasNotReadMakesTheLossUnknownAndIsNamed() {
        Map<MeterId, MeterHistory> read = new HashMap<>();
        read.put(MAIN.id(), read(MAIN, "100"));
        read.put(ONE.id(), new MeterHistory(ONE, List.of()));
        MeterLoss loss = tree().loss(MAIN.id(), START, DAY, read);
        assertThat(loss.unread()).containsExactly(ONE.id(), TWO.id());
        assertThat(loss.value()).isEmpty();
        assertThat(loss.isWithin(Rational.ONE)).isEmpty();
    }

    @Test
    void noMeterIsBelowItself() {
        Map<MeterId, MeterId> ring = Map.of(MAIN.id(), ONE.id(), ONE.id(), MAIN.id());
        assertThat(said(MeterTree.of(List.of(MAIN, ONE), ring)))
                .isEqualTo(
                        "Meter E-mt_0 would be below itself. Meter E-mt_1 would be below itself.");
        assertThat(said(MeterTree.of(List.of(ONE), Map.of(ONE.id(), ONE.id()))))
                .isEqualTo("Meter E-mt_1 would be below itself.");
    }

    @Test
    void aMeterIsBelowOneOfItsOwnKind() {
        Meter gas = meter("mt_9", MeterKind.GAS);
        assertThat(said(MeterTree.of(List.of(MAIN, gas), Map.of(gas.id(), MAIN.id()))))
                .isEqualTo("Meter E-mt_9 measures GAS, the meter E-mt_0 above it WATER.");
    }

    @Test
    void aMeterThatIsNotGivenIsACallersMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MeterTree.of(List.of(MAIN), PARENTS))
                .withMessage("meter is not given: mt_1");
    }

    private static MeterTree tree() {
        return MeterTree.of(List.of(MAIN, ONE, TWO), PARENTS)
                .fold(
                        tree -> tree,
                        reasons -> {
                            throw new AssertionError(reasons);
                        });
    }

    private static MeterHistory read(Meter meter, String value) {
        Reading reading =
                new Reading(
                        new ReadingId("rd_" + meter.id()),
                        meter.id(),
                        DAY,
                        Rational.parse(value),
                        ReadingSource.READ);
        return new MeterHistory(meter, List.of(reading));
    }
}
