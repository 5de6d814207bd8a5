package dev.guanjia.server.application;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.ShiftLog;
import dev.guanjia.security.shift.Station;
import dev.guanjia.security.shift.Watch;
import dev.guanjia.security.shift.WatchEvent;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.ShiftLogStore;
import dev.guanjia.server.store.ShiftLogStore.LogRow;
import dev.guanjia.server.store.StationStore;
import dev.guanjia.server.store.StationStore.StationRow;
import dev.guanjia.server.store.WatchStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Mans stations, lets guards leave shortly, and takes note of stations without their guard. */
@Service
public class WatchDesk {

    private final Permissions permissions;
    private final Stores stores;
    private final StationGuards guards;
    private final NamedPosts posts;
    private final CompanyRules rules;
    private final Audit audit;
    private final Clock clock;

    WatchDesk(
            Permissions permissions,
            Stores stores,
            StationGuards guards,
            NamedPosts posts,
            CompanyRules rules,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.stores = stores;
        this.guards = guards;
        this.posts = posts;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Where watches are.
     *
     * @param stations the stations
     * @param watches who is there
     * @param logs what they note
     */
    @Component
    record Stores(StationStore stations, WatchStore watches, ShiftLogStore logs) {}

    /**
     * What happened as it was given.
     *
     * @param kind what
     * @param at when
     * @param standIn who is in place; null for nobody
     */
    public record Happened(String kind, Instant at, @Nullable String standIn) {}

    /** What can be told; the relief comes from a handover alone. */
    private enum Told {
        MANNED,
        STOOD_IN,
        RETURNED,
        FOUND_EMPTY
    }

    private record Checked(Told kind, Instant at, Optional<StaffId> standIn) {}

    /**
     * Records what happened at a station.
     *
     * @param caller the guard, the leader, or whoever found nobody
     * @param id which station
     * @param happened what
     * @return the event
     */
    public WatchEvent record(Caller caller, String id, Happened happened) {
        Breach attempt = new Breach("record-watch-event", id);
        permissions.require(caller, attempt.command(), id);
        StationRow row =
                stores.stations().lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Checked checked = check(caller, happened);
        StationDesk.requireInUse(row, checked.at());
        Watch after =
                checked.kind() == Told.MANNED
                        ? man(caller, row, checked.at(), attempt)
                        : goOn(caller, row, checked, attempt);
        stores.watches().add(caller.tenant(), after, clock.instant());
        audit.accepted(caller, attempt.command(), id, Map.of("kind", checked.kind().name()));
        List<WatchEvent> events = after.events();
        return events.get(events.size() - 1);
    }

    private Checked check(Caller caller, Happened happened) {
        Given given = new Given();
        Optional<Told> kind = given.known("/kind", happened.kind(), Told.class);
        Optional<Instant> at =
                new Moments(given, clock.instant()).past("/occurred_at", happened.at());
        String standIn = happened.standIn();
        if (standIn != null) {
            guards.known(given, caller, "/stand_in_id", standIn);
            if (kind.isPresent() && kind.get() != Told.STOOD_IN) {
                String expected = "nobody but for STOOD_IN";
                given.wrong("/stand_in_id", FieldCode.OUT_OF_RANGE, "expected", expected);
            }
        }
        given.end();
        return new Checked(
                kind.orElseThrow(),
                at.orElseThrow(),
                Optional.ofNullable(standIn).map(StaffId::new));
    }

    private Watch man(Caller caller, StationRow row, Instant at, Breach attempt) {
        Station station = row.station();
        if (stores.watches().of(caller.tenant(), station).isPresent()) {
            throw SecurityRefusal.STATION_MANNED.with(Map.of("station", station.id()));
        }
        if (!acting(caller, station.post()).post().equals(station.post())) {
            throw SecurityRefusal.STATION_POST_NOT_HELD.with(
                    Map.of(
                            "station", station.id(),
                            "staff", caller.staffId(),
                            "expected", station.post().value(),
                            "day", guards.day(caller, row, at).toString()),
                    attempt);
        }
        StaffId guard = new StaffId(caller.staffId());
        guards.requireFree(caller, row, guard, at);
        ShiftLog log = new ShiftLog(station, guard, at, row.kit(), List.of());
        stores.logs().open(caller.tenant(), new LogRow(Ids.next("lg"), log));
        return Watch.man(station, guard, at);
    }

    private Watch goOn(Caller caller, StationRow row, Checked told, Breach attempt) {
        Station station = row.station();
        Watch watch =
                stores.watches()
                        .of(caller.tenant(), station)
                        .orElseThrow(() -> notManned(station.id()));
        Instant at = told.at();
        Decision<Watch> decision =
                switch (told.kind()) {
                    case STOOD_IN ->
                            watch.leave(
                                    told.standIn(),
                                    Optional.of(acting(caller, station.leader())),
                                    at);
                    case RETURNED -> {
                        requireResponsible(caller, watch, attempt);
                        yield watch.comeBack(at);
                    }
                    case FOUND_EMPTY -> watch.findEmpty(at);
                    case MANNED -> throw new IllegalStateException("manned before");
                };
        Watch after = Refused.unlessAccepted(decision);
        told.standIn().ifPresent(other -> requireAble(caller, row, other, at));
        return after;
    }

    private void requireAble(Caller caller, StationRow row, StaffId person, Instant at) {
        guards.requirePost(caller, row, person, at);
        guards.requireFree(caller, row, person, at);
    }

    /** Posts of the company that bear the one that is named count as that. */
    private Actor acting(Caller caller, PostKey named) {
        return posts.as(caller.tenant(), rules.actor(caller), named);
    }

    private void requireResponsible(Caller caller, Watch watch, Breach attempt) {
        StaffId holder = watch.responsible(clock.instant()).orElseThrow();
        StationGuards.requireResponsible(caller, watch.station(), holder, attempt);
    }

    static Refused notManned(String station) {
        return SecurityRefusal.STATION_NOT_MANNED.with(Map.of("station", station));
    }
}
