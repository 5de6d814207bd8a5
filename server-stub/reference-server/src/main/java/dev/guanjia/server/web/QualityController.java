package dev.guanjia.server.web;

import dev.guanjia.quality.Measure;
import dev.guanjia.quality.Objective;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.QualityApi;
import dev.guanjia.server.api.model.QualityEvidenceRow;
import dev.guanjia.server.api.model.QualityEvidenceRowPage;
import dev.guanjia.server.api.model.QualityObjective;
import dev.guanjia.server.api.model.QualityObjectivePage;
import dev.guanjia.server.api.model.QualityResult;
import dev.guanjia.server.api.model.QualityResultPage;
import dev.guanjia.server.api.model.Survey;
import dev.guanjia.server.api.model.SurveyCreate;
import dev.guanjia.server.api.model.SurveyFormBatch;
import dev.guanjia.server.api.model.SurveyFormBatchCreate;
import dev.guanjia.server.application.QualityDesk;
import dev.guanjia.server.application.SurveyDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Objectives, the months judged by them, and surveys. */
@RestController
@RequestMapping("/v1")
class QualityController implements QualityApi {

    private final CurrentCaller caller;
    private final QualityDesk quality;
    private final SurveyDesk surveys;
    private final Clock clock;

    QualityController(CurrentCaller caller, QualityDesk quality, SurveyDesk surveys, Clock clock) {
        this.caller = caller;
        this.quality = quality;
        this.surveys = surveys;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<QualityObjectivePage> listQualityObjectives(
            Integer limit, @Nullable String cursor) {
        List<QualityObjective> all =
                quality.objectives().stream().map(QualityMapping::objective).toList();
        Page<QualityObjective> page =
                page(all, PageRequest.of("objectives", limit, cursor), QualityObjective::getId);
        return ResponseEntity.ok(
                new QualityObjectivePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<QualityResultPage> listQualityResults(
            String period, @Nullable OffsetDateTime asOf, Integer limit, @Nullable String cursor) {
        Instant at = instant(asOf);
        QualityDesk.Judged judged = quality.judge(caller.get(), YearMonth.parse(period), at);
        List<QualityResult> all =
                judged.results().stream()
                        .map(result -> QualityMapping.result(result, judged.measures(), at))
                        .toList();
        Page<QualityResult> page =
                page(all, PageRequest.of("results", limit, cursor), QualityResult::getObjectiveId);
        return ResponseEntity.ok(new QualityResultPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<QualityEvidenceRowPage> listQualityEvidence(
            String objectiveId,
            String period,
            @Nullable String measure,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        YearMonth month = YearMonth.parse(period);
        Objective objective = quality.objective(objectiveId, month);
        QualityDesk.Judged judged = quality.judge(caller.get(), month, instant(asOf));
        List<QualityEvidenceRow> all =
                objective.method().formula().measures().stream()
                        .filter(name -> measure == null || measure.equals(name))
                        .map(name -> judged.measures().measure(name))
                        .flatMap(QualityController::rows)
                        .toList();
        Page<QualityEvidenceRow> page =
                page(all, PageRequest.of("evidence", limit, cursor), QualityController::key);
        return ResponseEntity.ok(
                new QualityEvidenceRowPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Survey> createSurvey(String idempotencyKey, SurveyCreate body) {
        SurveyDesk.Plan plan =
                new SurveyDesk.Plan(
                        body.getCommunityId(),
                        body.getTitle(),
                        YearMonth.parse(body.getPeriod()),
                        body.getItemsPerForm());
        Survey survey = QualityMapping.survey(surveys.create(caller.get(), plan));
        return ResponseEntity.created(Wire.location("surveys", survey.getId())).body(survey);
    }

    @Override
    public ResponseEntity<Survey> getSurvey(String surveyId) {
        return ResponseEntity.ok(QualityMapping.survey(surveys.get(caller.get(), surveyId)));
    }

    @Override
    public ResponseEntity<SurveyFormBatch> createSurveyForms(
            String surveyId, String idempotencyKey, SurveyFormBatchCreate body) {
        List<SurveyDesk.Form> forms =
                body.getForms().stream()
                        .map(
                                form ->
                                        new SurveyDesk.Form(
                                                form.getUnitId(), form.getDissatisfiedItems()))
                        .toList();
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        QualityMapping.forms(
                                surveyId, surveys.addForms(caller.get(), surveyId, forms)));
    }

    private Instant instant(@Nullable OffsetDateTime asOf) {
        return asOf == null ? clock.instant() : asOf.toInstant();
    }

    private static java.util.stream.Stream<QualityEvidenceRow> rows(Measure measure) {
        return measure.rows().stream().map(row -> QualityMapping.evidence(measure, row));
    }

    private static String key(QualityEvidenceRow row) {
        return PageRequest.join(row.getMeasure(), row.getReference(), row.getNote());
    }

    private static <T> Page<T> page(List<T> all, PageRequest request, Function<T, String> key) {
        List<T> rest =
                all.stream()
                        .sorted(Comparator.comparing(key))
                        .filter(item -> key.apply(item).compareTo(request.afterText()) > 0)
                        .limit(request.fetch())
                        .toList();
        return Page.of(rest, request, key);
    }
}
