package dev.guanjia.workorder.level;

import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.reasons;
import static dev.guanjia.workorder.WorkOrders.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.calendar.BusinessHours;
import dev.guanjia.calendar.ChinaCalendar;
import dev.guanjia.calendar.WorkingTime;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Rational;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceLevelsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final BusinessHours OFFICE =
            new BusinessHours(
                    ChinaCalendar.load(), SHANGHAI, LocalTime.of(9, 0), LocalTime.of(18, 0));
    private static final ServiceHours HOURS =
            accepted(ServiceHours.of(WorkingTime.of(OFFICE), Map.of()));
    private static final ServiceLevels LEVELS =
            new ServiceLevels(
                    List.of(
                            level("sl_2", "1.5", ServiceClock.WORKING, "2026-04-01"),
                            level("sl_1", "4", ServiceClock.WORKING, "2026-03-01"),
                            level("sl_3", "24", ServiceClock.ELAPSED, "2026-05-01")));

    @ParameterizedTest(name = "{4}")
    @CsvSource(
            textBlock =
                    """
                    2026-02-28T23:59, NONE,          ,     ,                 before the first row
                    2026-03-01T00:00, SERVICE_LEVEL, sl_1, 2026-03-02T13:00, a Sunday: from Monday's opening
                    2026-03-13T17:40, SERVICE_LEVEL, sl_1, 2026-03-16T12:40, Friday evening
                    2026-03-31T23:59, SERVICE_LEVEL, sl_1, 2026-04-01T13:00, the row of the day received
                    2026-04-01T00:00, SERVICE_LEVEL, sl_2, 2026-04-01T10:30, the later row from its first day
                    2026-05-02T03:00, SERVICE_LEVEL, sl_3, 2026-05-03T03:00, the other clock never stops
                    """)
    void theRowInForceOnTheDayReceivedApplies(
            LocalDateTime receivedAt,
            DueOrigin origin,
            String level,
            LocalDateTime dueAt,
            String why) {
        Due due =
                LEVELS.due(
                        Matter.of(WorkOrderKind.COMPLAINT),
                        receivedAt.atZone(SHANGHAI).toInstant(),
                        HOURS);
        assertThat(due.origin()).as(why).isEqualTo(origin);
        assertThat(due.serviceLevel().map(ServiceLevelId::value).orElse(null)).isEqualTo(level);
        assertThat(due.dueAt().map(at -> at.atZone(SHANGHAI).toLocalDateTime()).orElse(null))
                .as(why)
                .isEqualTo(dueAt);
        assertThat(due.steps().isEmpty()).isEqualTo(origin == DueOrigin.NONE);
    }

    @Test
    void anotherKindHasNoLimit() {
        Due due =
                LEVELS.due(
                        Matter.of(WorkOrderKind.REPAIR),
                        LocalDate.of(2026, 6, 1).atStartOfDay(SHANGHAI).toInstant(),
                        HOURS);
        assertThat(due).isEqualTo(new Due.Unlimited());
    }

    @Test
    void aDueTimeBeyondTheKnownHolidaysIsUnknownAndSaysWhy() {
        ServiceLevels levels =
                new ServiceLevels(List.of(level("sl_1", "4", ServiceClock.WORKING, "2026-01-01")));
        var received = LocalDateTime.parse("2026-12-31T16:00").atZone(SHANGHAI).toInstant();
        Due.Unknown due =
                (Due.Unknown) levels.due(Matter.of(WorkOrderKind.COMPLAINT), received, HOURS);
        assertThat(due.dueAt()).isEmpty();
        assertThat(due.serviceLevel()).contains(new ServiceLevelId("sl_1"));
        assertThat(due.after()).isEqualTo("2026-12-31T16:00:00Z");
        assertThat(due.timeliness(null, due.after())).isEqualTo(Timeliness.ON_TIME);
        assertThat(due.timeliness(null, due.after().plusNanos(1))).isEqualTo(Timeliness.UNKNOWN);
        assertThat(due.timeliness(due.after(), Instant.MAX)).isEqualTo(Timeliness.ON_TIME);
        assertThat(Wording.of(due.reason(), Language.EN))
                .isEqualTo(
                        "Received at 2026-12-31T08:00:00Z and allowed PT4H of office time, its due"
                                + " time lies outside the days whose holidays are known:"
                                + " 2007-01-01 to 2026-12-31.");
    }

    @Test
    void aKindHasOneRowPerFirstDay() {
        ServiceLevel same = level("sl_9", "8", ServiceClock.WORKING, "2026-04-01");
        var decision = LEVELS.add(same);
        assertThat(refused(decision)).containsExactly(LevelRefusal.SERVICE_LEVEL_EXISTS);
        assertThat(Wording.of(reasons(decision).get(0), Language.ZH_CN))
                .isEqualTo("COMPLAINT自2026-04-01起的RESOLUTION时限已存在。");
        ServiceLevel next = level("sl_9", "8", ServiceClock.WORKING, "2026-04-02");
        assertThat(accepted(LEVELS.add(next)).rows()).hasSize(4).containsSequence(next);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServiceLevels(List.of(same, same)));
    }

    @Test
    void hoursAreKeptExactly() {
        assertThat(ServiceLevel.target(Rational.parse("1.5"))).isEqualTo(Duration.ofMinutes(90));
        assertThat(ServiceLevel.target(Rational.parse("0.000001")))
                .isEqualTo(Duration.ofNanos(3_600_000));
        assertThat(level("sl_1", "0.25", ServiceClock.ELAPSED, "2026-01-01").hours())
                .isEqualTo(Rational.parse("0.25"));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> ServiceLevel.target(Rational.of(1, 7)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> level("sl_1", "0", ServiceClock.ELAPSED, "2026-01-01"));
    }

    private static ServiceLevel level(String id, String hours, ServiceClock clock, String from) {
        return new ServiceLevel(
                new ServiceLevelId(id),
                Matter.of(WorkOrderKind.COMPLAINT),
                ServiceGoal.RESOLUTION,
                ServiceLevel.target(Rational.parse(hours)),
                clock,
                null,
                LocalDate.parse(from));
    }
}
