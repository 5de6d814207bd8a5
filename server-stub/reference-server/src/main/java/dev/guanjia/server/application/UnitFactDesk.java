package dev.guanjia.server.application;

import dev.guanjia.decision.Decision;
import dev.guanjia.money.Rational;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.UnitUse;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.property.tenure.UnitStanding;
import dev.guanjia.property.tenure.Vacancy;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.OwnerStore;
import dev.guanjia.server.store.UnitFactEntryStore;
import dev.guanjia.server.store.UnitFactEntryStore.Change;
import dev.guanjia.server.store.UnitFactEntryStore.Entered;
import dev.guanjia.server.store.UnitFactEntryStore.Fact;
import dev.guanjia.server.store.UnitFactHistoryStore;
import dev.guanjia.server.store.UnitFactHistoryStore.FactRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What is true of a unit from a day on, and what was. */
@Service
public class UnitFactDesk {

    private static final String COMMAND = "record-unit-facts";

    private final Clerk clerk;
    private final CompanyDays days;
    private final BillingLocks locks;
    private final OwnerStore owners;
    private final UnitFactHistoryStore histories;
    private final UnitFactEntryStore entries;
    private final Snapshot snapshot;

    UnitFactDesk(
            Clerk clerk,
            CompanyDays days,
            BillingLocks locks,
            OwnerStore owners,
            UnitFactHistoryStore histories,
            UnitFactEntryStore entries,
            Snapshot snapshot) {
        this.clerk = clerk;
        this.days = days;
        this.locks = locks;
        this.owners = owners;
        this.histories = histories;
        this.entries = entries;
        this.snapshot = snapshot;
    }

    /**
     * What becomes true of a unit; null is what stays.
     *
     * @param from the first day
     * @param area square metres
     * @param use its use
     * @param ownerId the owner
     * @param vacancy whether anybody uses it
     * @param note what it goes by
     * @param corrects whether what was recorded for that day was wrong
     */
    public record Draft(
            LocalDate from,
            @Nullable String area,
            @Nullable String use,
            @Nullable String ownerId,
            @Nullable String vacancy,
            @Nullable String note,
            boolean corrects) {

        private boolean isEmpty() {
            return area == null && use == null && ownerId == null && vacancy == null;
        }
    }

    /**
     * What was true of a unit on a day.
     *
     * @param unitId which one
     * @param day the day
     * @param since the first day of its history
     * @param standing what was true; empty before the history
     * @param area with the decimals it was given with; empty before the history
     */
    public record View(
            String unitId,
            LocalDate day,
            LocalDate since,
            Optional<UnitStanding> standing,
            Optional<String> area) {}

    /**
     * Tells what was true of a unit.
     *
     * @param caller who asks
     * @param id the unit
     * @param day the day; null for today
     * @return what was true
     */
    public View get(Caller caller, String id, @Nullable LocalDate day) {
        Given given = new Given();
        if (day != null) {
            given.day("day", day);
        }
        given.end();
        LocalDate on = day == null ? days.day(Optional.empty()) : day;
        return snapshot.read(() -> view(caller, new UnitId(id), on));
    }

    private View view(Caller caller, UnitId unit, LocalDate day) {
        UnitHistory history = history(caller, unit);
        return new View(
                unit.value(),
                day,
                history.area().start(),
                history.asOf(day),
                histories.area(caller.tenant(), unit, day));
    }

    private UnitHistory history(Caller caller, UnitId unit) {
        return histories
                .history(caller.tenant(), unit)
                .orElseThrow(() -> Fault.notFound(unit.value()));
    }

    /**
     * Lists what was recorded of a unit by first day.
     *
     * @param caller who asks
     * @param id the unit
     * @param request which page
     * @return the page
     */
    public Page<FactRow> changes(Caller caller, String id, PageRequest request) {
        UnitId unit = new UnitId(id);
        history(caller, unit);
        return histories.list(caller.tenant(), unit, request);
    }

    /**
     * Records what becomes true of a unit: all of it, or nothing.
     *
     * @param caller who asks
     * @param id the unit
     * @param draft what
     * @return what is true on the first day
     */
    public View record(Caller caller, String id, Draft draft) {
        clerk.admit(caller, COMMAND, id);
        if (!locks.unit(caller.tenant(), id)) {
            throw Fault.notFound(id);
        }
        UnitId unit = new UnitId(id);
        List<Change> fresh = decide(caller, history(caller, unit), draft);
        if (!fresh.isEmpty()) {
            Entered entered = new Entered(clerk.now(), caller.staffId(), draft.note());
            entries.add(caller.tenant(), fresh, entered);
        }
        Map<String, String> facts =
                Map.of("from", draft.from().toString(), "facts", String.valueOf(fresh.size()));
        clerk.done(caller, COMMAND, id, facts);
        return view(caller, unit, draft.from());
    }

    private List<Change> decide(Caller caller, UnitHistory history, Draft draft) {
        Given given = new Given();
        given.day("/from", draft.from());
        if (draft.note() != null) {
            given.text("/note", draft.note());
        }
        if (draft.isEmpty()) {
            String expected = "area, use, owner_id or vacancy beside from";
            given.wrong("", FieldCode.WRONG_FORMAT, "expected", expected);
        }
        Changes changes = new Changes(given, history, draft);
        FactIntake intake = new FactIntake(given);
        if (draft.area() != null) {
            Optional<Rational> area = intake.area("", draft.area());
            area.ifPresent(value -> changes.area(value, draft.area()));
        }
        if (draft.use() != null) {
            intake.use("", draft.use()).ifPresent(changes::use);
        }
        if (draft.ownerId() != null) {
            owner(caller, given, draft.ownerId()).ifPresent(changes::owner);
        }
        if (draft.vacancy() != null) {
            intake.vacancy("", draft.vacancy()).ifPresent(changes::vacancy);
        }
        given.end();
        return changes.fresh;
    }

    private Optional<OwnerId> owner(Caller caller, Given given, String id) {
        return owners.find(caller.tenant(), id).isPresent()
                ? Optional.of(new OwnerId(id))
                : given.unknown("/owner_id", id);
    }

    /** One after the other; what is refused is noted with its field. */
    private static final class Changes {

        private final Given given;
        private final UnitHistory history;
        private final LocalDate from;
        private final boolean corrects;
        private final List<Change> fresh = new ArrayList<>();

        Changes(Given given, UnitHistory history, Draft draft) {
            this.given = given;
            this.history = history;
            this.from = draft.from();
            this.corrects = draft.corrects();
        }

        void area(Rational value, String text) {
            Decision<UnitHistory> decision =
                    corrects ? history.correctingArea(value, from) : history.withArea(value, from);
            note("/area", Fact.AREA, text, decision);
        }

        void use(UnitUse value) {
            Decision<UnitHistory> decision =
                    corrects ? history.correctingUse(value, from) : history.withUse(value, from);
            note("/use", Fact.USE, value.name(), decision);
        }

        void owner(OwnerId value) {
            Decision<UnitHistory> decision =
                    corrects
                            ? history.correctingOwner(value, from)
                            : history.withOwner(value, from);
            note("/owner_id", Fact.OWNER, value.value(), decision);
        }

        void vacancy(Vacancy value) {
            Decision<UnitHistory> decision =
                    corrects
                            ? history.correctingVacancy(value, from)
                            : history.withVacancy(value, from);
            note("/vacancy", Fact.VACANCY, value.name(), decision);
        }

        private void note(String at, Fact fact, String value, Decision<UnitHistory> decision) {
            decision.fold(
                    changed -> {
                        if (!changed.equals(history)) {
                            fresh.add(new Change(history.unit(), from, fact, value, corrects));
                        }
                        return true;
                    },
                    reasons -> {
                        reasons.forEach(
                                reason -> given.faults().add(at, reason.code(), reason.facts()));
                        return false;
                    });
        }
    }
}
