package dev.guanjia.asset.maintenance;

import static dev.guanjia.asset.Assets.day;
import static dev.guanjia.asset.Assets.no;
import static dev.guanjia.asset.Assets.place;
import static dev.guanjia.asset.Assets.register;
import static dev.guanjia.asset.Assets.yes;
import static dev.guanjia.asset.maintenance.Maintenance.BOTTLE;
import static dev.guanjia.asset.maintenance.Maintenance.QUALIFIED;
import static dev.guanjia.asset.maintenance.Maintenance.SUPERVISOR;
import static dev.guanjia.asset.maintenance.Maintenance.WORKER;
import static dev.guanjia.asset.maintenance.Maintenance.bottle;
import static dev.guanjia.asset.maintenance.Maintenance.planner;
import static dev.guanjia.asset.maintenance.Maintenance.pump;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.asset.Equipment;
import dev.guanjia.asset.EquipmentRegister;
import dev.guanjia.asset.maintenance.TaskEvent.Action;
import dev.guanjia.calendar.WorkingDayRule;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.TransitionTable.Move;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceTaskTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    2026-02-28, 2026-03, PLANNED
                    2026-03-01, 2026-03, DUE
                    2026-03-31, 2026-03, DUE
                    2026-04-01, 2026-03, OVERDUE
                    # moved from Sunday, 31 May to Monday, 1 June
                    2026-04-30, 2026-05, PLANNED
                    2026-05-01, 2026-05, DUE
                    2026-06-01, 2026-05, DUE
                    2026-06-02, 2026-05, OVERDUE
                    """)
    void theDaysBringATaskUpAndLetItPass(LocalDate today, YearMonth month, TaskState state) {
        assertThat(bottleTask(month).state(today)).isEqualTo(state);
    }

    @Test
    void aTaskIsDoneThenVerifiedBySomebodyElse() {
        MaintenanceTask done =
                yes(bottleTask(MARCH).perform(WORKER, day("2026-03-10"), "ML-7", QUALIFIED));
        assertThat(done.state(day("2026-04-01"))).isEqualTo(TaskState.DONE);
        assertThat(no(done.verify(WORKER, day("2026-03-10"), "全数合格")))
                .containsExactly("maintenance-self-verified");
        MaintenanceTask verified = yes(done.verify(SUPERVISOR, day("2026-03-11"), "全数合格"));
        assertThat(verified.state(day("2026-04-01"))).isEqualTo(TaskState.VERIFIED);
        assertThat(verified.performed().orElseThrow().note()).isEqualTo("ML-7");
        assertThat(MaintenanceTask.TABLE.terminal())
                .containsExactly(TaskState.VERIFIED, TaskState.WITHDRAWN);
    }

    @Test
    void whatIsOverdueIsDoneLateAndNotMoved() {
        MaintenanceTask task = bottleTask(MARCH);
        LocalDate late = day("2026-04-02");
        assertThat(no(task.reschedule(late, SUPERVISOR, late, "外包延误")))
                .containsExactly("maintenance-wrong-state", "maintenance-moved-out-of-period");
        assertThat(yes(task.perform(WORKER, late, "ML-7", QUALIFIED)).state(late))
                .isEqualTo(TaskState.DONE);
    }

    @Test
    void aRefusalNamesWhatIsLegal() {
        LocalDate late = day("2026-04-02");
        MaintenanceTask task = bottleTask(MARCH);
        assertThat(legal(task.reschedule(day("2026-03-31"), SUPERVISOR, late, "x")))
                .isEqualTo("PERFORM, WITHDRAW");
        MaintenanceTask done = yes(task.perform(WORKER, late, "ML-7", QUALIFIED));
        MaintenanceTask verified = yes(done.verify(SUPERVISOR, late, "ok"));
        assertThat(legal(verified.perform(WORKER, late, "ML-8", QUALIFIED))).isEqualTo("-");
    }

    private static String legal(Decision<MaintenanceTask> refused) {
        return refused.fold(task -> "", reasons -> reasons.get(0).facts().get("legal"));
    }

    @Test
    void movingKeepsTheOriginAndStaysInThePeriod() {
        MaintenanceTask task = bottleTask(MARCH);
        MaintenanceTask moved =
                yes(task.reschedule(day("2026-03-12"), SUPERVISOR, day("2026-02-10"), "节前检查"));
        assertThat(moved.due()).contains(day("2026-03-12"));
        assertThat(moved.origin()).isEqualTo(day("2026-03-31"));
        assertThat(moved.state(day("2026-03-13"))).isEqualTo(TaskState.OVERDUE);
        assertThat(
                        yes(moved.reschedule(
                                        day("2026-03-31"), SUPERVISOR, day("2026-03-12"), "停水"))
                                .due())
                .contains(day("2026-03-31"));
        assertThat(no(task.reschedule(day("2026-02-28"), SUPERVISOR, day("2026-02-10"), "x")))
                .containsExactly("maintenance-moved-out-of-period");
        assertThat(no(task.reschedule(day("2026-04-01"), SUPERVISOR, day("2026-02-10"), "x")))
                .containsExactly("maintenance-moved-out-of-period");
        assertThat(
                        yes(bottleTask(YearMonth.of(2026, 5))
                                        .reschedule(
                                                day("2026-06-01"),
                                                SUPERVISOR,
                                                day("2026-05-10"),
                                                "周末不作业"))
                                .due())
                .contains(day("2026-06-01"));
    }

    @Test
    void everyReasonIsGivenAtOnce() {
        MaintenanceTask pump = task(pump("2020-01-01", ""), MARCH);
        assertThat(no(pump.perform(WORKER, day("2026-02-28"), " ", QUALIFIED)))
                .containsExactly("maintenance-wrong-state", "maintenance-evidence-missing");
        assertThat(no(pump.perform(SUPERVISOR, day("2026-03-20"), "ML-1", QUALIFIED)))
                .containsExactly("maintenance-not-qualified");
        assertThat(no(pump.perform(WORKER, day("2026-03-21"), "ML-1", QUALIFIED)))
                .containsExactly("maintenance-not-qualified");
        MaintenanceTask done = yes(pump.perform(WORKER, day("2026-03-20"), "ML-1", QUALIFIED));
        assertThat(no(done.verify(SUPERVISOR, day("2026-03-19"), "")))
                .containsExactly("maintenance-time-runs-backwards", "maintenance-note-missing");
        assertThat(no(pump.reschedule(day("2026-03-04"), SUPERVISOR, day("2026-03-05"), "")))
                .containsExactly("maintenance-note-missing", "maintenance-moved-into-past");
    }

    @Test
    void aTaskThatCouldNotHaveComeToThisCannotExist() {
        MaintenanceTask task = bottleTask(MARCH);
        TaskEvent verified =
                new TaskEvent(Action.VERIFY, SUPERVISOR, day("2026-03-11"), "合格", Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new MaintenanceTask(
                                        task.standard(),
                                        task.equipment(),
                                        task.period(),
                                        task.planned(),
                                        List.of(verified)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new TaskEvent(
                                        Action.PASS,
                                        WORKER,
                                        day("2026-04-01"),
                                        "x",
                                        Optional.empty()));
    }

    @Test
    void theTableIsTheProcess() {
        assertThat(MaintenanceTask.TABLE.moves())
                .extracting(Move::from, Move::action, Move::to)
                .extracting(row -> row.toList().toString())
                .containsExactly(
                        "[PLANNED, COME_UP, DUE]",
                        "[PLANNED, RESCHEDULE, PLANNED]",
                        "[PLANNED, WITHDRAW, WITHDRAWN]",
                        "[DUE, PASS, OVERDUE]",
                        "[DUE, RESCHEDULE, DUE]",
                        "[DUE, PERFORM, DONE]",
                        "[DUE, WITHDRAW, WITHDRAWN]",
                        "[OVERDUE, PERFORM, DONE]",
                        "[OVERDUE, WITHDRAW, WITHDRAWN]",
                        "[DONE, VERIFY, VERIFIED]");
    }

    @Test
    void whatIsDueOrOverdueOpensAnOrderWhereTheEquipmentIs() {
        Equipment bottle = bottle("2020-01-01", "");
        MaintenancePlan plan = planner(WorkingDayRule.AFTER).year(Year.of(2026), List.of(bottle));
        EquipmentRegister register = register(bottle);
        MaintenanceTask january = plan.tasks().get(0);
        plan = plan.with(yes(january.perform(WORKER, day("2026-01-20"), "ML-1", QUALIFIED)));
        LocalDate today = day("2026-03-05");
        assertThat(plan.orders(today, register))
                .extracting(order -> order.task() + " " + order.due().orElseThrow())
                .containsExactly(
                        "PM-EXTING-01/bottle_1/2026-02-01 2026-02-28",
                        "PM-EXTING-01/bottle_1/2026-03-01 2026-03-31");
        OrderRequest order = plan.orders(today, register).get(1);
        assertThat(order.place()).isEqualTo(place("bd_1"));
        assertThat(order.work().zh()).isEqualTo("灭火器检查");
        assertThat(order.evidence()).isEqualTo("R-MAINT-LOG");
        assertThat(plan.count(today)).hasToString("{PLANNED=9, DUE=1, OVERDUE=1, DONE=1}");
        assertThat(plan.history(BOTTLE).tasks())
                .extracting(MaintenanceTask::origin)
                .containsExactly(day("2026-01-31"));
    }

    @Test
    void whatIsRetiredNeedsNothingMore() {
        Equipment bottle = bottle("2020-01-01", "");
        MaintenancePlan plan = planner(WorkingDayRule.AFTER).year(Year.of(2026), List.of(bottle));
        EquipmentRegister retired = yes(register(bottle).retire(BOTTLE, day("2026-03-31")));
        Equipment gone = retired.find(BOTTLE).orElseThrow();
        LocalDate today = day("2026-03-31");
        assertThat(plan.tasks())
                .filteredOn(
                        task ->
                                task.withdraw(gone, SUPERVISOR, today, "报废")
                                        .fold(withdrawn -> true, reasons -> false))
                .extracting(MaintenanceTask::origin)
                .hasSize(10)
                .startsWith(day("2026-03-31"));
        assertThat(plan.orders(day("2026-03-30"), retired)).hasSize(3);
        assertThat(plan.orders(day("2026-03-31"), retired)).isEmpty();
    }

    @Test
    void whatLiesAfterARetirementIsWithdrawnMovedOrNot() {
        MaintenanceTask task = bottleTask(MARCH);
        LocalDate moving = day("2026-03-02");
        MaintenanceTask moved = yes(task.reschedule(day("2026-03-12"), SUPERVISOR, moving, "提前"));
        LocalDate today = day("2026-04-02");
        Equipment gone = bottle("2020-01-01", "2026-03-31");
        MaintenanceTask withdrawn = yes(moved.withdraw(gone, SUPERVISOR, today, "报废"));
        assertThat(withdrawn.state(day("2026-12-31"))).isEqualTo(TaskState.WITHDRAWN);
        assertThat(no(withdrawn.perform(WORKER, today, "ML-1", QUALIFIED)))
                .containsExactly("maintenance-wrong-state");
        Equipment still = bottle("2020-01-01", "2026-04-01");
        assertThat(no(moved.withdraw(still, SUPERVISOR, moving, " ")))
                .containsExactly("maintenance-note-missing", "maintenance-still-needed");
        assertThat(no(moved.withdraw(pump("2020-01-01", "2026-01-01"), SUPERVISOR, today, "x")))
                .containsExactly("maintenance-still-needed");
    }

    @Test
    void aMovedTaskComesDueInItsNewMonthAndStaysInThePlanOfItsOrigin() {
        MaintenancePlan plan =
                planner(WorkingDayRule.AFTER)
                        .year(Year.of(2026), List.of(bottle("2020-01-01", "")));
        YearMonth may = YearMonth.of(2026, 5);
        assertThat(plan.month(may).tasks())
                .extracting(task -> task.due().orElseThrow())
                .containsExactly(day("2026-06-01"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan.with(task(pump("2020-01-01", ""), MARCH)));
    }

    private static MaintenanceTask bottleTask(YearMonth month) {
        return task(bottle("2020-01-01", ""), month);
    }

    private static MaintenanceTask task(Equipment equipment, YearMonth month) {
        return planner(WorkingDayRule.AFTER).month(month, List.of(equipment)).tasks().get(0);
    }
}
