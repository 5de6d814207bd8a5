package dev.guanjia.server.application;

import dev.guanjia.calendar.TimeSpan;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.Roster;
import dev.guanjia.security.shift.Roster.Turn;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.RosterStore;
import dev.guanjia.server.store.RosterStore.Filter;
import dev.guanjia.server.store.RosterStore.TurnRow;
import dev.guanjia.server.store.RosterStore.Withdrawal;
import dev.guanjia.server.store.StaffStore;
import dev.guanjia.server.store.StationStore;
import dev.guanjia.server.store.StationStore.StationRow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Plans who has the watch where and when. */
@Service
public class RosterDesk {

    private final Permissions permissions;
    private final Stores stores;
    private final StationGuards guards;
    private final Audit audit;
    private final Clock clock;

    RosterDesk(
            Permissions permissions,
            Stores stores,
            StationGuards guards,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.stores = stores;
        this.guards = guards;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where rosters are.
     *
     * @param stations the stations
     * @param turns who is planned there
     * @param staff the people
     */
    @Component
    record Stores(StationStore stations, RosterStore turns, StaffStore staff) {}

    /**
     * A turn as it was given.
     *
     * @param stationId where
     * @param staffId who
     * @param from when
     * @param to until when
     */
    public record Draft(String stationId, String staffId, Instant from, Instant to) {}

    /**
     * Plans a turn; the person's other turns stay as they are until this one is in.
     *
     * @param caller who asks
     * @param draft the turn
     * @return the turn
     */
    public TurnRow plan(Caller caller, Draft draft) {
        permissions.require(caller, "plan-roster-turn", draft.stationId());
        Given given = new Given();
        Optional<StationRow> station = stores.stations().lock(caller.tenant(), draft.stationId());
        if (station.isEmpty()) {
            given.unknown("/station_id", draft.stationId());
        }
        if (stores.staff().lock(caller.tenant(), draft.staffId()).isEmpty()) {
            given.unknown("/staff_id", draft.staffId());
        }
        Optional<TimeSpan> span = span(given, draft);
        given.end();
        StaffId person = new StaffId(draft.staffId());
        Turn turn = new Turn(person, draft.stationId(), span.orElseThrow());
        List<Turn> others = stores.turns().turns(caller.tenant(), Filter.of(person, turn.span()));
        Refused.unlessAccepted(new Roster(others).plan(turn));
        StationDesk.requireInUse(station.orElseThrow(), turn.span().end().minusNanos(1));
        guards.requirePost(caller, station.orElseThrow(), person, turn.span().start());
        TurnRow row = new TurnRow(Ids.next("tu"), 0, turn);
        stores.turns().add(caller.tenant(), row, clock.instant());
        Map<String, String> facts = Map.of("station", draft.stationId(), "staff", draft.staffId());
        audit.accepted(caller, "plan-roster-turn", row.id(), facts);
        return row;
    }

    /**
     * Withdraws a turn that was planned by mistake.
     *
     * @param caller who asks
     * @param id which
     * @param reason why
     * @return the turn as it was
     */
    public TurnRow withdraw(Caller caller, String id, String reason) {
        permissions.require(caller, "withdraw-roster-turn", id);
        TurnRow row =
                stores.turns().lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Given given = new Given();
        given.text("/reason", reason);
        given.end();
        Instant now = clock.instant();
        Refused.unlessAccepted(new Roster(List.of(row.turn())).withdraw(row.turn(), now));
        stores.turns().withdraw(caller.tenant(), id, new Withdrawal(now, caller.staffId(), reason));
        Map<String, String> facts = Map.of("station", row.turn().station(), "reason", reason);
        audit.accepted(caller, "withdraw-roster-turn", id, facts);
        return row;
    }

    private Optional<TimeSpan> span(Given given, Draft draft) {
        Moments moments = new Moments(given, clock.instant());
        Optional<Instant> from = moments.any("/starts_at", draft.from());
        Optional<Instant> to = moments.any("/ends_at", draft.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        return from.get().isBefore(to.get())
                ? Optional.of(new TimeSpan(from.get(), to.get()))
                : given.wrong(
                        "/ends_at", FieldCode.OUT_OF_RANGE, "expected", "after " + from.get());
    }

    /**
     * Lists turns, by beginning.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<TurnRow> list(Caller caller, Filter filter, PageRequest request) {
        Given given = new Given();
        Moments moments = new Moments(given, clock.instant());
        moments.any("from_at", filter.from());
        moments.any("to_at", filter.to());
        given.end();
        return stores.turns().list(caller.tenant(), filter, request);
    }
}
