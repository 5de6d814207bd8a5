package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.property.CommunityId;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.Timeliness;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ComplaintFactTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant RECEIVED = Instant.parse("2024-03-31T16:30:00Z");
    private static final Instant DUE = Instant.parse("2024-04-02T16:30:00Z");

    private static WorkOrder order(WorkOrderKind kind) {
        Intake intake =
                new Intake(
                        kind,
                        new CommunityId("cm_1"),
                        null,
                        "noise at night",
                        null,
                        Triage.usual(null),
                        new Reception("PHONE", RECEIVED, null));
        return WorkOrder.receive(new WorkOrderId("wo_1"), intake, new Due.Given(DUE))
                .fold(
                        order -> order,
                        reasons -> {
                            throw new AssertionError(reasons);
                        });
    }

    @Test
    void aComplaintReceivedAfterMidnightOfTheCommunityCountsInTheNewMonth() {
        ComplaintFact fact = ComplaintFact.of(order(WorkOrderKind.COMPLAINT), SHANGHAI, DUE);
        assertThat(fact)
                .isEqualTo(
                        new ComplaintFact(
                                new WorkOrderId("wo_1"),
                                YearMonth.of(2024, 4),
                                false,
                                Timeliness.ON_TIME));
    }

    @Test
    void anOpenComplaintIsOverdueAfterItsDueTimeOnly() {
        WorkOrder order = order(WorkOrderKind.COMPLAINT);
        assertThat(ComplaintFact.of(order, SHANGHAI, DUE.plusSeconds(1)).timeliness())
                .isEqualTo(Timeliness.OVERDUE);
    }

    @Test
    void aRepairIsNoComplaint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ComplaintFact.of(order(WorkOrderKind.REPAIR), SHANGHAI, DUE))
                .withMessage("work order is no complaint: wo_1");
    }
}
