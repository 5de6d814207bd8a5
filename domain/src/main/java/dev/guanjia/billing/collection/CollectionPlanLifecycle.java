package dev.guanjia.billing.collection;

import dev.guanjia.billing.Moves;
import dev.guanjia.decision.TransitionTable;
import java.util.Optional;

/** The moves of a collection plan, read from {@code collection-plan-transitions.csv}. */
public final class CollectionPlanLifecycle {

    private static final TransitionTable<CollectionPlanState, CollectionPlanAction> TABLE =
            Moves.read(
                    CollectionPlanLifecycle.class,
                    "collection-plan-transitions.csv",
                    CollectionPlanState.DRAFT,
                    CollectionPlanAction.class);

    private CollectionPlanLifecycle() {}

    /**
     * Looks up a move.
     *
     * @param from where the plan is
     * @param action what is attempted
     * @return where it leads, or empty when the action does not start here
     */
    public static Optional<CollectionPlanState> next(
            CollectionPlanState from, CollectionPlanAction action) {
        return TABLE.next(from, action);
    }

    /**
     * What can be done from a state, in words.
     *
     * @param from where the plan is
     * @return the actions that start here; {@code -} at the end
     */
    public static String legal(CollectionPlanState from) {
        return TABLE.legal(from);
    }
}
