package dev.guanjia.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Rational;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class QualityProperties {

    private static final DateRange MARCH = DateRange.of(YearMonth.of(2024, 3));

    private static ObjectiveResult result(Objective objective, long part, long whole) {
        return objective.evaluate(
                MARCH, Objectives.measures(Rational.of(part, 1), Rational.of(whole, 1)));
    }

    @Property
    void scalingBothPartsKeepsTheVerdict(
            @ForAll @IntRange(max = 200) int part,
            @ForAll @IntRange(max = 200) int whole,
            @ForAll @LongRange(min = 1, max = 1_000_000) long k,
            @ForAll Comparator comparator) {
        Objective rate = Objectives.rate(comparator, Rational.of(98, 100));
        assertThat(result(rate, part * k, whole * k).verdict())
                .isEqualTo(result(rate, part, whole).verdict());
    }

    @Property
    void theVerdictIsThatOfCrossMultiplication(
            @ForAll @LongRange(min = 0, max = 10_000) long part,
            @ForAll @LongRange(min = 1, max = 10_000) long whole,
            @ForAll @LongRange(min = 0, max = 100) long percent) {
        Objective rate = Objectives.rate(Comparator.AT_LEAST, Rational.of(percent, 100));
        assertThat(result(rate, part, whole).verdict() == Verdict.MET)
                .isEqualTo(part * 100 >= percent * whole);
    }

    @Property
    void notApplicableMeansADenominatorOfZero(
            @ForAll @IntRange(max = 5) int part, @ForAll @IntRange(max = 2) int whole) {
        Objective rate = Objectives.rate(Comparator.AT_LEAST, Rational.ONE);
        assertThat(result(rate, part, whole).verdict() == Verdict.NOT_APPLICABLE)
                .isEqualTo(whole == 0);
        assertThat(result(rate, part, whole).text().isEmpty()).isEqualTo(whole == 0);
    }

    @Property
    void nothingPassesATargetNobodyHasSet(
            @ForAll @IntRange(max = 5) int part,
            @ForAll @IntRange(max = 5) int whole,
            @ForAll Comparator comparator) {
        assertThat(result(Objectives.rate(comparator, null), part, whole).verdict())
                .isNotEqualTo(Verdict.MET);
    }

    @Property
    void poolingMonthsIsMeasuringThemTogether(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 500) Integer> wholes) {
        Objective rate = Objectives.rate(Comparator.AT_LEAST, Rational.of(1, 2));
        List<ObjectiveResult> months =
                wholes.stream().map(whole -> result(rate, whole / 2, whole)).toList();
        long part = wholes.stream().mapToLong(whole -> whole / 2).sum();
        long whole = wholes.stream().mapToLong(Integer::longValue).sum();
        assertThat(rate.pool(MARCH, months)).isEqualTo(result(rate, part, whole));
    }

    @Property
    void aFullySatisfiedFormNeverLowersTheRate(
            @ForAll @IntRange(min = 1, max = 30) int items,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 30) Integer> dissatisfied) {
        List<SurveyForm> forms =
                dissatisfied.stream().map(count -> form(Math.min(count, items))).toList();
        Rational before = satisfaction(items, forms);
        List<SurveyForm> more = new ArrayList<>(forms);
        more.add(form(0));
        assertThat(satisfaction(items, more)).isGreaterThanOrEqualTo(before);
    }

    private static SurveyForm form(int dissatisfied) {
        return new SurveyForm("un_1", IntStream.rangeClosed(1, dissatisfied).boxed().toList());
    }

    private static Rational satisfaction(int items, List<SurveyForm> forms) {
        Objective satisfaction = ObjectiveCatalogue.load().objectives().get(0);
        long answered = (long) items * forms.size();
        long dissatisfied = forms.stream().mapToLong(it -> it.dissatisfied().size()).sum();
        Measures measures =
                Measures.of(
                        List.of(
                                new Measure(
                                        "survey_items_answered",
                                        Rational.of(answered, 1),
                                        List.of()),
                                new Measure(
                                        "dissatisfied_items",
                                        Rational.of(dissatisfied, 1),
                                        List.of())));
        return satisfaction.evaluate(MARCH, measures).value().orElseThrow();
    }
}
