package dev.guanjia.server.application;

import dev.guanjia.plan.meeting.MeetingKind;
import dev.guanjia.plan.meeting.MeetingSchedule;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.MeetingScheduleStore;
import dev.guanjia.server.store.MeetingScheduleStore.ScheduleRow;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** On which days the company holds which meetings. */
@Service
public class MeetingScheduleDesk {

    private static final int WEEK = 7;

    private final Planning planning;
    private final MeetingScheduleStore store;
    private final List<MeetingKind> kinds = MeetingKind.load();

    MeetingScheduleDesk(Planning planning, MeetingScheduleStore store) {
        this.planning = planning;
        this.store = store;
    }

    /**
     * What is said of a schedule.
     *
     * @param kind which meeting
     * @param every the time from one to the next; null for the kind's own
     * @param from the day of the first
     */
    public record Draft(String kind, @Nullable String every, LocalDate from) {}

    /**
     * Sets the days of a kind.
     *
     * @param caller who asks
     * @param draft what is said
     * @return the schedule
     */
    public ScheduleRow create(Caller caller, Draft draft) {
        Breach attempt = new Breach("create-meeting-schedule", "meeting-schedules");
        planning.admit(caller, attempt);
        MeetingSchedule schedule = schedule(draft);
        ScheduleRow row =
                new ScheduleRow(Ids.next("ms"), draft.kind(), text(schedule.every()), draft.from());
        Map<String, String> facts = Map.of("kind", row.kind(), "from", row.from().toString());
        if (!store.add(caller.tenant(), row)) {
            throw PlanningRefusal.SCHEDULE_TWICE.with(facts);
        }
        planning.done(caller, attempt, row.id(), facts);
        return row;
    }

    private MeetingSchedule schedule(Draft draft) {
        Given given = new Given();
        given.day("/from", draft.from());
        Optional<MeetingKind> kind =
                kinds.stream().filter(known -> known.id().equals(draft.kind())).findFirst();
        if (kind.isEmpty()) {
            given.unknown("/kind", draft.kind());
        }
        Optional<Period> every = kind.flatMap(known -> every(given, known, draft.every()));
        given.end();
        return new MeetingSchedule(kind.orElseThrow(), every.orElseThrow(), draft.from());
    }

    private static Optional<Period> every(Given given, MeetingKind kind, @Nullable String text) {
        Optional<Period> own = kind.rhythm().every();
        if (text == null) {
            if (own.isEmpty()) {
                given.faults().add("/every", FieldCode.MISSING, Map.of());
            }
            return own;
        }
        Period asked = Period.parse(text);
        if (own.isPresent() && !own.get().equals(asked)) {
            return given.wrong("/every", FieldCode.OUT_OF_RANGE, "expected", text(own.get()));
        }
        return Optional.of(asked);
    }

    /** As the document writes lengths: whole weeks as weeks, one unit. */
    private static String text(Period every) {
        boolean weeks = every.getDays() > 0 && every.getDays() % WEEK == 0;
        return weeks ? "P" + every.getDays() / WEEK + "W" : every.toString();
    }

    /**
     * Lists schedules by kind and first day.
     *
     * @param caller who asks
     * @param request which page
     * @return the page
     */
    public Page<ScheduleRow> list(Caller caller, PageRequest request) {
        return store.list(caller.tenant(), request);
    }
}
