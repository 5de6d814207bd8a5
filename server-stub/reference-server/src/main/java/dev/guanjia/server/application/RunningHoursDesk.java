package dev.guanjia.server.application;

import dev.guanjia.asset.RunningHours;
import dev.guanjia.calendar.Shift;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused.Breach;
import dev.guanjia.server.store.EquipmentStore.EquipmentRow;
import dev.guanjia.server.store.RunningHoursStore;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** When equipment is meant to run. */
@Service
public class RunningHoursDesk {

    private final Planning planning;
    private final EquipmentDesk equipment;
    private final EquipmentReader reader;
    private final RunningHoursStore store;

    RunningHoursDesk(
            Planning planning,
            EquipmentDesk equipment,
            EquipmentReader reader,
            RunningHoursStore store) {
        this.planning = planning;
        this.equipment = equipment;
        this.reader = reader;
        this.store = store;
    }

    /**
     * What is said.
     *
     * @param from the first day
     * @param hours the hours of a day; null for around the clock
     */
    public record Draft(LocalDate from, @Nullable Hours hours) {}

    /**
     * The hours of a day.
     *
     * @param begins the time of day
     * @param minutes how long, 1 to 1440
     * @param days the weekdays
     */
    public record Hours(LocalTime begins, int minutes, List<String> days) {}

    /**
     * Sets when a piece of equipment is meant to run.
     *
     * @param caller who asks
     * @param id which piece
     * @param draft what is said
     * @return the row
     */
    public RunningHours.Row set(Caller caller, String id, Draft draft) {
        Breach attempt = new Breach("set-equipment-running-hours", id);
        planning.admit(caller, attempt);
        EquipmentRow row = equipment.lock(caller, id);
        RunningHours.Row read = read(row, draft);
        if (store.add(caller.tenant(), read, planning.now())) {
            planning.done(caller, attempt, id, Map.of("from", draft.from().toString()));
        } else if (!store.of(caller.tenant(), List.of(id)).rows().contains(read)) {
            throw PlanningRefusal.RUNNING_HOURS_TWICE.with(
                    Map.of("equipment", id, "from", draft.from().toString()));
        }
        return read;
    }

    private static RunningHours.Row read(EquipmentRow row, Draft draft) {
        Given given = new Given();
        given.day("/from", draft.from());
        if (draft.from().isBefore(row.equipment().installed())) {
            String expected = "not before " + row.equipment().installed();
            given.wrong("/from", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        Hours hours = draft.hours();
        List<DayOfWeek> days = new ArrayList<>();
        for (int i = 0; hours != null && i < hours.days().size(); i++) {
            given.known("/hours/days/" + i, hours.days().get(i), DayOfWeek.class)
                    .ifPresent(days::add);
        }
        given.end();
        Optional<Shift> shift =
                hours == null
                        ? Optional.empty()
                        : Optional.of(
                                RunningHoursStore.hours(
                                        hours.begins(), Duration.ofMinutes(hours.minutes()), days));
        return new RunningHours.Row(row.equipment().id(), draft.from(), shift);
    }

    /**
     * Lists when a piece of equipment is meant to run, by first day.
     *
     * @param caller who asks
     * @param id which piece
     * @param request which page
     * @return the page; nothing where it always ran around the clock
     */
    public Page<RunningHours.Row> list(Caller caller, String id, PageRequest request) {
        EquipmentRow row = reader.find(caller, id);
        return Page.slice(
                store.of(caller.tenant(), List.of(row.id())).rows(),
                request,
                each -> each.from().toString());
    }
}
