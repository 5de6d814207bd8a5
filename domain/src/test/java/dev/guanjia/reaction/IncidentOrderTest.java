package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.property.CommunityId;
import dev.guanjia.reaction.IncidentOrder.Work;
import dev.guanjia.security.incident.EmergencyPlans;
import dev.guanjia.security.incident.Incident;
import dev.guanjia.security.incident.IncidentId;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IncidentOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:00:00Z");
    private static final Incident FIRE =
            Incident.report(
                    new IncidentId("in_1"),
                    new Incident.Alarm("garage B1", "smoke", "fire panel", NOW),
                    EmergencyPlans.load().get("FIRE").inForce(NOW));

    @Test
    void theOrderSaysWhereAndWhatAndTheHandlingIsAnEmergency() {
        Intake handling = intake(new Work(WorkOrderKind.INCIDENT, "put it out", null));
        assertThat(handling.description()).isEqualTo("garage B1: smoke");
        assertThat(handling.triage().severity()).isEqualTo(Severity.EMERGENCY);
        Intake repair = intake(new Work(WorkOrderKind.INSPECTION_FINDING, "ceiling", "burnt"));
        assertThat(repair.description()).isEqualTo("garage B1: smoke\nburnt");
        assertThat(repair.triage().severity()).isEqualTo(Severity.NORMAL);
        assertThat(repair.community()).isEqualTo(new CommunityId("cm_1"));
    }

    @Test
    void whatCustomersAskForIsNoWorkOfAnIncident() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Work(WorkOrderKind.COMPLAINT, "noise", null));
    }

    private static Intake intake(Work work) {
        return IncidentOrder.intake(FIRE, new CommunityId("cm_1"), work, NOW);
    }
}
