package dev.guanjia.server.application;

import dev.guanjia.catalogue.Label;
import dev.guanjia.duty.DutyCalendar.Unconfigured;
import dev.guanjia.duty.Vocabulary;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.DutyRhythmStore;
import dev.guanjia.server.store.DutyRhythmStore.AllowanceRow;
import dev.guanjia.server.store.DutyRhythmStore.IntervalRow;
import dev.guanjia.server.store.DutyRhythmStore.ShiftRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows what a company says about when duties come round, and what it has not said. */
@Service
public class DutyRhythmReader {

    private final DutyBook book;
    private final DutyRhythmStore store;
    private final Clock clock;
    private final Vocabulary words = Vocabulary.deadlineWords();
    private final Vocabulary records = Vocabulary.records();

    DutyRhythmReader(DutyBook book, DutyRhythmStore store, Clock clock) {
        this.book = book;
        this.store = store;
        this.clock = clock;
    }

    /**
     * A word in place of a deadline.
     *
     * @param entry the word
     * @param limit the limit that the company set last; empty if it set none
     */
    public record Word(Vocabulary.Entry entry, Optional<AllowanceRow> limit) {}

    /**
     * A duty that waits for the company's word.
     *
     * @param line the duty, post and cadence
     * @param label what it asks
     */
    public record Waiting(Unconfigured line, Label label) {}

    /** The intervals by duty and first day; of one duty where that is not null. */
    public Page<IntervalRow> intervals(
            Caller caller, @Nullable String dutyId, PageRequest request) {
        List<IntervalRow> rows =
                store.intervals(caller.tenant()).stream()
                        .filter(row -> dutyId == null || row.dutyId().equals(dutyId))
                        .toList();
        return Page.slice(
                rows, request, row -> PageRequest.join(row.dutyId(), row.from().toString()));
    }

    /** The shifts by id and first day; of a post, and in force at an instant, where not null. */
    public Page<ShiftRow> shifts(
            Caller caller, @Nullable String post, @Nullable Instant asOf, PageRequest request) {
        requireKnown(caller, post);
        List<ShiftRow> rows =
                store.shifts(caller.tenant()).stream()
                        .filter(row -> post == null || row.posts().contains(post))
                        .filter(row -> asOf == null || row.holdsOn(day(asOf)))
                        .toList();
        return Page.slice(
                rows, request, row -> PageRequest.join(row.name().id(), row.from().toString()));
    }

    /** What waits for the company's word, by duty and post. */
    public Page<Waiting> unconfigured(Caller caller, @Nullable String post, PageRequest request) {
        requireKnown(caller, post);
        CompanyCalendar calendar = book.calendar(caller.tenant());
        LocalDate today = day(clock.instant());
        List<Waiting> waiting =
                calendar.on(today).unconfigured(today).stream()
                        .filter(line -> post == null || line.post().value().equals(post))
                        .map(line -> new Waiting(line, label(calendar, line)))
                        .toList();
        return Page.slice(waiting, request, DutyRhythmReader::key);
    }

    private static Label label(CompanyCalendar calendar, Unconfigured line) {
        return calendar.duties().find(line.duty()).orElseThrow().label();
    }

    private static String key(Waiting waiting) {
        Unconfigured line = waiting.line();
        return PageRequest.join(line.duty().value(), line.post().value(), line.cadence().code());
    }

    /** The words in place of deadlines, by id. */
    public Page<Word> words(Caller caller, PageRequest request) {
        List<AllowanceRow> limits = store.allowances(caller.tenant());
        List<Word> all = words.entries().stream().map(entry -> word(entry, limits)).toList();
        return Page.slice(all, request, word -> word.entry().id());
    }

    /** A word in place of a deadline. */
    public Word word(Caller caller, String id) {
        List<AllowanceRow> limits = store.allowances(caller.tenant());
        return words.entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .map(entry -> word(entry, limits))
                .orElseThrow(() -> Fault.notFound(id));
    }

    private static Word word(Vocabulary.Entry entry, List<AllowanceRow> limits) {
        return new Word(
                entry,
                limits.stream()
                        .filter(row -> row.word().equals(entry.id()))
                        .reduce((earlier, later) -> later));
    }

    /** The records that duties name as evidence, by id. */
    public Page<Vocabulary.Entry> records(PageRequest request) {
        return Page.slice(records.entries(), request, Vocabulary.Entry::id);
    }

    private void requireKnown(Caller caller, @Nullable String post) {
        Given given = new Given();
        if (post != null) {
            given.post("post", post, book.posts(caller.tenant()));
        }
        given.end();
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, book.zone());
    }
}
