package dev.guanjia.billing.waiver;

import dev.guanjia.billing.Moves;
import dev.guanjia.decision.TransitionTable;
import java.util.Optional;

/** The moves of a waiver, read from {@code waiver-transitions.csv}. */
public final class WaiverLifecycle {

    private static final TransitionTable<WaiverState, WaiverAction> TABLE =
            Moves.read(
                    WaiverLifecycle.class,
                    "waiver-transitions.csv",
                    WaiverState.PROPOSED,
                    WaiverAction.class);

    private WaiverLifecycle() {}

    /**
     * Looks up a move.
     *
     * @param from where the waiver is
     * @param action what is attempted
     * @return where it leads, or empty when the action does not start here
     */
    public static Optional<WaiverState> next(WaiverState from, WaiverAction action) {
        return TABLE.next(from, action);
    }

    /**
     * What can be done from a state, in words.
     *
     * @param from where the waiver is
     * @return the actions that start here; {@code -} at the end
     */
    public static String legal(WaiverState from) {
        return TABLE.legal(from);
    }
}
