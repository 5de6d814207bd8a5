package dev.guanjia.server.application;

import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.Register;
import dev.guanjia.property.meter.RegisterChange;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.application.MeterIntake.Plate;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.MeterStore.MeterRow;
import dev.guanjia.server.store.ReadingStore;
import dev.guanjia.server.store.RegisterChangeStore;
import dev.guanjia.server.store.RegisterChangeStore.ChangeRow;
import dev.guanjia.server.store.RegisterChangeStore.Shown;
import dev.guanjia.server.store.TenantStore;
import dev.guanjia.server.store.UnitEntryStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Replaces registers, and removes meters. */
@Service
public class RegisterDesk {

    private static final String COMMAND = "change-register";

    private final Permissions permissions;
    private final TenantStore tenants;
    private final MeterLog log;
    private final RegisterChangeStore changes;
    private final ReadingStore readings;
    private final MeterEntries entries;
    private final Audit audit;

    RegisterDesk(
            Permissions permissions,
            TenantStore tenants,
            MeterLog log,
            RegisterChangeStore changes,
            ReadingStore readings,
            MeterEntries entries,
            Audit audit) {
        this.permissions = permissions;
        this.tenants = tenants;
        this.log = log;
        this.changes = changes;
        this.readings = readings;
        this.entries = entries;
        this.audit = audit;
    }

    /**
     * A change as it was given.
     *
     * @param changedOn when
     * @param last what the old register showed
     * @param next the new one; null when the meter is removed
     */
    public record ChangeDraft(LocalDate changedOn, String last, @Nullable NextDraft next) {}

    /**
     * A register as it was given.
     *
     * @param serial the number on its plate
     * @param first what it showed first
     * @param digits its digits; 0 when unknown
     */
    public record NextDraft(String serial, String first, int digits) {}

    /**
     * Records a change.
     *
     * @param caller who asks
     * @param meterId the meter
     * @param draft the change
     * @return the change
     */
    public ChangeRow change(Caller caller, String meterId, ChangeDraft draft) {
        permissions.require(caller, COMMAND, meterId);
        tenants.lock(caller.tenant());
        MeterRow row = log.lock(caller.tenant(), meterId);
        RegisterChange change = read(caller, row, draft);
        MeterHistory history = log.history(caller.tenant(), row);
        if (change.next() == null) {
            history = closed(caller, history, draft);
        }
        Refused.unlessAccepted(history.change(change));
        NextDraft next = draft.next();
        ChangeRow made =
                new ChangeRow(
                        Ids.next("rg"),
                        row.meter().id(),
                        change,
                        new Shown(draft.last(), next == null ? null : next.first()),
                        log.now());
        changes.add(caller.tenant(), caller.staffId(), made);
        audit.accepted(caller, COMMAND, meterId, Map.of("day", draft.changedOn().toString()));
        return made;
    }

    /**
     * Lists the changes of a meter by day.
     *
     * @param caller who asks
     * @param meterId the meter
     * @param request which page
     * @return the page
     */
    public Page<ChangeRow> list(Caller caller, String meterId, PageRequest request) {
        log.find(caller.tenant(), meterId).orElseThrow(() -> Fault.notFound(meterId));
        return changes.list(caller.tenant(), meterId, request);
    }

    private RegisterChange read(Caller caller, MeterRow row, ChangeDraft draft) {
        Given given = new Given();
        MeterIntake intake = entries.intake(given);
        Optional<LocalDate> day = log.past(given, "/changed_on", draft.changedOn());
        Optional<Rational> last = intake.value("/last_value", draft.last());
        Register register = null;
        NextDraft next = draft.next();
        if (next != null) {
            Plate plate = new Plate(next.serial(), next.first(), next.digits());
            register = intake.register("/next", "/first_value", plate).orElse(null);
            entries.requireFree(
                    caller.tenant(),
                    given,
                    new UnitEntryStore.Plate(row.meter().kind(), next.serial()),
                    row.meter().id());
        }
        given.end();
        return new RegisterChange(day.orElseThrow(), last.orElseThrow(), register);
    }

    /** What it shows at the end is its last reading, so that all that was used is billed. */
    private MeterHistory closed(Caller caller, MeterHistory history, ChangeDraft draft) {
        ReadingDraft end =
                new ReadingDraft(
                        history.meter().id().value(),
                        draft.changedOn(),
                        draft.last(),
                        "READ",
                        false,
                        null);
        Given given = new Given();
        ReadingIntake intake = log.intake(Map.of(history.meter().id(), history), given);
        intake.read("", end);
        given.end();
        readings.add(caller.tenant(), caller.staffId(), List.copyOf(intake.added()));
        return intake.history(end.meterId()).orElseThrow();
    }
}
