package dev.guanjia.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ObjectiveCatalogueTest {

    private static final String HEADER =
            "id,zh,en,department,formula,comparator,target,display,evidence,from,source\n";

    private static ObjectiveCatalogue parse(String rows) {
        return ObjectiveCatalogue.parse("mine.csv", HEADER + rows, MeasureCatalogue.load());
    }

    @Test
    void fiveObjectivesStandOverElevenMeasures() {
        assertThat(ObjectiveCatalogue.load().on(LocalDate.of(2024, 3, 1)))
                .extracting(
                        it ->
                                it.id()
                                        + " "
                                        + it.method().formula()
                                        + " "
                                        + it.goal().comparator().code()
                                        + " "
                                        + it.goal().target())
                .containsExactly(
                        "QF-H-10 (survey_items_answered - dissatisfied_items) /"
                                + " survey_items_answered >= 49/50",
                        "QF-H-11 management_fee_received / management_fee_due >= 19/20",
                        "QF-H-12 (valid_complaints - overdue_complaints) / valid_complaints = 1",
                        "QF-H-13 lift_fault_hours / lift_running_hours <= 1/50",
                        "QF-X-22 move_in_takings_settled / move_in_takings = 1");
        assertThat(MeasureCatalogue.load().names()).hasSize(11);
    }

    @Test
    void theRowInForceOnTheDayHolds() {
        String row = "QF-H-11,率,rate,D,management_fee_received / management_fee_due,>=,";
        ObjectiveCatalogue two =
                parse(row + "0.90,PERCENT,R-X,2024-01,x\n" + row + "0.95,PERCENT,R-X,2024-03,x\n");
        assertThat(two.on(LocalDate.of(2023, 12, 31))).isEmpty();
        assertThat(two.on(LocalDate.of(2024, 2, 29)))
                .extracting(objective -> objective.goal().target())
                .containsExactly(Rational.of(9, 10));
        assertThat(two.on(LocalDate.of(2024, 3, 1)))
                .extracting(objective -> objective.goal().target())
                .containsExactly(Rational.of(95, 100));
    }

    @Test
    void everyFaultyRowIsNamedWithThePlaceInItsFormula() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(
                        () ->
                                parse(
                                        "QF-H-1,率,rate,D,1,>=,1,PERCENT,R-X,2024-01,x\n"
                                                + "QF-H-01,率,rate,D,valid_complaint + (,>=,1,"
                                                + "PERCENT,R-X,2024-01,x\n"
                                                + "QF-H-01,率,rate,D,valid_complaint,>=,1,"
                                                + "PERCENT,R-X,2024-01,x\n"
                                                + "QF-H-02,率,rate,D,1,=>,1,PERCENT,R-X,2024-01,x\n"
                                                + "QF-H-03,率,rate,D,1,=,98%,PERCENT,R-X,2024-01,x\n"
                                                + "QF-H-04,率,rate,D,1,=,1,PERCENT,,2024-01,x\n"))
                .withMessageContainingAll(
                        "mine.csv:2 id: objective id must look like QF-H-11: QF-H-1",
                        "mine.csv:3 formula: formula:1:20 The formula ends",
                        "mine.csv:4 formula: formula:1:1 There is no measure valid_complaint;"
                                + " did you mean valid_complaints?",
                        "mine.csv:5 comparator: comparator must be one of < <= = >= >: =>",
                        "mine.csv:6 target: decimal must look like 12.345: 98%",
                        "mine.csv:7: method names no evidence: 1");
    }

    @Test
    void aKeyStandsOnceForOneDay() {
        String row = "QF-H-01,率,rate,D,1,>=,1,PERCENT,R-X,2024-01,x\n";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse(row + row))
                .withMessage("stands twice: QF-H-01 from 2024-01-01");
    }
}
