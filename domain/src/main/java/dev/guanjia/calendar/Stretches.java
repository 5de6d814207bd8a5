package dev.guanjia.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Gathers the stretches of time that a clock counts, in nanoseconds since 1970. */
final class Stretches {

    private Stretches() {}

    static List<long[]> of(BusinessHours office) {
        return days(office.calendar().covered(), office.zone())
                .filter(office.calendar()::isWorkingDay)
                .map(day -> stretch(office.opening(day), office.closing(day)))
                .toList();
    }

    static List<long[]> of(
            DateRange covered,
            ZoneId zone,
            Collection<Shift> shifts,
            BiPredicate<LocalDate, Shift> begins) {
        return days(covered, zone)
                .flatMap(
                        day ->
                                shifts.stream()
                                        .filter(shift -> begins.test(day, shift))
                                        .map(shift -> stretch(day, shift, zone)))
                .toList();
    }

    /** Zones that crossed the date line never had some days. */
    private static Stream<LocalDate> days(DateRange covered, ZoneId zone) {
        return covered.start()
                .datesUntil(covered.end())
                .filter(day -> day.atTime(LocalTime.NOON).atZone(zone).toLocalDate().equals(day));
    }

    private static long[] stretch(LocalDate day, Shift shift, ZoneId zone) {
        return stretch(shift.start(day, zone), shift.end(day, zone));
    }

    private static long[] stretch(Instant from, Instant to) {
        return new long[] {nanos(from), nanos(to)};
    }

    /** Joins what touches or overlaps and cuts off what is not known. */
    static List<long[]> union(List<long[]> stretches, long first, long last) {
        List<long[]> union = new ArrayList<>();
        stretches.stream()
                .map(given -> new long[] {Math.max(given[0], first), Math.min(given[1], last)})
                .filter(stretch -> stretch[0] < stretch[1])
                .sorted(Comparator.comparingLong(stretch -> stretch[0]))
                .forEach(stretch -> join(union, stretch));
        return union;
    }

    private static void join(List<long[]> union, long[] stretch) {
        long[] end = union.isEmpty() ? stretch : union.get(union.size() - 1);
        if (end != stretch && stretch[0] <= end[1]) {
            end[1] = Math.max(end[1], stretch[1]);
        } else {
            union.add(stretch);
        }
    }

    static long nanos(Instant at) {
        return ChronoUnit.NANOS.between(Instant.EPOCH, at);
    }

    static Instant instant(long nanos) {
        return Instant.EPOCH.plusNanos(nanos);
    }
}
