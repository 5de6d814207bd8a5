package dev.guanjia.asset;

import dev.guanjia.calendar.Shift;
import dev.guanjia.calendar.TimeSpan;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When equipment is meant to run, from day to day. What has no row runs around the clock. Source:
 * requirements 04 QF-H-13, "scheduled running hours".
 *
 * @param rows by equipment and first day; no equipment and first day stand twice
 */
public record RunningHours(List<Row> rows) {

    /** Everything runs around the clock. */
    public static final RunningHours ALWAYS = new RunningHours(List.of());

    /**
     * From when on a piece of equipment runs when.
     *
     * @param equipment which equipment
     * @param from the first day; it holds until the next row of the equipment
     * @param shift the hours of a day; empty for around the clock
     */
    public record Row(EquipmentId equipment, LocalDate from, Optional<Shift> shift) {}

    /** Sorts; on a day a piece of equipment has one schedule. */
    public RunningHours {
        rows =
                rows.stream()
                        .sorted(Comparator.comparing(Row::equipment).thenComparing(Row::from))
                        .toList();
        Set<List<Object>> seen = new HashSet<>();
        if (!rows.stream().allMatch(row -> seen.add(List.of(row.equipment(), row.from())))) {
            throw new IllegalArgumentException("running hours stand twice: " + rows);
        }
    }

    /**
     * When a piece of equipment is meant to run.
     *
     * @param equipment which equipment
     * @param days the days on which a schedule begins
     * @param zone where it is
     * @return disjoint and in order; the last may reach past the last day
     */
    List<TimeSpan> scheduled(EquipmentId equipment, Stream<LocalDate> days, ZoneId zone) {
        List<Row> own = rows.stream().filter(row -> row.equipment().equals(equipment)).toList();
        return TimeSpan.union(days.flatMap(day -> of(own, day, zone).stream()).toList());
    }

    private static Optional<TimeSpan> of(List<Row> own, LocalDate day, ZoneId zone) {
        Optional<Shift> shift =
                own.stream()
                        .filter(row -> !row.from().isAfter(day))
                        .reduce((earlier, later) -> later)
                        .flatMap(Row::shift);
        if (shift.isEmpty()) {
            return Optional.of(
                    new TimeSpan(
                            day.atStartOfDay(zone).toInstant(),
                            day.plusDays(1).atStartOfDay(zone).toInstant()));
        }
        return shift.filter(hours -> hours.beginsOn(day))
                .map(hours -> TimeSpan.of(hours, day, zone));
    }
}
