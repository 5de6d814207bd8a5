package dev.guanjia.workorder;

import static dev.guanjia.workorder.WorkOrders.RECEIVED;
import static dev.guanjia.workorder.WorkOrders.act;
import static dev.guanjia.workorder.WorkOrders.reasons;
import static dev.guanjia.workorder.WorkOrders.received;
import static dev.guanjia.workorder.WorkOrders.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.organisation.OrganisationRefusal;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Random lives of work orders: what is legal keeps the order whole, what is not changes nothing.
 */
class WorkOrderProperties {

    private static final List<StaffId> STAFF =
            List.of(
                    WorkOrders.STEWARD,
                    WorkOrders.ASSISTANT,
                    WorkOrders.SUPERVISOR,
                    WorkOrders.MANAGER);

    private static final Set<String> GIVING =
            Set.of("ASSIGN", "DISPATCH", "DISPATCH_BY_ROTA", "TRANSFER");
    private static final Set<String> JUDGING =
            Set.of(
                    "CONSENT",
                    "DECLINE",
                    "CUSTOMER_ACCEPTS",
                    "CUSTOMER_REFUSES",
                    "CHECK_PASSED",
                    "CHECK_FAILED");
    private static final Set<String> EXPLAINING =
            Set.of(
                    "REJECT",
                    "RETURN",
                    "TRANSFER",
                    "SUSPEND",
                    "DECLINE",
                    "CUSTOMER_REFUSES",
                    "CHECK_FAILED",
                    "CANCEL",
                    "CLOSE_ADMINISTRATIVELY");
    private static final Set<WorkOrderState> HANDLED =
            EnumSet.of(
                    WorkOrderState.RESOLVED,
                    WorkOrderState.FINISHED,
                    WorkOrderState.CALLED_BACK_SATISFIED,
                    WorkOrderState.CUSTOMER_ACCEPTED,
                    WorkOrderState.CHARGED,
                    WorkOrderState.RESULT_RECORDED,
                    WorkOrderState.DONE,
                    WorkOrderState.CHECKED,
                    WorkOrderState.AFTERMATH);

    /**
     * One attempt.
     *
     * @param pick which action: of the legal ones when small, else of all
     * @param minutes since the last event, possibly before it
     * @param staff who asks
     * @param post of the legal posts, or one that may do nothing
     * @param assignee who is named, possibly nobody
     * @param noted whether a reason is given
     */
    private record Try(
            int pick,
            int minutes,
            StaffId staff,
            boolean post,
            Optional<StaffId> assignee,
            boolean noted) {}

    @Provide
    Arbitrary<List<Try>> lives() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(-1, 60),
                        Arbitraries.of(STAFF),
                        Arbitraries.frequency(Tuple.of(9, true), Tuple.of(1, false)),
                        Arbitraries.of(STAFF).optional(0.4),
                        Arbitraries.frequency(Tuple.of(4, true), Tuple.of(1, false)))
                .as(Try::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aLifeIsItsEventsAndNothingElse(
            @ForAll WorkOrderKind kind, @ForAll("lives") List<Try> tries) {
        WorkOrder born = received(kind, new Due.Given(RECEIVED.plusSeconds(3600)));
        WorkOrder order = born;
        List<WorkOrderEvent> events = new ArrayList<>();
        for (Try attempt : tries) {
            WorkOrderCommand command = command(order, attempt);
            var decision = order.decide(command);
            assertThat(refused(decision)).isEqualTo(expected(order, command));
            WorkOrder before = order;
            decision.fold(events::add, reasons -> namesTheLegalActions(before, reasons(decision)));
            order = replay(born, events);
            if (!refused(decision).isEmpty()) {
                assertThat(order).isEqualTo(before);
            } else {
                keepsTheLaws(before, command, order);
            }
        }
        Statistics.label("end").collect(order.state());
        Statistics.label("reopened")
                .collect(order.handling().callBacks() > 1)
                .coverage(lives -> lives.check(true).percentage(part -> part > 0.5));
    }

    /** What must be refused, said a second time without the code under test. */
    private static List<RefusalCode> expected(WorkOrder order, WorkOrderCommand command) {
        List<RefusalCode> codes = new ArrayList<>();
        var row =
                Lifecycle.of(order.intake().kind()).transitions().stream()
                        .filter(move -> move.from() == order.state())
                        .filter(move -> move.action() == command.action())
                        .toList();
        if (row.isEmpty()) {
            codes.add(WorkOrderRefusal.WRONG_STATE);
        } else if (!row.get(0).posts().contains(command.act().actor().post())) {
            codes.add(OrganisationRefusal.COMMAND_NOT_PERMITTED);
        }
        if (!row.isEmpty()
                && row.get(0).byAssignee().contains(command.act().actor().post())
                && !command.act().actor().staff().equals(order.handling().assignee())) {
            codes.add(WorkOrderRefusal.NOT_THE_ASSIGNEE);
        }
        if (command.act().actor().staff().equals(order.handling().assignee())) {
            if (command.action().name().startsWith("CALL_BACK")) {
                codes.add(WorkOrderRefusal.CALLER_DID_THE_WORK);
            } else if (JUDGING.contains(command.action().name())) {
                codes.add(WorkOrderRefusal.CHECKER_DID_THE_WORK);
            }
        }
        if (command.act().occurredAt().compareTo(order.handling().lastEventAt()) < 0) {
            codes.add(WorkOrderRefusal.BEFORE_PREVIOUS_EVENT);
        }
        boolean gives = GIVING.contains(command.action().name());
        if (gives && command.assignee() == null) {
            codes.add(WorkOrderRefusal.ASSIGNEE_MISSING);
        }
        if (!gives && command.assignee() != null) {
            codes.add(WorkOrderRefusal.ASSIGNEE_UNEXPECTED);
        }
        boolean undone =
                EXPLAINING.contains(command.action().name())
                        || (command.action().name().equals("VALIDATE")
                                && order.intake().kind() != WorkOrderKind.INCIDENT
                                && Lifecycle.of(order.intake().kind()).isFromCustomer());
        if (undone && command.act().note() == null) {
            codes.add(WorkOrderRefusal.REASON_MISSING);
        }
        return codes;
    }

    private static boolean namesTheLegalActions(WorkOrder order, List<Refusal> reasons) {
        String legal =
                String.join(
                        ", ",
                        Arrays.stream(WorkOrderAction.values())
                                .filter(
                                        action ->
                                                Lifecycle.of(order.intake().kind())
                                                        .find(order.state(), action)
                                                        .isPresent())
                                .map(Enum::name)
                                .toList());
        for (var reason : reasons) {
            if (reason.code() == WorkOrderRefusal.WRONG_STATE) {
                assertThat(reason.facts().get("legal")).isEqualTo(legal.isEmpty() ? "-" : legal);
            }
        }
        return true;
    }

    private static void keepsTheLaws(WorkOrder before, WorkOrderCommand command, WorkOrder after) {
        Handling handling = after.handling();
        String action = command.action().name();
        assertThat(handling.lastEventAt())
                .isEqualTo(command.act().occurredAt())
                .isAfterOrEqualTo(before.handling().lastEventAt());
        assertThat(handling.resolvedAt().isPresent())
                .isEqualTo(
                        HANDLED.contains(after.state())
                                || (after.state() == WorkOrderState.CLOSED
                                        && !after.isExcludedFromRates()));
        assertThat(handling.callBacks() - before.handling().callBacks())
                .isEqualTo(action.startsWith("CALL_BACK") ? 1 : 0);
        if (after.state().needsAssignee()) {
            assertThat(handling.assignee()).isNotNull();
        }
        if (action.startsWith("CALL_BACK")) {
            assertThat(command.act().actor().staff()).isNotEqualTo(handling.assignee());
        }
        if (before.isExcludedFromRates()) {
            assertThat(after.isExcludedFromRates()).isTrue();
        }
        assertThat(after.intake()).isEqualTo(before.intake());
        assertThat(after.due()).isEqualTo(before.due());
    }

    private static WorkOrder replay(WorkOrder born, List<WorkOrderEvent> events) {
        WorkOrder order = born;
        for (WorkOrderEvent event : events) {
            order = event.applyTo(order);
            assertThat(order.state()).isEqualTo(event.to());
        }
        return order;
    }

    private static WorkOrderCommand command(WorkOrder order, Try attempt) {
        Lifecycle lifecycle = Lifecycle.of(order.intake().kind());
        List<WorkOrderAction> legal = new ArrayList<>(lifecycle.actions(order.state()));
        if (attempt.pick() > 0) { // giving up ends most lives too soon
            legal.remove(WorkOrderAction.CLOSE_ADMINISTRATIVELY);
            legal.remove(WorkOrderAction.CANCEL);
        }
        WorkOrderAction action = attempted(legal, attempt.pick());
        var found = lifecycle.find(order.state(), action);
        String post =
                found.filter(row -> attempt.post())
                        .map(row -> row.posts().get(0).value())
                        .orElse("STOREKEEPER");
        Instant at = order.handling().lastEventAt().plusSeconds(attempt.minutes() * 60L);
        // naming somebody where nobody is given work is tried in one case of ten only
        boolean names = action.has(ActionEffect.ASSIGNS) || attempt.pick() % 10 == 0;
        StaffId owner = order.handling().assignee();
        // somebody else's work is tried in one case of four only
        boolean own = found.filter(WorkOrders::isBound).isPresent() && attempt.pick() % 4 > 0;
        return new WorkOrderCommand(
                action,
                act(
                        own && owner != null ? owner : attempt.staff(),
                        post,
                        at,
                        attempt.noted() ? "why" : null),
                names ? attempt.assignee().orElse(null) : null);
    }

    /**
     * Of the legal ones in three cases of four; then every other time a call-back, if it is one.
     */
    private static WorkOrderAction attempted(List<WorkOrderAction> legal, int pick) {
        if (pick >= 75 || legal.isEmpty()) {
            return WorkOrderAction.values()[pick % WorkOrderAction.values().length];
        }
        boolean asks = pick % 2 == 0 && legal.contains(WorkOrderAction.CALL_BACK_UNSATISFIED);
        return asks ? WorkOrderAction.CALL_BACK_UNSATISFIED : legal.get(pick % legal.size());
    }
}
