package dev.guanjia.reaction;

import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.asset.AssetKey;
import dev.guanjia.asset.Assets;
import dev.guanjia.asset.Inspection;
import dev.guanjia.asset.Place;
import dev.guanjia.asset.maintenance.OrderRequest;
import dev.guanjia.catalogue.Label;
import dev.guanjia.property.CommunityId;
import dev.guanjia.security.incident.EmergencyPlans;
import dev.guanjia.security.incident.Incident;
import dev.guanjia.security.incident.IncidentId;
import dev.guanjia.security.patrol.Checkpoint;
import dev.guanjia.security.patrol.Finding;
import dev.guanjia.security.patrol.PatrolPlan;
import dev.guanjia.security.patrol.RoundId;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.level.Matter;
import dev.guanjia.workorder.level.ServiceClock;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.level.ServiceLevel;
import dev.guanjia.workorder.level.ServiceLevelId;
import dev.guanjia.workorder.level.ServiceLevels;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders that the company opens for itself. */
class OwnOrderTest {

    private static final Instant AT = Instant.parse("2026-03-02T14:05:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final CommunityId COMMUNITY = new CommunityId("cm_1");
    private static final Place PLACE = new Place(COMMUNITY, Optional.empty(), Optional.empty());
    private static final Label LABEL = new Label("检查", "Check");

    static List<Intake> everyReaction() {
        return List.of(patrol(), maintenance(), inspection(), incident());
    }

    @ParameterizedTest
    @MethodSource("everyReaction")
    void theServiceLevelForOurselvesIsTheOneThatApplies(Intake intake) {
        ServiceLevels levels =
                new ServiceLevels(List.of(level(intake.kind(), CustomerClass.INTERNAL)));
        assertThat(levels.inForce(intake.matter(), ServiceGoal.RESOLUTION, DAY)).isPresent();
        ServiceLevels others =
                new ServiceLevels(List.of(level(intake.kind(), CustomerClass.OWNER)));
        assertThat(others.inForce(intake.matter(), ServiceGoal.RESOLUTION, DAY)).isEmpty();
    }

    private static ServiceLevel level(WorkOrderKind kind, CustomerClass customer) {
        return new ServiceLevel(
                new ServiceLevelId("sl_1"),
                new Matter(kind, null, null, customer),
                ServiceGoal.RESOLUTION,
                Duration.ofHours(4),
                ServiceClock.ELAPSED,
                null,
                DAY);
    }

    private static Intake patrol() {
        Checkpoint gate =
                new Checkpoint(
                        "gate", "gate", "东门", Optional.empty(), Duration.ofMinutes(10), List.of());
        Finding finding =
                new Finding(
                        new RoundId("ro_1"),
                        "gate",
                        "door",
                        "东门",
                        LABEL,
                        Finding.Severity.MINOR,
                        AT);
        return PatrolReaction.intake(finding, PatrolPlan.Sort.PATROL, gate, COMMUNITY);
    }

    private static Intake maintenance() {
        OrderRequest request =
                new OrderRequest(
                        "PM-LIFT-01/lift_1/2026-03-02",
                        Assets.EAST,
                        PLACE,
                        LABEL,
                        Optional.of(DAY),
                        "R-MAINT-LOG",
                        Optional.empty());
        return MaintenanceOrder.intake(request, "east", 0, AT);
    }

    private static Intake inspection() {
        Inspection missing =
                new Inspection(
                        Assets.EAST,
                        new AssetKey("LIFT_INSPECTION"),
                        Inspection.Standing.MISSING,
                        Optional.empty());
        InspectionOrder.Used used =
                new InspectionOrder.Used(Assets.lift(Assets.EAST, "2020-01-01", ""), PLACE, LABEL);
        return accepted(InspectionOrder.open(missing, used, List.of(), AT));
    }

    private static Intake incident() {
        Incident fire =
                Incident.report(
                        new IncidentId("in_1"),
                        new Incident.Alarm("garage B1", "smoke", "fire panel", AT),
                        EmergencyPlans.load().get("FIRE").inForce(AT));
        IncidentOrder.Work work = new IncidentOrder.Work(WorkOrderKind.INCIDENT, "out", null);
        return IncidentOrder.intake(fire, COMMUNITY, work, AT);
    }
}
