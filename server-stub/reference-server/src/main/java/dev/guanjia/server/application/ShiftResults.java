package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.Shift;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.duty.ShiftCount;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.security.patrol.PatrolAreas;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.PatrolStore;
import dev.guanjia.server.store.PatrolStore.RoundRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Whether patrols covered every area often enough in a shift. */
@Service
public class ShiftResults {

    private final DutyBook book;
    private final PatrolStore store;

    ShiftResults(DutyBook book, PatrolStore store) {
        this.book = book;
        this.store = store;
    }

    /**
     * The count of a shift.
     *
     * @param due the occurrence
     * @param count how often each area was covered
     */
    public record Result(DutyOccurrence due, ShiftCount count) {}

    /**
     * Which counts are asked for.
     *
     * @param days in which the shifts begin
     * @param post of this post; null for any
     * @param met only those that are met, or only those that are short; null for both
     */
    public record Query(DutyReader.Days days, @Nullable String post, @Nullable Boolean met) {}

    /**
     * Lists the counts of shifts by day, shift and duty; a post without areas has none.
     *
     * @param caller who asks
     * @param query which
     * @param request which page
     * @return the page
     */
    public Page<Result> list(Caller caller, Query query, PageRequest request) {
        Given given = new Given();
        Optional<DateRange> range = DutyReader.range(given, query.days());
        if (query.post() != null) {
            given.post("post", query.post(), book.posts(caller.tenant()));
        }
        given.end();
        CompanyCalendar calendar = book.calendar(caller.tenant());
        List<DutyOccurrence> due =
                calendar.occurrences(range.orElseThrow()).stream()
                        .filter(PatrolDesk::asksForRounds)
                        .filter(each -> isOf(each.key().post(), query.post()))
                        .toList();
        Tally tally = tally(caller, due);
        List<Result> results =
                due.stream()
                        .flatMap(each -> tally.count(each, calendar).stream())
                        .filter(each -> query.met() == null || each.count().isMet() == query.met())
                        .toList();
        return Page.slice(results, request, ShiftResults::key);
    }

    private static boolean isOf(PostKey post, @Nullable String wanted) {
        return wanted == null || post.value().equals(wanted);
    }

    private Tally tally(Caller caller, List<DutyOccurrence> due) {
        List<String> ids = due.stream().map(each -> OccurrenceIds.of(each.key())).toList();
        return new Tally(
                store.asked(caller.tenant()),
                store.rounds(caller.tenant(), ids).stream()
                        .collect(Collectors.groupingBy(RoundRow::occurrenceId)));
    }

    /** Areas and rounds, ready to be counted. */
    private record Tally(PatrolAreas areas, Map<String, List<RoundRow>> rounds) {

        Optional<Result> count(DutyOccurrence due, CompanyCalendar calendar) {
            Set<String> covered = PatrolDesk.asked(areas, due);
            Optional<Shift> shift = calendar.settings().shift(due.key().part(), due.key().start());
            if (covered.isEmpty() || shift.isEmpty()) {
                return Optional.empty();
            }
            List<ShiftCount.Round> done =
                    rounds.getOrDefault(OccurrenceIds.of(due.key()), List.of()).stream()
                            .filter(round -> covered.contains(round.area()))
                            .map(round -> new ShiftCount.Round(round.area(), round.at()))
                            .toList();
            return Optional.of(new Result(due, ShiftCount.of(due, shift.get(), covered, done)));
        }
    }

    private static String key(Result result) {
        OccurrenceKey key = result.due().key();
        return PageRequest.join(
                key.start().toString(), key.part(), key.duty().value(), key.post().value());
    }
}
