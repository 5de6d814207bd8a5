package dev.guanjia.billing;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.TransitionTable;
import java.util.List;

/** The one reader of lifecycles: rows of state, action, next state and source. */
public final class Moves {

    private Moves() {}

    /**
     * Reads a table of moves.
     *
     * @param <S> the states
     * @param <A> the actions
     * @param owner beside which the file lies
     * @param file its name; the columns are {@code from}, {@code action}, {@code to}, {@code
     *     source}
     * @param initial where every life begins
     * @param actions what can be done
     * @return the closed table
     * @throws dev.guanjia.catalogue.CatalogueException naming every faulty cell
     */
    public static <S extends Enum<S>, A extends Enum<A>> TransitionTable<S, A> read(
            Class<?> owner, String file, S initial, Class<A> actions) {
        Class<S> states = initial.getDeclaringClass();
        TransitionTable.Builder<S, A> builder = TransitionTable.starting(states, actions, initial);
        Table.of(owner, file, List.of("from", "action", "to", "source"))
                .map(row -> move(row, states, actions))
                .forEach(move -> builder.move(move.from(), move.action(), move.to()));
        return builder.build();
    }

    private static <S extends Enum<S>, A extends Enum<A>> TransitionTable.Move<S, A> move(
            Row row, Class<S> states, Class<A> actions) {
        row.required("source");
        return new TransitionTable.Move<>(
                row.as("from", name -> Enum.valueOf(states, name)),
                row.as("action", name -> Enum.valueOf(actions, name)),
                row.as("to", name -> Enum.valueOf(states, name)));
    }
}
