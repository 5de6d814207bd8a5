package dev.guanjia.server.application;

import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.security.shift.LogEntry;
import dev.guanjia.security.shift.ShiftLog;
import dev.guanjia.security.shift.Station;
import dev.guanjia.security.shift.Watch;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.ShiftLogStore.EntryRow;
import dev.guanjia.server.store.ShiftLogStore.LogRow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes the shift logs of stations. */
@Service
public class ShiftLogDesk {

    private final Permissions permissions;
    private final WatchDesk.Stores stores;
    private final Leaders leaders;
    private final Audit audit;
    private final Clock clock;

    ShiftLogDesk(
            Permissions permissions,
            WatchDesk.Stores stores,
            Leaders leaders,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.stores = stores;
        this.leaders = leaders;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A line as it was given.
     *
     * @param kind what sort
     * @param subject what it is about
     * @param text what is said
     * @param money the amount; null for none
     * @param at when
     */
    public record Draft(
            String kind, String subject, String text, @Nullable Amount money, Instant at) {}

    /**
     * Writes a line.
     *
     * @param caller the guard, who stands in, or the leader while nobody is there
     * @param id which station
     * @param draft the line
     * @return the line
     */
    public EntryRow write(Caller caller, String id, Draft draft) {
        Breach attempt = new Breach("write-shift-log-entry", id);
        permissions.require(caller, attempt.command(), id);
        Station station =
                stores.stations()
                        .lock(caller.tenant(), id)
                        .orElseThrow(() -> Fault.notFound(id))
                        .station();
        LogRow row =
                stores.logs()
                        .current(caller.tenant(), station)
                        .orElseThrow(() -> WatchDesk.notManned(id));
        requireThere(caller, station, attempt);
        LogEntry entry = entry(draft, row.log());
        ShiftLog after = Refused.unlessAccepted(row.log().write(entry));
        LogRow written = new LogRow(row.id(), after);
        stores.logs().write(caller.tenant(), written, caller.staffId(), clock.instant());
        audit.accepted(caller, attempt.command(), id, Map.of("kind", entry.kind().name()));
        return new EntryRow(0, row.id(), after.holder().value(), caller.staffId(), entry);
    }

    /** The guard writes, or who is there in the guard's place; the leader while nobody is. */
    private void requireThere(Caller caller, Station station, Breach attempt) {
        Watch watch = stores.watches().of(caller.tenant(), station).orElseThrow();
        Instant now = clock.instant();
        Optional<StaffId> there = watch.onPost(now);
        if (there.isEmpty() && leaders.leads(caller, station)) {
            return;
        }
        if (there.isEmpty() || !there.get().value().equals(caller.staffId())) {
            StaffId holder = watch.responsible(now).orElseThrow();
            StationGuards.requireResponsible(caller, station, holder, attempt);
        }
    }

    private LogEntry entry(Draft draft, ShiftLog log) {
        Given given = new Given();
        Optional<LogEntry.Kind> kind = given.known("/kind", draft.kind(), LogEntry.Kind.class);
        given.text("/subject", draft.subject());
        given.text("/text", draft.text());
        Optional<Instant> at = new Moments(given, clock.instant()).past("/occurred_at", draft.at());
        Optional<Money> money = kind.flatMap(known -> money(given, known, draft.money(), log));
        given.end();
        return new LogEntry(
                kind.orElseThrow(), draft.subject(), draft.text(), money, at.orElseThrow());
    }

    private static Optional<Money> money(
            Given given, LogEntry.Kind kind, @Nullable Amount amount, ShiftLog log) {
        boolean moves = List.of(LogEntry.Kind.MONEY_IN, LogEntry.Kind.MONEY_OUT).contains(kind);
        if (amount == null) {
            if (moves) {
                given.faults().add("/money", FieldCode.MISSING, Map.of());
            }
            return Optional.empty();
        }
        if (!moves) {
            String expected = "no amount where no money moves";
            return given.wrong("/money", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        String held = log.opening().money().currency().getCurrencyCode();
        if (!amount.currency().equals(held)) {
            return given.wrong("/money/currency", FieldCode.OUT_OF_RANGE, "expected", held);
        }
        Optional<Money> money = given.money("/money", amount.amount(), amount.currency());
        return money.isPresent() && !money.get().isPositive()
                ? given.wrong("/money/amount", FieldCode.OUT_OF_RANGE, "expected", "more than 0")
                : money;
    }
}
