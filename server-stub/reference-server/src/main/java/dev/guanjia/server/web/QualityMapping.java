package dev.guanjia.server.web;

import dev.guanjia.formula.CheckedFormula;
import dev.guanjia.money.Rational;
import dev.guanjia.quality.Display;
import dev.guanjia.quality.Measure;
import dev.guanjia.quality.MeasureRow;
import dev.guanjia.quality.Measures;
import dev.guanjia.quality.Objective;
import dev.guanjia.quality.ObjectiveResult;
import dev.guanjia.server.api.model.MeasureValue;
import dev.guanjia.server.api.model.QualityEvidenceRow;
import dev.guanjia.server.api.model.QualityObjective;
import dev.guanjia.server.api.model.QualityResult;
import dev.guanjia.server.api.model.Survey;
import dev.guanjia.server.api.model.SurveyForm;
import dev.guanjia.server.api.model.SurveyFormBatch;
import dev.guanjia.server.application.SurveyDesk.Returned;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objectives, results and surveys on the wire. */
final class QualityMapping {

    private static final int DECIMALS = 6;

    private QualityMapping() {}

    static QualityObjective objective(Objective objective) {
        CheckedFormula formula = objective.method().formula();
        return new QualityObjective()
                .id(objective.id().value())
                .label(Wire.label(objective.label()))
                .numerator(
                        formula.split()
                                .map(CheckedFormula.Fraction::numerator)
                                .orElse(formula)
                                .toString())
                .denominator(
                        formula.split()
                                .map(CheckedFormula.Fraction::denominator)
                                .map(CheckedFormula::toString)
                                .orElse("1"))
                .measures(List.copyOf(formula.measures()))
                .comparator(objective.goal().comparator().name())
                .targetPercent(targetPercent(objective))
                .from(objective.from())
                .source(objective.source());
    }

    private static @Nullable String targetPercent(Objective objective) {
        Rational target = objective.goal().target();
        return target == null ? null : Display.PERCENT.text(target);
    }

    static QualityResult result(ObjectiveResult result, Measures measures, Instant asOf) {
        Objective objective = result.objective();
        return new QualityResult()
                .objectiveId(objective.id().value())
                .label(Wire.label(objective.label()))
                .period(YearMonth.from(result.period().start()).toString())
                .asOf(Wire.at(asOf))
                .numerator(text(result.numerator()))
                .denominator(text(result.denominator()))
                .percent(result.text().orElse(null))
                .targetPercent(targetPercent(objective))
                .verdict(result.verdict().name())
                .measures(
                        objective.method().formula().measures().stream()
                                .map(measures::measure)
                                .map(QualityMapping::value)
                                .toList());
    }

    private static MeasureValue value(Measure measure) {
        return new MeasureValue(measure.name(), text(measure.value()));
    }

    static QualityEvidenceRow evidence(Measure measure, MeasureRow row) {
        return new QualityEvidenceRow(measure.name(), row.reference(), text(row.value()))
                .note(row.note());
    }

    /** Exact where six decimals suffice; hours may need more. */
    private static String text(Rational number) {
        BigDecimal rounded = number.toDecimal(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    static Survey survey(Returned returned) {
        int dissatisfied =
                returned.forms().stream().mapToInt(form -> form.dissatisfied().size()).sum();
        return new Survey()
                .id(returned.row().survey().id().value())
                .communityId(returned.row().communityId())
                .title(returned.row().survey().title())
                .period(returned.row().survey().period().toString())
                .itemsPerForm(returned.row().survey().itemsPerForm())
                .formsReturned(returned.forms().size())
                .dissatisfiedItems(dissatisfied);
    }

    static SurveyFormBatch forms(String survey, List<dev.guanjia.quality.SurveyForm> forms) {
        return new SurveyFormBatch(
                survey,
                forms.stream()
                        .map(form -> new SurveyForm(form.reference(), form.dissatisfied()))
                        .toList());
    }
}
