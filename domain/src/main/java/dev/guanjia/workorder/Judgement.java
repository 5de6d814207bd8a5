package dev.guanjia.workorder;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.organisation.OrganisationRefusal;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.workorder.lifecycle.ActionEffect;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Transition;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One command against one order: every reason against it, or the event. */
record Judgement(
        WorkOrder order, WorkOrderCommand command, Lifecycle lifecycle, Circumstances known) {

    Decision<WorkOrderEvent> decide() {
        Optional<Transition> move = lifecycle.find(order.state(), command.action());
        List<Refusal> reasons = new ArrayList<>();
        if (move.isEmpty()) {
            reasons.add(wrongState());
        } else if (!permitted(move.get()).contains(command.act().actor().post())) {
            reasons.add(notPermitted(move.get()));
        }
        move.flatMap(this::ofTheOwner).ifPresent(reasons::add);
        ofTheWorker().ifPresent(reasons::add);
        move.flatMap(this::ofTheCustomer).ifPresent(reasons::add);
        move.flatMap(this::ofTheChildren).ifPresent(reasons::add);
        ofTheTime().ifPresent(reasons::add);
        ofTheAssignee().ifPresent(reasons::add);
        ofTheReason().ifPresent(reasons::add);
        if (move.isEmpty() || !reasons.isEmpty()) {
            return Decision.refuse(reasons);
        }
        Transition row = move.get();
        StaffId worker = has(ActionEffect.TAKES) ? actor() : command.assignee();
        return Decision.accept(
                new WorkOrderEvent.Moved(
                        row.action(), row.from(), row.to(), worker, command.act()));
    }

    private Refusal wrongState() {
        return WorkOrderRefusal.WRONG_STATE.because(
                "kind", order.intake().kind().name(),
                "state", order.state().name(),
                "action", command.action().name(),
                "legal", TransitionTable.listed(lifecycle.actions(order.state())));
    }

    /** The policy says who calls back; the row only where there is none. Source: 03 P-CALLBACK. */
    private List<PostKey> permitted(Transition row) {
        return has(ActionEffect.CALLS_BACK) && !known.callers().isEmpty()
                ? known.callers()
                : row.posts();
    }

    private Refusal notPermitted(Transition row) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("command", row.action().name());
        facts.put("post", command.act().actor().post().value());
        facts.put(
                "permitted",
                permitted(row).stream().map(PostKey::value).collect(Collectors.joining(", ")));
        return new Refusal(OrganisationRefusal.COMMAND_NOT_PERMITTED, facts);
    }

    /** What was given to one worker is not done by another. */
    private Optional<Refusal> ofTheOwner(Transition row) {
        StaffId assignee = order.handling().assignee();
        boolean bound = row.byAssignee().contains(command.act().actor().post());
        return when(
                bound && !actor().equals(assignee),
                WorkOrderRefusal.NOT_THE_ASSIGNEE,
                "staff",
                actor().value(),
                "assignee",
                assignee == null ? "-" : assignee.value());
    }

    /** Who did the work must not say whether it was done well. Source: 01 SOD-17. */
    private Optional<Refusal> ofTheWorker() {
        boolean worked =
                actor().equals(order.handling().assignee()) || known.workers().contains(actor());
        WorkOrderRefusal code =
                has(ActionEffect.CALLS_BACK)
                        ? WorkOrderRefusal.CALLER_DID_THE_WORK
                        : WorkOrderRefusal.CHECKER_DID_THE_WORK;
        boolean judges = has(ActionEffect.CALLS_BACK) || has(ActionEffect.CHECKS);
        return when(judges && worked, code, "staff", actor().value());
    }

    /** Nothing handled is filed while the policy waits for the customer. Source: 01 SOD-17. */
    private Optional<Refusal> ofTheCustomer(Transition move) {
        return when(
                move.to() == WorkOrderState.CLOSED
                        && order.handling().outcome() == WorkOrderOutcome.HANDLED
                        && known.callBackDue(),
                WorkOrderRefusal.CALL_BACK_DUE);
    }

    private Optional<Refusal> ofTheChildren(Transition move) {
        return when(
                move.to().isEnd() && !known.openChildren().isEmpty(),
                WorkOrderRefusal.CHILDREN_OPEN,
                "children",
                known.openChildren().stream()
                        .sorted()
                        .map(WorkOrderId::value)
                        .collect(Collectors.joining(", ")));
    }

    private Optional<Refusal> ofTheTime() {
        if (!command.act().occurredAt().isBefore(order.handling().lastEventAt())) {
            return Optional.empty();
        }
        return Optional.of(
                WorkOrderRefusal.BEFORE_PREVIOUS_EVENT.because(
                        "occurred",
                        command.act().occurredAt().toString(),
                        "previous",
                        order.handling().lastEventAt().toString()));
    }

    private Optional<Refusal> ofTheAssignee() {
        boolean assigns = has(ActionEffect.ASSIGNS);
        if (command.assignee() == null) {
            return when(assigns, WorkOrderRefusal.ASSIGNEE_MISSING);
        }
        return when(
                !assigns,
                WorkOrderRefusal.ASSIGNEE_UNEXPECTED,
                "assignee",
                command.assignee().value());
    }

    private Optional<Refusal> ofTheReason() {
        return when(
                lifecycle.needsReason(command.action()) && command.act().note() == null,
                WorkOrderRefusal.REASON_MISSING);
    }

    private boolean has(ActionEffect effect) {
        return command.action().has(effect);
    }

    private StaffId actor() {
        return command.act().actor().staff();
    }

    private Optional<Refusal> when(boolean refused, WorkOrderRefusal code, String... facts) {
        if (!refused) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(List.of(facts));
        all.add("action");
        all.add(command.action().name());
        return Optional.of(code.because(all.toArray(String[]::new)));
    }
}
