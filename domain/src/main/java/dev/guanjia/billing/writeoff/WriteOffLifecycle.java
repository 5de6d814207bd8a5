package dev.guanjia.billing.writeoff;

import dev.guanjia.billing.Moves;
import dev.guanjia.decision.TransitionTable;
import java.util.Optional;

/** The moves of a write-off, read from {@code write-off-transitions.csv}. */
public final class WriteOffLifecycle {

    private static final TransitionTable<WriteOffState, WriteOffAction> TABLE =
            Moves.read(
                    WriteOffLifecycle.class,
                    "write-off-transitions.csv",
                    WriteOffState.PROPOSED,
                    WriteOffAction.class);

    private WriteOffLifecycle() {}

    /**
     * Looks up a move.
     *
     * @param from where the write-off is
     * @param action what is attempted
     * @return where it leads, or empty when the action does not start here
     */
    public static Optional<WriteOffState> next(WriteOffState from, WriteOffAction action) {
        return TABLE.next(from, action);
    }

    /**
     * What can be done from a state, in words.
     *
     * @param from where the write-off is
     * @return the actions that start here; {@code -} at the end
     */
    public static String legal(WriteOffState from) {
        return TABLE.legal(from);
    }
}
