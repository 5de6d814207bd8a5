package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.Place;
import dev.guanjia.asset.maintenance.OrderRequest;
import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.property.CommunityId;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaintenanceOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

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
        Intake intake = MaintenanceOrder.intake(request, "1号楼东梯", NOW);
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
    }
}
