package dev.guanjia.server.web;

import dev.guanjia.decision.Language;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.AuditApi;
import dev.guanjia.server.api.model.AuditEntry;
import dev.guanjia.server.api.model.AuditEntryPage;
import dev.guanjia.server.application.AuditDesk;
import dev.guanjia.server.audit.AuditReader.AuditRow;
import dev.guanjia.server.audit.AuditReader.Filter;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.RequestLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The trail of what was asked for. */
@RestController
@RequestMapping("/v1")
class AuditController implements AuditApi {

    private static final Pattern ID = Pattern.compile("[a-z]{2}_[0-9A-Za-z]{8,32}");

    private final CurrentCaller caller;
    private final AuditDesk trail;
    private final HttpServletRequest http;

    AuditController(CurrentCaller caller, AuditDesk trail, HttpServletRequest http) {
        this.caller = caller;
        this.trail = trail;
        this.http = http;
    }

    @Override
    public ResponseEntity<AuditEntryPage> listAuditEntries(
            @Nullable String action,
            @Nullable String outcome,
            Integer limit,
            @Nullable String cursor) {
        Filter filter = new Filter(Optional.ofNullable(action), Optional.ofNullable(outcome));
        PageRequest request = PageRequest.of("audit-entries", limit, cursor);
        Page<AuditRow> page = trail.list(caller.get(), filter, request);
        Language language = RequestLanguage.of(http);
        return ResponseEntity.ok(
                new AuditEntryPage(page.map(row -> entry(row, language)).items())
                        .nextCursor(page.nextCursor()));
    }

    private static AuditEntry entry(AuditRow row, Language language) {
        String subject = row.attempt().subject();
        return new AuditEntry(
                        row.id(),
                        row.attempt().action(),
                        row.attempt().outcome(),
                        row.attempt().reasons().stream()
                                .map(r -> ReasonMapping.reason(r, language))
                                .toList(),
                        Wire.at(row.recordedAt()))
                .staffId(row.who().staffId())
                .post(row.who().post())
                .authorityVersion(row.who().authorityVersion())
                // what was to be made has no id yet, only a name
                .subjectId(ID.matcher(subject).matches() ? subject : null);
    }
}
