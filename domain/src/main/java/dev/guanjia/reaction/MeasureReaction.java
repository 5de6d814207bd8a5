package dev.guanjia.reaction;

import dev.guanjia.asset.AssetRate;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.quality.Measure;
import dev.guanjia.quality.MeasureRow;
import dev.guanjia.quality.Measures;
import dev.guanjia.quality.SurveyForm;
import dev.guanjia.workorder.level.Timeliness;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Counts the measures of a month from plain facts, each with the rows that add up to it. Facts of
 * other months are passed over, so the caller may give more than the month. Evidence keeps the
 * order of the facts.
 */
public final class MeasureReaction {

    private MeasureReaction() {}

    /**
     * Counts {@code management_fee_billed}, {@code management_fee_due} and {@code
     * management_fee_received}, in yuan.
     *
     * <p>Shape: billed = charges for the month; due = billed less the waivers of those charges
     * posted in the month; received = what was allocated to those charges and paid in the month.
     * Arrears and prepayments paid in the month do not count, so received never exceeds due.
     * Source: requirements 04 QF-H-11, section 7 note 7; 06 A-96.
     *
     * @param month the month to measure
     * @param facts charges, allocations and waivers
     * @return the three measures
     */
    public static Measures collection(YearMonth month, CollectionFacts facts) {
        List<ChargeFact> charges =
                facts.charges().stream().filter(charge -> charge.counts(month)).toList();
        Set<ChargeId> counted =
                charges.stream()
                        .map(ChargeFact::charge)
                        .collect(Collectors.toCollection(TreeSet::new));
        List<MeasureRow> billed = charges.stream().map(MeasureReaction::row).toList();
        List<MeasureRow> due = new ArrayList<>(billed);
        inMonth(month, facts.waivers(), counted)
                .forEach(waiver -> due.add(row(waiver, waiver.amount().negated())));
        List<MeasureRow> received =
                inMonth(month, facts.allocations(), counted).stream()
                        .map(allocation -> row(allocation, allocation.amount()))
                        .toList();
        return Measures.of(
                List.of(
                        Measure.of("management_fee_billed", billed),
                        Measure.of("management_fee_due", due),
                        Measure.of("management_fee_received", received)));
    }

    /**
     * Counts {@code valid_complaints} and {@code overdue_complaints}.
     *
     * <p>Shape: valid = received in the month and ruled valid, taken back or given up later or not,
     * of those whose due time is known; overdue = those of them past their due time, handled or
     * not; one without a limit is never overdue. Overdue are the same as {@link
     * dev.guanjia.workorder.ComplaintStatistics} counts; its valid ones are these and its unknown
     * ones. Source: requirements 04 QF-H-12, section 7 notes 9 and 10; 06.
     *
     * @param month the month of receipt
     * @param complaints judged as of one moment
     * @return the two measures
     */
    public static Measures complaints(YearMonth month, List<ComplaintFact> complaints) {
        List<ComplaintFact> valid =
                complaints.stream().filter(complaint -> complaint.counts(month)).toList();
        List<MeasureRow> overdue =
                valid.stream()
                        .filter(complaint -> complaint.timeliness() == Timeliness.OVERDUE)
                        .map(MeasureReaction::row)
                        .toList();
        return Measures.of(
                List.of(
                        Measure.of(
                                "valid_complaints",
                                valid.stream().map(MeasureReaction::row).toList()),
                        Measure.of("overdue_complaints", overdue)));
    }

    /**
     * Counts {@code survey_items_answered} and {@code dissatisfied_items}.
     *
     * <p>Shape: answered = forms returned times items per form, over every survey of the month;
     * dissatisfied = items marked so. An item left blank counts as answered and satisfied, as the
     * formula is printed. Source: requirements 04 QF-H-10; 06 A-76.
     *
     * @param month the month the surveys count in
     * @param surveys with the forms that came back
     * @return the two measures
     */
    public static Measures surveys(YearMonth month, List<SurveyReturn> surveys) {
        List<MeasureRow> answered = new ArrayList<>();
        List<MeasureRow> dissatisfied = new ArrayList<>();
        for (SurveyReturn round : surveys) {
            if (round.survey().period().equals(month)) {
                round.forms().forEach(form -> answered.add(answeredRow(round, form)));
                round.forms().stream()
                        .filter(form -> !form.dissatisfied().isEmpty())
                        .forEach(form -> dissatisfied.add(dissatisfiedRow(form)));
            }
        }
        return Measures.of(
                List.of(
                        Measure.of("survey_items_answered", answered),
                        Measure.of("dissatisfied_items", dissatisfied)));
    }

    /**
     * Counts {@code lift_fault_hours} and {@code lift_running_hours}.
     *
     * <p>Shape: the rows of the failure rate by hours out of service, one per lift; the reports of
     * one outage count once. Source: requirements 04 QF-H-13; 06 A-72.
     *
     * @param rate the hours of the lifts of a month
     * @return the two measures
     */
    public static Measures lifts(AssetRate rate) {
        return Measures.of(
                List.of(
                        Measure.of(
                                "lift_fault_hours",
                                rate.rows().stream()
                                        .filter(row -> row.part().signum() != 0)
                                        .map(row -> row(row, row.part()))
                                        .toList()),
                        Measure.of(
                                "lift_running_hours",
                                rate.rows().stream().map(row -> row(row, row.whole())).toList())));
    }

    /**
     * Counts {@code move_in_takings} and {@code move_in_takings_settled}, in yuan.
     *
     * <p>Shape: takings = what was taken in the month for moving in and renovations; settled = what
     * of it was taken by collectors whose day was counted on the same day without a difference.
     * Source: requirements 04 QF-X-22; 06 A-105.
     *
     * @param month the month of the takings
     * @param takings each once
     * @return the two measures
     */
    public static Measures takings(YearMonth month, List<TakingFact> takings) {
        List<TakingFact> all =
                takings.stream().filter(one -> YearMonth.from(one.day()).equals(month)).toList();
        return Measures.of(
                List.of(
                        Measure.of(
                                "move_in_takings", all.stream().map(MeasureReaction::row).toList()),
                        Measure.of(
                                "move_in_takings_settled",
                                all.stream()
                                        .filter(TakingFact::isSettled)
                                        .map(MeasureReaction::row)
                                        .toList())));
    }

    private static MeasureRow row(TakingFact taking) {
        return new MeasureRow(
                taking.document(), taking.amount().toRational(), taking.day().toString());
    }

    private static MeasureRow row(AssetRate.Row row, Rational hours) {
        return new MeasureRow(row.equipment().value(), hours, String.join(" ", row.references()));
    }

    private static List<SettlementFact> inMonth(
            YearMonth month, List<SettlementFact> settlements, Set<ChargeId> charges) {
        return settlements.stream()
                .filter(settlement -> settlement.isIn(month))
                .filter(settlement -> charges.contains(settlement.charge()))
                .toList();
    }

    private static MeasureRow row(ChargeFact charge) {
        return new MeasureRow(
                charge.charge().value(), charge.amount().toRational(), charge.feeItem().value());
    }

    private static MeasureRow row(SettlementFact settlement, Money amount) {
        return new MeasureRow(
                settlement.document(), amount.toRational(), settlement.charge().value());
    }

    private static MeasureRow row(ComplaintFact complaint) {
        return new MeasureRow(complaint.id().value(), Rational.ONE, complaint.timeliness().name());
    }

    private static MeasureRow answeredRow(SurveyReturn round, SurveyForm form) {
        return new MeasureRow(
                form.reference(),
                Rational.of(round.survey().itemsPerForm(), 1),
                round.survey().id().value());
    }

    private static MeasureRow dissatisfiedRow(SurveyForm form) {
        String items =
                form.dissatisfied().stream().map(String::valueOf).collect(Collectors.joining(" "));
        return new MeasureRow(form.reference(), Rational.of(form.dissatisfied().size(), 1), items);
    }
}
