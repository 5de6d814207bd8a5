package dev.guanjia.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The committed figures are those of the plain program, and a few were checked by hand. */
class ExpectedFiguresTest {

    @Test
    void theCommittedFileIsWhatThePlainProgramComputes() {
        assertThat(Figures.expected().byName()).isEqualTo(ExpectedFigures.compute());
    }

    /** Areas and consumptions as drawn; the products worked out on paper. */
    @Test
    void threeUnitsByHand() {
        DemoPlan plan = DemoPlan.ofDefaultSeed();
        // a shop: 54.84 m² × 4.80 = 263.232; 12.779 m³ × 1.2050 = 15.398695
        assertThat(plan.unit(0).area()).isEqualTo("54.84");
        assertThat(consumed(plan.unit(0))).isEqualTo("12.779");
        assertThat(ExpectedFigures.propertyFee(0)).isEqualTo("263.23");
        assertThat(ExpectedFigures.waterFee(0)).isEqualTo("15.40");
        // 108.53 m² × 2.35 = 255.0455; 17.952 m³ × 0.85 = 15.2592
        assertThat(plan.unit(777).area()).isEqualTo("108.53");
        assertThat(consumed(plan.unit(777))).isEqualTo("17.952");
        assertThat(ExpectedFigures.propertyFee(777)).isEqualTo("255.05");
        assertThat(ExpectedFigures.waterFee(777)).isEqualTo("15.26");
        // 74.87 m² × 2.35 = 175.9445; 13.333 m³ × 0.85 = 11.33305
        assertThat(plan.unit(1199).area()).isEqualTo("74.87");
        assertThat(consumed(plan.unit(1199))).isEqualTo("13.333");
        assertThat(ExpectedFigures.propertyFee(1199)).isEqualTo("175.94");
        assertThat(ExpectedFigures.waterFee(1199)).isEqualTo("11.33");
    }

    private static BigDecimal consumed(PlannedUnit unit) {
        return unit.marchReading().orElseThrow().subtract(unit.initialReading());
    }

    @Test
    void theLatePaymentIsTheWholeOfThatUnitAndCountsInNoFigureOfMarch() {
        TreeMap<String, String> figures = ExpectedFigures.compute();
        assertThat(figures.get("late-payment")).isEqualTo("270.31"); // 255.05 + 15.26
    }

    /** 275,381.82 of 288,350.54 - 150.00 = 288,200.54 is 95.552 %; 95 % would be 273,790.513. */
    @Test
    void theCollectionRateByHand() {
        TreeMap<String, String> figures = ExpectedFigures.compute();
        assertThat(figures.get("QF-H-11.numerator")).isEqualTo("275381.82");
        assertThat(figures.get("QF-H-11.denominator")).isEqualTo("288200.54");
        assertThat(figures.get("QF-H-11.verdict")).isEqualTo("MET");
        BigDecimal needed = new BigDecimal("288200.54").multiply(new BigDecimal("0.95"));
        assertThat(needed).isEqualByComparingTo("273790.513");
    }

    @Test
    void aChangeOfOneFenIsSeen() {
        TreeMap<String, String> changed = new TreeMap<>(Figures.expected().byName());
        changed.put("charged", "300544.59");
        assertThat(new Figures(changed).differencesFrom(Figures.expected()))
                .containsExactly("charged: expected 300544.58, found 300544.59");
    }
}
