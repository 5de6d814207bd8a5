package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.ReportsApi;
import dev.guanjia.server.api.model.Report;
import dev.guanjia.server.api.model.ReportHandInCreate;
import dev.guanjia.server.api.model.ReportKind;
import dev.guanjia.server.api.model.ReportKindPage;
import dev.guanjia.server.api.model.ReportPage;
import dev.guanjia.server.api.model.ReportReadingCreate;
import dev.guanjia.server.api.model.ReportRule;
import dev.guanjia.server.api.model.ReportRuleCreate;
import dev.guanjia.server.api.model.ReportRulePage;
import dev.guanjia.server.application.DutyReader.Days;
import dev.guanjia.server.application.ReportDesk;
import dev.guanjia.server.application.ReportReader;
import dev.guanjia.server.application.ReportReader.Query;
import dev.guanjia.server.application.ReportReader.Whose;
import dev.guanjia.server.application.ReportRuleDesk;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reports up the line. */
@RestController
@RequestMapping("/v1")
class ReportController implements ReportsApi {

    private final CurrentCaller caller;
    private final ReportDesk desk;
    private final ReportReader reader;
    private final ReportRuleDesk rules;
    private final Clock clock;

    ReportController(
            CurrentCaller caller,
            ReportDesk desk,
            ReportReader reader,
            ReportRuleDesk rules,
            Clock clock) {
        this.caller = caller;
        this.desk = desk;
        this.reader = reader;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<ReportKindPage> listReportKinds(Integer limit, @Nullable String cursor) {
        Page<ReportKind> page =
                reader.kinds(PageRequest.of("report-kinds", limit, cursor))
                        .map(ReportMapping::kind);
        return ResponseEntity.ok(new ReportKindPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<ReportRulePage> listReportRules(
            @Nullable String post, Integer limit, @Nullable String cursor) {
        Page<ReportRule> page =
                rules.list(caller.get(), post, PageRequest.of("report-rules", limit, cursor))
                        .map(ReportMapping::rule);
        return ResponseEntity.ok(new ReportRulePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<ReportRule> createReportRule(
            String idempotencyKey, ReportRuleCreate body) {
        ReportRuleDesk.Draft draft =
                new ReportRuleDesk.Draft(
                        body.getKind(), body.getPost(), body.getDaysAfter(), body.getFrom());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(ReportMapping.rule(rules.create(caller.get(), draft)));
    }

    @Override
    public ResponseEntity<ReportPage> listReports(
            LocalDate from,
            LocalDate to,
            @Nullable String kind,
            @Nullable String post,
            @Nullable String toPost,
            @Nullable String staffId,
            @Nullable String state,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        Query query =
                new Query(
                        new Days(from, to),
                        kind,
                        new Whose(post, toPost, staffId),
                        state,
                        then(asOf));
        Page<Report> page =
                reader.list(caller.get(), query, PageRequest.of("reports", limit, cursor))
                        .map(ReportMapping::report);
        return ResponseEntity.ok(new ReportPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Report> getReport(String reportId, @Nullable OffsetDateTime asOf) {
        return ResponseEntity.ok(
                ReportMapping.report(reader.get(caller.get(), reportId, then(asOf))));
    }

    @Override
    public ResponseEntity<Report> handInReport(
            String reportId, String idempotencyKey, ReportHandInCreate body) {
        return answer(
                desk.handIn(
                        caller.get(),
                        reportId,
                        body.getHandedInAt().toInstant(),
                        body.getReference()));
    }

    @Override
    public ResponseEntity<Report> readReport(
            String reportId, String idempotencyKey, ReportReadingCreate body) {
        return answer(
                desk.read(caller.get(), reportId, body.getReadAt().toInstant(), body.getNote()));
    }

    private ResponseEntity<Report> answer(dev.guanjia.plan.report.Report report) {
        return ResponseEntity.ok(ReportMapping.report(reader.show(caller.get(), report)));
    }

    private Instant then(@Nullable OffsetDateTime asOf) {
        return asOf == null ? clock.instant() : asOf.toInstant();
    }
}
