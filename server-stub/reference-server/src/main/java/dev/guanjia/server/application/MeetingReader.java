package dev.guanjia.server.application;

import dev.guanjia.duty.DutyEvent;
import dev.guanjia.duty.DutyId;
import dev.guanjia.duty.DutyOccurrence;
import dev.guanjia.duty.DutyRecord;
import dev.guanjia.plan.Staffing;
import dev.guanjia.plan.meeting.Meeting;
import dev.guanjia.plan.meeting.MeetingKind;
import dev.guanjia.plan.meeting.MeetingState;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.DutyStore;
import dev.guanjia.server.store.MeetingStore;
import dev.guanjia.server.store.MeetingStore.Filter;
import dev.guanjia.server.store.MeetingStore.MeetingRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Shows meetings and how far their decisions are carried out. */
@Service
public class MeetingReader {

    private final MeetingStore store;
    private final DutyStore duties;
    private final Planning planning;
    private final Snapshot snapshot;
    private final List<MeetingKind> kinds = MeetingKind.load();

    MeetingReader(MeetingStore store, DutyStore duties, Planning planning, Snapshot snapshot) {
        this.store = store;
        this.duties = duties;
        this.planning = planning;
        this.snapshot = snapshot;
    }

    /**
     * A meeting and its decisions as duties.
     *
     * @param row the meeting
     * @param duties the records of the duties that its decisions became; none before the minutes
     */
    public record Shown(MeetingRow row, Map<DutyId, DutyRecord> duties) {}

    /**
     * Lists the kinds of the catalogue.
     *
     * @param request which page
     * @return the page
     */
    public Page<MeetingKind> kinds(PageRequest request) {
        return Page.slice(kinds, request, MeetingKind::id);
    }

    /**
     * Reads a meeting.
     *
     * @param caller who asks
     * @param id which
     * @return the meeting
     */
    public Shown get(Caller caller, String id) {
        return snapshot.read(
                () -> {
                    MeetingRow row =
                            store.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
                    return show(caller, row);
                });
    }

    /**
     * Lists meetings, the latest day first.
     *
     * @param caller who asks
     * @param filter which
     * @param request which page
     * @return the page
     */
    public Page<Shown> list(Caller caller, Filter filter, PageRequest request) {
        return snapshot.read(
                () -> {
                    Given given = new Given();
                    String kind = filter.kind();
                    if (kind != null
                            && kinds.stream().noneMatch(known -> known.id().equals(kind))) {
                        given.unknown("kind", kind);
                    }
                    String state = filter.state();
                    if (state != null) {
                        given.known("state", state, MeetingState.class);
                    }
                    check(given, "from", filter.from());
                    check(given, "to", filter.to());
                    given.end();
                    Page<MeetingRow> page = store.list(caller.tenant(), filter, request);
                    Map<DutyId, DutyRecord> records =
                            records(
                                    caller,
                                    page.items().stream().map(MeetingRow::meeting).toList());
                    return page.map(row -> new Shown(row, records));
                });
    }

    private static void check(Given given, String pointer, @Nullable LocalDate day) {
        if (day != null) {
            given.day(pointer, day);
        }
    }

    /**
     * Shows a meeting after a command.
     *
     * @param caller who gave it
     * @param row the meeting
     * @return the meeting and its decisions as duties
     */
    public Shown show(Caller caller, MeetingRow row) {
        return new Shown(row, records(caller, List.of(row.meeting())));
    }

    private Map<DutyId, DutyRecord> records(Caller caller, List<Meeting> meetings) {
        List<Meeting> minuted =
                meetings.stream()
                        .filter(meeting -> meeting.state() == MeetingState.MINUTED)
                        .toList();
        if (minuted.isEmpty()) {
            return Map.of();
        }
        Staffing staffing = planning.staffing(caller);
        List<DutyOccurrence> given =
                minuted.stream()
                        .flatMap(meeting -> GivenDuties.of(meeting, staffing).stream())
                        .toList();
        Map<String, List<DutyEvent>> events =
                duties.of(
                        caller.tenant(),
                        given.stream().map(due -> OccurrenceIds.of(due.key())).toList());
        return given.stream()
                .map(due -> record(due, events))
                .collect(
                        Collectors.toMap(
                                record -> record.occurrence().duty().id(), Function.identity()));
    }

    private static DutyRecord record(DutyOccurrence due, Map<String, List<DutyEvent>> events) {
        return new DutyRecord(due, events.getOrDefault(OccurrenceIds.of(due.key()), List.of()));
    }
}
