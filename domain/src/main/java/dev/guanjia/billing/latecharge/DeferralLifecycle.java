package dev.guanjia.billing.latecharge;

import dev.guanjia.billing.Moves;
import dev.guanjia.decision.TransitionTable;
import java.util.Optional;

/** The moves of a deferral, read from {@code deferral-transitions.csv}. */
public final class DeferralLifecycle {

    private static final TransitionTable<DeferralState, DeferralAction> TABLE =
            Moves.read(
                    DeferralLifecycle.class,
                    "deferral-transitions.csv",
                    DeferralState.REASON_STATED,
                    DeferralAction.class);

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
}
