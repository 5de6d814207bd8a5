package dev.guanjia.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every due time, whatever the office, the holiday or the change of the clocks. */
class BusinessHoursProperties {

    private static final BusinessHours SHANGHAI =
            new BusinessHours(
                    ChinaCalendar.load(),
                    ZoneId.of("Asia/Shanghai"),
                    LocalTime.of(9, 0),
                    LocalTime.of(18, 0));
    private static final BusinessHours NEW_YORK =
            new BusinessHours(
                    new WorkCalendar(
                            new DateRange(LocalDate.of(2019, 1, 1), LocalDate.of(2027, 1, 1)),
                            Set.of(),
                            Set.of(LocalDate.of(2024, 3, 10), LocalDate.of(2024, 11, 3))),
                    ZoneId.of("America/New_York"),
                    LocalTime.MIDNIGHT,
                    LocalTime.of(23, 30));

    @Provide
    Arbitrary<BusinessHours> offices() {
        return Arbitraries.of(SHANGHAI, NEW_YORK);
    }

    @Provide
    Arbitrary<Instant> starts() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2020-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2025-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Duration> targets() {
        return Arbitraries.longs().between(1, 400 * 3600).map(Duration::ofSeconds);
    }

    @Property
    void exactlyTheTargetIsCounted(
            @ForAll("offices") BusinessHours office,
            @ForAll("starts") Instant start,
            @ForAll("targets") Duration target) {
        assertThat(office.after(start, target).counted()).isEqualTo(target);
    }

    @Property
    void theStepsLeadFromTheStartToTheDueTimeWithoutAGap(
            @ForAll("offices") BusinessHours office,
            @ForAll("starts") Instant start,
            @ForAll("targets") Duration target) {
        DueTime due = office.after(start, target);
        List<DueTime.Step> steps = due.steps();
        Instant at = start;
        DueTime.Reason before = null;
        for (DueTime.Step step : steps) {
            assertThat(step.from()).isEqualTo(at);
            assertThat(step.reason()).isNotEqualTo(before);
            at = step.to();
            before = step.reason();
        }
        assertThat(at).isEqualTo(due.due());
        assertThat(before).isIn(DueTime.Reason.COUNTED, DueTime.Reason.MAKE_UP_DAY);
    }

    @Property
    void whatIsCountedIsOfficeTimeOnAWorkingDay(
            @ForAll("offices") BusinessHours office,
            @ForAll("starts") Instant start,
            @ForAll("targets") Duration target) {
        for (DueTime.Step step : office.after(start, target).steps()) {
            LocalTime from = step.from().atZone(office.zone()).toLocalTime();
            LocalDate day = step.from().atZone(office.zone()).toLocalDate();
            boolean open = !from.isBefore(office.opens()) && from.isBefore(office.closes());
            boolean worked = office.calendar().isWorkingDay(day);
            assertThat(step.reason().counts()).isEqualTo(worked && open);
            assertThat(step.reason() == DueTime.Reason.OFFICE_CLOSED).isEqualTo(worked && !open);
            assertThat(step.reason() == DueTime.Reason.MAKE_UP_DAY)
                    .isEqualTo(open && office.calendar().makeUpDays().contains(day));
            assertThat(step.reason() == DueTime.Reason.HOLIDAY)
                    .isEqualTo(office.calendar().holidays().contains(day));
        }
    }

    @Property
    void moreTimeAllowedIsDueLater(
            @ForAll("offices") BusinessHours office,
            @ForAll("starts") Instant start,
            @ForAll("targets") Duration one,
            @ForAll("targets") Duration more) {
        assertThat(office.after(start, one.plus(more)).due())
                .isAfter(office.after(start, one).due());
    }

    @Property
    void receivedLaterIsNeverDueEarlier(
            @ForAll("offices") BusinessHours office,
            @ForAll("starts") Instant start,
            @ForAll("targets") Duration later,
            @ForAll("targets") Duration target) {
        assertThat(office.after(start.plus(later), target).due())
                .isAfterOrEqualTo(office.after(start, target).due());
    }
}
