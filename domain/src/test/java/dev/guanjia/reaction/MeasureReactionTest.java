package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.asset.AssetRate;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import dev.guanjia.quality.Measure;
import dev.guanjia.quality.Measures;
import dev.guanjia.quality.ObjectiveCatalogue;
import dev.guanjia.quality.Survey;
import dev.guanjia.quality.SurveyForm;
import dev.guanjia.quality.SurveyId;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Timeliness;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MeasureReactionTest {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2024, 3, 31);

    private static ChargeFact charge(String id, YearMonth period, long fen, boolean isManagement) {
        String item = isManagement ? "PROPERTY_SERVICE" : "SECONDARY_WATER";
        return new ChargeFact(
                new ChargeId(id), new FeeItemId(item), period, Money.fen(fen), isManagement);
    }

    private static SettlementFact settled(String document, String charge, long fen, LocalDate on) {
        return new SettlementFact(document, new ChargeId(charge), Money.fen(fen), on);
    }

    private static Survey survey(String id, YearMonth month) {
        return new Survey(new SurveyId(id), "Survey " + id, month, 15);
    }

    private static String told(Measures measures, String name) {
        Measure measure = measures.measure(name);
        return measure.rows().stream()
                .map(row -> row.reference() + " " + row.value() + " " + row.note())
                .collect(Collectors.joining(", ", measure.value() + ": ", ""));
    }

    private static String verdicts(Measures measures) {
        return ObjectiveCatalogue.load().on(FIRST).stream()
                .map(objective -> objective.evaluate(DateRange.of(MARCH), measures))
                .map(it -> it.objective().id() + " " + it.fraction() + " " + it.verdict())
                .collect(Collectors.joining(", "));
    }

    @Test
    void onlyMoneyForTheMonthsOwnFeesPaidWithinTheMonthCounts() {
        CollectionFacts facts =
                new CollectionFacts(
                        List.of(
                                charge("ch_1", MARCH, 10_000, true),
                                charge("ch_2", MARCH, 20_000, true),
                                charge("ch_3", MARCH, 5_000, false),
                                charge("ch_4", MARCH.minusMonths(1), 7_000, true)),
                        List.of(
                                settled("pm_1", "ch_1", 6_000, FIRST),
                                settled("pm_2", "ch_1", 1_000, LAST),
                                settled("pm_3", "ch_1", 500, LAST.plusDays(1)),
                                settled("pm_4", "ch_2", 700, FIRST.minusDays(1)),
                                settled("pm_5", "ch_3", 5_000, LAST),
                                settled("pm_6", "ch_4", 7_000, LAST),
                                settled("pm_7", "ch_unknown", 7_000, LAST)),
                        List.of());
        Measures measures = MeasureReaction.collection(MARCH, facts);
        assertThat(told(measures, "management_fee_billed"))
                .isEqualTo("300: ch_1 100 PROPERTY_SERVICE, ch_2 200 PROPERTY_SERVICE");
        assertThat(told(measures, "management_fee_received"))
                .isEqualTo("70: pm_1 60 ch_1, pm_2 10 ch_1");
    }

    @Test
    void whatIsDueIsBilledLessTheWaiversOfTheSameMonth() {
        CollectionFacts facts =
                new CollectionFacts(
                        List.of(
                                charge("ch_1", MARCH, 10_000, true),
                                charge("ch_3", MARCH, 5_000, false),
                                charge("ch_4", MARCH.minusMonths(1), 7_000, true)),
                        List.of(),
                        List.of(
                                settled("wv_1", "ch_1", 1_000, LAST),
                                settled("wv_2", "ch_1", 2_000, LAST.plusDays(1)),
                                settled("wv_3", "ch_3", 5_000, LAST),
                                settled("wv_4", "ch_4", 7_000, LAST)));
        Measures measures = MeasureReaction.collection(MARCH, facts);
        assertThat(told(measures, "management_fee_due"))
                .isEqualTo("90: ch_1 100 PROPERTY_SERVICE, wv_1 -10 ch_1");
        assertThat(told(measures, "management_fee_billed")).startsWith("100:");
    }

    @Test
    void aChargeIsNotSettledBeyondItsAmount() {
        List<ChargeFact> charges = List.of(charge("ch_1", MARCH, 100, true));
        List<SettlementFact> paid = List.of(settled("pm_1", "ch_1", 60, LAST));
        List<SettlementFact> waived = List.of(settled("wv_1", "ch_1", 41, LAST));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CollectionFacts(charges, paid, waived))
                .withMessage("charge ch_1 is settled beyond its amount by CNY -0.01");
    }

    @Test
    void aChargeIsGivenOnce() {
        ChargeFact charge = charge("ch_1", MARCH, 100, true);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new CollectionFacts(List.of(charge, charge), List.of(), List.of()));
    }

    @Test
    void complaintsCountInTheMonthReceivedUnlessInvalidOrGivenUp() {
        Measures measures =
                MeasureReaction.complaints(
                        MARCH,
                        List.of(
                                complaint("wo_1", MARCH, false, Timeliness.ON_TIME),
                                complaint("wo_2", MARCH, false, Timeliness.OVERDUE),
                                complaint("wo_3", MARCH, false, Timeliness.NO_LIMIT),
                                complaint("wo_4", MARCH, true, Timeliness.OVERDUE),
                                complaint("wo_5", MARCH.plusMonths(1), false, Timeliness.OVERDUE)));
        assertThat(told(measures, "valid_complaints"))
                .isEqualTo("3: wo_1 1 ON_TIME, wo_2 1 OVERDUE, wo_3 1 NO_LIMIT");
        assertThat(told(measures, "overdue_complaints")).isEqualTo("1: wo_2 1 OVERDUE");
    }

    @Test
    void everyItemOfAReturnedFormIsAnsweredAndBlankOnesAreSatisfied() {
        Measures measures =
                MeasureReaction.surveys(
                        MARCH,
                        List.of(
                                new SurveyReturn(
                                        survey("sv_1", MARCH),
                                        List.of(
                                                new SurveyForm("un_1", List.of(7, 3)),
                                                new SurveyForm("un_2", List.of()))),
                                new SurveyReturn(
                                        survey("sv_2", MARCH.plusMonths(1)),
                                        List.of(new SurveyForm("un_1", List.of(1))))));
        assertThat(told(measures, "survey_items_answered"))
                .isEqualTo("30: un_1 15 sv_1, un_2 15 sv_1");
        assertThat(told(measures, "dissatisfied_items")).isEqualTo("2: un_1 2 3 7");
    }

    @Test
    void aSurveyTakesAReferenceOnceAndOnlyItsOwnItems() {
        SurveyForm form = new SurveyForm("un_1", List.of());
        Survey survey = survey("sv_1", MARCH);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurveyReturn(survey, List.of(form, form)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new SurveyReturn(
                                        survey, List.of(new SurveyForm("un_1", List.of(16)))));
    }

    @Test
    void theMonthEndsInAVerdictOnEachObjective() {
        CollectionFacts facts =
                new CollectionFacts(
                        List.of(
                                charge("ch_1", MARCH, 99_999_999, true),
                                charge("ch_2", MARCH, 1, true)),
                        List.of(settled("pm_1", "ch_1", 94_999_999, LAST)),
                        List.of());
        Measures all =
                MeasureReaction.collection(MARCH, facts)
                        .and(
                                MeasureReaction.complaints(
                                        MARCH,
                                        List.of(
                                                complaint(
                                                        "wo_1", MARCH, false, Timeliness.ON_TIME))))
                        .and(MeasureReaction.surveys(MARCH, List.of()))
                        .and(MeasureReaction.lifts(new AssetRate(List.of())))
                        .and(
                                MeasureReaction.takings(
                                        MARCH,
                                        List.of(
                                                taking("yj_1", FIRST, 200_000, true),
                                                taking("yj_2", LAST, 10_000, false),
                                                taking("yj_3", LAST.plusDays(1), 1, false))));
        assertThat(told(all, "move_in_takings"))
                .isEqualTo("2100: yj_1 2000 " + FIRST + ", yj_2 100 " + LAST);
        assertThat(told(all, "move_in_takings_settled")).isEqualTo("2000: yj_1 2000 " + FIRST);
        assertThat(verdicts(all))
                .isEqualTo(
                        "QF-H-10 0/0 NOT_APPLICABLE, QF-H-11 949999.99/1000000 NOT_MET,"
                                + " QF-H-12 1/1 MET, QF-H-13 0/0 NOT_APPLICABLE,"
                                + " QF-X-22 2000/2100 NOT_MET");
    }

    private static TakingFact taking(String id, LocalDate day, long fen, boolean isSettled) {
        return new TakingFact(id, day, Money.fen(fen), isSettled);
    }

    private static ComplaintFact complaint(
            String id, YearMonth month, boolean excluded, Timeliness timeliness) {
        return new ComplaintFact(new WorkOrderId(id), month, excluded, timeliness);
    }
}
