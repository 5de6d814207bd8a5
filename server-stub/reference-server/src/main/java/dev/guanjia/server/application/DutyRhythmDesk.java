package dev.guanjia.server.application;

import dev.guanjia.calendar.Allowance;
import dev.guanjia.calendar.WorkingDayRule;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.CatalogueFault;
import dev.guanjia.catalogue.Table;
import dev.guanjia.duty.Rhythms;
import dev.guanjia.duty.Vocabulary;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.concurrency.Version;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.DutyRhythmStore;
import dev.guanjia.server.store.DutyRhythmStore.AllowanceRow;
import dev.guanjia.server.store.DutyRhythmStore.IntervalRow;
import dev.guanjia.server.store.DutyRhythmStore.PolicyRow;
import dev.guanjia.server.store.DutyRhythmStore.ShiftRow;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;

/** Takes a company's word on when duties come round and how their times are read. */
@Service
public class DutyRhythmDesk {

    private static final List<String> INTERVAL = List.of("duty", "interval", "from", "source");
    private static final Map<String, String> POINTERS =
            Map.of("duty", "/duty_id", "interval", "/every", "from", "/from");

    private final Permissions permissions;
    private final DutyBook book;
    private final DutyRhythmStore store;
    private final DueTimes dueTimes;
    private final Audit audit;
    private final Vocabulary words = Vocabulary.deadlineWords();

    DutyRhythmDesk(
            Permissions permissions,
            DutyBook book,
            DutyRhythmStore store,
            DueTimes dueTimes,
            Audit audit) {
        this.permissions = permissions;
        this.book = book;
        this.store = store;
        this.dueTimes = dueTimes;
        this.audit = audit;
    }

    /**
     * Sets how often a periodic duty comes round.
     *
     * @param caller who asks
     * @param dutyId the duty
     * @param every such as {@code P3M}
     * @param from the first day of the first period
     * @return the row
     */
    public IntervalRow setInterval(Caller caller, String dutyId, String every, LocalDate from) {
        permissions.require(caller, "set-duty-interval", dutyId);
        store.lock(caller.tenant());
        Given given = new Given();
        given.day("/from", from);
        given.end();
        requireFitting(given, caller, List.of(dutyId, every, from.toString(), "company"));
        given.end();
        IntervalRow row = new IntervalRow(Ids.next("di"), dutyId, every, from);
        if (!store.add(caller.tenant(), row)) {
            throw DutyRuleRefusal.DUTY_INTERVAL_TAKEN.with(
                    Map.of("duty", dutyId, "from", from.toString()));
        }
        audit.accepted(caller, "set-duty-interval", row.id(), Map.of("duty", dutyId));
        return row;
    }

    private void requireFitting(Given given, Caller caller, List<String> cells) {
        String text = String.join(",", INTERVAL) + "\n" + OverlayRows.line(cells);
        try {
            Rhythms.intervals(
                    Table.parse("intervals", text, INTERVAL), book.catalogue(caller.tenant()));
        } catch (CatalogueException faulty) {
            faulty.faults().forEach(fault -> note(given, fault));
        }
    }

    private static void note(Given given, CatalogueFault fault) {
        String pointer = POINTERS.getOrDefault(fault.column(), "/every");
        given.faults()
                .add(pointer, DutyRuleRefusal.DUTY_ROW_FAULTY, Map.of("reason", fault.message()));
    }

    /**
     * Sets a shift from a day on.
     *
     * @param caller who asks
     * @param row the shift
     * @return the row
     */
    public ShiftRow setShift(Caller caller, ShiftRow row) {
        String id = row.name().id();
        permissions.require(caller, "set-shift", id);
        store.lock(caller.tenant());
        Given given = new Given();
        given.text("/label/zh", row.name().zh());
        given.text("/label/en", row.name().en());
        for (int i = 0; i < row.days().size(); i++) {
            given.known("/days/" + i, row.days().get(i), DayOfWeek.class);
        }
        PostLists.check(given, row.posts(), book.posts(caller.tenant()));
        given.day("/from", row.from());
        given.end();
        if (!store.add(caller.tenant(), row)) {
            throw DutyRuleRefusal.SHIFT_TAKEN.with(
                    Map.of("shift", id, "from", row.from().toString()));
        }
        dueTimes.lookAgain(caller.tenant());
        audit.accepted(caller, "set-shift", id, Map.of("from", row.from().toString()));
        return store.shifts(caller.tenant()).stream()
                .filter(each -> each.name().id().equals(id) && each.from().equals(row.from()))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Sets the limit of a word from a day on.
     *
     * @param caller who asks
     * @param row the limit
     */
    public void setAllowance(Caller caller, AllowanceRow row) {
        permissions.require(caller, "set-deadline-allowance", row.word());
        if (words.find(row.word()).isEmpty()) {
            throw Fault.notFound(row.word());
        }
        store.lock(caller.tenant());
        Given given = new Given();
        given.day("/from", row.from());
        try {
            Allowance.parse(row.allowance());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException noLength) {
            given.wrong("/allowance", FieldCode.WRONG_FORMAT, "expected", "P3D, PT30M or P1DT2H");
        }
        given.end();
        if (!store.add(caller.tenant(), row)) {
            throw DutyRuleRefusal.ALLOWANCE_TAKEN.with(
                    Map.of("word", row.word(), "from", row.from().toString()));
        }
        audit.accepted(
                caller,
                "set-deadline-allowance",
                row.word(),
                Map.of("allowance", row.allowance(), "from", row.from().toString()));
    }

    /** How the company reads times. */
    public PolicyRow policy(Caller caller) {
        return store.policy(caller.tenant());
    }

    /**
     * Changes how the company reads times.
     *
     * @param caller who asks
     * @param ifMatch the version last seen
     * @param change what shall change; the version is counted here
     * @return the policy as it is now
     */
    public PolicyRow update(Caller caller, String ifMatch, UnaryOperator<PolicyRow> change) {
        permissions.require(caller, "update-duty-policy", "duty-policy");
        store.lock(caller.tenant());
        PolicyRow old = store.policy(caller.tenant());
        Version.require(ifMatch, old.version());
        PolicyRow wanted = change.apply(old);
        check(wanted);
        PolicyRow row =
                new PolicyRow(
                        wanted.rule(),
                        wanted.strictlyBefore(),
                        wanted.weekEnd(),
                        wanted.anchor(),
                        wanted.setupOn(),
                        old.version() + 1);
        store.update(caller.tenant(), row);
        audit.accepted(
                caller,
                "update-duty-policy",
                "duty-policy",
                Map.of("version", String.valueOf(row.version())));
        return row;
    }

    private static void check(PolicyRow row) {
        Given given = new Given();
        given.known("/working_day_rule", row.rule(), WorkingDayRule.class);
        given.known("/week_end", row.weekEnd(), DayOfWeek.class);
        given.day("/biweekly_anchor", row.anchor());
        if (row.anchor().getDayOfWeek() != DayOfWeek.MONDAY) {
            given.wrong("/biweekly_anchor", FieldCode.OUT_OF_RANGE, "expected", "a Monday");
        }
        LocalDate setup = row.setupOn();
        if (setup != null) {
            given.day("/setup_on", setup);
        }
        given.end();
    }
}
