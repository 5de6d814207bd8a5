package dev.guanjia.server.application;

import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.reaction.PatrolDuty;
import dev.guanjia.reaction.PatrolDuty.Cover;
import dev.guanjia.reaction.PatrolDuty.Entry;
import dev.guanjia.security.patrol.CheckResult;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.store.DutyStore;
import dev.guanjia.server.store.DutyStore.Occurrence;
import dev.guanjia.server.store.PatrolPlanStore.PlanRow;
import dev.guanjia.server.store.PatrolRoundStore;
import dev.guanjia.server.store.PatrolStore;
import dev.guanjia.server.store.PatrolStore.RoundRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Makes what patrol rounds cover count for the duties of their plans, and nothing twice. */
@Component
class PatrolCounts {

    private final DutyBook book;
    private final PatrolPlans plans;
    private final DutyStore duties;
    private final PatrolStore covers;
    private final PatrolRoundStore rounds;
    private final Clock clock;

    PatrolCounts(
            DutyBook book,
            PatrolPlans plans,
            DutyStore duties,
            PatrolStore covers,
            PatrolRoundStore rounds,
            Clock clock) {
        this.book = book;
        this.plans = plans;
        this.duties = duties;
        this.covers = covers;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Where a finished round counts. */
    private record Counted(Caller caller, PatrolDuty walk, PlanRow plan) {}

    /** Enters what a finished round covered; says how many areas that are. */
    int enter(Caller caller, PatrolRoundStore.RoundRow row, PlanRow plan) {
        String post = caller.actingPost().orElseThrow();
        PatrolDuty walk = new PatrolDuty(row.round(), new PostKey(post));
        CompanyCalendar calendar = book.calendar(caller.tenant());
        Counted counted = new Counted(caller, walk, plan);
        return days(row, calendar).stream()
                .mapToInt(day -> enter(counted, covered(counted, calendar, day), calendar))
                .sum();
    }

    /** A shift past midnight begins on the day before. */
    private static Set<LocalDate> days(PatrolRoundStore.RoundRow row, CompanyCalendar calendar) {
        Set<LocalDate> days = new TreeSet<>();
        for (CheckResult result : row.round().results()) {
            LocalDate day = LocalDate.ofInstant(result.at(), calendar.zone());
            days.add(day);
            days.add(day.minusDays(1));
        }
        return days;
    }

    private List<Cover> covered(Counted counted, CompanyCalendar calendar, LocalDate day) {
        String shiftId = counted.plan().scope().shiftId();
        return calendar.settings()
                .shift(shiftId, day)
                .filter(shift -> shift.beginsOn(day))
                .flatMap(shift -> plans.plan(counted.caller().tenant(), counted.plan(), shift, day))
                .map(plan -> counted.walk().covers(plan, day, calendar.zone()))
                .orElse(List.of());
    }

    /** All of one occurrence; none where the post has no such duty in the shift. */
    private int enter(Counted counted, List<Cover> shift, CompanyCalendar calendar) {
        Optional<DutyOccurrence> due =
                shift.stream()
                        .map(cover -> OccurrenceIds.of(cover.occurrence()))
                        .findFirst()
                        .flatMap(id -> book.find(calendar, id))
                        .filter(PatrolDesk::asksForRounds);
        return due.map(found -> enter(counted, shift, found)).orElse(0);
    }

    private int enter(Counted counted, List<Cover> shift, DutyOccurrence due) {
        String tenant = counted.caller().tenant();
        String id = OccurrenceIds.of(due.key());
        Set<String> asked =
                PatrolDesk.asked(
                        covers.asked(tenant)
                                .in(new CommunityId(counted.plan().scope().communityId())),
                        due);
        List<Cover> own = shift.stream().filter(cover -> asked.contains(cover.area())).toList();
        List<Cover> missing = missing(counted, own, due);
        for (Cover cover : missing) {
            covers.add(tenant, row(counted, id, cover), clock.instant());
        }
        return missing.size();
    }

    /** What neither an entry by hand nor a round at the same time of the same person says. */
    private List<Cover> missing(Counted counted, List<Cover> own, DutyOccurrence due) {
        String tenant = counted.caller().tenant();
        StaffId walker = counted.walk().round().by();
        List<RoundRow> there = entered(tenant, due);
        List<Entry> entries =
                there.stream()
                        .map(row -> new Entry(row.area(), new StaffId(row.by()), row.at()))
                        .toList();
        return counted.walk().without(own, entries).stream()
                .filter(
                        cover -> {
                            Entry entry = new Entry(cover.area(), walker, cover.at());
                            return there.stream()
                                    .filter(row -> row.area().equals(cover.area()))
                                    .noneMatch(row -> says(tenant, row, entry, due.key().post()));
                        })
                .toList();
    }

    /** What stands for an occurrence, to which nobody else can add until the command ends. */
    private List<RoundRow> entered(String tenant, DutyOccurrence due) {
        String id = OccurrenceIds.of(due.key());
        duties.lock(new Occurrence(tenant, id, due.key()));
        return covers.rounds(tenant, List.of(id));
    }

    private static RoundRow row(Counted counted, String occurrence, Cover cover) {
        return new RoundRow(
                Ids.next("du"),
                0,
                occurrence,
                cover.area(),
                cover.at(),
                counted.walk().round().by().value(),
                counted.walk().round().id().value());
    }

    /** The row that says already what somebody wants to enter by hand. */
    Optional<RoundRow> there(String tenant, DutyOccurrence due, Entry entry) {
        return entered(tenant, due).stream()
                .filter(row -> row.area().equals(entry.area()))
                .filter(row -> says(tenant, row, entry, due.key().post()))
                .findFirst();
    }

    private boolean says(String tenant, RoundRow row, Entry entry, PostKey post) {
        String id = row.patrolRound();
        if (id == null) {
            return row.by().equals(entry.by().value()) && row.at().equals(entry.at());
        }
        return rounds.find(tenant, id)
                .map(round -> new PatrolDuty(round.round(), post).says(entry))
                .orElseThrow();
    }
}
