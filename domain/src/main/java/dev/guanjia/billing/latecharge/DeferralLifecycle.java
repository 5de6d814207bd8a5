package dev.guanjia.billing.latecharge;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.TransitionTable;
import java.util.List;
import java.util.Optional;

/** The moves of a deferral, read from {@code deferral-transitions.csv}. */
public final class DeferralLifecycle {

    private static final TransitionTable<DeferralState, DeferralAction> TABLE = table();

    private DeferralLifecycle() {}

    /**
     * Looks up a move.
     *
     * @param from where the deferral is
     * @param action what is attempted
     * @return where it leads, or empty when the action does not start here
     */
    public static Optional<DeferralState> next(DeferralState from, DeferralAction action) {
        return TABLE.next(from, action);
    }

    /**
     * What can be done from a state, in words.
     *
     * @param from where the deferral is
     * @return the actions that start here; {@code -} at the end
     */
    public static String legal(DeferralState from) {
        return TABLE.legal(from);
    }

    private static TransitionTable<DeferralState, DeferralAction> table() {
        List<Row> rows =
                Table.of(
                                DeferralLifecycle.class,
                                "deferral-transitions.csv",
                                List.of("from", "action", "to", "source"))
                        .rows();
        TransitionTable.Builder<DeferralState, DeferralAction> builder =
                TransitionTable.starting(
                        DeferralState.class, DeferralAction.class, DeferralState.REASON_STATED);
        rows.forEach(
                row ->
                        builder.move(
                                row.as("from", DeferralState::valueOf),
                                row.as("action", DeferralAction::valueOf),
                                row.as("to", DeferralState::valueOf)));
        return builder.build();
    }
}
