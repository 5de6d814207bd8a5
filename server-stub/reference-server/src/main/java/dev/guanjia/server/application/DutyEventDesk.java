package dev.guanjia.server.application;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.duty.DutyId;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.HeldDuty;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.store.DutyCallStore;
import dev.guanjia.server.store.DutyCallStore.CallRow;
import dev.guanjia.server.store.DutyCallStore.Said;
import dev.guanjia.server.store.DutyCallStore.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes note of what happens and calls for duties. */
@Service
public class DutyEventDesk {

    private static final LocalDate EVER = LocalDate.of(1900, 1, 1);
    private static final LocalDate NEVER = LocalDate.of(2999, 12, 31);

    private final Permissions permissions;
    private final DutyBook book;
    private final DutyCallStore calls;
    private final Audit audit;
    private final Clock clock;

    DutyEventDesk(
            Permissions permissions, DutyBook book, DutyCallStore calls, Audit audit, Clock clock) {
        this.permissions = permissions;
        this.book = book;
        this.calls = calls;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Something that happened.
     *
     * @param dutyId the duty that it calls for
     * @param at when
     * @param said what is said about it
     */
    public record Report(String dutyId, Instant at, Said said) {}

    /**
     * Which reports are asked for.
     *
     * @param dutyId of this duty; null for any
     * @param from of this day or later; null for any
     * @param to up to this day; null for any
     */
    public record Wanted(
            @Nullable String dutyId, @Nullable LocalDate from, @Nullable LocalDate to) {}

    /**
     * Takes note of what happened.
     *
     * @param caller who reports it
     * @param report what happened
     * @return the report, with what it made due
     */
    public CallRow report(Caller caller, Report report) {
        permissions.require(caller, "report-duty-event", report.dutyId());
        Given given = new Given();
        Optional<Instant> at =
                new Moments(given, clock.instant()).past("/happened_at", report.at());
        text(given, "/reference", report.said().reference());
        text(given, "/note", report.said().note());
        Optional<HeldDuty> duty =
                at.flatMap(then -> held(caller, report.dutyId(), then))
                        .or(() -> held(caller, report.dutyId(), clock.instant()));
        if (duty.isEmpty()) {
            given.unknown("/duty_id", report.dutyId());
        }
        given.end();
        if (!duty.orElseThrow().duty().timing().cadences().contains(Cadence.EVENT)) {
            throw DutyRuleRefusal.DUTY_NOT_ON_EVENT.with(Map.of("duty", report.dutyId()));
        }
        return store(
                caller,
                new CallRow(
                        Ids.next("dv"),
                        0,
                        report.dutyId(),
                        at.orElseThrow(),
                        report.said(),
                        caller.staffId(),
                        List.of()));
    }

    private Optional<HeldDuty> held(Caller caller, String dutyId, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, book.zone());
        return book.duties(caller.tenant(), day).find(new DutyId(dutyId));
    }

    private static void text(Given given, String pointer, @Nullable String text) {
        if (text != null) {
            given.text(pointer, text);
        }
    }

    private CallRow store(Caller caller, CallRow call) {
        CompanyCalendar calendar = book.calendar(caller.tenant());
        List<String> due =
                book.calledFor(calendar, call).stream()
                        .map(DutyOccurrence::key)
                        .map(OccurrenceIds::of)
                        .toList();
        if (due.isEmpty()) {
            LocalDate day = LocalDate.ofInstant(call.at(), calendar.zone());
            throw DutyRuleRefusal.DUTY_NOT_IN_FORCE.with(
                    Map.of("duty", call.dutyId(), "day", day.toString()));
        }
        CallRow row =
                new CallRow(
                        call.id(),
                        0,
                        call.dutyId(),
                        call.at(),
                        call.said(),
                        call.reportedBy(),
                        due);
        calls.add(caller.tenant(), row, clock.instant());
        audit.accepted(
                caller,
                "report-duty-event",
                row.id(),
                Map.of("duty", row.dutyId(), "occurrences", String.valueOf(due.size())));
        return row;
    }

    /**
     * Lists what happened, newest first.
     *
     * @param caller who asks
     * @param wanted which
     * @param request which page
     * @return the page
     */
    public Page<CallRow> list(Caller caller, Wanted wanted, PageRequest request) {
        Given given = new Given();
        Optional<LocalDate> from = given.day("from", wanted.from() == null ? EVER : wanted.from());
        Optional<LocalDate> to = given.day("to", wanted.to() == null ? NEVER : wanted.to());
        given.end();
        Instant begin = from.orElseThrow().atStartOfDay(book.zone()).toInstant();
        Instant end = to.orElseThrow().plusDays(1).atStartOfDay(book.zone()).toInstant();
        return calls.list(caller.tenant(), wanted.dutyId(), new Span(begin, end), request);
    }
}
