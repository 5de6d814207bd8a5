package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.Absence;
import dev.guanjia.security.shift.Handover;
import dev.guanjia.security.shift.HandoverEvent;
import dev.guanjia.security.shift.HandoverEvent.Action;
import dev.guanjia.security.shift.ShiftLog;
import dev.guanjia.security.shift.ShiftRefusal;
import dev.guanjia.security.shift.Station;
import dev.guanjia.security.shift.Watch;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.PlanDesk.Seen;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.HandoverStore;
import dev.guanjia.server.store.HandoverStore.HandoverRow;
import dev.guanjia.server.store.ShiftLogStore.LogRow;
import dev.guanjia.server.store.StationStore.StationRow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Hands stations on from one guard to the next. */
@Service
public class HandoverDesk {

    private static final Set<Action> OF_AN_ITEM = Set.of(Action.FIND_CLEAR, Action.FIND_UNCLEAR);

    private static final Set<Action> TAKING_OVER = Set.of(Action.TAKE_POST, Action.RELEASE);

    private final Permissions permissions;
    private final WatchDesk.Stores stores;
    private final HandoverStore store;
    private final StationGuards guards;
    private final Leaders leaders;
    private final Audit audit;
    private final Clock clock;

    HandoverDesk(
            Permissions permissions,
            WatchDesk.Stores stores,
            HandoverStore store,
            StationGuards guards,
            Leaders leaders,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.stores = stores;
        this.store = store;
        this.guards = guards;
        this.leaders = leaders;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A step as it was given.
     *
     * @param action what is done
     * @param at when
     * @param item what was checked; null for other actions
     * @param text why it is refused or unclear; null for nothing
     */
    public record Step(String action, Instant at, @Nullable String item, @Nullable String text) {}

    /**
     * Prepares a handover.
     *
     * @param caller the guard, or the leader where the guard is not there
     * @param stationId which station
     * @param sides who takes over, and why the guard does not hand on
     * @return the handover
     */
    public HandoverRow prepare(Caller caller, String stationId, Sides sides) {
        String reliefId = sides.reliefId();
        Breach attempt = new Breach("prepare-handover", stationId);
        permissions.require(caller, attempt.command(), stationId);
        StationRow row = lock(caller, stationId);
        StationDesk.requireInUse(row, clock.instant());
        LogRow log = log(caller, row.station());
        StaffId holder = log.log().holder();
        if (sides.absence() == null) {
            StationGuards.requireResponsible(caller, row.station(), holder, attempt);
        }
        Given given = new Given();
        guards.known(given, caller, "/relief_id", reliefId);
        if (reliefId.equals(holder.value())) {
            given.wrong("/relief_id", FieldCode.OUT_OF_RANGE, "expected", "another person");
        }
        Optional.ofNullable(sides.absence()).ifPresent(t -> given.text("/absence_reason", t));
        given.end();
        Instant now = clock.instant();
        StaffId relief = new StaffId(reliefId);
        guards.requirePost(caller, row, relief, now);
        guards.requireFree(caller, row, relief, now);
        Handover handover = prepare(caller, log.log(), relief, sides.absence());
        HandoverRow prepared = new HandoverRow(Ids.next("ho"), 0, log.id(), handover, now, 1);
        store.add(caller.tenant(), prepared);
        Map<String, String> facts = Map.of("station", stationId, "relief", reliefId);
        audit.accepted(caller, attempt.command(), prepared.id(), facts);
        return prepared;
    }

    /**
     * Who hands on to whom.
     *
     * @param reliefId who takes over
     * @param absence why the leader hands on; null where the guard does
     */
    public record Sides(String reliefId, @Nullable String absence) {}

    private Handover prepare(Caller caller, ShiftLog log, StaffId relief, @Nullable String reason) {
        if (reason == null) {
            return Handover.prepare(log, relief);
        }
        Absence absence = new Absence(leaders.acting(caller, log.station()), reason);
        Refused.unlessAccepted(watch(caller, log.station()).requireAway(clock.instant()));
        return Refused.unlessAccepted(absence.prepare(log, relief));
    }

    private Watch watch(Caller caller, Station station) {
        return stores.watches()
                .of(caller.tenant(), station)
                .orElseThrow(() -> WatchDesk.notManned(station.id()));
    }

    private StationRow lock(Caller caller, String id) {
        return stores.stations().lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    private LogRow log(Caller caller, Station station) {
        return stores.logs()
                .current(caller.tenant(), station)
                .orElseThrow(() -> WatchDesk.notManned(station.id()));
    }

    /**
     * Takes a handover one step on; released, it makes the relief the guard.
     *
     * @param caller the guard or the relief
     * @param seen which handover
     * @param step the step
     * @return the handover afterwards
     */
    public HandoverRow step(Caller caller, Seen seen, Step step) {
        Breach attempt = new Breach("step-handover", seen.id());
        permissions.require(caller, attempt.command(), seen.id());
        HandoverRow before =
                store.lock(caller.tenant(), seen.id()).orElseThrow(() -> Fault.notFound(seen.id()));
        StationRow place = lock(caller, before.handover().station().id());
        Station station = place.station();
        Version.require(seen.ifMatch(), before.version());
        HandoverEvent event = event(caller, step);
        StationDesk.requireInUse(place, event.at());
        ShiftLog current = log(caller, station).log();
        Handover after =
                before.handover()
                        .take(event, current)
                        .fold(
                                taken -> taken,
                                reasons -> {
                                    throw refused(reasons, attempt);
                                });
        if (TAKING_OVER.contains(event.action())) {
            guards.requireFree(caller, place, after.relief(), event.at());
        }
        if (event.action() == Action.RELEASE) {
            relieve(caller, station, after);
        }
        store.step(caller.tenant(), seen.id(), after, clock.instant());
        audit.accepted(caller, attempt.command(), seen.id(), Map.of("state", after.state().name()));
        return new HandoverRow(
                before.id(),
                before.seq(),
                before.logId(),
                after,
                before.preparedAt(),
                before.version() + 1);
    }

    private HandoverEvent event(Caller caller, Step step) {
        Given given = new Given();
        Optional<Action> action = given.known("/action", step.action(), Action.class);
        Optional<Instant> at = new Moments(given, clock.instant()).past("/occurred_at", step.at());
        boolean ofAnItem = action.filter(OF_AN_ITEM::contains).isPresent();
        if (ofAnItem && step.item() == null) {
            given.faults().add("/item", FieldCode.MISSING, Map.of());
        }
        if (action.isPresent() && !ofAnItem && step.item() != null) {
            given.wrong("/item", FieldCode.OUT_OF_RANGE, "expected", "none for this action");
        }
        given.end();
        return new HandoverEvent(
                action.orElseThrow(),
                new StaffId(caller.staffId()),
                at.orElseThrow(),
                Objects.requireNonNullElse(step.item(), ""),
                Objects.requireNonNullElse(step.text(), ""));
    }

    private static Refused refused(List<Refusal> reasons, Breach attempt) {
        return reasons.stream().anyMatch(reason -> reason.code() == ShiftRefusal.NOT_YOURS)
                ? Refused.lackOfAuthority(reasons, attempt)
                : Refused.because(reasons);
    }

    private void relieve(Caller caller, Station station, Handover released) {
        Watch relieved = Refused.unlessAccepted(watch(caller, station).relieve(released));
        stores.watches().add(caller.tenant(), relieved, clock.instant());
        ShiftLog next = Refused.unlessAccepted(ShiftLog.following(released));
        stores.logs().open(caller.tenant(), new LogRow(Ids.next("lg"), next));
    }
}
