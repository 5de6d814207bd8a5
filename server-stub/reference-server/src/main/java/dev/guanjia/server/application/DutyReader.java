package dev.guanjia.server.application;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.duty.DutyEvent;
import dev.guanjia.duty.DutyMargin;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.duty.DutyState;
import dev.guanjia.duty.HeldDuty;
import dev.guanjia.duty.OccurrenceKey;
import dev.guanjia.duty.Origin;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.DutyView.Standing;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.DutyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
    private final Clock clock;

    DutyReader(DutyBook book, DutyStore store, Clock clock) {
        this.book = book;
        this.store = store;
        this.clock = clock;
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
     * @param look how they stand, and from when
     */
    public record Query(Days days, @Nullable String post, Look look) {}

    /**
     * How occurrences stand.
     *
     * @param state in this state; null for any
     * @param standing of this standing; null for any
     * @param staff for which this person answers; null for any
     * @param asOf as things stood then
     */
    public record Look(
            @Nullable String state,
            @Nullable String standing,
            @Nullable String staff,
            Instant asOf) {}

    /**
     * Which duties are asked for.
     *
     * @param post of this post; null for any
     * @param cadence of this cadence; null for any
     * @param from the versions that begin on this day or later; null for those in force
     * @param asOf in force then; null for now
     */
    public record Wanted(
            @Nullable String post,
            @Nullable String cadence,
            @Nullable LocalDate from,
            @Nullable Instant asOf) {}

    /**
     * Lists the duties by id, the versions of a duty by their first day.
     *
     * @param caller who asks
     * @param wanted which
     * @param request which page
     * @return the page
     */
    public Page<HeldDuty> duties(Caller caller, Wanted wanted, PageRequest request) {
        Given given = new Given();
        Optional<PostKey> post = post(given, caller, wanted.post());
        Optional<Cadence> cadence =
                wanted.cadence() == null
                        ? Optional.empty()
                        : given.known("cadence", wanted.cadence(), Cadence.class);
        given.end();
        Instant at = wanted.asOf() == null ? clock.instant() : wanted.asOf();
        LocalDate day = LocalDate.ofInstant(at, book.zone());
        LocalDate from = wanted.from();
        List<HeldDuty> duties =
                book.duties(caller.tenant(), day).versions().stream()
                        .filter(held -> isWanted(held.duty().origin(), from, day))
                        .filter(held -> post.map(held.posts()::contains).orElse(true))
                        .filter(
                                held ->
                                        cadence.map(held.duty().timing().cadences()::contains)
                                                .orElse(true))
                        .toList();
        return Page.slice(duties, request, DutyReader::key);
    }

    private static boolean isWanted(Origin origin, @Nullable LocalDate from, LocalDate day) {
        return from == null ? origin.holdsOn(day) : !origin.from().isBefore(from);
    }

    /**
     * Lists what is due, by due time, duty and post.
     *
     * @param caller who asks
     * @param query which
     * @param request which page
     * @return the page
     */
    public Page<DutyView> occurrences(Caller caller, Query query, PageRequest request) {
        Given given = new Given();
        Look look = query.look();
        Optional<DateRange> range = range(given, query.days());
        Optional<PostKey> post = post(given, caller, query.post());
        Optional<DutyState> state =
                look.state() == null
                        ? Optional.empty()
                        : given.known("state", look.state(), DutyState.class);
        Optional<Standing> standing =
                look.standing() == null
                        ? Optional.empty()
                        : given.known("standing", look.standing(), Standing.class);
        given.end();
        CompanyCalendar calendar = book.calendar(caller.tenant());
        DutyViews views = new DutyViews(calendar, look.asOf());
        List<DutyView> found =
                records(calendar, range.orElseThrow())
                        .filter(record -> isOf(record, post))
                        .map(views::of)
                        .filter(view -> state.map(view.record().state()::equals).orElse(true))
                        .filter(view -> standing.map(view.standing()::equals).orElse(true))
                        .filter(view -> look.staff() == null || isAnswered(view, look.staff()))
                        .toList();
        return Page.slice(found, request, view -> key(view.record().occurrence()));
    }

    private static boolean isAnswered(DutyView view, String staff) {
        return view.responsible().staff().map(StaffId::value).equals(Optional.of(staff));
    }

    /**
     * Reads an occurrence.
     *
     * @param caller who asks
     * @param id which
     * @param asOf as things stood then
     * @return how it looked
     */
    public DutyView get(Caller caller, String id, Instant asOf) {
        CompanyCalendar calendar = book.calendar(caller.tenant());
        return new DutyViews(calendar, asOf).of(record(calendar, id));
    }

    /**
     * Lists what happened to an occurrence, oldest first.
     *
     * @param caller who asks
     * @param id which
     * @param request which page
     * @return the page
     */
    public Page<DutyEvent> events(Caller caller, String id, PageRequest request) {
        List<DutyEvent> events = record(book.calendar(caller.tenant()), id).events();
        List<Integer> lines = IntStream.range(0, events.size()).boxed().toList();
        return Page.slice(lines, request, "%06d"::formatted).map(events::get);
    }

    private DutyRecord record(CompanyCalendar calendar, String id) {
        DutyOccurrence due = book.find(calendar, id).orElseThrow(() -> Fault.notFound(id));
        return new DutyRecord(due, store.events(calendar.tenant(), id));
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
        CompanyCalendar calendar = book.calendar(caller.tenant());
        List<DutyMargin> slowest =
                DutyMargin.slowestFirst(records(calendar, range.orElseThrow()).toList());
        return Page.slice(slowest, request, DutyReader::key);
    }

    private Stream<DutyRecord> records(CompanyCalendar calendar, DateRange range) {
        Map<OccurrenceKey, List<DutyEvent>> events = store.between(calendar.tenant(), range);
        return book.occurrences(calendar, range).stream()
                .map(due -> new DutyRecord(due, events.getOrDefault(due.key(), List.of())));
    }

    private static boolean isOf(DutyRecord record, Optional<PostKey> post) {
        return post.map(record.occurrence().key().post()::equals).orElse(true);
    }

    private Optional<PostKey> post(Given given, Caller caller, @Nullable String post) {
        return post == null
                ? Optional.empty()
                : given.post("post", post, book.posts(caller.tenant()));
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

    private static String key(HeldDuty held) {
        return PageRequest.join(held.duty().id().value(), held.duty().origin().from().toString());
    }

    private static String key(DutyOccurrence due) {
        OccurrenceKey key = due.key();
        return PageRequest.join(
                due.due().lastDay().map(LocalDate::toString).orElse(NO_LIMIT),
                key.duty().value(),
                key.post().value(),
                key.cadence().code(),
                key.start().toString(),
                key.part());
    }

    private static String key(DutyMargin slow) {
        Duration margin = slow.margin();
        long micros = margin.toSeconds() * MICROS_PER_SECOND + margin.getNano() / NANOS_PER_MICRO;
        return PageRequest.join(
                "%019d".formatted(FAR - micros), slow.record().occurrence().key().toString());
    }
}
