package dev.guanjia.workorder.level;

import dev.guanjia.calendar.DueTime;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in one line why a matter is due when it is. The words stand in {@code words_en.properties}
 * and {@code words_zh_CN.properties}. Within six days weekdays are enough; else dates are given.
 */
public final class Explanation {

    private static final int DATED_FROM = 6;

    private final Countdown countdown;
    private final WorkingTime clock;
    private final Language language;
    private final List<String> parts = new ArrayList<>();
    private final boolean dated;

    private Explanation(Countdown countdown, WorkingTime clock, Language language) {
        this.countdown = countdown;
        this.clock = clock;
        this.language = language;
        Instant end = countdown.dueAt(clock).orElse(countdown.receivedAt());
        this.dated = !day(countdown.receivedAt()).plusDays(DATED_FROM).isAfter(day(end));
    }

    /**
     * The line, such as {@code received Friday 17:40, office hours end 18:00, 4 h target → Monday
     * 11:40}.
     *
     * @param countdown the clock of the limit
     * @param clock what counts
     * @param language the reader's
     * @return times in the zone of the clock
     */
    public static String of(Countdown countdown, WorkingTime clock, Language language) {
        return new Explanation(countdown, clock, language).text();
    }

    /**
     * The line of a limit that no row set.
     *
     * @param agreed the last instant in time; null for no limit
     * @param zone the community's
     * @param language the reader's
     * @return such as {@code agreed for Monday 2026-03-09 11:40, whatever the pauses}
     */
    public static String of(@Nullable Instant agreed, ZoneId zone, Language language) {
        if (agreed == null) {
            return Wording.words(Explanation.class, "no-limit", language);
        }
        LocalDateTime at = agreed.atZone(zone).toLocalDateTime();
        return Wording.words(
                Explanation.class, "agreed", language, "at", moment(at, true, language));
    }

    private String text() {
        parts.add(words("received", "at", moment(countdown.receivedAt())));
        Optional<DueTime> due = countdown.dueTime(clock);
        due.ifPresent(time -> hours(time.steps()));
        for (Pause pause : countdown.pauses()) {
            if (due.isEmpty() || pause.from().isBefore(due.get().due())) {
                parts.add(paused(pause));
            }
        }
        parts.add(words("target", "time", length(countdown.level().target())));
        String end = due.map(time -> moment(time.due())).orElseGet(this::unknown);
        return String.join(language.pick("，", ", "), parts) + " → " + end;
    }

    private String unknown() {
        if (!(countdown.due(clock) instanceof Due.Unknown due)) {
            return words("unknown");
        }
        return due.reason().code() == LevelRefusal.HOURS_UNKNOWN
                ? words("unknown-shifts", "shifts", countdown.level().shiftName())
                : words("unknown-days", "covered", clock.covered().toString());
    }

    private void hours(List<DueTime.Step> steps) {
        DueTime.Step start = steps.get(0);
        if (!start.reason().counts() && start.reason() != DueTime.Reason.PAUSED) {
            Instant opens = opens(steps);
            parts.add(words("waits." + start.reason(), "to", moment(opens)));
        }
        if (start.reason() == DueTime.Reason.MAKE_UP_DAY) {
            special(start);
        }
        boolean ended = false;
        for (int i = 1; i < steps.size(); i++) {
            DueTime.Step step = steps.get(i);
            if (step.reason() == DueTime.Reason.OFFICE_CLOSED
                    && steps.get(i - 1).reason().counts()
                    && !ended) {
                ended = true;
                String name = "end." + countdown.level().clock();
                parts.add(words(name, "time", time(step.from()).toString()));
            }
            special(step);
        }
    }

    private static Instant opens(List<DueTime.Step> steps) {
        return steps.stream()
                .filter(step -> step.reason().counts())
                .findFirst()
                .map(DueTime.Step::from)
                .orElseThrow(() -> new IllegalStateException("nothing counts in " + steps));
    }

    private void special(DueTime.Step step) {
        LocalDate from = day(step.from());
        if (step.reason() == DueTime.Reason.HOLIDAY) {
            LocalDate last = day(step.to().minusNanos(1));
            parts.add(words("holiday", "from", from.toString(), "last", last.toString()));
        }
        if (step.reason() == DueTime.Reason.MAKE_UP_DAY) {
            String exchanged = words("make-up-day", "day", from.toString());
            if (!parts.contains(exchanged)) { // a pause cuts the day in two
                parts.add(exchanged);
            }
        }
    }

    private String paused(Pause pause) {
        String from = moment(pause.from());
        return pause.to() == null
                ? words("paused-since", "from", from, "reason", pause.reason())
                : words("paused", "from", from, "to", moment(pause.to()), "reason", pause.reason());
    }

    /** {@code Friday 17:40}, with the date where the weekday alone would not tell. */
    private String moment(Instant at) {
        return moment(at.atZone(zone()).toLocalDateTime(), dated, language);
    }

    private static String moment(LocalDateTime at, boolean dated, Language language) {
        String key = "day." + at.getDayOfWeek().getValue();
        return Wording.words(
                Explanation.class,
                dated ? "dated" : "moment",
                language,
                "day",
                Wording.words(Explanation.class, key, language),
                "date",
                at.toLocalDate().toString(),
                "time",
                at.toLocalTime().toString());
    }

    /** {@code 1 h 30 min}, without what is zero. */
    private String length(Duration target) {
        Duration rest = target.minusMinutes(target.toMinutes());
        return Stream.of(
                        unit("hours", target.toHours()),
                        unit("minutes", target.toMinutesPart()),
                        rest.isZero() ? "" : words("seconds", "n", seconds(rest)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(language.pick("", " ")));
    }

    private String unit(String key, long n) {
        return n == 0 ? "" : words(key, "n", Long.toString(n));
    }

    private static String seconds(Duration rest) {
        String iso = rest.toString();
        return iso.substring("PT".length(), iso.length() - 1);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone()).toLocalDate();
    }

    private LocalTime time(Instant at) {
        return at.atZone(zone()).toLocalTime();
    }

    private ZoneId zone() {
        return clock.zone();
    }

    private String words(String key, String... facts) {
        return Wording.words(Explanation.class, key, language, facts);
    }
}
