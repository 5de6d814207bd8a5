package dev.guanjia.server.application;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.plan.Staffing;
import dev.guanjia.plan.report.ExpectedReport;
import dev.guanjia.plan.report.Report;
import dev.guanjia.plan.report.ReportKind;
import dev.guanjia.plan.report.ReportState;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.DutyReader.Days;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows which reports are owed, handed in and read. */
@Service
public class ReportReader {

    private final Planning planning;
    private final ReportBook book;
    private final Snapshot snapshot;

    ReportReader(Planning planning, ReportBook book, Snapshot snapshot) {
        this.planning = planning;
        this.book = book;
        this.snapshot = snapshot;
    }

    /**
     * Whose reports are asked for; null for anybody's.
     *
     * @param post the post that owes it
     * @param toPost the post it goes to
     * @param staff the person who answers for it
     */
    public record Whose(@Nullable String post, @Nullable String toPost, @Nullable String staff) {}

    /**
     * Which reports are asked for.
     *
     * @param days in which their periods begin
     * @param kind of this kind; null for any
     * @param whose whose
     * @param state in this state; null for any
     * @param asOf as things stood then
     */
    public record Query(
            Days days, @Nullable String kind, Whose whose, @Nullable String state, Instant asOf) {}

    /**
     * A report as it stands at an instant.
     *
     * @param id its id
     * @param report the report
     * @param staff who handed it in, or answers for the post on the due day
     * @param late whether it is late
     */
    public record Shown(String id, Report report, Optional<StaffId> staff, boolean late) {}

    /**
     * Lists the kinds of the catalogue.
     *
     * @param request which page
     * @return the page
     */
    public Page<ReportKind> kinds(PageRequest request) {
        return Page.slice(book.kinds(), request, ReportKind::id);
    }

    /**
     * Lists reports by due day, kind and post.
     *
     * @param caller who asks
     * @param query which
     * @param request which page
     * @return the page
     */
    public Page<Shown> list(Caller caller, Query query, PageRequest request) {
        return snapshot.read(
                () -> {
                    Given given = new Given();
                    Optional<DateRange> range = DutyReader.range(given, query.days());
                    Predicate<Shown> wanted = wanted(given, query);
                    given.end();
                    Staffing staffing = planning.staffing(caller);
                    return Page.slice(
                            book.reports(caller.tenant(), staffing, range.orElseThrow()).stream()
                                    .map(report -> show(report, staffing, query.asOf()))
                                    .filter(wanted)
                                    .toList(),
                            request,
                            ReportReader::key);
                });
    }

    private Predicate<Shown> wanted(Given given, Query query) {
        String kind = query.kind();
        if (kind != null && book.kind(kind).isEmpty()) {
            given.unknown("kind", kind);
        }
        String state = query.state();
        if (state != null) {
            given.known("state", state, ReportState.class);
        }
        Whose whose = query.whose();
        return shown -> {
            ExpectedReport owed = shown.report().expected();
            return fits(kind, owed.kind().id())
                    && fits(state, shown.report().state().name())
                    && fits(whose.post(), owed.key().by().value())
                    && fits(whose.toPost(), owed.to().value())
                    && fits(whose.staff(), shown.staff().map(StaffId::value).orElse(""));
        };
    }

    private static boolean fits(@Nullable String asked, String found) {
        return asked == null || asked.equals(found);
    }

    private static String key(Shown shown) {
        ExpectedReport owed = shown.report().expected();
        return PageRequest.join(
                owed.dueDay().toString(),
                owed.kind().id(),
                owed.key().by().value(),
                owed.period().start().toString());
    }

    /**
     * Reads a report.
     *
     * @param caller who asks
     * @param id which
     * @param asOf as things stood then
     * @return the report
     */
    public Shown get(Caller caller, String id, Instant asOf) {
        return snapshot.read(
                () -> {
                    Staffing staffing = planning.staffing(caller);
                    return book.find(caller.tenant(), staffing, id)
                            .map(report -> show(report, staffing, asOf))
                            .orElseThrow(() -> Fault.notFound(id));
                });
    }

    /**
     * Shows a report after a command.
     *
     * @param caller who gave it
     * @param report the report
     * @return as it stands now
     */
    public Shown show(Caller caller, Report report) {
        return show(report, planning.staffing(caller), planning.now());
    }

    private static Shown show(Report report, Staffing staffing, Instant asOf) {
        ExpectedReport owed = report.expected();
        Report then =
                new Report(
                        owed,
                        report.steps().stream().filter(step -> !step.at().isAfter(asOf)).toList());
        Optional<StaffId> staff =
                then.handedIn()
                        .map(step -> step.actor().staff())
                        .or(() -> staffing.answering(owed.key().by(), owed.dueDay()).staff());
        return new Shown(
                ReportBook.id(owed.key()), then, staff, then.isLate(asOf, staffing.zone()));
    }
}
