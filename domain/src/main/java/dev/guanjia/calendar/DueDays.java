package dev.guanjia.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a company reads due days. Source: requirements 06 A-62 and section 5 notes 3 and 4.
 *
 * @param rule where a due day goes that is not worked
 * @param calendar which days are worked; not asked when days stay where they are
 * @param strictlyBefore whether "by day N" means before it; else the day is included
 * @param weekEnd the last day of a week, for deadlines at its end
 */
public record DueDays(
        WorkingDayRule rule,
        Optional<WorkCalendar> calendar,
        boolean strictlyBefore,
        DayOfWeek weekEnd) {

    /** The default: days stay, day N is included, weeks end on Sunday. */
    public static final DueDays PLAIN =
            new DueDays(WorkingDayRule.KEEP, Optional.empty(), false, DayOfWeek.SUNDAY);

    /** Moving a day needs a calendar. */
    public DueDays {
        if (rule != WorkingDayRule.KEEP && calendar.isEmpty()) {
            throw new IllegalArgumentException("days cannot be moved without a calendar: " + rule);
        }
    }

    /**
     * The same with days that are moved.
     *
     * @param moved where a due day goes that is not worked
     * @param worked which days are worked
     * @return the policy
     */
    public DueDays moving(WorkingDayRule moved, WorkCalendar worked) {
        return new DueDays(moved, Optional.of(worked), strictlyBefore, weekEnd);
    }

    /**
     * Applies a deadline to a period.
     *
     * @param deadline a rule that fits the period's cadence
     * @param period the period
     * @return the last day in time and why; a day is never moved before its period begins, but may
     *     be moved past its end
     * @throws IllegalArgumentException if the rule does not fall inside the period
     */
    public DueDay of(DeadlineRule deadline, DateRange period) {
        Set<DueDay.Adjustment> done = EnumSet.noneOf(DueDay.Adjustment.class);
        DeadlineRule read = deadline;
        if (deadline.kind() == DeadlineKind.DAY) {
            read = strict(deadline, done);
        }
        LocalDate nominal = read.lastDay(period, weekEnd);
        if (read.kind() == DeadlineKind.DAY && nominal.getDayOfMonth() != read.number()) {
            done.add(DueDay.Adjustment.CLAMPED);
        }
        return new DueDay(nominal, moved(nominal, period, done), done);
    }

    /** Day 1 has no day before it in its month; it stays. */
    private DeadlineRule strict(DeadlineRule deadline, Set<DueDay.Adjustment> done) {
        if (!strictlyBefore || deadline.number() == 1) {
            return deadline;
        }
        done.add(DueDay.Adjustment.STRICTLY_BEFORE);
        return DeadlineRule.day(deadline.number() - 1);
    }

    private Optional<LocalDate> moved(
            LocalDate nominal, DateRange period, Set<DueDay.Adjustment> done) {
        Optional<LocalDate> found =
                calendar.map(worked -> rule.find(nominal, worked)).orElse(Optional.of(nominal));
        if (isBefore(period, found)) {
            done.add(DueDay.Adjustment.KEPT);
            return Optional.of(nominal);
        }
        if (found.isEmpty()) {
            done.add(DueDay.Adjustment.UNANNOUNCED);
            return found;
        }
        if (found.get().isBefore(nominal)) {
            done.add(DueDay.Adjustment.MOVED_BEFORE);
        } else if (found.get().isAfter(nominal)) {
            done.add(DueDay.Adjustment.MOVED_AFTER);
        }
        return found;
    }

    /** Whether the search led out of the period, over announced days, towards its beginning. */
    private boolean isBefore(DateRange period, Optional<LocalDate> found) {
        if (found.isPresent()) {
            return found.get().isBefore(period.start());
        }
        return rule == WorkingDayRule.BEFORE
                && calendar.filter(known -> known.covered().contains(period.start())).isPresent();
    }
}
