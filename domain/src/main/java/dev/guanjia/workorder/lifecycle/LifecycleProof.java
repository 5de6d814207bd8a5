package dev.guanjia.workorder.lifecycle;

import dev.guanjia.catalogue.CatalogueFault;
import dev.guanjia.catalogue.Row;
import dev.guanjia.workorder.lifecycle.LifecycleReader.Placed;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Walks every way that an order of one kind can go, and notes where the rows go wrong. */
final class LifecycleProof {

    private final KindTerms kind;
    private final Row kindRow;
    private final List<Placed> moves;
    private final Set<CatalogueFault> faults = new LinkedHashSet<>();
    private final Set<Standing> seen = new LinkedHashSet<>();

    LifecycleProof(KindTerms kind, Row kindRow, List<Placed> moves) {
        this.kind = kind;
        this.kindRow = kindRow;
        this.moves = moves;
    }

    /** Where an order can stand, and what of its past matters to the rows. */
    private record Standing(
            WorkOrderState state,
            boolean assigned,
            WorkOrderOutcome outcome,
            boolean calledBack,
            boolean checked) {

        boolean suits() {
            return state.outcomes().contains(outcome) && (assigned || !state.needsAssignee());
        }

        Standing after(Transition move) {
            WorkOrderAction action = move.action();
            WorkOrderOutcome then = action.outcome().orElse(outcome);
            boolean open = then == WorkOrderOutcome.OPEN;
            boolean given = action.has(ActionEffect.ASSIGNS) || action.has(ActionEffect.TAKES);
            return new Standing(
                    move.to(),
                    given || (assigned && !action.has(ActionEffect.RELEASES)),
                    then,
                    !open && (calledBack || action.has(ActionEffect.CALLS_BACK)),
                    !open && (checked || action.has(ActionEffect.CHECKS)));
        }
    }

    List<CatalogueFault> faults() {
        Standing first = new Standing(kind.initial(), false, WorkOrderOutcome.OPEN, false, false);
        if (moves.isEmpty()) {
            faults.add(kindRow.fault("kind", "has no moves: " + kind.kind()));
        } else if (first.suits()) {
            walk(first);
            requireReached();
            requireWayOut();
        } else {
            faults.add(kindRow.fault("initial", "no order begins at " + kind.initial()));
        }
        return List.copyOf(faults);
    }

    private void walk(Standing first) {
        Deque<Standing> open = new ArrayDeque<>(List.of(first));
        seen.add(first);
        while (!open.isEmpty()) {
            Standing at = open.remove();
            moves.stream()
                    .filter(placed -> placed.move().from() == at.state())
                    .filter(placed -> isSomebodys(placed, at))
                    .filter(placed -> holds(placed, at.after(placed.move())))
                    .map(placed -> at.after(placed.move()))
                    .filter(seen::add)
                    .forEach(open::add);
        }
    }

    private boolean isSomebodys(Placed placed, Standing at) {
        return at.assigned()
                || placed.move().byAssignee().isEmpty()
                || note(placed, "by_assignee", at.state() + " is given to nobody");
    }

    private boolean holds(Placed placed, Standing then) {
        String state = then.state().name();
        if (placed.move().from().isEnd()) {
            return note(placed, "from", placed.move().from() + " is an end");
        }
        if (!then.suits()) {
            String found = then.outcome() + (then.assigned() ? "" : ", nobody assigned");
            return note(placed, "to", state + " does not suit an order that is " + found);
        }
        if (!then.state().isEnd() || then.outcome() != WorkOrderOutcome.HANDLED) {
            return true;
        }
        if (kind.callBack() && !then.calledBack()) {
            return note(placed, "to", state + " without a call-back");
        }
        return then.calledBack()
                || then.checked()
                || note(placed, "to", state + " by the word of the worker alone");
    }

    private boolean note(Placed placed, String column, String message) {
        faults.add(placed.row().fault(column, kind.kind() + ": " + message));
        return false;
    }

    private void requireReached() {
        for (Placed placed : moves) {
            WorkOrderState from = placed.move().from();
            if (seen.stream().noneMatch(standing -> standing.state() == from)) {
                note(placed, "from", "no way from " + kind.initial() + " to " + from);
            }
        }
    }

    private void requireWayOut() {
        Set<WorkOrderState> out = EnumSet.noneOf(WorkOrderState.class);
        int before = -1;
        while (before != out.size()) {
            before = out.size();
            moves.stream()
                    .map(Placed::move)
                    .filter(move -> isWayOut(move, out))
                    .forEach(move -> out.add(move.from()));
        }
        moves.stream().filter(placed -> !isWayOut(placed.move(), out)).forEach(this::noteStuck);
    }

    private static boolean isWayOut(Transition move, Set<WorkOrderState> out) {
        return move.to().isEnd() || out.contains(move.to());
    }

    private void noteStuck(Placed placed) {
        note(placed, "to", "no way from " + placed.move().to() + " to an end");
    }
}
