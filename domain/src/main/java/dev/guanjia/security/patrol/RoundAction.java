package dev.guanjia.security.patrol;

import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.security.patrol.PatrolRound.State;
import java.util.List;

/** What can be done with a round. Source: requirements 03 P-PATROL. */
enum RoundAction {
    /** Say what was found at a checkpoint. */
    RECORD,
    /** End the walk. */
    FINISH,
    /** Put its record in the archive. */
    FILE;

    /** Every allowed move: the rows of {@code transitions.csv}. */
    static final TransitionTable<State, RoundAction> TABLE = read();

    private static TransitionTable<State, RoundAction> read() {
        var table = TransitionTable.starting(State.class, RoundAction.class, State.STARTED);
        List<String> columns = List.of("from", "action", "to", "source");
        Table.of(RoundAction.class, "transitions.csv", columns)
                .rows()
                .forEach(
                        row ->
                                table.move(
                                        row.as("from", State::valueOf),
                                        row.as("action", RoundAction::valueOf),
                                        row.as("to", State::valueOf)));
        return table.build();
    }
}
