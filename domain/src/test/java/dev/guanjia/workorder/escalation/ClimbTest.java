package dev.guanjia.workorder.escalation;

import static dev.guanjia.workorder.WorkOrders.ASSISTANT;
import static dev.guanjia.workorder.WorkOrders.MANAGER;
import static dev.guanjia.workorder.WorkOrders.RECEIVED;
import static dev.guanjia.workorder.WorkOrders.SUPERVISOR;
import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.act;
import static dev.guanjia.workorder.WorkOrders.received;
import static dev.guanjia.workorder.WorkOrders.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.organisation.PostKey;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.History;
import dev.guanjia.workorder.OrderClock;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.Requester;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.WorkOrderEvent;
import dev.guanjia.workorder.WorkOrderRefusal;
import dev.guanjia.workorder.escalation.EscalationLadder.Escalation;
import dev.guanjia.workorder.escalation.Step.Cause;
import dev.guanjia.workorder.escalation.Step.Told;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.level.ServiceGoal;
import dev.guanjia.workorder.lifecycle.CustomerClass;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Complaints received at one moment, due an hour later, on the ladder of a department. */
class ClimbTest {

    private static final Instant DUE = RECEIVED.plusSeconds(3600);
    private static final EscalationLadder LADDER = EscalationLadder.shipped().get("DEPARTMENT");

    @Test
    void aMajorComplaintComesToTheManagerAtOnce() {
        Climb climb = climb(history(Severity.MAJOR), List.of());
        Step manager = climb.steps(RECEIVED).get(1);
        assertThat(manager.rung().post()).isEqualTo(new PostKey("PROPERTY_MANAGER"));
        assertThat(manager.told()).isEqualTo(new Told(Cause.AT_ONCE, RECEIVED, null));
        assertThat(manager.due()).isTrue();
    }

    @Test
    void anOrdinaryOneComesToTheSupervisorWhenItIsMissed() {
        Climb climb = climb(history(Severity.NORMAL), List.of());
        assertThat(climb.steps(DUE)).noneMatch(Step::due);
        assertThat(climb.steps(DUE).get(0).told()).isEqualTo(new Told(Cause.BREACH, DUE, null));
        List<Step> late = climb.steps(DUE.plusSeconds(1));
        assertThat(late.get(0).due()).isTrue();
        assertThat(late.get(1).told()).isNull();
    }

    @Test
    void whatIsFoundToBeGraverLaterComesToTheManagerThenAndStays() {
        Instant later = RECEIVED.plusSeconds(600);
        History graver = reclassed(history(Severity.NORMAL), Severity.MAJOR, later);
        History milder = reclassed(graver, Severity.MINOR, later.plusSeconds(60));
        for (History history : List.of(graver, milder)) {
            Climb climb = climb(history, List.of());
            assertThat(climb.steps(later).get(1).told())
                    .isEqualTo(new Told(Cause.AT_ONCE, later, null));
        }
        assertThat(climb(milder.until(later.minusSeconds(1)), List.of()).steps(later))
                .noneMatch(Step::due);
        assertThat(milder.order().intake().triage().severity()).isEqualTo(Severity.MINOR);
    }

    @Test
    void whatIsRaisedByHandGoesOneLevelOn() {
        History history = history(Severity.NORMAL);
        Act why = because(RECEIVED.plusSeconds(60), "shouting");
        Escalation first = accepted(climb(history, List.of()).raise(why));
        assertThat(first.level()).isEqualTo(1);
        Act more = because(RECEIVED.plusSeconds(120), "still shouting");
        Escalation second = accepted(climb(history, List.of(first)).raise(more));
        assertThat(second.level()).isEqualTo(2);
        List<Step> steps = climb(history, List.of(first, second)).steps(more.occurredAt());
        assertThat(steps).allMatch(Step::due);
        assertThat(steps.get(1).told())
                .isEqualTo(new Told(Cause.RAISED, more.occurredAt(), "still shouting"));
        assertThat(refused(climb(history, List.of(first, second)).raise(more)))
                .containsExactly(EscalationRefusal.LADDER_ENDS);
    }

    @Test
    void nobodyRaisesWhatIsOver() {
        WorkOrder open = received(WorkOrderKind.COMPLAINT, new Due.Given(DUE));
        History over =
                new History(
                        open,
                        List.of(
                                accepted(
                                        open.decide(
                                                new WorkOrderCommand(
                                                        WorkOrderAction.CANCEL,
                                                        because(RECEIVED, "taken back"),
                                                        null)))));
        assertThat(refused(climb(over, List.of()).raise(because(DUE, "why"))))
                .containsExactly(EscalationRefusal.COMPLAINT_OVER);
        assertThat(climb(over, List.of()).steps(DUE.plusSeconds(9))).noneMatch(Step::due);
    }

    @Test
    void onlyWhoeverWasToldSaysThatTheyKnow() {
        List<Step> steps = climb(history(Severity.MAJOR), List.of()).steps(RECEIVED);
        assertThat(accepted(steps.get(1).acknowledge(MANAGER, Set.of(MANAGER), RECEIVED)))
                .isEqualTo(RECEIVED);
        Instant early = RECEIVED.minusSeconds(1);
        assertThat(refused(steps.get(1).acknowledge(ASSISTANT, Set.of(MANAGER), early)))
                .containsExactly(EscalationRefusal.NOT_TOLD, EscalationRefusal.BEFORE_TOLD);
        assertThat(refused(steps.get(0).acknowledge(SUPERVISOR, Set.of(SUPERVISOR), RECEIVED)))
                .contains(EscalationRefusal.NOT_DUE);
    }

    @Test
    void anOrderIsHeldForAnotherSeverityWithAReasonWhileItIsOpen() {
        WorkOrder order = received(WorkOrderKind.COMPLAINT, new Due.Given(DUE));
        Act silent = act(SUPERVISOR, "CS_SUPERVISOR", RECEIVED.minusSeconds(1), null);
        assertThat(refused(order.reclass(Severity.NORMAL, silent)))
                .containsExactly(
                        WorkOrderRefusal.SEVERITY_SAME,
                        WorkOrderRefusal.BEFORE_PREVIOUS_EVENT,
                        WorkOrderRefusal.REASON_MISSING);
    }

    @ParameterizedTest(name = "{0} {1}, without {2} -> {3}")
    @CsvSource({
        "PHONE,              OWNER,    -,               COMPANY",
        "PHONE,              OWNER,    CS_MANAGER,      DEPARTMENT",
        "PHONE,              MERCHANT, -,               MERCHANTS_AND_STAFF",
        "PHONE,              STAFF,    GENERAL_MANAGER, DEPARTMENT",
        "NIGHT_SHIFT_LEADER, OWNER,    -,               NIGHT",
        "NIGHT_SHIFT_LEADER, ,         ORDER_DIRECTOR,  COMPANY"
    })
    void theLadderIsTheFirstThatFitsAndThatTheCompanyHas(
            String channel, @Nullable CustomerClass who, String without, String ladder) {
        Requester requester = who == null ? null : new Requester(who, null);
        Reception reception = new Reception(channel, RECEIVED, null, requester);
        LadderChoices choices = LadderChoices.shipped();
        assertThat(choices.of(reception, post -> !post.value().equals(without)).name())
                .isEqualTo(ladder);
        assertThat(choices.of(reception, post -> false).name()).isEqualTo("DEPARTMENT");
    }

    private static Climb climb(History history, List<Escalation> raised) {
        return new Climb(LADDER, new OrderClock(history, ServiceGoal.RESOLUTION, null), raised);
    }

    private static History history(Severity severity) {
        WorkOrder order = received(WorkOrderKind.COMPLAINT, new Due.Given(DUE));
        return new History(order.heldFor(severity), List.of());
    }

    private static History reclassed(History history, Severity severity, Instant at) {
        WorkOrderEvent event = accepted(history.order().reclass(severity, because(at, "worse")));
        return history.with(event);
    }

    private static Act because(Instant at, String why) {
        return act(ASSISTANT, "CS_ASSISTANT", at, why);
    }
}
