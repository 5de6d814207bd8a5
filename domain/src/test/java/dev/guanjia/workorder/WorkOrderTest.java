package dev.guanjia.workorder;

import static dev.guanjia.workorder.WorkOrders.RECEIVED;
import static dev.guanjia.workorder.WorkOrders.STEWARD;
import static dev.guanjia.workorder.WorkOrders.SUPERVISOR;
import static dev.guanjia.workorder.WorkOrders.act;
import static dev.guanjia.workorder.WorkOrders.intake;
import static dev.guanjia.workorder.WorkOrders.reasons;
import static dev.guanjia.workorder.WorkOrders.received;
import static dev.guanjia.workorder.WorkOrders.refused;
import static dev.guanjia.workorder.WorkOrders.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.organisation.OrganisationRefusal;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.Timeliness;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkOrderTest {

    private static final Due DUE = new Due.Given(RECEIVED.plusSeconds(4 * 3600));
    private static final WorkOrder COMPLAINT = received(WorkOrderKind.COMPLAINT, DUE);
    private static final WorkOrder RESOLVED =
            steps(
                    COMPLAINT,
                    WorkOrderAction.VALIDATE,
                    WorkOrderAction.ASSIGN,
                    WorkOrderAction.START,
                    WorkOrderAction.RESOLVE);

    @Test
    void aComplaintIsHandledAndCalledBackAndClosed() {
        WorkOrder closed =
                steps(RESOLVED, WorkOrderAction.CALL_BACK_SATISFIED, WorkOrderAction.CLOSE);
        assertThat(closed.state()).isEqualTo(WorkOrderState.CLOSED);
        assertThat(closed.handling().outcome()).isEqualTo(WorkOrderOutcome.HANDLED);
        assertThat(closed.handling().resolvedAt()).contains(minutes(40));
        assertThat(closed.handling().callBacks()).isEqualTo(1);
        assertThat(closed.timeliness(minutes(100_000))).isEqualTo(Timeliness.ON_TIME);
    }

    @Test
    void ofTwoResolutionsTheLastCounts() {
        WorkOrder unsatisfied = step(RESOLVED, WorkOrderAction.CALL_BACK_UNSATISFIED, 10);
        assertThat(unsatisfied.handling().resolvedAt()).isEmpty();
        assertThat(unsatisfied.timeliness(minutes(241))).isEqualTo(Timeliness.OVERDUE);
        WorkOrder again =
                step(step(unsatisfied, WorkOrderAction.START, 10), WorkOrderAction.RESOLVE, 181);
        assertThat(again.handling().resolvedAt()).contains(minutes(241));
        assertThat(again.timeliness(minutes(300))).isEqualTo(Timeliness.OVERDUE);
        assertThat(again.timeliness(minutes(240))).isEqualTo(Timeliness.ON_TIME);
        WorkOrder satisfied = step(again, WorkOrderAction.CALL_BACK_SATISFIED, 10);
        assertThat(satisfied.handling().callBacks()).isEqualTo(2);
    }

    @Test
    void exactlyAtTheDueTimeIsInTime() {
        assertThat(COMPLAINT.timeliness(minutes(240))).isEqualTo(Timeliness.ON_TIME);
        assertThat(COMPLAINT.timeliness(minutes(240).plusNanos(1))).isEqualTo(Timeliness.OVERDUE);
        WorkOrder inHandling =
                steps(
                        COMPLAINT,
                        WorkOrderAction.VALIDATE,
                        WorkOrderAction.ASSIGN,
                        WorkOrderAction.START);
        assertThat(step(inHandling, WorkOrderAction.RESOLVE, 210).timeliness(minutes(999)))
                .isEqualTo(Timeliness.ON_TIME);
        assertThat(step(inHandling, WorkOrderAction.RESOLVE, 211).timeliness(minutes(999)))
                .isEqualTo(Timeliness.OVERDUE);
    }

    @Test
    void withoutALimitNothingIsOverdue() {
        WorkOrder order = received(WorkOrderKind.REPAIR, new Due.Unlimited());
        assertThat(order.timeliness(minutes(1_000_000))).isEqualTo(Timeliness.NO_LIMIT);
    }

    @Test
    void anInvalidComplaintStaysInvalidAfterItIsClosed() {
        WorkOrder closed = steps(COMPLAINT, WorkOrderAction.REJECT, WorkOrderAction.CLOSE);
        assertThat(closed.state()).isEqualTo(WorkOrderState.CLOSED);
        assertThat(closed.isExcludedFromRates()).isTrue();
        assertThat(closed.handling().resolvedAt()).isEmpty();
        assertThat(closed.handling().endedAt()).isEqualTo(minutes(10));
    }

    @Test
    void whatWasGivenUpIsExcludedAndWhatAwaitsAVerdictIsNot() {
        assertThat(step(COMPLAINT, WorkOrderAction.CLOSE_ADMINISTRATIVELY, 1).isExcludedFromRates())
                .isTrue();
        assertThat(COMPLAINT.isExcludedFromRates()).isFalse();
        assertThat(RESOLVED.isExcludedFromRates()).isFalse();
    }

    @Test
    void whoDidTheWorkDoesNotCallBack() {
        var command =
                new WorkOrderCommand(
                        WorkOrderAction.CALL_BACK_SATISFIED,
                        act(STEWARD, "CS_ASSISTANT", minutes(50), null),
                        null);
        var decision = RESOLVED.decide(command);
        assertThat(refused(decision)).containsExactly(WorkOrderRefusal.CALLER_DID_THE_WORK);
        assertThat(Wording.of(reasons(decision).get(0), Language.EN))
                .isEqualTo(
                        "sf_steward did the work; somebody else calls back"
                                + " (CALL_BACK_SATISFIED).");
        assertThat(Wording.of(reasons(decision).get(0), Language.ZH_CN))
                .isEqualTo("sf_steward是该工单的处理人，回访（CALL_BACK_SATISFIED）须由他人进行。");
    }

    @Test
    void whatWasGivenToOneIsNotDoneByAnother() {
        WorkOrder sent = steps(received(WorkOrderKind.REPAIR, DUE), WorkOrderAction.DISPATCH);
        var other =
                new WorkOrderCommand(
                        WorkOrderAction.ACCEPT,
                        act(SUPERVISOR, "MAINTENANCE_WORKER", minutes(20), null),
                        null);
        assertThat(refused(sent.decide(other))).containsExactly(WorkOrderRefusal.NOT_THE_ASSIGNEE);
        assertThat(Wording.of(reasons(sent.decide(other)).get(0), Language.EN))
                .isEqualTo(
                        "The order is given to sf_steward; sf_supervisor cannot take the step"
                                + " ACCEPT.");
        WorkOrder accepted = steps(sent, WorkOrderAction.ACCEPT);
        var put =
                new WorkOrderCommand(
                        WorkOrderAction.SUSPEND,
                        act(SUPERVISOR, "CS_SUPERVISOR", minutes(30), "parts"),
                        null);
        assertThat(refused(accepted.decide(put))).as("who supervises is free").isEmpty();
    }

    @Test
    void aComplaintIsRuledValidWithAReasonAndAnAlarmWithout() {
        assertThat(refused(COMPLAINT.decide(ruled("CS_SUPERVISOR"))))
                .containsExactly(WorkOrderRefusal.REASON_MISSING);
        WorkOrder incident = received(WorkOrderKind.INCIDENT, DUE);
        assertThat(refused(incident.decide(ruled("SECURITY_GUARD")))).isEmpty();
    }

    private static WorkOrderCommand ruled(String post) {
        return new WorkOrderCommand(
                WorkOrderAction.VALIDATE, act(SUPERVISOR, post, minutes(5), null), null);
    }

    @Test
    void nothingHandledIsClosedWhileThePolicyWaitsForTheCustomer() {
        WorkOrder checked =
                steps(
                        received(WorkOrderKind.CONSULTATION, DUE),
                        WorkOrderAction.TRIAGE,
                        WorkOrderAction.ASSIGN,
                        WorkOrderAction.START,
                        WorkOrderAction.RESOLVE,
                        WorkOrderAction.CHECK_PASSED);
        var close =
                new WorkOrderCommand(
                        WorkOrderAction.CLOSE,
                        act(SUPERVISOR, "CS_SUPERVISOR", minutes(90), null),
                        null);
        Lifecycle life = Lifecycle.of(WorkOrderKind.CONSULTATION);
        Circumstances due = new Circumstances(Set.of(), Set.of(), List.of(), true);
        assertThat(refused(checked.decide(close, life, due)))
                .containsExactly(WorkOrderRefusal.CALL_BACK_DUE);
        assertThat(refused(checked.decide(close, life, Circumstances.none()))).isEmpty();
        WorkOrder called = steps(checked, WorkOrderAction.CALL_BACK_SATISFIED);
        assertThat(called.state()).isEqualTo(WorkOrderState.CALLED_BACK_SATISFIED);
        WorkOrder invalid = steps(COMPLAINT, WorkOrderAction.REJECT);
        assertThat(refused(invalid.decide(close, Lifecycle.of(WorkOrderKind.COMPLAINT), due)))
                .as("what is not valid has nobody to call")
                .isEmpty();
    }

    @Test
    void thePolicySaysWhoCallsBackAndTheRowDoesNotTakeItBack() {
        var call =
                new WorkOrderCommand(
                        WorkOrderAction.CALL_BACK_SATISFIED,
                        act(SUPERVISOR, "DEPUTY_GM_D", minutes(90), null),
                        null);
        Lifecycle life = Lifecycle.of(WorkOrderKind.COMPLAINT);
        assertThat(refused(RESOLVED.decide(call)))
                .containsExactly(OrganisationRefusal.COMMAND_NOT_PERMITTED);
        var named =
                new Circumstances(Set.of(), Set.of(), List.of(new PostKey("DEPUTY_GM_D")), true);
        assertThat(refused(RESOLVED.decide(call, life, named))).isEmpty();
    }

    @Test
    void anIllegalStepLearnsTheLegalOnes() {
        var command =
                new WorkOrderCommand(
                        WorkOrderAction.CLOSE,
                        act(SUPERVISOR, "CS_SUPERVISOR", minutes(50), null),
                        null);
        assertThat(Wording.of(reasons(RESOLVED.decide(command)).get(0), Language.EN))
                .isEqualTo(
                        "A COMPLAINT that is RESOLVED cannot be given the action CLOSE; possible"
                                + " now: CALL_BACK_SATISFIED, CALL_BACK_UNSATISFIED,"
                                + " CLOSE_ADMINISTRATIVELY.");
        WorkOrder over = step(COMPLAINT, WorkOrderAction.CLOSE_ADMINISTRATIVELY, 1);
        assertThat(reasons(over.decide(command)).get(0).facts()).containsEntry("legal", "-");
    }

    @Test
    void everyReasonIsGivenAtOnceInTheirOrder() {
        var assigning =
                new WorkOrderCommand(
                        WorkOrderAction.CALL_BACK_UNSATISFIED,
                        act(STEWARD, "STEWARD", minutes(39), null),
                        SUPERVISOR);
        assertThat(refused(RESOLVED.decide(assigning)))
                .containsExactly(
                        OrganisationRefusal.COMMAND_NOT_PERMITTED,
                        WorkOrderRefusal.CALLER_DID_THE_WORK,
                        WorkOrderRefusal.BEFORE_PREVIOUS_EVENT,
                        WorkOrderRefusal.ASSIGNEE_UNEXPECTED);
        var rejecting =
                new WorkOrderCommand(
                        WorkOrderAction.REJECT,
                        act(SUPERVISOR, "CS_SUPERVISOR", minutes(40), null),
                        null);
        assertThat(refused(RESOLVED.decide(rejecting)))
                .containsExactly(WorkOrderRefusal.WRONG_STATE, WorkOrderRefusal.REASON_MISSING);
    }

    @Test
    void workIsGivenToSomebody() {
        WorkOrder repair = received(WorkOrderKind.REPAIR, DUE);
        var nobody =
                new WorkOrderCommand(
                        WorkOrderAction.DISPATCH,
                        act(SUPERVISOR, "CS_SUPERVISOR", minutes(1), null),
                        null);
        assertThat(refused(repair.decide(nobody)))
                .containsExactly(WorkOrderRefusal.ASSIGNEE_MISSING);
    }

    @Test
    void nothingIsDueBeforeItIsReceived() {
        Intake intake = intake(WorkOrderKind.REPAIR);
        WorkOrderId id = new WorkOrderId("wo_1");
        Due early = new Due.Given(RECEIVED.minusSeconds(1));
        assertThat(refused(WorkOrder.receive(id, intake, early)))
                .containsExactly(WorkOrderRefusal.DUE_BEFORE_RECEIVED);
        assertThat(refused(WorkOrder.receive(id, intake, new Due.Given(RECEIVED)))).isEmpty();
    }

    @Test
    void anOrderThatContradictsItselfCannotExist() {
        Handling none = Handling.none(RECEIVED);
        for (WorkOrderState state :
                List.of(
                        WorkOrderState.ASSIGNED, // to nobody
                        WorkOrderState.CLOSED, // with nothing done
                        WorkOrderState.INVALID)) {
            assertThatIllegalArgumentException()
                    .as("%s", state)
                    .isThrownBy(
                            () ->
                                    new WorkOrder(
                                            COMPLAINT.id(), COMPLAINT.intake(), DUE, state, none));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> COMPLAINT.with(COMPLAINT.state(), none.at(minutes(-1))));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Handling(
                                        STEWARD,
                                        WorkOrderOutcome.HANDLED,
                                        minutes(2),
                                        0,
                                        minutes(1)));
    }

    @Test
    void anOrderInAStateOfAnotherKindLeadsNowhere() {
        WorkOrder strange = COMPLAINT.with(WorkOrderState.REPORTED, Handling.none(RECEIVED));
        var dispatch =
                new WorkOrderCommand(
                        WorkOrderAction.DISPATCH,
                        act(SUPERVISOR, "CS_SUPERVISOR", minutes(1), null),
                        STEWARD);
        assertThat(reasons(strange.decide(dispatch)).get(0).facts()).containsEntry("legal", "-");
    }

    @Test
    void anEventOfAnotherStateIsABug() {
        var start =
                new WorkOrderEvent.Moved(
                        WorkOrderAction.START,
                        WorkOrderState.ASSIGNED,
                        WorkOrderState.IN_HANDLING,
                        null,
                        act(STEWARD, "STEWARD", minutes(1), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start.applyTo(COMPLAINT))
                .withMessage("event begins at ASSIGNED, the order stands at RECEIVED");
    }

    private static WorkOrder steps(WorkOrder order, WorkOrderAction... actions) {
        WorkOrder at = order;
        for (WorkOrderAction action : actions) {
            at = step(at, action, 10);
        }
        return at;
    }

    private static Instant minutes(long minutes) {
        return RECEIVED.plusSeconds(minutes * 60);
    }
}
