package dev.guanjia.billing.dunning;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.TransitionTable;
import java.util.List;
import java.util.Optional;

/** The moves of a dunning case, read from {@code dunning-transitions.csv}. */
public final class DunningLifecycle {

    private static final List<Move> MOVES =
            Table.of(
                            DunningLifecycle.class,
                            "dunning-transitions.csv",
                            List.of("from", "action", "to", "source"))
                    .map(Move::from);
    private static final TransitionTable<DunningState, DunningAction> TABLE = table();

    private DunningLifecycle() {}

    /**
     * One row: an action, where it starts and where it leads.
     *
     * @param from where it starts
     * @param action what is done
     * @param to where it leads
     * @param source the clause it comes from
     */
    public record Move(DunningState from, DunningAction action, DunningState to, String source) {

        private static Move from(Row row) {
            return new Move(
                    row.as("from", DunningState::valueOf),
                    row.as("action", DunningAction::valueOf),
                    row.as("to", DunningState::valueOf),
                    row.required("source"));
        }
    }

    /**
     * All moves there are.
     *
     * @return in file order
     */
    public static List<Move> moves() {
        return MOVES;
    }

    /**
     * Looks up a move.
     *
     * @param from where the case is
     * @param action what is attempted
     * @return where it leads, or empty when the action does not start here
     */
    public static Optional<DunningState> next(DunningState from, DunningAction action) {
        return TABLE.next(from, action);
    }

    /**
     * What can be done from a state, in words.
     *
     * @param from where the case is
     * @return the actions that start here; {@code -} at the end
     */
    public static String legal(DunningState from) {
        return TABLE.legal(from);
    }

    private static TransitionTable<DunningState, DunningAction> table() {
        TransitionTable.Builder<DunningState, DunningAction> builder =
                TransitionTable.starting(
                        DunningState.class, DunningAction.class, DunningState.OWED);
        MOVES.forEach(move -> builder.move(move.from(), move.action(), move.to()));
        return builder.build();
    }
}
