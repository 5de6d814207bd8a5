package dev.guanjia.asset.maintenance;

import static dev.guanjia.asset.maintenance.Maintenance.QUALIFIED;
import static dev.guanjia.asset.maintenance.Maintenance.SUPERVISOR;
import static dev.guanjia.asset.maintenance.Maintenance.WORKER;
import static dev.guanjia.asset.maintenance.Maintenance.planner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.Assets;
import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.EquipmentCatalogue;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.WorkingDayRule;
import dev.guanjia.decision.Decision;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** No task is lost, and none stands twice. */
class MaintenanceProperties {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final MaintenanceStandards STANDARDS = MaintenanceStandards.load();

    @Property(tries = 60)
    void thePlanOfAYearIsTheUnionOfItsMonths(
            @ForAll WorkingDayRule rule,
            @ForAll @IntRange(min = 2023, max = 2028) int year,
            @ForAll Random random) {
        List<Equipment> equipment = equipment(random);
        MaintenancePlanner planner = planner(rule);
        List<MaintenanceTask> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            MaintenancePlan plan = planner.month(YearMonth.of(year, month), equipment);
            assertThat(plan)
                    .isEqualTo(
                            planner.year(Year.of(year), equipment)
                                    .month(YearMonth.of(year, month)));
            months.addAll(plan.tasks());
        }
        assertThat(new MaintenancePlan(months)).isEqualTo(planner.year(Year.of(year), equipment));
    }

    @Property(tries = 60)
    void everyPeriodOfEquipmentInUseHasOneTask(@ForAll WorkingDayRule rule, @ForAll Random random) {
        List<Equipment> equipment = equipment(random);
        MaintenancePlan plan = planner(rule).year(Year.of(2024), equipment);
        TreeSet<String> expected = new TreeSet<>();
        for (Equipment each : equipment) {
            for (MaintenanceStandard standard : STANDARDS.of(each.kind())) {
                // Day by day: a period ends wherever the next day lies in another one.
                FIRST.datesUntil(LocalDate.of(2025, 1, 1))
                        .filter(each::isInUse)
                        .map(day -> standard.cadence().interval().orElseThrow().periodOf(day))
                        .filter(period -> each.isInUse(period.last()))
                        .filter(period -> period.last().getYear() == 2024)
                        .forEach(
                                period ->
                                        expected.add(
                                                standard.id()
                                                        + "/"
                                                        + each.id()
                                                        + "/"
                                                        + period.start()));
            }
        }
        assertThat(plan.tasks())
                .extracting(MaintenanceTask::key)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** However often a company changes the cadence of a standard. */
    @Property(tries = 200)
    void everyDayOfAStandardIsCoveredByExactlyOneTask(@ForAll Random random) {
        MaintenanceStandard shipped = STANDARDS.of(new AssetKey("FIRE_EXTINGUISHER")).get(0);
        List<Cadence> cadences =
                Stream.of(Cadence.values()).filter(Cadence::isCalendarBound).toList();
        Map<LocalDate, MaintenanceStandard> rows = new TreeMap<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            LocalDate from = FIRST.plusDays(random.nextInt(400));
            Cadence cadence = cadences.get(random.nextInt(cadences.size()));
            rows.put(
                    from,
                    new MaintenanceStandard(
                            "PM-OWN-01",
                            shipped.work(),
                            shipped.kind(),
                            cadence,
                            shipped.evidence(),
                            shipped.qualification(),
                            from));
        }
        MaintenancePlanner planner =
                new MaintenancePlanner(
                        new MaintenanceStandards(List.copyOf(rows.values())),
                        planner(WorkingDayRule.KEEP).dueDays());
        List<Equipment> bottle = List.of(Maintenance.bottle("2020-01-01", ""));
        List<MaintenanceTask> tasks = new ArrayList<>();
        for (int year = 2024; year <= 2027; year++) {
            tasks.addAll(planner.year(Year.of(year), bottle).tasks());
        }
        rows.keySet()
                .iterator()
                .next()
                .datesUntil(LocalDate.of(2027, 1, 1))
                .forEach(
                        day ->
                                assertThat(tasks)
                                        .filteredOn(task -> task.period().contains(day))
                                        .as("%s under %s", day, rows.values())
                                        .hasSize(1));
    }

    @Property(tries = 100)
    void nothingThatIsDoneLosesATaskOrItsOrigin(
            @ForAll WorkingDayRule rule, @ForAll Random random) {
        MaintenancePlan before = planner(rule).year(Year.of(2024), equipment(random));
        MaintenancePlan plan = before;
        LocalDate today = FIRST;
        for (int i = 0; i < 80 && !plan.tasks().isEmpty(); i++) {
            today = today.plusDays(random.nextInt(8));
            MaintenanceTask task = plan.tasks().get(random.nextInt(plan.tasks().size()));
            TaskState from = task.state(today);
            MaintenancePlan unchanged = plan;
            plan = attempt(task, today, random).fold(unchanged::with, reasons -> unchanged);
            MaintenanceTask after = plan.find(task.key()).orElseThrow();
            assertThat(plan == unchanged || !after.equals(task)).isTrue();
            assertLegal(from, task, after, today);
        }
        assertThat(plan.tasks().stream().map(MaintenanceTask::key).toList())
                .isEqualTo(before.tasks().stream().map(MaintenanceTask::key).toList());
        assertThat(plan.tasks().stream().map(MaintenanceTask::origin).toList())
                .isEqualTo(before.tasks().stream().map(MaintenanceTask::origin).toList());
        LocalDate end = today;
        assertThat(plan.count(end).values().stream().mapToInt(each -> each).sum())
                .isEqualTo(before.tasks().size());
        assertThat(plan.tasks())
                .allSatisfy(
                        task ->
                                assertThat(task.state(end) == TaskState.OVERDUE)
                                        .isEqualTo(
                                                task.performed().isEmpty()
                                                        && end.isAfter(task.due().orElseThrow())));
    }

    private static void assertLegal(
            TaskState from, MaintenanceTask task, MaintenanceTask after, LocalDate today) {
        if (after.events().size() > task.events().size()) {
            TaskEvent event = after.events().get(task.events().size());
            assertThat(MaintenanceTask.TABLE.next(from, event.action())).isPresent();
            assertThat(after.events().subList(0, task.events().size())).isEqualTo(task.events());
            assertThat(event.on()).isEqualTo(today);
        }
    }

    private static Decision<MaintenanceTask> attempt(
            MaintenanceTask task, LocalDate today, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> task.perform(WORKER, today, "ML-1", QUALIFIED);
            case 1 -> task.verify(random.nextBoolean() ? WORKER : SUPERVISOR, today, "合格");
            default ->
                    task.reschedule(
                            task.period().start().plusDays(random.nextInt(35) - 3),
                            SUPERVISOR,
                            today,
                            "改期");
        };
    }

    private static List<Equipment> equipment(Random random) {
        List<EquipmentCatalogue.EquipmentClass> classes = EquipmentCatalogue.load().classes();
        List<Equipment> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            LocalDate installed = LocalDate.of(2023, 6, 1).plusDays(random.nextInt(600));
            String retired =
                    random.nextBoolean()
                            ? ""
                            : installed.plusDays(1 + random.nextInt(500)).toString();
            all.add(
                    Assets.equipment(
                            new EquipmentId("eq_" + i),
                            classes.get(random.nextInt(classes.size())).key().value(),
                            installed.toString(),
                            retired));
        }
        return all;
    }
}
