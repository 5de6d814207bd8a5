package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.model.RosterTurn;
import dev.guanjia.server.api.model.RosterTurnCreate;
import dev.guanjia.server.api.model.RosterTurnPage;
import dev.guanjia.server.api.model.RosterTurnWithdrawalCreate;
import dev.guanjia.server.api.model.StationGap;
import dev.guanjia.server.api.model.StationGapPage;
import dev.guanjia.server.application.RosterDesk;
import dev.guanjia.server.application.StationGapReader;
import dev.guanjia.server.application.StationGapReader.Query;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.RosterStore.Filter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The operations on rosters and gaps. */
@Component
class RosterAnswers {

    private final CurrentCaller caller;
    private final RosterDesk desk;
    private final StationGapReader gaps;

    RosterAnswers(CurrentCaller caller, RosterDesk desk, StationGapReader gaps) {
        this.caller = caller;
        this.desk = desk;
        this.gaps = gaps;
    }

    /** Which turns are asked for; null for any. */
    record Wanted(
            @Nullable String station,
            @Nullable String staff,
            @Nullable String community,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to) {}

    /** Which gaps are asked for; null for any. */
    record WantedGaps(
            LocalDate day,
            @Nullable String community,
            @Nullable String station,
            @Nullable OffsetDateTime asOf) {}

    ResponseEntity<RosterTurnPage> list(Wanted wanted, PageRequest request) {
        Filter filter =
                new Filter(
                        wanted.station(),
                        wanted.staff(),
                        wanted.community(),
                        instant(wanted.from()),
                        instant(wanted.to()));
        Page<RosterTurn> page = desk.list(caller.get(), filter, request).map(ShiftMapping::turn);
        return ResponseEntity.ok(new RosterTurnPage(page.items()).nextCursor(page.nextCursor()));
    }

    ResponseEntity<RosterTurn> plan(RosterTurnCreate body) {
        RosterDesk.Draft draft =
                new RosterDesk.Draft(
                        body.getStationId(),
                        body.getStaffId(),
                        body.getStartsAt().toInstant(),
                        body.getEndsAt().toInstant());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(ShiftMapping.turn(desk.plan(caller.get(), draft)));
    }

    ResponseEntity<RosterTurn> withdraw(String id, RosterTurnWithdrawalCreate body) {
        return ResponseEntity.ok(
                ShiftMapping.turn(desk.withdraw(caller.get(), id, body.getReason())));
    }

    ResponseEntity<StationGapPage> gaps(WantedGaps wanted, PageRequest request) {
        Query query =
                new Query(
                        wanted.day(), wanted.community(), wanted.station(), instant(wanted.asOf()));
        Page<StationGap> page = gaps.list(caller.get(), query, request).map(ShiftMapping::gap);
        return ResponseEntity.ok(new StationGapPage(page.items()).nextCursor(page.nextCursor()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
