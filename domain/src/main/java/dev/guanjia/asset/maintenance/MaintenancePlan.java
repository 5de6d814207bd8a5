package dev.guanjia.asset.maintenance;

import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.EquipmentRegister;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The tasks of a month or a year and what became of them. A task never leaves its plan.
 *
 * @param tasks by origin day and key; no key stands twice
 */
public record MaintenancePlan(List<MaintenanceTask> tasks) {

    /** Sorts; every period of a standard and equipment has one task. */
    public MaintenancePlan {
        tasks =
                tasks.stream()
                        .sorted(
                                Comparator.comparing(MaintenanceTask::origin)
                                        .thenComparing(MaintenanceTask::key))
                        .toList();
        if (tasks.stream().map(MaintenanceTask::key).distinct().count() != tasks.size()) {
            throw new IllegalArgumentException("a task stands twice: " + tasks);
        }
    }

    /**
     * Looks up a task.
     *
     * @param key its key
     * @return the task, or empty
     */
    public Optional<MaintenanceTask> find(String key) {
        return tasks.stream().filter(task -> task.key().equals(key)).findFirst();
    }

    /**
     * Takes over what became of a task.
     *
     * @param changed a task of this plan, later on
     * @return the plan, as long as before
     * @throws IllegalArgumentException if the plan has no such task
     */
    public MaintenancePlan with(MaintenanceTask changed) {
        if (find(changed.key()).isEmpty()) {
            throw new IllegalArgumentException("no such task: " + changed.key());
        }
        return new MaintenancePlan(
                tasks.stream()
                        .map(task -> task.key().equals(changed.key()) ? changed : task)
                        .toList());
    }

    /**
     * The part of a month, wherever its tasks were moved.
     *
     * @param month the month
     * @return the tasks whose origin day lies in it
     */
    public MaintenancePlan month(YearMonth month) {
        return only(task -> YearMonth.from(task.origin()).equals(month));
    }

    /**
     * What was done to a piece of equipment.
     *
     * @param equipment which equipment
     * @return the tasks that are done, by origin day
     */
    public MaintenancePlan history(EquipmentId equipment) {
        return only(task -> task.equipment().equals(equipment) && task.performed().isPresent());
    }

    /**
     * How many tasks stand where.
     *
     * @param today the day
     * @return one number per state that occurs, in the order of the states
     */
    public Map<TaskState, Integer> count(LocalDate today) {
        Map<TaskState, Integer> count = new EnumMap<>(TaskState.class);
        tasks.forEach(task -> count.merge(task.state(today), 1, Integer::sum));
        return Collections.unmodifiableMap(count);
    }

    /**
     * The orders to open: one for each task that is due or overdue, of equipment in use.
     *
     * @param today the day
     * @param register where the equipment is
     * @return by origin day and key
     */
    public List<OrderRequest> orders(LocalDate today, EquipmentRegister register) {
        return tasks.stream()
                .filter(
                        task ->
                                switch (task.state(today)) {
                                    case DUE, OVERDUE -> true;
                                    case PLANNED, DONE, VERIFIED, WITHDRAWN -> false;
                                })
                .flatMap(
                        task ->
                                register
                                        .find(task.equipment())
                                        .flatMap(found -> found.placeOn(today))
                                        .map(place -> OrderRequest.of(task, place))
                                        .stream())
                .toList();
    }

    private MaintenancePlan only(Predicate<MaintenanceTask> wanted) {
        return new MaintenancePlan(tasks.stream().filter(wanted).toList());
    }
}
