package dev.guanjia.plan;

import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.TransitionTable;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The one place that knows which action leads where, and who may: the rows of {@code
 * plan-transitions.csv} for one kind. Source: 03 P-PLAN, P-BUDGET; AUT-04, AUT-11.
 */
public final class PlanLifecycle {

    static final List<String> COLUMNS = List.of("kind", "from", "action", "to", "by", "source");

    private static final Map<PlanKind, PlanLifecycle> SHIPPED =
            of(Table.of(PlanLifecycle.class, "plan-transitions.csv", COLUMNS));

    private final TransitionTable<PlanState, PlanAction> table;
    private final List<PlanTransition> transitions;

    private PlanLifecycle(List<PlanTransition> transitions) {
        this.transitions = List.copyOf(transitions);
        Set<PlanState> states = EnumSet.of(PlanState.DRAFT);
        transitions.forEach(row -> states.addAll(List.of(row.from(), row.to())));
        var builder = TransitionTable.starting(states, PlanAction.class, PlanState.DRAFT);
        transitions.forEach(row -> builder.move(row.from(), row.action(), row.to()));
        this.table = builder.build();
    }

    /**
     * The lifecycle of a kind, as it ships with the library.
     *
     * @param kind the kind
     * @return its lifecycle
     */
    public static PlanLifecycle of(PlanKind kind) {
        return Objects.requireNonNull(SHIPPED.get(kind), "every kind has a lifecycle");
    }

    /** Reads the lifecycles of all kinds; a faulty row or a state without a way to it throws. */
    static Map<PlanKind, PlanLifecycle> of(Table rows) {
        List<PlanTransition> all = rows.map(PlanTransition::read);
        Map<PlanKind, PlanLifecycle> lifecycles = new EnumMap<>(PlanKind.class);
        for (PlanKind kind : PlanKind.values()) {
            lifecycles.put(
                    kind,
                    new PlanLifecycle(all.stream().filter(row -> row.kind() == kind).toList()));
        }
        return lifecycles;
    }

    /**
     * Looks up a move.
     *
     * @param from where the plan stands
     * @param action what is attempted
     * @return the row, or empty when the action is not legal here
     */
    public Optional<PlanTransition> find(PlanState from, PlanAction action) {
        return transitions.stream()
                .filter(row -> row.from() == from && row.action() == action)
                .findFirst();
    }

    /**
     * What may be attempted, in words.
     *
     * @param from where the plan stands
     * @return the legal actions, {@code SUBMIT, CANCEL}, in the order of their type; {@code -}
     *     where the plan ended
     */
    public String legal(PlanState from) {
        return table.legal(from);
    }

    /**
     * Every move.
     *
     * @return the rows of this kind in file order
     */
    public List<PlanTransition> transitions() {
        return transitions;
    }
}
