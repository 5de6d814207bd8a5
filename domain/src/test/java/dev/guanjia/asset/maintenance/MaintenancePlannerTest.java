package dev.guanjia.asset.maintenance;

import static dev.guanjia.asset.Assets.EAST;
import static dev.guanjia.asset.Assets.day;
import static dev.guanjia.asset.Assets.lift;
import static dev.guanjia.asset.maintenance.Maintenance.BOTTLE;
import static dev.guanjia.asset.maintenance.Maintenance.bottle;
import static dev.guanjia.asset.maintenance.Maintenance.planner;
import static dev.guanjia.asset.maintenance.Maintenance.pump;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.EquipmentCatalogue;
import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DueDay.Adjustment;
import dev.guanjia.calendar.WorkingDayRule;
import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.staff.QualificationKind;
import dev.guanjia.organisation.staff.Requirements;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenancePlannerTest {

    @Test
    void aLiftsMarchByHand() {
        // Fortnights end on Sundays, counted from Monday, 1 January 2007; the quarter ends too.
        MaintenancePlan march =
                planner(WorkingDayRule.KEEP)
                        .month(YearMonth.of(2026, 3), List.of(lift(EAST, "2020-01-01", "")));
        assertThat(march.tasks())
                .extracting(task -> task.key() + " by " + task.due().orElseThrow())
                .containsExactly(
                        "PM-LIFT-01/lift_1/2026-02-16 by 2026-03-01",
                        "PM-LIFT-01/lift_1/2026-03-02 by 2026-03-15",
                        "PM-LIFT-01/lift_1/2026-03-16 by 2026-03-29",
                        "PM-LIFT-02/lift_1/2026-01-01 by 2026-03-31");
    }

    @Test
    void aLiftsYearHoldsEveryPeriodOnce() {
        MaintenancePlan year =
                planner(WorkingDayRule.KEEP)
                        .year(Year.of(2026), List.of(lift(EAST, "2020-01-01", "")));
        assertThat(year.tasks()).hasSize(26 + 4 + 2 + 1);
        assertThat(year.month(YearMonth.of(2026, 12)).tasks())
                .extracting(task -> task.standard().id())
                .containsExactly(
                        "PM-LIFT-01", "PM-LIFT-01", "PM-LIFT-02", "PM-LIFT-03", "PM-LIFT-04");
    }

    @ParameterizedTest(name = "{0} {1}: {2} becomes {3}")
    @CsvSource(
            textBlock =
                    """
                    2026-01, BEFORE, 2026-01-31, 2026-01-30
                    2026-01, AFTER,  2026-01-31, 2026-02-02
                    2026-01, KEEP,   2026-01-31, 2026-01-31
                    # a Saturday worked in exchange for the Spring Festival
                    2026-02, BEFORE, 2026-02-28, 2026-02-28
                    2026-03, AFTER,  2026-03-31, 2026-03-31
                    2026-05, AFTER,  2026-05-31, 2026-06-01
                    2024-02, BEFORE, 2024-02-29, 2024-02-29
                    2023-02, BEFORE, 2023-02-28, 2023-02-28
                    """)
    void aDueDayThatIsNotWorkedIsMovedAndItsOriginKept(
            YearMonth month, WorkingDayRule rule, LocalDate origin, LocalDate due) {
        MaintenancePlan plan = planner(rule).month(month, List.of(bottle("2020-01-01", "")));
        assertThat(plan.tasks()).hasSize(1);
        assertThat(plan.tasks().get(0).origin()).isEqualTo(origin);
        assertThat(plan.tasks().get(0).due()).contains(due);
    }

    @Test
    void aDayThatNobodyAnnouncedIsNotSaid() {
        MaintenanceTask task =
                planner(WorkingDayRule.BEFORE)
                        .month(YearMonth.of(2040, 3), List.of(bottle("2020-01-01", "")))
                        .tasks()
                        .get(0);
        assertThat(task.due()).isEmpty();
        assertThat(task.planned().adjustments()).containsExactly(Adjustment.UNANNOUNCED);
        assertThat(task.state(day("2040-02-29"))).isEqualTo(TaskState.PLANNED);
        assertThat(task.state(day("2040-04-15"))).isEqualTo(TaskState.DUE);
    }

    @ParameterizedTest(name = "installed {0}, retired {1}: {2} tasks")
    @CsvSource(
            textBlock =
                    """
                    2020-01-01, ,           12
                    2026-01-31, ,           12
                    2026-02-01, ,           11
                    2027-01-01, ,           0
                    2020-01-01, 2026-12-31, 11
                    2020-01-01, 2027-01-01, 12
                    2020-01-01, 2026-01-31, 0
                    2026-06-30, 2026-07-01, 1
                    """)
    void onlyWhatIsInUseOnTheOriginDayYieldsATask(String installed, String retired, int tasks) {
        MaintenancePlan year =
                planner(WorkingDayRule.BEFORE)
                        .year(
                                Year.of(2026),
                                List.of(bottle(installed, retired == null ? "" : retired)));
        assertThat(year.tasks()).hasSize(tasks);
    }

    @Test
    void everyRowNamesAKnownQualificationAndEveryClassButToolsHasAStandard() {
        MaintenanceStandards standards = MaintenanceStandards.load();
        assertThat(standards.rows()).hasSize(26);
        assertThat(standards.rows())
                .extracting(row -> row.qualification().orElse(null))
                .filteredOn(key -> key != null)
                .isSubsetOf(
                        Requirements.load().kinds().stream().map(QualificationKind::key).toList());
        assertThat(EquipmentCatalogue.load().classes())
                .filteredOn(each -> standards.of(each.key()).isEmpty())
                .extracting(each -> each.key())
                .containsExactly(new AssetKey("REPAIR_TOOL"));
    }

    @ParameterizedTest(name = "{0},{1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    LIFT,       event,   cadence has no periods
                    LIFT,       hourly,  unknown cadence
                    TELEPORTER, monthly, unknown class
                    """)
    void aRowThatCannotBeDatedIsAFault(String kind, String cadence, String fault) {
        String text =
                "id,zh,en,class,cadence,evidence,qualification,from,source\n"
                        + "PM-X-01,甲,A,%s,%s,R-MAINT-LOG,,2007-01,own\n".formatted(kind, cadence);
        assertThatThrownBy(
                        () ->
                                MaintenanceStandards.of(
                                        Table.parse("own.csv", text, columns(text)),
                                        EquipmentCatalogue.load()))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("own.csv:2")
                .hasMessageContaining(fault);
    }

    @Test
    void aStandardIsPlannedFromItsFirstDay() {
        String text =
                "id,zh,en,class,cadence,evidence,qualification,from,source\n"
                        + "PM-X-01,甲,A,FIRE_PUMP,monthly,R-MAINT-LOG,,2026-06-02,own\n";
        MaintenanceStandards own =
                MaintenanceStandards.of(
                        Table.parse("own.csv", text, columns(text)), EquipmentCatalogue.load());
        MaintenancePlan year =
                new MaintenancePlanner(own, planner(WorkingDayRule.KEEP).dueDays())
                        .year(Year.of(2026), List.of(pump("2020-01-01", "")));
        assertThat(year.tasks()).hasSize(7);
        assertThat(year.tasks().get(0).period()).hasToString("2026-06-02 to 2026-06-30");
        assertThat(year.tasks().get(1).period()).hasToString("2026-07-01 to 2026-07-31");
        assertThat(own.rows().get(0).cadence()).isEqualTo(Cadence.MONTHLY);
    }

    @Test
    void aCompanysRowHoldsFromItsDayAndLeavesThePeriodsBefore() {
        MaintenanceStandard shipped =
                MaintenanceStandards.load().of(new AssetKey("FIRE_EXTINGUISHER")).get(0);
        MaintenanceStandard own =
                new MaintenanceStandard(
                        shipped.id(),
                        shipped.work(),
                        shipped.kind(),
                        Cadence.QUARTERLY,
                        shipped.evidence(),
                        shipped.qualification(),
                        day("2026-07-01"));
        MaintenanceStandards both = MaintenanceStandards.load().with(List.of(own));
        MaintenancePlan year =
                new MaintenancePlanner(both, planner(WorkingDayRule.KEEP).dueDays())
                        .year(Year.of(2026), List.of(bottle("2020-01-01", "")));
        assertThat(year.tasks())
                .extracting(task -> task.period().toString())
                .hasSize(8)
                .last()
                .isEqualTo("2026-10-01 to 2026-12-31");
        assertThat(both.holds(shipped, day("2026-06-30"))).isTrue();
        assertThat(both.holds(shipped, day("2026-07-01"))).isFalse();
        assertThat(both.with(List.of(own)).rows()).hasSameSizeAs(both.rows());
        assertThatThrownBy(() -> new MaintenanceStandards(List.of(own, own)))
                .hasMessageContaining("stands twice");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    WEEKLY,  MONTHLY, 2026-07-13 to 2026-07-19; 2026-07-20 to 2026-07-31
                    MONTHLY, WEEKLY,  2026-07-01 to 2026-07-31; 2026-08-01 to 2026-08-02
                    MONTHLY, MONTHLY, 2026-07-01 to 2026-07-31; 2026-08-01 to 2026-08-31
                    """)
    void aNewCadenceBeginsTheDayAfterTheLastPeriodOfTheOld(
            Cadence old, Cadence young, String seam) {
        MaintenanceStandards both =
                new MaintenanceStandards(List.of(own(old, "2026-01-01"), own(young, "2026-07-15")));
        List<String> periods =
                new MaintenancePlanner(both, planner(WorkingDayRule.KEEP).dueDays())
                        .year(Year.of(2026), List.of(bottle("2020-01-01", ""))).tasks().stream()
                                .map(task -> task.period().toString())
                                .toList();
        assertThat(periods).containsSequence(seam.split("; "));
    }

    private static MaintenanceStandard own(Cadence cadence, String from) {
        MaintenanceStandard shipped =
                MaintenanceStandards.load().of(new AssetKey("FIRE_EXTINGUISHER")).get(0);
        return new MaintenanceStandard(
                "PM-OWN-01",
                shipped.work(),
                shipped.kind(),
                cadence,
                shipped.evidence(),
                shipped.qualification(),
                day(from));
    }

    private static List<String> columns(String text) {
        return List.of(text.lines().findFirst().orElseThrow().split(","));
    }

    @Test
    void aTaskIsOfOneEquipment() {
        assertThat(
                        planner(WorkingDayRule.KEEP)
                                .month(
                                        YearMonth.of(2026, 4),
                                        List.of(pump("2020-01-01", ""), bottle("2020-01-01", "")))
                                .tasks())
                .filteredOn(task -> task.equipment().equals(BOTTLE))
                .hasSize(1);
    }
}
