package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.SegregationApi;
import dev.guanjia.server.api.model.EndingCreate;
import dev.guanjia.server.api.model.Keeping;
import dev.guanjia.server.api.model.KeepingCreate;
import dev.guanjia.server.api.model.KeepingPage;
import dev.guanjia.server.api.model.SegregationOverride;
import dev.guanjia.server.api.model.SegregationOverrideCreate;
import dev.guanjia.server.api.model.SegregationOverridePage;
import dev.guanjia.server.api.model.SegregationRule;
import dev.guanjia.server.api.model.SegregationRuleCreate;
import dev.guanjia.server.api.model.SegregationRulePage;
import dev.guanjia.server.api.model.SegregationViolation;
import dev.guanjia.server.api.model.SegregationViolationPage;
import dev.guanjia.server.application.KeepingDesk;
import dev.guanjia.server.application.OverrideDesk;
import dev.guanjia.server.application.SegregationDesk;
import dev.guanjia.server.application.SegregationDesk.Filter;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What one person must not combine, who does, and who lifted it. */
@RestController
@RequestMapping("/v1")
class SegregationController implements SegregationApi {

    private final CurrentCaller caller;
    private final SegregationDesk desk;
    private final OverrideDesk overrides;
    private final KeepingDesk keepings;
    private final Clock clock;

    SegregationController(
            CurrentCaller caller,
            SegregationDesk desk,
            OverrideDesk overrides,
            KeepingDesk keepings,
            Clock clock) {
        this.caller = caller;
        this.desk = desk;
        this.overrides = overrides;
        this.keepings = keepings;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<SegregationRulePage> listSegregationRules(
            Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("segregation-rules", limit, cursor);
        Page<SegregationRule> page =
                desk.rules(caller.get(), request).map(SegregationMapping::rule);
        return ResponseEntity.ok(
                new SegregationRulePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<SegregationRule> createSegregationRule(
            String idempotencyKey, SegregationRuleCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        SegregationMapping.rule(
                                desk.create(caller.get(), SegregationMapping.row(body))));
    }

    @Override
    public ResponseEntity<SegregationViolationPage> listSegregationViolations(
            @Nullable String standing,
            @Nullable String staffId,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("segregation-violations", limit, cursor);
        LocalDate then = Wire.day(asOf, clock);
        LocalDate day = then == null ? LocalDate.now(clock) : then;
        Page<SegregationViolation> page =
                desk.violations(caller.get(), new Filter(standing, staffId, day), request)
                        .map(finding -> SegregationMapping.violation(finding, day));
        return ResponseEntity.ok(
                new SegregationViolationPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<SegregationOverridePage> listSegregationOverrides(
            @Nullable String standing,
            @Nullable String staffId,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("segregation-overrides", limit, cursor);
        Filter filter = new Filter(standing, staffId, Wire.day(asOf, clock));
        Page<SegregationOverride> page =
                overrides.list(caller.get(), filter, request).map(SegregationMapping::override);
        return ResponseEntity.ok(
                new SegregationOverridePage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<SegregationOverride> createSegregationOverride(
            String idempotencyKey, SegregationOverrideCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        SegregationMapping.override(
                                overrides.create(caller.get(), SegregationMapping.draft(body))));
    }

    @Override
    public ResponseEntity<KeepingPage> listKeepings(
            @Nullable String staffId,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("keepings", limit, cursor);
        Page<Keeping> page =
                keepings.list(caller.get(), staffId, Wire.day(asOf, clock), request)
                        .map(SegregationMapping::keeping);
        return ResponseEntity.ok(new KeepingPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Keeping> createKeeping(String idempotencyKey, KeepingCreate body) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(
                        SegregationMapping.keeping(
                                keepings.create(
                                        caller.get(),
                                        body.getStaffId(),
                                        body.getThing(),
                                        body.getFrom())));
    }

    @Override
    public ResponseEntity<Keeping> endKeeping(
            String keepingId, String idempotencyKey, EndingCreate body) {
        return ResponseEntity.ok(
                SegregationMapping.keeping(
                        keepings.end(caller.get(), keepingId, body.getTo(), body.getReason())));
    }
}
