package dev.guanjia.workorder;

import static dev.guanjia.workorder.WorkOrders.ASSISTANT;
import static dev.guanjia.workorder.WorkOrders.RECEIVED;
import static dev.guanjia.workorder.WorkOrders.STEWARD;
import static dev.guanjia.workorder.WorkOrders.SUPERVISOR;
import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.act;
import static dev.guanjia.workorder.WorkOrders.reasons;
import static dev.guanjia.workorder.WorkOrders.received;
import static dev.guanjia.workorder.WorkOrders.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.organisation.OrganisationRefusal;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.Pause;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final StaffId WORKER = new StaffId("sf_worker");
    private static final StaffId SECOND = new StaffId("sf_second");

    /** A paid repair through the pool, redone once and not charged again. */
    @Test
    void aPaidRepairIsQuotedAgreedDoneChargedAndCalledBack() {
        History done =
                walk(
                        WorkOrderKind.PAID_REPAIR,
                        "POOL TAKE QUOTE CONSENT ARRIVE ISSUE_MATERIALS SUSPEND RESUME ARRIVE"
                                + " FINISH CUSTOMER_ACCEPTS CHARGE CALL_BACK_UNSATISFIED START"
                                + " FINISH CALL_BACK_SATISFIED CLOSE");
        assertThat(done.order().state()).isEqualTo(WorkOrderState.CLOSED);
        assertThat(done.order().handling().outcome()).isEqualTo(WorkOrderOutcome.HANDLED);
        assertThat(done.order().handling().assignee()).isEqualTo(WORKER);
        assertThat(done.order().handling().callBacks()).isEqualTo(2);
        assertThat(done.workers()).containsExactly(WORKER);
        assertThat(done.pauses())
                .containsExactly(
                        new Pause(
                                RECEIVED.plusSeconds(7 * 60), RECEIVED.plusSeconds(8 * 60), "why"));
    }

    @Test
    void whatWasDeclinedIsTakenBack() {
        WorkOrder declined =
                walk(WorkOrderKind.SPECIAL_SERVICE, "DISPATCH ACCEPT QUOTE DECLINE").order();
        assertThat(declined.state()).isEqualTo(WorkOrderState.CANCELLED);
        assertThat(declined.isExcludedFromRates()).isTrue();
    }

    @Test
    void whatWasGivenBackBelongsToNobody() {
        WorkOrder back = walk(WorkOrderKind.REPAIR, "DISPATCH RETURN").order();
        assertThat(back.state()).isEqualTo(WorkOrderState.REPORTED);
        assertThat(back.handling().assignee()).isNull();
    }

    @Test
    void aPauseEndsWithWhateverHappensNext() {
        assertThat(walk(WorkOrderKind.REPAIR, "DISPATCH ACCEPT SUSPEND CANCEL").pauses())
                .extracting(Pause::to)
                .containsExactly(RECEIVED.plusSeconds(4 * 60));
        assertThat(walk(WorkOrderKind.REPAIR, "DISPATCH ACCEPT SUSPEND").pauses())
                .extracting(Pause::to)
                .containsNull();
    }

    @Test
    void whoEverHadAHandInItNeitherCallsBackNorChecks() {
        History once = walk(WorkOrderKind.REPAIR, "DISPATCH ACCEPT ARRIVE FINISH");
        History again =
                walk(once, "CALL_BACK_UNSATISFIED", STEWARD)
                        .with(
                                new WorkOrderEvent.Moved(
                                        WorkOrderAction.TRANSFER,
                                        WorkOrderState.CALLED_BACK_UNSATISFIED,
                                        WorkOrderState.DISPATCHED,
                                        SECOND,
                                        act(
                                                ASSISTANT,
                                                "CS_ASSISTANT",
                                                RECEIVED.plusSeconds(9 * 60),
                                                "why")));
        History redone = walk(again, "ACCEPT ARRIVE FINISH", SECOND);
        assertThat(refused(tried(redone, WorkOrderAction.CALL_BACK_SATISFIED, WORKER)))
                .containsExactly(WorkOrderRefusal.CALLER_DID_THE_WORK);
        assertThat(refused(tried(redone, WorkOrderAction.CUSTOMER_ACCEPTS, WORKER)))
                .containsExactly(WorkOrderRefusal.CHECKER_DID_THE_WORK);
        assertThat(refused(tried(redone, WorkOrderAction.CALL_BACK_SATISFIED, STEWARD))).isEmpty();
    }

    @Test
    void ofTwoDispatchersOneWins() {
        History reported = walk(WorkOrderKind.REPAIR, "");
        History won = accepted(tried(reported, WorkOrderAction.DISPATCH, ASSISTANT));
        var late =
                won.decide(
                        reported.version(),
                        command(reported, WorkOrderAction.DISPATCH, SUPERVISOR),
                        Lifecycle.of(WorkOrderKind.REPAIR),
                        Circumstances.none());
        assertThat(reasons(late).get(0).facts())
                .containsEntry("expected", "1")
                .containsEntry("actual", "2");
        assertThat(refused(tried(won, WorkOrderAction.DISPATCH, SUPERVISOR)))
                .containsExactly(WorkOrderRefusal.WRONG_STATE);
    }

    @Test
    void theVerdictIsKeptWithWhoGaveItAndWhy() {
        History.Ruling ruling = walk(WorkOrderKind.COMPLAINT, "REJECT CLOSE").ruling().get();
        assertThat(ruling.valid()).isFalse();
        assertThat(ruling.act().actor().staff()).isEqualTo(ASSISTANT);
        assertThat(ruling.act().actor().post().value()).isEqualTo("CS_SUPERVISOR");
        assertThat(ruling.act().note()).isEqualTo("why");
        assertThat(walk(WorkOrderKind.COMPLAINT, "VALIDATE ASSIGN").ruling().get().valid())
                .isTrue();
        assertThat(walk(WorkOrderKind.COMPLAINT, "").ruling()).isEmpty();
    }

    @Test
    void nothingEndsBeforeWhatWasSplitOffIt() {
        History reported = walk(WorkOrderKind.REPAIR, "");
        var closing =
                reported.decide(
                        1,
                        command(reported, WorkOrderAction.CANCEL, ASSISTANT),
                        Lifecycle.of(WorkOrderKind.REPAIR),
                        waitingFor("wo_3", "wo_2"));
        assertThat(refused(closing)).containsExactly(WorkOrderRefusal.CHILDREN_OPEN);
        assertThat(reasons(closing).get(0).facts()).containsEntry("children", "wo_2, wo_3");
        var going =
                reported.decide(
                        1,
                        command(reported, WorkOrderAction.DISPATCH, ASSISTANT),
                        Lifecycle.of(WorkOrderKind.REPAIR),
                        waitingFor("wo_2"));
        assertThat(refused(going)).isEmpty();
    }

    private static Circumstances waitingFor(String... children) {
        Set<WorkOrderId> open =
                Stream.of(children).map(WorkOrderId::new).collect(Collectors.toSet());
        return new Circumstances(Set.of(), open, List.of(), false);
    }

    @Test
    void whatThePolicySaysOfCallBacksHoldsForAHistoryToo() {
        History resolved = walk(WorkOrderKind.CONSULTATION, "ANSWER");
        Lifecycle life = Lifecycle.of(WorkOrderKind.CONSULTATION);
        PostKey leader = new PostKey("DEPUTY_GM_D");
        Circumstances policy = new Circumstances(Set.of(), Set.of(), List.of(leader), true);
        Instant later = RECEIVED.plusSeconds(3600);
        WorkOrderCommand call =
                new WorkOrderCommand(
                        WorkOrderAction.CALL_BACK_SATISFIED,
                        act(SUPERVISOR, leader.value(), later, null),
                        null);
        assertThat(refused(resolved.decide(resolved.version(), call, life, Circumstances.none())))
                .containsExactly(OrganisationRefusal.COMMAND_NOT_PERMITTED);
        assertThat(refused(resolved.decide(resolved.version(), call, life, policy))).isEmpty();
        History checked = accepted(tried(resolved, WorkOrderAction.CHECK_PASSED, ASSISTANT));
        WorkOrderCommand close = command(checked, WorkOrderAction.CLOSE, ASSISTANT);
        assertThat(refused(checked.decide(checked.version(), close, life, policy)))
                .containsExactly(WorkOrderRefusal.CALL_BACK_DUE);
    }

    @Test
    void anEventThatDoesNotFollowIsABug() {
        History once = walk(WorkOrderKind.REPAIR, "DISPATCH");
        WorkOrderEvent event = once.events().get(0);
        assertThatIllegalArgumentException().isThrownBy(() -> once.with(event));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new History(once.received(), List.of(event, event)));
    }

    private static History walk(WorkOrderKind kind, String actions) {
        return walk(new History(received(kind, new Due.Unlimited()), List.of()), actions, WORKER);
    }

    /** Each step a minute after the one before; work is done by the worker, the rest by others. */
    private static History walk(History from, String actions, StaffId worker) {
        History history = from;
        for (String name : actions.isEmpty() ? new String[0] : actions.split(" ", -1)) {
            WorkOrderAction action = WorkOrderAction.valueOf(name);
            WorkOrder order = history.order();
            boolean works =
                    action.has(ActionEffect.WORKS)
                            || Lifecycle.of(order.intake().kind())
                                    .find(order.state(), action)
                                    .filter(WorkOrders::isBound)
                                    .isPresent();
            history = accepted(tried(history, action, works ? worker : ASSISTANT));
        }
        return history;
    }

    private static dev.guanjia.decision.Decision<History> tried(
            History history, WorkOrderAction action, StaffId by) {
        Lifecycle life = Lifecycle.of(history.order().intake().kind());
        return history.decide(
                history.version(), command(history, action, by), life, Circumstances.none());
    }

    private static WorkOrderCommand command(History history, WorkOrderAction action, StaffId by) {
        WorkOrder order = history.order();
        String post =
                Lifecycle.of(order.intake().kind())
                        .find(order.state(), action)
                        .map(row -> row.posts().get(0).value())
                        .orElse("CS_SUPERVISOR");
        return new WorkOrderCommand(
                action,
                act(by, post, order.handling().lastEventAt().plusSeconds(60), "why"),
                action.has(ActionEffect.ASSIGNS) ? WORKER : null);
    }
}
