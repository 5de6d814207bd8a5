package dev.guanjia.billing.latecharge;

import dev.guanjia.calendar.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * On which days a charge is late, as it stands at the end of a day. Days between the grant of a
 * deferral and its promised day are not late, unless the promise is broken: then the charge is
 * overdue from its original due day [P]. A promise that a later deferral took over in time is not
 * broken. Source: requirements 03 P-DEFER.
 *
 * @param after the original due day
 * @param asOf the last day that counts
 * @param excused the days that stand excused
 */
public record LateDays(LocalDate after, LocalDate asOf, List<DateRange> excused) {

    /** Copies. */
    public LateDays {
        excused = List.copyOf(excused);
    }

    static LateDays of(OpenHistory history, LocalDate asOf) {
        List<DateRange> excused =
                promises(history, asOf).stream()
                        .filter(promise -> stands(history, asOf, promise.last()))
                        .toList();
        return new LateDays(history.dueOn(), asOf, excused);
    }

    /**
     * Whether the charge is overdue at the end of the last day that counts.
     *
     * @return true when that day is late
     */
    public boolean isOverdue() {
        return after.isBefore(asOf) && isLate(asOf);
    }

    /**
     * The late days.
     *
     * @return in order, the last day that counts included
     */
    public Stream<LocalDate> days() {
        return after.isBefore(asOf)
                ? after.plusDays(1).datesUntil(asOf.plusDays(1)).filter(this::isLate)
                : Stream.empty();
    }

    private boolean isLate(LocalDate day) {
        return excused.stream().noneMatch(range -> range.contains(day));
    }

    private static boolean stands(OpenHistory history, LocalDate asOf, LocalDate promised) {
        return !asOf.isAfter(promised) || history.openOn(promised).isZero();
    }

    /** Runs of deferrals, each granted before the promise of the one before was broken. */
    private static List<DateRange> promises(OpenHistory history, LocalDate asOf) {
        List<DateRange> runs = new ArrayList<>();
        history.deferments().stream()
                .filter(granted -> !granted.grantedOn().isAfter(asOf))
                .sorted(
                        Comparator.comparing(Deferment::grantedOn)
                                .thenComparing(Deferment::promised))
                .forEach(granted -> add(runs, granted));
        return runs;
    }

    private static void add(List<DateRange> runs, Deferment granted) {
        DateRange last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last == null || granted.grantedOn().isAfter(last.last())) {
            runs.add(DateRange.ofClosed(granted.grantedOn(), granted.promised()));
        } else if (granted.promised().isAfter(last.last())) {
            runs.set(runs.size() - 1, DateRange.ofClosed(last.start(), granted.promised()));
        }
    }
}
