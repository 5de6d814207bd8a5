package dev.guanjia.duty;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.Interval;
import dev.guanjia.calendar.Shift;
import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * On which days something begins: with every period of an interval, with every shift, or once.
 *
 * @param interval the interval; empty for shifts and for what is done once
 * @param shift the shift; empty for intervals and for what is done once
 * @param origin the first day, and the day from which on nothing begins any more
 */
record Beat(Optional<Interval> interval, Optional<Shift> shift, Origin origin) {

    /** The beats of a line: several where intervals follow each other or a post has shifts. */
    static List<Beat> of(Duty duty, PostKey post, Cadence cadence, Rhythms rhythms) {
        Origin origin = new Origin(duty.origin().from(), duty.origin().until(), "");
        return switch (cadence) {
            case EVENT, STANDING -> List.of();
            case BIWEEKLY -> List.of(every(rhythms.biweekly(), origin));
            case PERIODIC -> periodic(duty.id(), origin, rhythms);
            case SHIFT ->
                    rhythms.shifts().getOrDefault(post, List.of()).stream()
                            .map(shift -> new Beat(Optional.empty(), Optional.of(shift), origin))
                            .toList();
            case SETUP ->
                    rhythms.setup().filter(origin::holdsOn).stream()
                            .map(day -> new Origin(day, Optional.of(day.plusDays(1)), ""))
                            .map(day -> new Beat(Optional.empty(), Optional.empty(), day))
                            .toList();
            case DAILY, WEEKLY, MONTHLY, QUARTERLY, HALF_YEARLY, YEARLY ->
                    cadence.interval().stream().map(interval -> every(interval, origin)).toList();
        };
    }

    private static Beat every(Interval interval, Origin origin) {
        return new Beat(Optional.of(interval), Optional.empty(), origin);
    }

    /** Each interval holds until the next; the last as long as the duty. */
    private static List<Beat> periodic(DutyId duty, Origin origin, Rhythms rhythms) {
        List<Rhythms.Every> rows =
                rhythms.intervals().stream().filter(row -> row.duty().equals(duty)).toList();
        List<Beat> beats = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            LocalDate from = later(rows.get(i).from(), origin.from());
            Optional<LocalDate> until = origin.until();
            if (i + 1 < rows.size()) {
                LocalDate next = rows.get(i + 1).from();
                until = Optional.of(until.filter(next::isAfter).orElse(next));
            }
            if (until.map(from::isBefore).orElse(true)) {
                beats.add(every(rows.get(i).interval(), new Origin(from, until, "")));
            }
        }
        return beats;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /** The period that begins on a day, if one does. */
    Optional<DateRange> periodStartingOn(LocalDate day) {
        if (!origin.holdsOn(day)) {
            return Optional.empty();
        }
        if (interval.isPresent()) {
            return interval.get().periodStartingOn(day);
        }
        if (shift.isPresent()) {
            return shift.filter(found -> found.beginsOn(day))
                    .map(found -> DateRange.ofClosed(day, found.lastDay(day)));
        }
        return Optional.of(DateRange.ofClosed(day, day));
    }

    /** What tells lines of one duty, post and day apart. */
    String part() {
        return shift.map(Shift::id).orElse("");
    }
}
