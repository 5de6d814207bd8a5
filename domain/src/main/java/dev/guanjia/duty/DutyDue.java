package dev.guanjia.duty;

import dev.guanjia.calendar.Allowance;
import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DeadlineKind;
import dev.guanjia.calendar.DeadlineRule;
import dev.guanjia.calendar.DueDay;
import dev.guanjia.calendar.Shift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Until when an occurrence is in time, and why then. Source: requirements 06 A-62: the day is
 * included and clamped to the month's last day.
 *
 * @param end the first instant that is too late; empty where there is no measurable limit, and
 *     where the working days of the year are not announced
 * @param zone where the days are
 * @param code the deadline that was applied, as rows write it; empty where none is printed
 * @param basis where it comes from
 * @param day how the last day was found; empty for a limit by the clock
 */
public record DutyDue(
        Optional<Instant> end, ZoneId zone, String code, Basis basis, Optional<DueDay> day) {

    /** A last day and the end of that day go together. */
    public DutyDue {
        if (day.isPresent() && day.get().day().isPresent() != end.isPresent()) {
            throw new IllegalArgumentException("due by " + day.get().day() + ", end " + end);
        }
    }

    /**
     * What comes round in periods of days.
     *
     * @param timing the duty's timing
     * @param cadence one of its cadences
     * @param period a period of that cadence
     * @param times how the company reads times
     * @return the last day, or the company's limit for the printed word
     */
    static DutyDue in(Timing timing, Cadence cadence, DateRange period, DutyTimes times) {
        Optional<DeadlineRule> rule = timing.ruleFor(cadence);
        if (rule.isPresent()) {
            return by(rule.get(), times.days().of(rule.get(), period), Basis.PRINTED, times);
        }
        Instant start = period.start().atStartOfDay(times.zone()).toInstant();
        return allowed(timing, start, times)
                .orElseGet(
                        () ->
                                by(
                                        DeadlineRule.PERIOD_END,
                                        times.days().of(DeadlineRule.PERIOD_END, period),
                                        Basis.PERIOD,
                                        times));
    }

    /** What comes round in a shift: at its beginning, or before it ends. */
    static DutyDue in(Timing timing, Shift shift, LocalDate day, DutyTimes times) {
        Instant start = shift.start(day, times.zone());
        Optional<DutyDue> allowed = allowed(timing, start, times);
        if (allowed.isPresent()) {
            return allowed.get();
        }
        Optional<DeadlineRule> rule = timing.ruleFor(Cadence.SHIFT);
        boolean atOnce = rule.filter(found -> found.kind() == DeadlineKind.SHIFT_START).isPresent();
        // The moment itself is in time, as the last day is.
        Instant end = atOnce ? start.plusNanos(1) : shift.end(day, times.zone());
        return new DutyDue(
                Optional.of(end),
                times.zone(),
                rule.map(DeadlineRule::toString).orElse(DeadlineKind.SHIFT_END.code()),
                rule.isPresent() ? Basis.PRINTED : Basis.PERIOD,
                Optional.empty());
    }

    /** What something calls for that happened. */
    static DutyDue after(Timing timing, Instant at, DutyTimes times) {
        LocalDate day = LocalDate.ofInstant(at, times.zone());
        Optional<DeadlineRule> rule = timing.ruleFor(Cadence.EVENT);
        if (rule.isPresent()) {
            LocalDate last = rule.get().lastDay(DateRange.ofClosed(day, day));
            DueDay due = new DueDay(last, Optional.of(last), Set.of());
            return by(rule.get(), due, Basis.PRINTED, times);
        }
        return allowed(timing, at, times).orElseGet(() -> without(timing, times));
    }

    /** What is established once. */
    static DutyDue setup(Timing timing, LocalDate day, DutyTimes times) {
        Optional<DeadlineRule> rule = timing.ruleFor(Cadence.SETUP);
        if (rule.isPresent()) {
            DateRange year = new DateRange(day, day.plusYears(1));
            return by(rule.get(), times.days().of(rule.get(), year), Basis.PRINTED, times);
        }
        return allowed(timing, day.atStartOfDay(times.zone()).toInstant(), times)
                .orElseGet(() -> without(timing, times));
    }

    private static DutyDue by(DeadlineRule rule, DueDay day, Basis basis, DutyTimes times) {
        ZoneId zone = times.zone();
        Optional<Instant> end =
                day.day().map(last -> last.plusDays(1).atStartOfDay(zone).toInstant());
        return new DutyDue(end, zone, rule.toString(), basis, Optional.of(day));
    }

    private static Optional<DutyDue> allowed(Timing timing, Instant from, DutyTimes times) {
        Map<String, Allowance> allowances = times.allowances();
        if (allowances.isEmpty()) {
            return Optional.empty();
        }
        return timing.codes().stream()
                .filter(allowances::containsKey)
                .findFirst()
                .map(
                        code ->
                                new DutyDue(
                                        Optional.ofNullable(allowances.get(code))
                                                .map(limit -> limit.end(from, times.zone())),
                                        times.zone(),
                                        code,
                                        Basis.ALLOWANCE,
                                        Optional.empty()));
    }

    private static DutyDue without(Timing timing, DutyTimes times) {
        String code = timing.words().stream().findFirst().orElse("");
        return new DutyDue(Optional.empty(), times.zone(), code, Basis.NO_LIMIT, Optional.empty());
    }

    /**
     * The last day in time.
     *
     * @return the day on which {@link #end} falls or that it ends; empty where there is no limit
     */
    public Optional<LocalDate> lastDay() {
        return day.isPresent()
                ? day.get().day()
                : end.map(instant -> LocalDate.ofInstant(instant.minusNanos(1), zone));
    }

    /**
     * Whether an instant is in time.
     *
     * @param instant the instant
     * @return true before {@link #end}, and where there is none
     */
    public boolean isInTime(Instant instant) {
        return end.map(instant::isBefore).orElse(true);
    }

    /**
     * Whether the rule names a day that the month does not have.
     *
     * @return true if an earlier day stands in for it, as 28 February for day 30
     */
    public boolean isClamped() {
        return adjustments().contains(DueDay.Adjustment.CLAMPED);
    }

    /**
     * Whether the limit is unknown because the working days of its year are not announced yet.
     *
     * @return true if the company moves due days and the calendar ends before this one
     */
    public boolean isUnannounced() {
        return adjustments().contains(DueDay.Adjustment.UNANNOUNCED);
    }

    /**
     * What was done to the day that the rule names.
     *
     * @return nothing for a limit by the clock
     */
    public Set<DueDay.Adjustment> adjustments() {
        return day.map(DueDay::adjustments).orElse(Set.of());
    }

    /** Where a due time comes from. */
    public enum Basis {
        /** The duty's row has a deadline. */
        PRINTED,
        /** The row has none: what comes round in a period is in time within that period. */
        PERIOD,
        /** The row has a word, for which the company set a limit. */
        ALLOWANCE,
        /** Nothing that could be measured. */
        NO_LIMIT
    }
}
