package dev.guanjia.server.web;

import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.duty.ShiftCount;
import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.DutyRound;
import dev.guanjia.server.api.model.DutyRoundCreate;
import dev.guanjia.server.api.model.DutyRoundPage;
import dev.guanjia.server.api.model.EndingCreate;
import dev.guanjia.server.api.model.Label;
import dev.guanjia.server.api.model.PatrolArea;
import dev.guanjia.server.api.model.PatrolAreaCreate;
import dev.guanjia.server.api.model.PatrolAreaPage;
import dev.guanjia.server.api.model.ShiftAreaCount;
import dev.guanjia.server.api.model.ShiftResult;
import dev.guanjia.server.api.model.ShiftResultPage;
import dev.guanjia.server.application.DutyReader.Days;
import dev.guanjia.server.application.OccurrenceIds;
import dev.guanjia.server.application.PatrolDesk;
import dev.guanjia.server.application.ShiftResults;
import dev.guanjia.server.application.ShiftResults.Query;
import dev.guanjia.server.application.ShiftResults.Result;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.DutyRhythmStore.Named;
import dev.guanjia.server.store.PatrolStore.AreaRow;
import dev.guanjia.server.store.PatrolStore.RoundRow;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The half of the occurrences' operations that is about patrols. */
@Component
class PatrolAnswers {

    private final CurrentCaller caller;
    private final PatrolDesk desk;
    private final ShiftResults results;

    PatrolAnswers(CurrentCaller caller, PatrolDesk desk, ShiftResults results) {
        this.caller = caller;
        this.desk = desk;
        this.results = results;
    }

    /** Which counts are asked for. */
    record Wanted(LocalDate from, LocalDate to, @Nullable String post, @Nullable Boolean met) {}

    ResponseEntity<DutyRound> cover(String occurrenceId, DutyRoundCreate body) {
        RoundRow row =
                desk.cover(
                        caller.get(),
                        occurrenceId,
                        body.getAreaId(),
                        body.getCoveredAt().toInstant());
        return ResponseEntity.status(HttpStatus.CREATED).body(round(row));
    }

    ResponseEntity<DutyRoundPage> rounds(
            String occurrenceId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("duty-rounds", limit, cursor);
        Page<DutyRound> page =
                desk.rounds(caller.get(), occurrenceId, request).map(PatrolAnswers::round);
        return ResponseEntity.ok(new DutyRoundPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<PatrolArea> create(PatrolAreaCreate body) {
        Label label = body.getLabel();
        AreaRow area =
                new AreaRow(
                        new Named(body.getId(), label.getZh(), label.getEn()),
                        body.getPosts(),
                        body.getCommunityId(),
                        body.getFrom(),
                        null);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(area(desk.create(caller.get(), area)));
    }

    ResponseEntity<PatrolArea> end(String areaId, EndingCreate body) {
        return ResponseEntity.ok(area(desk.end(caller.get(), areaId, body.getTo())));
    }

    ResponseEntity<PatrolAreaPage> areas(
            @Nullable String post, @Nullable OffsetDateTime asOf, PageRequest request) {
        Page<PatrolArea> page =
                desk.areas(caller.get(), post, asOf == null ? null : asOf.toInstant(), request)
                        .map(PatrolAnswers::area);
        return ResponseEntity.ok(new PatrolAreaPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<ShiftResultPage> results(Wanted wanted, PageRequest request) {
        Query query = new Query(new Days(wanted.from(), wanted.to()), wanted.post(), wanted.met());
        Page<ShiftResult> page =
                results.list(caller.get(), query, request).map(PatrolAnswers::result);
        return ResponseEntity.ok(new ShiftResultPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static PatrolArea area(AreaRow row) {
        return new PatrolArea(
                        row.name().id(),
                        new Label(row.name().zh(), row.name().en()),
                        row.posts(),
                        row.from())
                .communityId(row.communityId())
                .to(row.to());
    }

    private static DutyRound round(RoundRow row) {
        return new DutyRound(row.id(), row.occurrenceId(), row.area(), Wire.at(row.at()), row.by())
                .patrolRoundId(row.patrolRound());
    }

    private static ShiftResult result(Result result) {
        ShiftCount count = result.count();
        OccurrenceKey key = count.key();
        List<ShiftAreaCount> areas =
                count.counts().entrySet().stream()
                        .map(
                                area ->
                                        new ShiftAreaCount(
                                                area.getKey(),
                                                area.getValue(),
                                                area.getValue() >= count.required()))
                        .toList();
        return new ShiftResult(
                OccurrenceIds.of(key),
                key.duty().value(),
                Wire.label(result.due().duty().label()),
                key.post().value(),
                key.part(),
                key.start(),
                count.required(),
                areas,
                count.isMet(),
                count.missing().values().stream().mapToInt(Integer::intValue).sum());
    }
}
