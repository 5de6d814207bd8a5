package dev.guanjia.server.application;

import dev.guanjia.calendar.Allowance;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DueDays;
import dev.guanjia.calendar.Interval;
import dev.guanjia.calendar.Shift;
import dev.guanjia.calendar.WorkCalendar;
import dev.guanjia.calendar.WorkingDayRule;
import dev.guanjia.catalogue.Label;
import dev.guanjia.duty.DutyId;
import dev.guanjia.duty.DutyTimes;
import dev.guanjia.duty.Rhythms;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.server.store.DutyRhythmStore.AllowanceRow;
import dev.guanjia.server.store.DutyRhythmStore.IntervalRow;
import dev.guanjia.server.store.DutyRhythmStore.PolicyRow;
import dev.guanjia.server.store.DutyRhythmStore.ShiftRow;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a company says about the times of its duties, day by day.
 *
 * @param zone where its days begin and end
 * @param worked which days it works
 * @param policy how it reads due days
 * @param intervals of periodic duties
 * @param shifts of its posts
 * @param allowances of words
 */
record DutySettings(
        ZoneId zone,
        WorkCalendar worked,
        PolicyRow policy,
        List<IntervalRow> intervals,
        List<ShiftRow> shifts,
        List<AllowanceRow> allowances) {

    private static final int FORTNIGHT = 2;

    /** What holds for what begins on a day. */
    DutyTimes on(LocalDate day) {
        DueDays days =
                new DueDays(
                        WorkingDayRule.valueOf(policy.rule()),
                        Optional.of(worked),
                        policy.strictlyBefore(),
                        DayOfWeek.valueOf(policy.weekEnd()));
        return new DutyTimes(zone, days, allowancesOn(day), rhythms(day));
    }

    /** The stretches of a range in which the same holds. */
    List<DateRange> stretches(DateRange range) {
        TreeSet<LocalDate> starts =
                Stream.concat(
                                shifts.stream().map(ShiftRow::from),
                                allowances.stream().map(AllowanceRow::from))
                        .filter(range::contains)
                        .collect(Collectors.toCollection(TreeSet::new));
        List<DateRange> stretches = new ArrayList<>();
        LocalDate start = range.start();
        for (LocalDate next : starts.tailSet(start, false)) {
            stretches.add(new DateRange(start, next));
            start = next;
        }
        stretches.add(new DateRange(start, range.end()));
        return stretches;
    }

    /** The shift of a day that an occurrence was made for. */
    Optional<Shift> shift(String id, LocalDate day) {
        return shifts.stream()
                .filter(row -> row.name().id().equals(id) && row.holdsOn(day))
                .map(DutySettings::shift)
                .findFirst();
    }

    private Rhythms rhythms(LocalDate day) {
        List<Rhythms.Every> every =
                intervals.stream()
                        .map(
                                row ->
                                        new Rhythms.Every(
                                                new DutyId(row.dutyId()),
                                                Interval.parse(row.every(), row.from())))
                        .toList();
        Map<PostKey, List<Shift>> byPost = new TreeMap<>();
        shifts.stream().filter(row -> row.holdsOn(day)).forEach(row -> add(byPost, row));
        return new Rhythms(
                new Interval(FORTNIGHT, Interval.Unit.WEEKS, policy.anchor()),
                every,
                byPost,
                Optional.ofNullable(policy.setupOn()));
    }

    private static void add(Map<PostKey, List<Shift>> byPost, ShiftRow row) {
        for (String post : row.posts()) {
            byPost.computeIfAbsent(new PostKey(post), none -> new ArrayList<>()).add(shift(row));
        }
    }

    static Shift shift(ShiftRow row) {
        return new Shift(
                row.name().id(),
                new Label(row.name().zh(), row.name().en()),
                row.begins(),
                Duration.ofMinutes(row.minutes()),
                row.days().stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()));
    }

    private Map<String, Allowance> allowancesOn(LocalDate day) {
        Map<String, Allowance> limits = new HashMap<>();
        allowances.stream()
                .filter(row -> !row.from().isAfter(day))
                .forEach(row -> limits.put(row.word(), Allowance.parse(row.allowance())));
        return limits;
    }
}
