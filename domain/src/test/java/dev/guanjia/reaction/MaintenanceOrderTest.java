package dev.guanjia.reaction;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.Place;
import dev.guanjia.asset.maintenance.MaintenanceStandard;
import dev.guanjia.asset.maintenance.MaintenanceTask;
import dev.guanjia.asset.maintenance.OrderRequest;
import dev.guanjia.asset.maintenance.TaskEvent;
import dev.guanjia.calendar.Cadence;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.calendar.DueDay;
import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.organisation.staff.Qualifications;
import dev.guanjia.property.CommunityId;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private static final Actor WORKER =
            new Actor(new StaffId("sf_worker"), new PostKey("MAINTENANCE_WORKER"), "v1");
    private static final QualificationKey CERTIFICATE = new QualificationKey("LIFT_CERTIFICATE");

    @Test
    void workThatIsFoundGoodPerformsTheTaskOnItsDay() {
        MaintenanceTask done = accepted(MaintenanceOrder.perform(task(false), work(10), nobody()));
        TaskEvent event = done.performed().orElseThrow();
        assertThat(event.on()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(event.actor()).isEqualTo(WORKER);
        assertThat(event.note()).isEqualTo("wo_1");
        assertThat(accepted(MaintenanceOrder.perform(done, work(12), nobody()))).isEqualTo(done);
        assertThat(codes(MaintenanceOrder.perform(task(true), work(10), nobody())))
                .containsExactly("maintenance-not-qualified");
    }

    @Test
    void aTaskThatWasMovedAfterTheWorkIsDoneOnTheDayOfTheMove() {
        LocalDate later = LocalDate.of(2026, 3, 20);
        LocalDate moved = LocalDate.of(2026, 3, 11);
        MaintenanceTask task = accepted(task(false).reschedule(later, WORKER, moved, "停水"));
        MaintenanceTask done = accepted(MaintenanceOrder.perform(task, work(10), nobody()));
        assertThat(done.performed().orElseThrow().on()).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource({
        "DUE, OPEN",
        "DONE, OPEN",
        "CHECKED, DONE",
        "CLOSED, DONE",
        "CLOSED_ADMINISTRATIVELY, GIVEN_UP",
        "CANCELLED, GIVEN_UP"
    })
    void onlyTheCheckSaysThatTheTaskIsDone(WorkOrderState state, MaintenanceOrder.Meaning meaning) {
        assertThat(MaintenanceOrder.meaning(state)).isEqualTo(meaning);
    }

    private static Qualifications nobody() {
        return new Qualifications(List.of());
    }

    private static MaintenanceOrder.Work work(int day) {
        return new MaintenanceOrder.Work("wo_1", WORKER, LocalDate.of(2026, 3, day));
    }

    private static MaintenanceTask task(boolean certified) {
        LocalDate first = LocalDate.of(2026, 3, 1);
        LocalDate last = LocalDate.of(2026, 3, 31);
        return new MaintenanceTask(
                new MaintenanceStandard(
                        "PM-LIFT-01",
                        new Label("电梯维保", "Lift upkeep"),
                        new AssetKey("LIFT"),
                        Cadence.MONTHLY,
                        "R-MAINT-LOG",
                        certified ? Optional.of(CERTIFICATE) : Optional.empty(),
                        LocalDate.of(2024, 1, 1)),
                new EquipmentId("lift_1"),
                new DateRange(first, last.plusDays(1)),
                new DueDay(last, Optional.of(last), Set.of()),
                List.of());
    }

    @Test
    void theOrderNamesThePlaceAndItsTask() {
        OrderRequest request =
                new OrderRequest(
                        "PM-LIFT-01/lift_1/2026-03-02",
                        new EquipmentId("lift_1"),
                        new Place(new CommunityId("cm_1"), Optional.empty(), Optional.of("机房")),
                        new Label("电梯半月维保", "Fortnightly lift upkeep"),
                        Optional.of(LocalDate.parse("2026-03-15")),
                        "R-MAINT-LOG",
                        Optional.of(new QualificationKey("MAINTENANCE_CERTIFICATE")));
        Intake intake = MaintenanceOrder.intake(request, "1号楼东梯", 0, NOW);
        assertThat(intake.kind()).isEqualTo(WorkOrderKind.PREVENTIVE_MAINTENANCE);
        assertThat(intake.community()).isEqualTo(new CommunityId("cm_1"));
        assertThat(intake.unit()).isNull();
        assertThat(intake.title()).isEqualTo("电梯半月维保: 1号楼东梯");
        assertThat(intake.description())
                .isEqualTo(
                        """
                        Fortnightly lift upkeep
                        equipment=lift_1
                        area=机房
                        due=2026-03-15
                        qualification=MAINTENANCE_CERTIFICATE
                        record=R-MAINT-LOG\
                        """);
        assertThat(intake.reception().receivedAt()).isEqualTo(NOW);
        assertThat(intake.reception().sourceReference()).isEqualTo("PM-LIFT-01/lift_1/2026-03-02");
        Intake again = MaintenanceOrder.intake(request, "1号楼东梯", 1, NOW);
        assertThat(again.reception().sourceReference()).isEqualTo("PM-LIFT-01/lift_1/2026-03-02/2");
    }
}
