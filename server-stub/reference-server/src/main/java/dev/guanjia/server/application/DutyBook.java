package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.WorkCalendars;
import dev.guanjia.duty.CompanyDuties;
import dev.guanjia.duty.DutyCalendar.Fact;
import dev.guanjia.duty.DutyCatalogue;
import dev.guanjia.duty.DutyId;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.DutyRoster;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.plan.PlanDuties;
import dev.guanjia.server.store.DutyCallStore;
import dev.guanjia.server.store.DutyCallStore.CallRow;
import dev.guanjia.server.store.DutyCallStore.Span;
import dev.guanjia.server.store.DutyOverlayStore;
import dev.guanjia.server.store.DutyRhythmStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The duties of each company, and when it has to do them. */
@Component
class DutyBook {

    private final DutyCatalogue shipped;
    private final Map<String, Edition> editions = new ConcurrentHashMap<>();
    private final CompanyTrees trees;
    private final Responsibilities responsibilities;
    private final CompanyRules rules;
    private final Stores stores;
    private final WorkedDays worked;
    private final GivenDuties given;
    private final Clock clock;

    DutyBook(
            DutyCatalogue shipped,
            CompanyTrees trees,
            Responsibilities responsibilities,
            CompanyRules rules,
            Stores stores,
            WorkedDays worked,
            GivenDuties given,
            Clock clock) {
        this.shipped = shipped;
        this.trees = trees;
        this.responsibilities = responsibilities;
        this.rules = rules;
        this.stores = stores;
        this.worked = worked;
        this.given = given;
        this.clock = clock;
    }

    /**
     * Where a company's own rows are.
     *
     * @param overlay its duties
     * @param rhythms its intervals, shifts, limits and policy
     * @param calls what happened and called for duties
     */
    @Component
    record Stores(DutyOverlayStore overlay, DutyRhythmStore rhythms, DutyCallStore calls) {}

    /** The duties as own rows and the organisation make them; kept until either is another. */
    private record Edition(String state, DutyCatalogue catalogue, DutyRoster duties) {}

    /** The posts that the company has on any day. */
    Set<PostKey> posts(String tenant) {
        return trees.of(tenant).everPosts();
    }

    ZoneId zone() {
        return clock.getZone();
    }

    /** The catalogue with the company's own rows laid over it. */
    DutyCatalogue catalogue(String tenant) {
        return edition(tenant, trees.of(tenant)).catalogue();
    }

    /** Those of the whole catalogue that the company's posts have on a day. */
    CompanyDuties duties(String tenant, LocalDate day) {
        return edition(tenant, trees.of(tenant)).duties().on(day);
    }

    /** The duties that a catalogue would give the company. */
    DutyRoster heldIn(String tenant, DutyCatalogue catalogue) {
        return catalogue.heldBy(trees.of(tenant).company());
    }

    private Edition edition(String tenant, CompanyTree tree) {
        long own = stores.overlay().state(tenant);
        String state = own + "/" + tree.state();
        Edition known = editions.get(tenant);
        if (known != null && known.state().equals(state)) {
            return known;
        }
        DutyCatalogue catalogue =
                own == 0
                        ? shipped
                        : shipped.overlaid(OverlayRows.table(stores.overlay().all(tenant)));
        Edition read = new Edition(state, catalogue, catalogue.heldBy(tree.company()));
        editions.put(tenant, read);
        return read;
    }

    /** What is due when, in the company's days. */
    CompanyCalendar calendar(String tenant) {
        rules.template(tenant);
        CompanyTree tree = trees.of(tenant);
        return new CompanyCalendar(
                tenant,
                edition(tenant, tree).duties(),
                responsibilities.of(tenant, tree),
                settings(tenant));
    }

    /** What the company says about times. */
    DutySettings settings(String tenant) {
        DutyRhythmStore said = stores.rhythms();
        return new DutySettings(
                clock.getZone(),
                worked.of(tenant).latest(WorkCalendars.CHINA),
                said.policy(tenant),
                said.intervals(tenant),
                said.shifts(tenant),
                said.allowances(tenant));
    }

    /** What is due in a range: by the calendar, called for, or given by plans and meetings. */
    List<DutyOccurrence> occurrences(CompanyCalendar calendar, DateRange range) {
        Instant from = range.start().atStartOfDay(calendar.zone()).toInstant();
        Instant to = range.end().atStartOfDay(calendar.zone()).toInstant();
        List<DutyOccurrence> known =
                Stream.concat(
                                calendar.occurrences(range).stream(),
                                stores
                                        .calls()
                                        .between(calendar.tenant(), new Span(from, to))
                                        .stream()
                                        .flatMap(call -> calledFor(calendar, call).stream()))
                        .toList();
        return PlanDuties.beside(known, given(calendar, range), range);
    }

    /** What something that happened made due. */
    List<DutyOccurrence> calledFor(CompanyCalendar calendar, CallRow call) {
        LocalDate day = LocalDate.ofInstant(call.at(), calendar.zone());
        return calendar.on(day)
                .calledFor(new Fact(call.id(), new DutyId(call.dutyId()), call.at()));
    }

    /** The occurrence of an id; looks at the one day on which its period begins. */
    Optional<DutyOccurrence> find(CompanyCalendar calendar, String id) {
        return OccurrenceIds.day(id)
                .flatMap(
                        day ->
                                candidates(calendar, id, DateRange.ofClosed(day, day))
                                        .filter(due -> OccurrenceIds.of(due.key()).equals(id))
                                        .findFirst());
    }

    private Stream<DutyOccurrence> called(CompanyCalendar calendar, String id) {
        return stores.calls().ofOccurrence(calendar.tenant(), id).stream()
                .flatMap(call -> calledFor(calendar, call).stream());
    }

    private Stream<DutyOccurrence> candidates(CompanyCalendar calendar, String id, DateRange day) {
        return Stream.of(
                        calendar.occurrences(day).stream(),
                        called(calendar, id),
                        given(calendar, day).stream())
                .flatMap(each -> each);
    }

    private List<DutyOccurrence> given(CompanyCalendar calendar, DateRange range) {
        return given.of(calendar.tenant(), calendar.responsibility(), range);
    }
}
