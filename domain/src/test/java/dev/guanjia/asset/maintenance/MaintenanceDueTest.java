package dev.guanjia.asset.maintenance;

import static dev.guanjia.asset.Assets.day;
import static dev.guanjia.asset.Assets.no;
import static dev.guanjia.asset.Assets.yes;
import static dev.guanjia.asset.maintenance.Maintenance.BOTTLE;
import static dev.guanjia.asset.maintenance.Maintenance.QUALIFIED;
import static dev.guanjia.asset.maintenance.Maintenance.WORKER;
import static dev.guanjia.asset.maintenance.Maintenance.bottle;
import static dev.guanjia.asset.maintenance.Maintenance.planner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DueDay;
import dev.guanjia.calendar.WorkingDayRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a task may be done. */
class MaintenanceDueTest {

    @ParameterizedTest(name = "{0} from {1} to {2}")
    @CsvSource(
            textBlock =
                    """
                    DAILY,       2026-07-01, 2026-07-01
                    WEEKLY,      2026-06-29, 2026-07-05
                    BIWEEKLY,    2026-06-22, 2026-07-05
                    MONTHLY,     2026-02-01, 2026-02-28
                    QUARTERLY,   2026-07-01, 2026-09-30
                    HALF_YEARLY, 2026-07-01, 2026-12-31
                    YEARLY,      2026-01-01, 2026-12-31
                    """)
    void aTaskIsDoneOnAnyDayOfItsPeriodAndLateOnlyAfterIt(
            Cadence cadence, LocalDate first, LocalDate last) {
        MaintenanceTask task = of(cadence, last);
        assertThat(task.period()).isEqualTo(DateRange.ofClosed(first, last));
        assertThat(task.opens()).isEqualTo(first);
        assertThat(task.state(first.minusDays(1))).isEqualTo(TaskState.PLANNED);
        assertThat(no(task.perform(WORKER, first.minusDays(1), "ML-1", QUALIFIED)))
                .containsExactly("maintenance-wrong-state");
        first.datesUntil(last.plusDays(1))
                .forEach(
                        day -> {
                            assertThat(task.state(day)).isEqualTo(TaskState.DUE);
                            yes(task.perform(WORKER, day, "ML-1", QUALIFIED));
                        });
        assertThat(task.state(last.plusDays(1))).isEqualTo(TaskState.OVERDUE);
    }

    @Test
    void aTaskWhoseDueDayLiesBeforeItsPeriodIsDueOnThatDay() {
        LocalDate holiday = day("2026-10-01");
        LocalDate worked = day("2026-09-30");
        MaintenanceTask daily = of(Cadence.DAILY, holiday);
        MaintenanceTask task =
                new MaintenanceTask(
                        daily.standard(),
                        daily.equipment(),
                        daily.period(),
                        new DueDay(holiday, Optional.of(worked), Set.of()),
                        List.of());
        assertThat(task.state(worked.minusDays(1))).isEqualTo(TaskState.PLANNED);
        assertThat(task.state(worked)).isEqualTo(TaskState.DUE);
        assertThat(task.state(holiday)).isEqualTo(TaskState.OVERDUE);
    }

    private static MaintenanceTask of(Cadence cadence, LocalDate last) {
        MaintenanceTask bottle =
                planner(WorkingDayRule.KEEP)
                        .month(YearMonth.of(2026, 3), List.of(bottle("2020-01-01", "")))
                        .tasks()
                        .get(0);
        MaintenanceStandard standard =
                new MaintenanceStandard(
                        "PM-OWN-01",
                        bottle.standard().work(),
                        bottle.standard().kind(),
                        cadence,
                        "R-MAINT-LOG",
                        Optional.empty(),
                        day("2024-01-01"));
        return new MaintenanceTask(
                standard,
                BOTTLE,
                cadence.interval().orElseThrow().periodOf(last),
                new DueDay(last, Optional.of(last), Set.of()),
                List.of());
    }
}
