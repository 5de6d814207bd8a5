package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.property.CommunityId;
import dev.guanjia.quality.MeasureRow;
import dev.guanjia.quality.Measures;
import dev.guanjia.workorder.ComplaintRow;
import dev.guanjia.workorder.ComplaintRow.Answer;
import dev.guanjia.workorder.ComplaintRow.Verdict;
import dev.guanjia.workorder.ComplaintStatistics;
import dev.guanjia.workorder.History;
import dev.guanjia.workorder.Intake;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Site;
import dev.guanjia.workorder.Triage;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.Timeliness;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplaintFactTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant RECEIVED = Instant.parse("2024-03-31T16:30:00Z");
    private static final Instant DUE = Instant.parse("2024-04-02T16:30:00Z");

    private static WorkOrder order(WorkOrderKind kind) {
        Intake intake =
                new Intake(
                        kind,
                        Site.of(new CommunityId("cm_1"), null),
                        "noise at night",
                        null,
                        List.of(),
                        Triage.usual(null),
                        new Reception("PHONE", RECEIVED, null));
        return WorkOrder.receive(new WorkOrderId("wo_1"), intake, new Due.Given(DUE))
                .fold(
                        order -> order,
                        reasons -> {
                            throw new AssertionError(reasons);
                        });
    }

    private static ComplaintFact fact(WorkOrderKind kind, Instant asOf) {
        History told = new History(order(kind), List.of());
        return ComplaintFact.of(ComplaintRow.of(told, SHANGHAI, asOf));
    }

    @Test
    void aComplaintReceivedAfterMidnightOfTheCommunityCountsInTheNewMonth() {
        ComplaintFact fact = fact(WorkOrderKind.COMPLAINT, DUE);
        assertThat(fact)
                .isEqualTo(
                        new ComplaintFact(
                                new WorkOrderId("wo_1"),
                                YearMonth.of(2024, 4),
                                true,
                                Timeliness.ON_TIME));
    }

    @Test
    void anOpenComplaintIsOverdueAfterItsDueTimeOnly() {
        assertThat(fact(WorkOrderKind.COMPLAINT, DUE.plusSeconds(1)).timeliness())
                .isEqualTo(Timeliness.OVERDUE);
    }

    /** 06 A-61: valid is what somebody ruled valid; the ledger and the rate say the same. */
    @Test
    void theRateCountsWhatTheLedgerCounts() {
        YearMonth month = YearMonth.of(2024, 4);
        List<ComplaintRow> rows = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            for (Timeliness timeliness : Timeliness.values()) {
                rows.add(
                        new ComplaintRow(
                                new WorkOrderId("wo_" + rows.size()),
                                month,
                                "PHONE",
                                Severity.NORMAL,
                                verdict,
                                Answer.PENDING,
                                timeliness));
            }
        }
        ComplaintStatistics ledger = new ComplaintStatistics(rows);
        Measures measures =
                MeasureReaction.complaints(month, rows.stream().map(ComplaintFact::of).toList());
        List<ComplaintRow> known = new ArrayList<>(ledger.ruled(Verdict.VALID));
        known.removeAll(ledger.unknown());
        assertThat(behind(measures, "valid_complaints")).isEqualTo(ids(known)).hasSize(3);
        assertThat(behind(measures, "overdue_complaints")).isEqualTo(ids(ledger.overdue()));
    }

    private static List<String> behind(Measures measures, String name) {
        return measures.measure(name).rows().stream().map(MeasureRow::reference).toList();
    }

    private static List<String> ids(List<ComplaintRow> rows) {
        return rows.stream().map(row -> row.order().value()).toList();
    }

    @Test
    void aRepairIsNoComplaint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fact(WorkOrderKind.REPAIR, DUE))
                .withMessage("work order is no complaint: wo_1");
    }
}
