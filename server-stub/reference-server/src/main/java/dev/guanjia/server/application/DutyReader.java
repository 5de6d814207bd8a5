package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.duty.DutyCalendar;
import dev.guanjia.duty.DutyEvent;
import dev.guanjia.duty.DutyMargin;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.duty.DutyState;
import dev.guanjia.duty.HeldDuty;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.duty.SlowestDuties;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.DutyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows the duties, what is due when, and what was done late. */
@Service
public class DutyReader {

    private static final int MOST_DAYS = 366;
    private static final int NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000L;

    /** After every day: what has no limit comes last. */
    private static final String NO_LIMIT = "9999-12-31";

    /** More microseconds than lie between any two instants that we keep. */
    private static final long FAR = 1_000_000_000_000_000_000L;

    private final DutyBook book;
    private final DutyStore store;

    DutyReader(DutyBook book, DutyStore store) {
        this.book = book;
        this.store = store;
    }

    /**
     * Days, both ends included.
     *
     * @param from the first
     * @param to the last
     */
    public record Days(LocalDate from, LocalDate to) {}

    /**
     * Which occurrences are asked for.
     *
     * @param days in which their periods begin
     * @param post of this post; null for any
     * @param state in this state; null for any
     * @param asOf as things stood then
     */
    public record Query(Days days, @Nullable String post, @Nullable String state, Instant asOf) {}

    /**
     * Lists the duties by id.
     *
     * @param post of this post; null for any
     * @param request which page
     * @return the page
     */
    public Page<HeldDuty> duties(@Nullable String post, PageRequest request) {
        Given given = new Given();
        Optional<PostKey> wanted = post(given, post);
        given.end();
        List<HeldDuty> duties =
                book.all().stream()
                        .filter(held -> wanted.map(held.posts()::contains).orElse(true))
                        .toList();
        return Page.slice(duties, request, held -> held.duty().id().value());
    }

    /**
     * Lists what is due, by due time, duty and post.
     *
     * @param caller who asks
     * @param query which
     * @param request which page
     * @return the page
     */
    public Page<DutyRecord> occurrences(Caller caller, Query query, PageRequest request) {
        Given given = new Given();
        Optional<DateRange> range = range(given, query.days());
        Optional<PostKey> post = post(given, query.post());
        Optional<DutyState> state =
                query.state() == null
                        ? Optional.empty()
                        : given.known("state", query.state(), DutyState.class);
        given.end();
        List<DutyRecord> records =
                records(caller, range.orElseThrow())
                        .filter(record -> isOf(record, post))
                        .map(record -> then(record, query.asOf()))
                        .filter(record -> state.map(record.state()::equals).orElse(true))
                        .toList();
        return Page.slice(records, request, record -> key(record.occurrence()));
    }

    /**
     * Lists what was performed, the latest against its due time first.
     *
     * @param caller who asks
     * @param days in which the periods begin
     * @param request which page
     * @return the page
     */
    public Page<DutyMargin> slowest(Caller caller, Days days, PageRequest request) {
        Given given = new Given();
        Optional<DateRange> range = range(given, days);
        given.end();
        List<DutyMargin> slowest = SlowestDuties.of(records(caller, range.orElseThrow()).toList());
        return Page.slice(slowest, request, DutyReader::key);
    }

    private Stream<DutyRecord> records(Caller caller, DateRange range) {
        Map<OccurrenceKey, List<DutyEvent>> events = store.between(caller.tenant(), range);
        DutyCalendar calendar = book.calendar(caller.tenant());
        return book.occurrences(caller.tenant(), calendar, range).stream()
                .map(due -> new DutyRecord(due, events.getOrDefault(due.key(), List.of())));
    }

    private static DutyRecord then(DutyRecord record, Instant asOf) {
        return new DutyRecord(
                record.occurrence(),
                record.events().stream().filter(event -> !event.at().isAfter(asOf)).toList());
    }

    private static boolean isOf(DutyRecord record, Optional<PostKey> post) {
        return post.map(record.occurrence().key().post()::equals).orElse(true);
    }

    private Optional<PostKey> post(Given given, @Nullable String post) {
        return post == null ? Optional.empty() : given.post("post", post, book.posts());
    }

    static Optional<DateRange> range(Given given, Days days) {
        Optional<LocalDate> from = given.day("from", days.from());
        Optional<LocalDate> to = given.day("to", days.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = days.from().plusDays(MOST_DAYS - 1);
        if (days.to().isBefore(days.from()) || days.to().isAfter(last)) {
            String expected = days.from() + " to " + last;
            return given.wrong("to", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        return Optional.of(DateRange.ofClosed(days.from(), days.to()));
    }

    private static String key(DutyOccurrence due) {
        OccurrenceKey key = due.key();
        return PageRequest.join(
                due.due().lastDay().map(LocalDate::toString).orElse(NO_LIMIT),
                key.duty().value(),
                key.post().value(),
                key.cadence().code(),
                key.start().toString());
    }

    private static String key(DutyMargin slow) {
        Duration margin = slow.margin();
        long micros = margin.toSeconds() * MICROS_PER_SECOND + margin.getNano() / NANOS_PER_MICRO;
        return PageRequest.join(
                "%019d".formatted(FAR - micros), slow.record().occurrence().key().toString());
    }
}
