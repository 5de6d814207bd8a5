package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.StaffId;
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

    private final Permissions permissions;
    private final WatchDesk.Stores stores;
    private final HandoverStore store;
    private final StationGuards guards;
    private final Audit audit;
    private final Clock clock;

    HandoverDesk(
            Permissions permissions,
            WatchDesk.Stores stores,
            HandoverStore store,
            StationGuards guards,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.stores = stores;
        this.store = store;
        this.guards = guards;
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
     * @param caller the guard
     * @param stationId which station
     * @param reliefId who takes over
     * @return the handover
     */
    public HandoverRow prepare(Caller caller, String stationId, String reliefId) {
        Breach attempt = new Breach("prepare-handover", stationId);
        permissions.require(caller, attempt.command(), stationId);
        StationRow row = lock(caller, stationId);
        StationDesk.requireInUse(row, clock.instant());
        Station station = row.station();
        LogRow log = log(caller, station);
        StaffId holder = log.log().holder();
        StationGuards.requireResponsible(caller, station, holder, attempt);
        Given given = new Given();
        guards.known(given, caller, "/relief_id", reliefId);
        if (reliefId.equals(holder.value())) {
            given.wrong("/relief_id", FieldCode.OUT_OF_RANGE, "expected", "another person");
        }
        given.end();
        Instant now = clock.instant();
        StaffId relief = new StaffId(reliefId);
        guards.requirePost(caller, station, relief, now);
        Handover handover = Handover.prepare(log.log(), relief);
        HandoverRow prepared = new HandoverRow(Ids.next("sh"), 0, log.id(), handover, now, 1);
        store.add(caller.tenant(), prepared);
        Map<String, String> facts = Map.of("station", stationId, "relief", reliefId);
        audit.accepted(caller, attempt.command(), prepared.id(), facts);
        return prepared;
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
        Watch watch =
                stores.watches()
                        .of(caller.tenant(), station)
                        .orElseThrow(() -> WatchDesk.notManned(station.id()));
        Watch relieved = Refused.unlessAccepted(watch.relieve(released));
        stores.watches().add(caller.tenant(), relieved, clock.instant());
        ShiftLog next = Refused.unlessAccepted(ShiftLog.following(released));
        stores.logs().open(caller.tenant(), new LogRow(Ids.next("sh"), next));
    }
}
