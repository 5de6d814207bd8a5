package dev.guanjia.asset.maintenance;

import dev.guanjia.asset.Equipment;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DeadlineRule;
import dev.guanjia.calendar.DueDay;
import dev.guanjia.calendar.DueDays;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Dates the standards: one task per equipment, standard and period. Source: requirements 03 P-PM,
 * 05 S31.
 *
 * <p>A task belongs to the month and the year of its origin day, the last day of its period, so
 * that the plan of a year is the union of its months wherever a due day is moved.
 *
 * @param standards what is needed
 * @param dueDays where a due day goes that is not worked
 */
public record MaintenancePlanner(MaintenanceStandards standards, DueDays dueDays) {

    /**
     * The yearly plan (R-PM-PLAN-YEAR).
     *
     * @param year the year
     * @param equipment what is looked after; only what is in use on an origin day yields a task
     * @return the plan, nothing done yet
     */
    public MaintenancePlan year(Year year, Collection<Equipment> equipment) {
        return plan(new DateRange(year.atDay(1), year.plusYears(1).atDay(1)), equipment);
    }

    /**
     * The monthly plan.
     *
     * @param month the month
     * @param equipment what is looked after; only what is in use on an origin day yields a task
     * @return the plan, nothing done yet
     */
    public MaintenancePlan month(YearMonth month, Collection<Equipment> equipment) {
        return plan(DateRange.of(month), equipment);
    }

    private MaintenancePlan plan(DateRange span, Collection<Equipment> equipment) {
        List<MaintenanceTask> tasks = new ArrayList<>();
        for (Equipment each : equipment) {
            for (MaintenanceStandard standard : standards.of(each.kind())) {
                tasks.addAll(tasks(span, each, standard));
            }
        }
        return new MaintenancePlan(tasks);
    }

    private List<MaintenanceTask> tasks(
            DateRange span, Equipment equipment, MaintenanceStandard standard) {
        return standards.periods(standard, span).stream()
                .filter(period -> equipment.isInUse(period.last()))
                .map(period -> task(period, equipment, standard))
                .toList();
    }

    private MaintenanceTask task(
            DateRange period, Equipment equipment, MaintenanceStandard standard) {
        DueDay planned = dueDays.of(DeadlineRule.PERIOD_END, period);
        return new MaintenanceTask(standard, equipment.id(), period, planned, List.of());
    }
}
