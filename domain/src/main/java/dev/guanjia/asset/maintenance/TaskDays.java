package dev.guanjia.asset.maintenance;

import dev.guanjia.asset.maintenance.TaskEvent.Action;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DueDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the days make of a task, given what happened to it. */
record TaskDays(DateRange period, DueDay planned, List<TaskEvent> events) {

    Optional<LocalDate> due() {
        Optional<LocalDate> moved = find(Action.RESCHEDULE).flatMap(TaskEvent::to);
        return moved.isPresent() ? moved : planned.day();
    }

    LocalDate opens() {
        return due().filter(period.start()::isAfter).orElse(period.start());
    }

    TaskState state(LocalDate today) {
        if (find(Action.WITHDRAW).isPresent()) {
            return TaskState.WITHDRAWN;
        }
        if (find(Action.VERIFY).isPresent()) {
            return TaskState.VERIFIED;
        }
        if (find(Action.PERFORM).isPresent()) {
            return TaskState.DONE;
        }
        if (due().filter(today::isAfter).isPresent()) {
            return TaskState.OVERDUE;
        }
        return today.isBefore(opens()) ? TaskState.PLANNED : TaskState.DUE;
    }

    Optional<TaskEvent> find(Action action) {
        return events.stream()
                .filter(event -> event.action() == action)
                .reduce((earlier, later) -> later);
    }

    Optional<TaskEvent> last() {
        return events.isEmpty() ? Optional.empty() : Optional.of(events.get(events.size() - 1));
    }
}
