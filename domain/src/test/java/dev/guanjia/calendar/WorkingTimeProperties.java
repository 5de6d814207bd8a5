package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.catalogue.Label;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The index gives what a plain walk gives, and time adds up. */
class WorkingTimeProperties {

    private static final DateRange YEARS =
            new DateRange(LocalDate.of(2006, 1, 1), LocalDate.of(2026, 1, 1));
    private static final WorkCalendar WEEKDAYS =
            new WorkCalendar(
                    YEARS,
                    Set.of(LocalDate.of(2015, 12, 25)),
                    Set.of(LocalDate.of(2015, 3, 8), LocalDate.of(2015, 11, 1)));

    /** Among them places whose clocks change at midnight, after it, or by a whole day. */
    private static final Map<BusinessHours, WorkingTime> OFFICES =
            Map.of(
                    office(ChinaCalendar.load(), "Asia/Shanghai", "09:00", "18:00"),
                    index(ChinaCalendar.load(), "Asia/Shanghai", "09:00", "18:00"),
                    office(WEEKDAYS, "America/New_York", "00:00", "23:30"),
                    index(WEEKDAYS, "America/New_York", "00:00", "23:30"),
                    office(WEEKDAYS, "America/Sao_Paulo", "00:00", "04:00"),
                    index(WEEKDAYS, "America/Sao_Paulo", "00:00", "04:00"),
                    office(WEEKDAYS, "America/St_Johns", "00:00", "23:59"),
                    index(WEEKDAYS, "America/St_Johns", "00:00", "23:59"),
                    office(WEEKDAYS, "Pacific/Apia", "08:00", "17:00"),
                    index(WEEKDAYS, "Pacific/Apia", "08:00", "17:00"));

    private static final List<Shift> SHIFTS =
            List.of(shift("22:00", 9), shift("05:00", 4), shift("13:00", 3));
    private static final WorkingTime NIGHTS =
            WorkingTime.of(WEEKDAYS, ZoneId.of("Europe/Berlin"), SHIFTS);

    @Provide
    Arbitrary<BusinessHours> offices() {
        return Arbitraries.of(OFFICES.keySet());
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2007-06-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2024-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Duration> targets() {
        return Arbitraries.longs().between(1, 300 * 3600).map(Duration::ofSeconds);
    }

    @Property
    void theIndexFindsWhatTheWalkFinds(
            @ForAll("offices") BusinessHours office,
            @ForAll("starts") Instant start,
            @ForAll("targets") Duration target) {
        WorkingTime index = OFFICES.get(office);
        DueTime walked = office.after(start, target);
        assertThat(index.find(start, target)).contains(walked.due());
        assertThat(index.steps(start, walked.due())).isEqualTo(walked.steps());
        assertThat(index.between(start, walked.due())).contains(target);
    }

    @Property(tries = 200)
    void theIndexKnowsAsFarAsTheWalk(
            @ForAll("offices") BusinessHours office, @ForAll("targets") Duration target) {
        for (String start : List.of("2025-12-20T00:00:00Z", "2026-12-20T00:00:00Z")) {
            Instant from = Instant.parse(start);
            Optional<Instant> walked = office.find(from, target).map(DueTime::due);
            assertThat(OFFICES.get(office).find(from, target)).isEqualTo(walked);
        }
    }

    /** Minute by minute, by the shifts that are at work: nothing is shared with the index. */
    @Property(tries = 100)
    void theIndexCountsTheMinutesOfShifts(
            @ForAll("starts") Instant start, @ForAll("targets") Duration length) {
        Instant from = start.minusSeconds(start.getEpochSecond() % 60);
        long minutes = length.toMinutes() % (5 * 24 * 60);
        long worked = 0;
        for (long minute = 0; minute < minutes; minute++) {
            worked += isWorked(from.plusSeconds(minute * 60)) ? 1 : 0;
        }
        assertThat(NIGHTS.between(from, from.plusSeconds(minutes * 60)))
                .contains(Duration.ofMinutes(worked));
    }

    private static boolean isWorked(Instant at) {
        LocalDate day = at.atZone(NIGHTS.zone()).toLocalDate();
        return List.of(day.minusDays(1), day).stream()
                .filter(WEEKDAYS::isWorkingDay)
                .anyMatch(begun -> SHIFTS.stream().anyMatch(shift -> isAt(shift, begun, at)));
    }

    private static boolean isAt(Shift shift, LocalDate day, Instant at) {
        return !at.isBefore(shift.start(day, NIGHTS.zone()))
                && at.isBefore(shift.end(day, NIGHTS.zone()));
    }

    @Property
    void countedTimeAddsUp(
            @ForAll("starts") Instant start,
            @ForAll("targets") Duration one,
            @ForAll("targets") Duration more) {
        Instant first = NIGHTS.find(start, one).orElseThrow();
        assertThat(NIGHTS.find(first, more)).isEqualTo(NIGHTS.find(start, one.plus(more)));
        Instant middle = start.plus(more);
        Instant end = middle.plus(one);
        assertThat(between(start, middle).plus(between(middle, end)))
                .isEqualTo(between(start, end));
    }

    @Property
    void moreTimeIsDueLaterAndReceivedLaterNeverEarlier(
            @ForAll("starts") Instant start,
            @ForAll("targets") Duration target,
            @ForAll("targets") Duration more) {
        Instant due = NIGHTS.find(start, target).orElseThrow();
        assertThat(NIGHTS.find(start, target.plus(more)).orElseThrow()).isAfter(due);
        assertThat(NIGHTS.find(start.plus(more), target).orElseThrow()).isAfterOrEqualTo(due);
    }

    @Property
    void theStepsAreTheSpanWithoutAGap(
            @ForAll("starts") Instant start, @ForAll("targets") Duration length) {
        Instant at = start;
        Duration counted = Duration.ZERO;
        DueTime.Reason before = null;
        for (DueTime.Step step : NIGHTS.steps(start, start.plus(length))) {
            assertThat(step.from()).isEqualTo(at);
            assertThat(step.reason()).isNotEqualTo(before);
            counted = step.reason().counts() ? counted.plus(step.length()) : counted;
            at = step.to();
            before = step.reason();
        }
        assertThat(at).isEqualTo(start.plus(length));
        assertThat(counted).isEqualTo(between(start, at));
    }

    private static Duration between(Instant from, Instant to) {
        return NIGHTS.between(from, to).orElseThrow();
    }

    private static Shift shift(String begins, int hours) {
        return new Shift(
                "a",
                new Label("班", "shift"),
                LocalTime.parse(begins),
                Duration.ofHours(hours),
                EnumSet.allOf(DayOfWeek.class));
    }

    private static BusinessHours office(
            WorkCalendar calendar, String zone, String opens, String closes) {
        return new BusinessHours(
                calendar, ZoneId.of(zone), LocalTime.parse(opens), LocalTime.parse(closes));
    }

    private static WorkingTime index(
            WorkCalendar calendar, String zone, String opens, String closes) {
        return WorkingTime.of(office(calendar, zone, opens, closes));
    }
}
