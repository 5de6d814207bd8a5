package dev.guanjia.server.application;

import dev.guanjia.calendar.Shift;
import dev.guanjia.security.patrol.PatrolRound;
import dev.guanjia.security.patrol.ShiftConformity;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.PatrolPlanStore;
import dev.guanjia.server.store.PatrolPlanStore.Filter;
import dev.guanjia.server.store.PatrolPlanStore.PlanRow;
import dev.guanjia.server.store.PatrolRoundStore;
import dev.guanjia.server.store.PatrolRoundStore.RoundRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Says whether shifts were patrolled as planned. */
@Service
public class PatrolConformityReader {

    /** No round goes on for longer, so that older ones need not be looked at. */
    private static final Duration LONGEST_ROUND = Duration.ofDays(2);

    private final PatrolPlanStore store;
    private final PatrolRoundStore rounds;
    private final PatrolPlans plans;
    private final DutyBook book;
    private final Places places;
    private final Snapshot snapshot;
    private final Clock clock;

    PatrolConformityReader(
            PatrolPlanStore store,
            PatrolRoundStore rounds,
            PatrolPlans plans,
            DutyBook book,
            Places places,
            Snapshot snapshot,
            Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.plans = plans;
        this.book = book;
        this.places = places;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * Which shifts are asked for.
     *
     * @param day on which they begin
     * @param plans of which communities and shifts
     * @param conform only those that conform, or only those that do not; null for both
     * @param asOf the moment of the question; null for now
     */
    public record Query(
            LocalDate day, Filter plans, @Nullable Boolean conform, @Nullable Instant asOf) {}

    /**
     * A shift and its verdict.
     *
     * @param plan its plan
     * @param day on which it begins
     * @param starts when it begins
     * @param ends when it ends, excluded
     * @param ended whether it has ended at the moment of the question
     * @param verdict how it was patrolled
     */
    public record Judged(
            PlanRow plan,
            LocalDate day,
            Instant starts,
            Instant ends,
            boolean ended,
            ShiftConformity verdict) {}

    /**
     * Lists the planned shifts of a day, by community and shift.
     *
     * @param caller who asks
     * @param query which
     * @param request which page
     * @return the page
     */
    public Page<Judged> list(Caller caller, Query query, PageRequest request) {
        Given given = new Given();
        given.day("day", query.day());
        given.end();
        return snapshot.read(
                () -> {
                    DutySettings settings = book.settings(caller.tenant());
                    List<PlanRow> rows = store.inForce(caller.tenant(), query.plans(), query.day());
                    Known known =
                            new Known(
                                    caller.tenant(),
                                    plans.book(caller.tenant(), rows),
                                    places.zones(caller.tenant()));
                    List<Judged> judged =
                            rows.stream()
                                    .flatMap(row -> judge(known, row, query, settings).stream())
                                    .filter(each -> isWanted(each, query.conform()))
                                    .toList();
                    return Page.slice(judged, request, PatrolConformityReader::key);
                });
    }

    /** What all plans are judged by. */
    private record Known(String tenant, PatrolPlans.Book plans, Places.Zones zones) {}

    private Optional<Judged> judge(Known known, PlanRow row, Query query, DutySettings settings) {
        return settings.shift(row.scope().shiftId(), query.day())
                .filter(shift -> shift.beginsOn(query.day()))
                .flatMap(shift -> judge(known, row, query, shift));
    }

    private Optional<Judged> judge(Known known, PlanRow row, Query query, Shift shift) {
        ZoneId zone = known.zones().of(row.scope().communityId());
        Instant starts = shift.start(query.day(), zone);
        Instant ends = shift.end(query.day(), zone);
        Instant asOf = query.asOf() == null ? clock.instant() : query.asOf();
        List<PatrolRound> walked =
                rounds
                        .between(
                                known.tenant(),
                                row.terms().routeIds(),
                                starts.minus(LONGEST_ROUND),
                                ends)
                        .stream()
                        .map(RoundRow::round)
                        .filter(round -> isFinished(round, asOf))
                        .toList();
        boolean ended = !asOf.isBefore(ends);
        return known.plans()
                .plan(row, shift, query.day())
                .map(plan -> plan.conformity(query.day(), zone, walked))
                .map(verdict -> new Judged(row, query.day(), starts, ends, ended, verdict));
    }

    private static boolean isFinished(PatrolRound round, Instant asOf) {
        return round.finishedAt().filter(at -> !at.isAfter(asOf)).isPresent();
    }

    private static boolean isWanted(Judged judged, @Nullable Boolean conform) {
        return conform == null || judged.verdict().isConform() == conform;
    }

    private static String key(Judged judged) {
        return PageRequest.join(
                judged.plan().scope().communityId(),
                judged.plan().scope().shiftId(),
                judged.plan().scope().key());
    }
}
