package dev.guanjia.server.web;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.DeadlineAllowanceCreate;
import dev.guanjia.server.api.model.DeadlineWord;
import dev.guanjia.server.api.model.DeadlineWordPage;
import dev.guanjia.server.api.model.DutyIntervalCreate;
import dev.guanjia.server.api.model.DutyIntervalRow;
import dev.guanjia.server.api.model.DutyIntervalRowPage;
import dev.guanjia.server.api.model.DutyPolicy;
import dev.guanjia.server.api.model.DutyPolicyPatch;
import dev.guanjia.server.api.model.Label;
import dev.guanjia.server.api.model.RecordKind;
import dev.guanjia.server.api.model.RecordKindPage;
import dev.guanjia.server.api.model.Shift;
import dev.guanjia.server.api.model.ShiftCreate;
import dev.guanjia.server.api.model.ShiftPage;
import dev.guanjia.server.api.model.UnconfiguredDuty;
import dev.guanjia.server.api.model.UnconfiguredDutyPage;
import dev.guanjia.server.application.DutyRhythmDesk;
import dev.guanjia.server.application.DutyRhythmReader;
import dev.guanjia.server.application.DutyRhythmReader.Waiting;
import dev.guanjia.server.application.DutyRhythmReader.Word;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.DutyRhythmStore.AllowanceRow;
import dev.guanjia.server.store.DutyRhythmStore.IntervalRow;
import dev.guanjia.server.store.DutyRhythmStore.Named;
import dev.guanjia.server.store.DutyRhythmStore.PolicyRow;
import dev.guanjia.server.store.DutyRhythmStore.ShiftRow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The half of the duty catalogue's operations that is about when duties come round. */
@Component
class RhythmAnswers {

    private final CurrentCaller caller;
    private final DutyRhythmDesk desk;
    private final DutyRhythmReader reader;

    RhythmAnswers(CurrentCaller caller, DutyRhythmDesk desk, DutyRhythmReader reader) {
        this.caller = caller;
        this.desk = desk;
        this.reader = reader;
    }

    ResponseEntity<RecordKindPage> records(PageRequest request) {
        Page<RecordKind> page =
                reader.records(request)
                        .map(
                                row ->
                                        new RecordKind(
                                                row.id(),
                                                Wire.label(row.label()),
                                                row.from(),
                                                row.source()));
        return ResponseEntity.ok(new RecordKindPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<DutyIntervalRowPage> intervals(@Nullable String dutyId, PageRequest request) {
        Page<DutyIntervalRow> page =
                reader.intervals(caller.get(), dutyId, request).map(RhythmAnswers::interval);
        return ResponseEntity.ok(
                new DutyIntervalRowPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<DutyIntervalRow> setInterval(DutyIntervalCreate body) {
        IntervalRow row =
                desk.setInterval(caller.get(), body.getDutyId(), body.getEvery(), body.getFrom());
        return ResponseEntity.status(HttpStatus.CREATED).body(interval(row));
    }

    private static DutyIntervalRow interval(IntervalRow row) {
        return new DutyIntervalRow(row.id(), row.dutyId(), row.every(), row.from());
    }

    ResponseEntity<ShiftPage> shifts(
            @Nullable String post, @Nullable OffsetDateTime asOf, PageRequest request) {
        Page<Shift> page =
                reader.shifts(caller.get(), post, asOf == null ? null : asOf.toInstant(), request)
                        .map(RhythmAnswers::shift);
        return ResponseEntity.ok(new ShiftPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<Shift> setShift(ShiftCreate body) {
        Label label = body.getLabel();
        ShiftRow row =
                new ShiftRow(
                        new Named(body.getId(), label.getZh(), label.getEn()),
                        LocalTime.parse(body.getBegins()),
                        body.getMinutes(),
                        body.getDays(),
                        body.getPosts(),
                        body.getFrom(),
                        null);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(shift(desk.setShift(caller.get(), row)));
    }

    private static Shift shift(ShiftRow row) {
        return new Shift(
                        row.name().id(),
                        new Label(row.name().zh(), row.name().en()),
                        row.begins().toString(),
                        row.minutes(),
                        row.days(),
                        row.posts(),
                        row.from())
                .to(row.to());
    }

    ResponseEntity<UnconfiguredDutyPage> unconfigured(@Nullable String post, PageRequest request) {
        Page<UnconfiguredDuty> page =
                reader.unconfigured(caller.get(), post, request).map(RhythmAnswers::waiting);
        return ResponseEntity.ok(
                new UnconfiguredDutyPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static UnconfiguredDuty waiting(Waiting waiting) {
        Cadence cadence = waiting.line().cadence();
        return new UnconfiguredDuty(
                waiting.line().duty().value(),
                Wire.label(waiting.label()),
                waiting.line().post().value(),
                cadence.name(),
                missing(cadence));
    }

    private static String missing(Cadence cadence) {
        if (cadence == Cadence.PERIODIC) {
            return "INTERVAL";
        }
        return cadence == Cadence.SHIFT ? "SHIFTS" : "SETUP_DAY";
    }

    ResponseEntity<DeadlineWordPage> words(PageRequest request) {
        Page<DeadlineWord> page = reader.words(caller.get(), request).map(RhythmAnswers::word);
        return ResponseEntity.ok(new DeadlineWordPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<DeadlineWord> setAllowance(String word, DeadlineAllowanceCreate body) {
        AllowanceRow row = new AllowanceRow(word, body.getAllowance(), body.getFrom());
        desk.setAllowance(caller.get(), row);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(word(reader.word(caller.get(), word)));
    }

    private static DeadlineWord word(Word word) {
        return new DeadlineWord(
                        word.entry().id(),
                        Wire.label(word.entry().label()),
                        word.entry().from(),
                        word.entry().source())
                .allowance(word.limit().map(AllowanceRow::allowance).orElse(null))
                .allowanceFrom(word.limit().map(AllowanceRow::from).orElse(null));
    }

    ResponseEntity<DutyPolicy> policy() {
        return answer(desk.policy(caller.get()));
    }

    ResponseEntity<DutyPolicy> update(String ifMatch, DutyPolicyPatch patch) {
        return answer(desk.update(caller.get(), ifMatch, old -> changed(old, patch)));
    }

    private static PolicyRow changed(PolicyRow old, DutyPolicyPatch patch) {
        JsonNullable<LocalDate> setup = patch.getSetupOn();
        return new PolicyRow(
                Optional.ofNullable(patch.getWorkingDayRule()).orElse(old.rule()),
                Optional.ofNullable(patch.getStrictlyBefore()).orElse(old.strictlyBefore()),
                Optional.ofNullable(patch.getWeekEnd()).orElse(old.weekEnd()),
                Optional.ofNullable(patch.getBiweeklyAnchor()).orElse(old.anchor()),
                setup.isPresent() ? setup.get() : old.setupOn(),
                old.version());
    }

    private static ResponseEntity<DutyPolicy> answer(PolicyRow row) {
        return ResponseEntity.ok()
                .eTag(Version.tag(row.version()))
                .body(
                        new DutyPolicy(
                                        row.rule(),
                                        row.strictlyBefore(),
                                        row.weekEnd(),
                                        row.anchor())
                                .setupOn(row.setupOn()));
    }
}
