package dev.guanjia.billing.run;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.organisation.PostKey;
import java.util.List;
import java.util.Optional;

/** The moves of a bill run, read from {@code bill-run-transitions.csv}. */
public final class BillRunLifecycle {

    private static final List<Move> MOVES =
            Table.of(
                            BillRunLifecycle.class,
                            "bill-run-transitions.csv",
                            List.of("from", "action", "to", "posts", "source"))
                    .map(Move::from);
    private static final TransitionTable<BillRunState, BillRunAction> TABLE = table();

    private BillRunLifecycle() {}

    /**
     * One row: an action, where it starts and leads, and who may do it.
     *
     * @param from where it starts
     * @param action what is done
     * @param to where it leads
     * @param posts who may do it, at least one
     * @param source the clause it comes from
     */
    public record Move(
            BillRunState from,
            BillRunAction action,
            BillRunState to,
            List<PostKey> posts,
            String source) {

        /** A move that nobody may make is a fault of the row. */
        public Move {
            posts = List.copyOf(posts);
            if (posts.isEmpty()) {
                throw new IllegalArgumentException("nobody may " + action + " from " + from);
            }
        }

        private static Move from(Row row) {
            return new Move(
                    row.as("from", BillRunState::valueOf),
                    row.as("action", BillRunAction::valueOf),
                    row.as("to", BillRunState::valueOf),
                    row.list("posts").stream().map(PostKey::new).toList(),
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
     * @param from where the run is
     * @param action what is attempted
     * @return where it leads, or empty when the action does not start here
     */
    public static Optional<BillRunState> next(BillRunState from, BillRunAction action) {
        return TABLE.next(from, action);
    }

    /**
     * What can be done from a state, in words.
     *
     * @param from where the run is
     * @return the actions that start here, in the order of their type; {@code -} at the end
     */
    public static String legal(BillRunState from) {
        return TABLE.legal(from);
    }

    private static TransitionTable<BillRunState, BillRunAction> table() {
        TransitionTable.Builder<BillRunState, BillRunAction> builder =
                TransitionTable.starting(
                        BillRunState.class, BillRunAction.class, BillRunState.CALCULATING);
        MOVES.forEach(move -> builder.move(move.from(), move.action(), move.to()));
        return builder.build();
    }
}
