package dev.guanjia.workorder;

import static dev.guanjia.workorder.WorkOrders.RECEIVED;
import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.intake;
import static dev.guanjia.workorder.WorkOrders.refused;
import static dev.guanjia.workorder.WorkOrders.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.Timeliness;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImportedOrderTest {

    private static final Instant DUE = RECEIVED.plusSeconds(600);

    @ParameterizedTest(name = "{0} ended after {1} s")
    @CsvSource(
            textBlock =
                    """
                    HANDLED,        600, CLOSED,                  ON_TIME, false
                    HANDLED,        601, CLOSED,                  OVERDUE, false
                    HANDLED,        0,   CLOSED,                  ON_TIME, false
                    INVALID,        601, CLOSED,                  OVERDUE, true
                    INVALID,        ,    CLOSED,                  OVERDUE, true
                    ADMINISTRATIVE, 5,   CLOSED_ADMINISTRATIVELY, ON_TIME, true
                    ADMINISTRATIVE, ,    CLOSED_ADMINISTRATIVELY, OVERDUE, true
                    OPEN,           ,    RECEIVED,                OVERDUE, false
                    """)
    void whatCameOfItThereIsKept(
            WorkOrderOutcome closure,
            @Nullable Long after,
            WorkOrderState state,
            Timeliness timeliness,
            boolean excluded) {
        Instant resolvedAt = after == null ? null : RECEIVED.plusSeconds(after);
        WorkOrder order = accepted(imported(DUE, closure, resolvedAt).takeOver(id()));
        assertThat(order.state()).isEqualTo(state);
        assertThat(order.timeliness(RECEIVED.plusSeconds(9_999))).isEqualTo(timeliness);
        assertThat(order.isExcludedFromRates()).isEqualTo(excluded);
        assertThat(order.due()).isEqualTo(new Due.Given(DUE));
    }

    @Test
    void aDueTimeBeforeTheReceptionIsAFactAndWasMissed() {
        Instant early = RECEIVED.minusSeconds(1);
        WorkOrder handled =
                accepted(imported(early, WorkOrderOutcome.HANDLED, RECEIVED).takeOver(id()));
        assertThat(handled.due()).isEqualTo(new Due.Given(early));
        assertThat(handled.timeliness(RECEIVED)).isEqualTo(Timeliness.OVERDUE);
        WorkOrder open = accepted(imported(early, WorkOrderOutcome.OPEN, null).takeOver(id()));
        assertThat(open.timeliness(RECEIVED)).isEqualTo(Timeliness.OVERDUE);
    }

    @ParameterizedTest(name = "{0} s after the reception: {1}")
    @CsvSource({"59,", "60, CLOSED", "61, CLOSED"})
    void whatEndedLaterHadNotEnded(long after, @Nullable WorkOrderState state) {
        WorkOrder order =
                accepted(
                        imported(DUE, WorkOrderOutcome.HANDLED, RECEIVED.plusSeconds(60))
                                .takeOver(id()));
        assertThat(order.stateAt(RECEIVED.plusSeconds(after)))
                .isEqualTo(Optional.ofNullable(state));
    }

    @ParameterizedTest
    @EnumSource
    void aRepairCanBeTakenOverWithEveryOutcome(WorkOrderOutcome closure) {
        Instant resolvedAt = closure == WorkOrderOutcome.OPEN ? null : RECEIVED;
        WorkOrder order =
                accepted(
                        new ImportedOrder(
                                        from(WorkOrderKind.REPAIR, "R-1"),
                                        null,
                                        closure,
                                        resolvedAt)
                                .takeOver(id()));
        assertThat(order.handling().outcome()).isEqualTo(closure);
        assertThat(order.timeliness(RECEIVED.plusSeconds(1))).isEqualTo(Timeliness.NO_LIMIT);
    }

    @Test
    void theOneEventGivesTheOrder() {
        ImportedOrder row = imported(DUE, WorkOrderOutcome.HANDLED, DUE);
        WorkOrder received = accepted(WorkOrder.receive(id(), row.intake(), row.due()));
        assertThat(accepted(row.decide()).applyTo(received))
                .isEqualTo(accepted(row.takeOver(id())));
    }

    @Test
    void anOpenOneIsWorkedOnLikeANewOne() {
        WorkOrder open = accepted(imported(DUE, WorkOrderOutcome.OPEN, null).takeOver(id()));
        assertThat(step(open, WorkOrderAction.VALIDATE, 0).state())
                .isEqualTo(WorkOrderState.VALIDATED);
    }

    @Test
    void everyContradictionIsReportedAtOnce() {
        Instant before = RECEIVED.minusSeconds(1);
        assertThat(refused(imported(before, WorkOrderOutcome.OPEN, before).decide()))
                .containsExactly(
                        WorkOrderRefusal.CLOSURE_MISSING,
                        WorkOrderRefusal.RESOLVED_BEFORE_RECEIVED);
        assertThat(refused(imported(null, WorkOrderOutcome.HANDLED, null).takeOver(id())))
                .isEqualTo(List.of(WorkOrderRefusal.RESOLUTION_MISSING));
    }

    @Test
    void whatWasTakenOverCanBeFoundWhereItCameFrom() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ImportedOrder(
                                        intake(WorkOrderKind.REPAIR),
                                        DUE,
                                        WorkOrderOutcome.OPEN,
                                        null));
    }

    @Test
    void aMatterCountsInTheMonthItWasReceivedWhereItWasReceived() {
        Reception reception = new Reception("PHONE", Instant.parse("2026-03-31T16:00:00Z"), null);
        assertThat(reception.month(ZoneId.of("Asia/Shanghai"))).isEqualTo(YearMonth.of(2026, 4));
        assertThat(reception.month(ZoneId.of("UTC"))).isEqualTo(YearMonth.of(2026, 3));
    }

    private static ImportedOrder imported(
            @Nullable Instant due, WorkOrderOutcome closure, @Nullable Instant resolvedAt) {
        return new ImportedOrder(from(WorkOrderKind.COMPLAINT, "C-1"), due, closure, resolvedAt);
    }

    private static Intake from(WorkOrderKind kind, String reference) {
        Intake intake = intake(kind);
        return new Intake(
                kind,
                intake.community(),
                intake.unit(),
                intake.title(),
                null,
                intake.triage(),
                new Reception("PHONE", RECEIVED, reference));
    }

    private static WorkOrderId id() {
        return new WorkOrderId("wo_1");
    }
}
