package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.ShiftsApi;
import dev.guanjia.server.api.model.EndingCreate;
import dev.guanjia.server.api.model.Handover;
import dev.guanjia.server.api.model.HandoverCreate;
import dev.guanjia.server.api.model.HandoverPage;
import dev.guanjia.server.api.model.HandoverStepCreate;
import dev.guanjia.server.api.model.RosterTurn;
import dev.guanjia.server.api.model.RosterTurnCreate;
import dev.guanjia.server.api.model.RosterTurnPage;
import dev.guanjia.server.api.model.RosterTurnWithdrawalCreate;
import dev.guanjia.server.api.model.ShiftLogEntry;
import dev.guanjia.server.api.model.ShiftLogEntryCreate;
import dev.guanjia.server.api.model.ShiftLogEntryPage;
import dev.guanjia.server.api.model.Station;
import dev.guanjia.server.api.model.StationCreate;
import dev.guanjia.server.api.model.StationGapPage;
import dev.guanjia.server.api.model.StationPage;
import dev.guanjia.server.api.model.WatchEvent;
import dev.guanjia.server.api.model.WatchEventCreate;
import dev.guanjia.server.api.model.WatchEventPage;
import dev.guanjia.server.application.StationDesk;
import dev.guanjia.server.application.StationReader;
import dev.guanjia.server.application.WatchDesk;
import dev.guanjia.server.application.WatchDesk.Happened;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.HandoverStore;
import dev.guanjia.server.store.StationStore.StationRow;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Manned stations and what their shifts do. */
@RestController
@RequestMapping("/v1")
class ShiftController implements ShiftsApi {

    private final CurrentCaller caller;
    private final StationDesk stations;
    private final StationReader reader;
    private final WatchDesk watches;
    private final HandoverAnswers handovers;
    private final RosterAnswers rosters;

    ShiftController(
            CurrentCaller caller,
            StationDesk stations,
            StationReader reader,
            WatchDesk watches,
            HandoverAnswers handovers,
            RosterAnswers rosters) {
        this.caller = caller;
        this.stations = stations;
        this.reader = reader;
        this.watches = watches;
        this.handovers = handovers;
        this.rosters = rosters;
    }

    @Override
    public ResponseEntity<StationPage> listStations(
            @Nullable String communityId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("stations", limit, cursor);
        Page<Station> page =
                reader.list(caller.get(), communityId, request).map(ShiftMapping::station);
        return ResponseEntity.ok(new StationPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<Station> createStation(String idempotencyKey, StationCreate body) {
        StationRow row = stations.create(caller.get(), ShiftMapping.draft(body));
        return ResponseEntity.created(Wire.location("stations", row.id()))
                .body(ShiftMapping.station(reader.show(row)));
    }

    @Override
    public ResponseEntity<Station> getStation(String stationId) {
        return ResponseEntity.ok(ShiftMapping.station(reader.get(caller.get(), stationId)));
    }

    @Override
    public ResponseEntity<Station> endStation(
            String stationId, String idempotencyKey, EndingCreate body) {
        stations.end(caller.get(), stationId, body.getTo(), body.getReason());
        return getStation(stationId);
    }

    @Override
    public ResponseEntity<RosterTurnPage> listRosterTurns(
            @Nullable String stationId,
            @Nullable String staffId,
            @Nullable OffsetDateTime fromAt,
            @Nullable OffsetDateTime toAt,
            @Nullable String communityId,
            Integer limit,
            @Nullable String cursor) {
        return rosters.list(
                new RosterAnswers.Wanted(stationId, staffId, communityId, fromAt, toAt),
                PageRequest.of("roster-turns", limit, cursor));
    }

    @Override
    public ResponseEntity<RosterTurn> planRosterTurn(String idempotencyKey, RosterTurnCreate body) {
        return rosters.plan(body);
    }

    @Override
    public ResponseEntity<RosterTurn> withdrawRosterTurn(
            String turnId, String idempotencyKey, RosterTurnWithdrawalCreate body) {
        return rosters.withdraw(turnId, body);
    }

    @Override
    public ResponseEntity<WatchEventPage> listWatchEvents(
            String stationId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("watch-events", limit, cursor);
        Page<WatchEvent> page =
                reader.events(caller.get(), stationId, request)
                        .map(row -> ShiftMapping.event(row.event()));
        return ResponseEntity.ok(new WatchEventPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<WatchEvent> recordWatchEvent(
            String stationId, String idempotencyKey, WatchEventCreate body) {
        Happened happened =
                new Happened(body.getKind(), body.getOccurredAt().toInstant(), body.getStandInId());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(ShiftMapping.event(watches.record(caller.get(), stationId, happened)));
    }

    @Override
    public ResponseEntity<ShiftLogEntryPage> listShiftLogEntries(
            String stationId, Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("shift-log-entries", limit, cursor);
        Page<ShiftLogEntry> page =
                reader.entries(caller.get(), stationId, request).map(ShiftMapping::entry);
        return ResponseEntity.ok(new ShiftLogEntryPage(page.items()).nextCursor(page.nextCursor()));
    }

    @Override
    public ResponseEntity<ShiftLogEntry> writeShiftLogEntry(
            String stationId, String idempotencyKey, ShiftLogEntryCreate body) {
        return handovers.write(stationId, body);
    }

    @Override
    public ResponseEntity<Handover> prepareHandover(
            String stationId, String idempotencyKey, HandoverCreate body) {
        return handovers.prepare(stationId, body);
    }

    @Override
    public ResponseEntity<HandoverPage> listHandovers(
            @Nullable String stationId,
            @Nullable String state,
            @Nullable String communityId,
            @Nullable String staffId,
            Integer limit,
            @Nullable String cursor) {
        return handovers.list(
                new HandoverStore.Filter(stationId, state, communityId, staffId),
                PageRequest.of("handovers", limit, cursor));
    }

    @Override
    public ResponseEntity<Handover> getHandover(String handoverId) {
        return handovers.get(handoverId);
    }

    @Override
    public ResponseEntity<Handover> stepHandover(
            String handoverId, String idempotencyKey, String ifMatch, HandoverStepCreate body) {
        return handovers.step(handoverId, ifMatch, body);
    }

    @Override
    public ResponseEntity<StationGapPage> listStationGaps(
            LocalDate day,
            @Nullable String communityId,
            @Nullable String stationId,
            @Nullable OffsetDateTime asOf,
            Integer limit,
            @Nullable String cursor) {
        return rosters.gaps(
                new RosterAnswers.WantedGaps(day, communityId, stationId, asOf),
                PageRequest.of("station-gaps", limit, cursor));
    }
}
