package dev.guanjia.billing.deposit;

import dev.guanjia.billing.Moves;
import dev.guanjia.decision.TransitionTable;
import java.util.Optional;

/** The moves of a deposit, read from {@code deposit-transitions.csv}. */
public final class DepositLifecycle {

    private static final TransitionTable<DepositState, DepositAction> TABLE =
            Moves.read(
                    DepositLifecycle.class,
                    "deposit-transitions.csv",
                    DepositState.RECEIVED,
                    DepositAction.class);

    private DepositLifecycle() {}

    /**
     * Looks up a move.
     *
     * @param from where the deposit is
     * @param action what is attempted
     * @return where it leads, or empty when the action does not start here
     */
    public static Optional<DepositState> next(DepositState from, DepositAction action) {
        return TABLE.next(from, action);
    }

    /**
     * What can be done from a state, in words.
     *
     * @param from where the deposit is
     * @return the actions that start here; {@code -} at the end
     */
    public static String legal(DepositState from) {
        return TABLE.legal(from);
    }
}
