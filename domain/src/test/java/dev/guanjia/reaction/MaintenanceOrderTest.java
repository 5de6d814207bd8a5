package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.asset.EquipmentId;
import dev.guanjia.asset.Place;
import dev.guanjia.asset.maintenance.OrderRequest;
import dev.guanjia.catalogue.Label;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.property.BuildingId;
import dev.guanjia.property.CommunityId;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaintenanceOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    /** The last day in time ends in the community, not in UTC; what is late is due at once. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-15, 2026-03-15T16:00:00Z",
        "2026-03-02, 2026-03-02T16:00:00Z",
        "2026-03-01, 2026-03-02T01:00:00Z",
        ",",
    })
    void theOrderIsDueWhenItsTaskIs(@Nullable LocalDate last, @Nullable Instant due) {
        assertThat(MaintenanceOrder.due(request(last), ZoneId.of("Asia/Shanghai"), NOW))
                .isEqualTo(Optional.ofNullable(due).map(Due.Given::new));
    }

    @Test
    void theOrderNamesThePlaceAndItsTask() {
        OrderRequest request = request(LocalDate.parse("2026-03-15"));
        Intake intake = MaintenanceOrder.intake(request, "1号楼东梯", NOW);
        assertThat(intake.kind()).isEqualTo(WorkOrderKind.PREVENTIVE_MAINTENANCE);
        assertThat(intake.site())
                .isEqualTo(new Site(new CommunityId("cm_1"), null, new BuildingId("bd_1"), "机房"));
        assertThat(intake.needs()).containsExactly(new QualificationKey("MAINTENANCE_CERTIFICATE"));
        assertThat(intake.title()).isEqualTo("电梯半月维保: 1号楼东梯");
        assertThat(intake.description())
                .isEqualTo(
                        """
                        Fortnightly lift upkeep
                        equipment=lift_1
                        building=bd_1
                        area=机房
                        due=2026-03-15
                        qualification=MAINTENANCE_CERTIFICATE
                        record=R-MAINT-LOG\
                        """);
        assertThat(intake.reception().receivedAt()).isEqualTo(NOW);
        assertThat(intake.reception().sourceReference()).isEqualTo("PM-LIFT-01/lift_1/2026-03-02");
    }

    private static OrderRequest request(@Nullable LocalDate last) {
        return new OrderRequest(
                "PM-LIFT-01/lift_1/2026-03-02",
                new EquipmentId("lift_1"),
                new Place(
                        new CommunityId("cm_1"),
                        Optional.of(new BuildingId("bd_1")),
                        Optional.of("机房")),
                new Label("电梯半月维保", "Fortnightly lift upkeep"),
                Optional.ofNullable(last),
                "R-MAINT-LOG",
                Optional.of(new QualificationKey("MAINTENANCE_CERTIFICATE")));
    }
}
