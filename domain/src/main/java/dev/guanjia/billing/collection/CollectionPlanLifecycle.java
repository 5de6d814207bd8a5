package dev.guanjia.billing.collection;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.TransitionTable;
import java.util.List;
import java.util.Optional;

/** The moves of a collection plan, read from {@code collection-plan-transitions.csv}. */
public final class CollectionPlanLifecycle {

    private static final TransitionTable<CollectionPlanState, CollectionPlanAction> TABLE = table();

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

    private static TransitionTable<CollectionPlanState, CollectionPlanAction> table() {
        List<Row> rows =
                Table.of(
                                CollectionPlanLifecycle.class,
                                "collection-plan-transitions.csv",
                                List.of("from", "action", "to", "source"))
                        .rows();
        TransitionTable.Builder<CollectionPlanState, CollectionPlanAction> builder =
                TransitionTable.starting(
                        CollectionPlanState.class,
                        CollectionPlanAction.class,
                        CollectionPlanState.DRAFT);
        rows.forEach(
                row ->
                        builder.move(
                                row.as("from", CollectionPlanState::valueOf),
                                row.as("action", CollectionPlanAction::valueOf),
                                row.as("to", CollectionPlanState::valueOf)));
        return builder.build();
    }
}
