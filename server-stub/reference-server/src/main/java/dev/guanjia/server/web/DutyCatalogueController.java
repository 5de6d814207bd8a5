package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.DutyCatalogueApi;
import dev.guanjia.server.api.model.DeadlineAllowanceCreate;
import dev.guanjia.server.api.model.DeadlineWord;
import dev.guanjia.server.api.model.DeadlineWordPage;
import dev.guanjia.server.api.model.DutyCreate;
import dev.guanjia.server.api.model.DutyHistory;
import dev.guanjia.server.api.model.DutyIntervalCreate;
import dev.guanjia.server.api.model.DutyIntervalRow;
import dev.guanjia.server.api.model.DutyIntervalRowPage;
import dev.guanjia.server.api.model.DutyPolicy;
import dev.guanjia.server.api.model.DutyPolicyPatch;
import dev.guanjia.server.api.model.DutyVersionCreate;
import dev.guanjia.server.api.model.RecordKindPage;
import dev.guanjia.server.api.model.RetirementCreate;
import dev.guanjia.server.api.model.Shift;
import dev.guanjia.server.api.model.ShiftCreate;
import dev.guanjia.server.api.model.ShiftPage;
import dev.guanjia.server.api.model.UnconfiguredDutyPage;
import dev.guanjia.server.application.DutyCatalogueDesk;
import dev.guanjia.server.application.DutyCatalogueDesk.Ending;
import dev.guanjia.server.application.DutyCatalogueDesk.History;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.PageRequest;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The duties of the company as data: the catalogue, its own rows, and when they come round. */
@RestController
@RequestMapping("/v1")
class DutyCatalogueController implements DutyCatalogueApi {

    private final CurrentCaller caller;
    private final DutyCatalogueDesk desk;
    private final RhythmAnswers rhythms;

    DutyCatalogueController(CurrentCaller caller, DutyCatalogueDesk desk, RhythmAnswers rhythms) {
        this.caller = caller;
        this.desk = desk;
        this.rhythms = rhythms;
    }

    @Override
    public ResponseEntity<DutyHistory> createDuty(String idempotencyKey, DutyCreate body) {
        String id = body.getId();
        History history = desk.create(caller.get(), id, DutyContent.of(body));
        return ResponseEntity.created(Wire.location("duties", id))
                .eTag(Version.tag(history.version()))
                .body(DutyContent.history(history));
    }

    @Override
    public ResponseEntity<DutyHistory> getDuty(String dutyId) {
        return answer(desk.get(caller.get(), dutyId));
    }

    @Override
    public ResponseEntity<DutyHistory> changeDuty(
            String dutyId, String idempotencyKey, String ifMatch, DutyVersionCreate body) {
        return answer(desk.change(caller.get(), dutyId, ifMatch, DutyContent.of(body)));
    }

    @Override
    public ResponseEntity<DutyHistory> retireDuty(
            String dutyId, String idempotencyKey, String ifMatch, RetirementCreate body) {
        Ending ending = new Ending(body.getFrom(), body.getReason());
        return answer(desk.retire(caller.get(), dutyId, ifMatch, ending));
    }

    private static ResponseEntity<DutyHistory> answer(History history) {
        return ResponseEntity.ok()
                .eTag(Version.tag(history.version()))
                .body(DutyContent.history(history));
    }

    @Override
    public ResponseEntity<RecordKindPage> listRecordKinds(Integer limit, @Nullable String cursor) {
        return rhythms.records(PageRequest.of("record-kinds", limit, cursor));
    }

    @Override
    public ResponseEntity<DutyIntervalRowPage> listDutyIntervals(
            @Nullable String dutyId, Integer limit, @Nullable String cursor) {
        return rhythms.intervals(dutyId, PageRequest.of("duty-intervals", limit, cursor));
    }

    @Override
    public ResponseEntity<DutyIntervalRow> setDutyInterval(
            String idempotencyKey, DutyIntervalCreate body) {
        return rhythms.setInterval(body);
    }

    @Override
    public ResponseEntity<ShiftPage> listShifts(
            @Nullable String post,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        return rhythms.shifts(post, asOf, PageRequest.of("shifts", limit, cursor));
    }

    @Override
    public ResponseEntity<Shift> setShift(String idempotencyKey, ShiftCreate body) {
        return rhythms.setShift(body);
    }

    @Override
    public ResponseEntity<UnconfiguredDutyPage> listUnconfiguredDuties(
            @Nullable String post, Integer limit, @Nullable String cursor) {
        return rhythms.unconfigured(post, PageRequest.of("unconfigured-duties", limit, cursor));
    }

    @Override
    public ResponseEntity<DeadlineWordPage> listDeadlineWords(
            Integer limit, @Nullable String cursor) {
        return rhythms.words(PageRequest.of("deadline-words", limit, cursor));
    }

    @Override
    public ResponseEntity<DeadlineWord> setDeadlineAllowance(
            String deadlineWordId, String idempotencyKey, DeadlineAllowanceCreate body) {
        return rhythms.setAllowance(deadlineWordId, body);
    }

    @Override
    public ResponseEntity<DutyPolicy> getDutyPolicy() {
        return rhythms.policy();
    }

    @Override
    public ResponseEntity<DutyPolicy> updateDutyPolicy(
            String idempotencyKey, String ifMatch, DutyPolicyPatch body) {
        return rhythms.update(ifMatch, body);
    }
}
