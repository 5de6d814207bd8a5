package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.DutyRefusal;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.Responsible;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.reaction.PatrolDuty.Entry;
import dev.guanjia.security.patrol.PatrolAreas;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.PatrolStore;
import dev.guanjia.server.store.PatrolStore.AreaRow;
import dev.guanjia.server.store.PatrolStore.RoundRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What patrols cover, and when they did. */
@Service
public class PatrolDesk {

    private final Permissions permissions;
    private final DutyBook book;
    private final PatrolStore store;
    private final PatrolCounts counts;
    private final Places places;
    private final CompanyRules rules;
    private final Audit audit;
    private final Clock clock;

    PatrolDesk(
            Permissions permissions,
            DutyBook book,
            PatrolStore store,
            PatrolCounts counts,
            Places places,
            CompanyRules rules,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.book = book;
        this.store = store;
        this.counts = counts;
        this.places = places;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Adds an area.
     *
     * @param caller who asks
     * @param area the area
     * @return the area
     */
    public AreaRow create(Caller caller, AreaRow area) {
        String id = area.name().id();
        permissions.require(caller, "create-patrol-area", id);
        Given given = new Given();
        given.text("/label/zh", area.name().zh());
        given.text("/label/en", area.name().en());
        PostLists.check(given, area.posts(), book.posts(caller.tenant()));
        if (area.communityId() != null) {
            places.community(given, caller.tenant(), area.communityId());
        }
        given.day("/from", area.from());
        given.end();
        if (!store.add(caller.tenant(), area)) {
            throw DutyRuleRefusal.PATROL_AREA_TAKEN.with(Map.of("area", id));
        }
        audit.accepted(caller, "create-patrol-area", id, Map.of("from", area.from().toString()));
        return area;
    }

    /**
     * Ends an area.
     *
     * @param caller who asks
     * @param id which
     * @param to the first day without it
     * @return the area
     */
    public AreaRow end(Caller caller, String id, LocalDate to) {
        permissions.require(caller, "end-patrol-area", id);
        AreaRow area = store.lock(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
        Given given = new Given();
        given.day("/to", to);
        if (to.isBefore(area.from())) {
            given.wrong("/to", FieldCode.OUT_OF_RANGE, "expected", area.from() + " or later");
        }
        given.end();
        LocalDate ended = area.to();
        if (ended != null) {
            throw DutyRuleRefusal.PATROL_AREA_ENDED.with(
                    Map.of("area", id, "to", ended.toString()));
        }
        store.end(caller.tenant(), id, to);
        audit.accepted(caller, "end-patrol-area", id, Map.of("to", to.toString()));
        return new AreaRow(area.name(), area.posts(), area.communityId(), area.from(), to);
    }

    /**
     * Lists areas by id.
     *
     * @param caller who asks
     * @param post that patrols of this post cover; null for any
     * @param asOf in force then; null for all there ever were
     * @param request which page
     * @return the page
     */
    public Page<AreaRow> areas(
            Caller caller, @Nullable String post, @Nullable Instant asOf, PageRequest request) {
        Given given = new Given();
        if (post != null) {
            given.post("post", post, book.posts(caller.tenant()));
        }
        given.end();
        List<AreaRow> areas =
                store.areas(caller.tenant()).stream()
                        .filter(area -> post == null || area.posts().contains(post))
                        .filter(area -> asOf == null || area.holdsOn(day(asOf)))
                        .toList();
        return Page.slice(areas, request, area -> area.name().id());
    }

    /**
     * Takes note that an area was covered, unless that is known.
     *
     * @param caller who covered it
     * @param id the occurrence
     * @param areaId the area
     * @param coveredAt when
     * @return the round, or the one that says the same
     */
    public RoundRow cover(Caller caller, String id, String areaId, Instant coveredAt) {
        permissions.require(caller, "record-duty-round", id);
        CompanyCalendar calendar = book.calendar(caller.tenant());
        DutyOccurrence due = book.find(calendar, id).orElseThrow(() -> Fault.notFound(id));
        Given given = new Given();
        Optional<Instant> at = new Moments(given, clock.instant()).past("/covered_at", coveredAt);
        Optional<AreaRow> area =
                store.areas(caller.tenant()).stream()
                        .filter(row -> row.name().id().equals(areaId))
                        .findFirst();
        if (area.isEmpty()) {
            given.unknown("/area_id", areaId);
        }
        given.end();
        requireRounds(due);
        requireCovered(area.orElseThrow(), due);
        requireResponsible(caller, calendar, due, at.orElseThrow());
        Entry entry = new Entry(areaId, new StaffId(caller.staffId()), at.orElseThrow());
        return counts.there(caller.tenant(), due, entry).orElseGet(() -> add(caller, id, entry));
    }

    private RoundRow add(Caller caller, String id, Entry entry) {
        RoundRow row =
                new RoundRow(
                        Ids.next("du"), 0, id, entry.area(), entry.at(), caller.staffId(), null);
        store.add(caller.tenant(), row, clock.instant());
        audit.accepted(caller, "record-duty-round", row.id(), Map.of("area", entry.area()));
        return row;
    }

    private static void requireRounds(DutyOccurrence due) {
        if (!asksForRounds(due)) {
            throw DutyRuleRefusal.DUTY_WITHOUT_ROUNDS.with(Map.of("duty", due.duty().id().value()));
        }
    }

    static boolean asksForRounds(DutyOccurrence due) {
        return due.duty().timing().minimumPerArea().isPresent() && !due.key().part().isEmpty();
    }

    private static void requireCovered(AreaRow area, DutyOccurrence due) {
        OccurrenceKey key = due.key();
        if (asked(new PatrolAreas(List.of(area.area())), due).isEmpty()) {
            throw DutyRuleRefusal.PATROL_AREA_NOT_COVERED.with(
                    Map.of(
                            "area", area.name().id(),
                            "post", key.post().value(),
                            "day", key.start().toString()));
        }
    }

    /** The areas that an occurrence asks for, by the rule that plans follow, too. */
    static SortedSet<String> asked(PatrolAreas areas, DutyOccurrence due) {
        return areas.asked(due.duty(), due.key().post()::equals, due.key().start());
    }

    private void requireResponsible(
            Caller caller, CompanyCalendar calendar, DutyOccurrence due, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, calendar.zone());
        Responsible responsible = calendar.responsibility().on(due.key().post(), day);
        Actor actor = rules.actor(caller);
        boolean isResponsible =
                responsible.post().equals(actor.post())
                        && responsible.staff().equals(Optional.of(new StaffId(caller.staffId())));
        if (!isResponsible) {
            Refusal reason =
                    new Refusal(
                            DutyRefusal.NOT_RESPONSIBLE,
                            Map.of(
                                    "staff", caller.staffId(),
                                    "post", actor.post().value(),
                                    "responsible", responsible.toString()));
            throw Refused.lackOfAuthority(
                    List.of(reason), new Breach("record-duty-round", OccurrenceIds.of(due.key())));
        }
    }

    /**
     * Lists the rounds of an occurrence, oldest first.
     *
     * @param caller who asks
     * @param id the occurrence
     * @param request which page
     * @return the page
     */
    public Page<RoundRow> rounds(Caller caller, String id, PageRequest request) {
        book.find(book.calendar(caller.tenant()), id).orElseThrow(() -> Fault.notFound(id));
        return store.list(caller.tenant(), id, request);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, book.zone());
    }
}
