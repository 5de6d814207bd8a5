package dev.guanjia.security.incident;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.TransitionTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The moves of {@code transitions.csv}, and what is refused of a step in any life. */
final class Lives {

    private static final Table ROWS =
            Table.of(
                    Lives.class,
                    "transitions.csv",
                    List.of("life", "from", "action", "to", "source"));

    private Lives() {}

    static <S extends Enum<S>, A extends Enum<A>> TransitionTable<S, A> read(
            String life, Class<A> actions, S initial) {
        Class<S> states = initial.getDeclaringClass();
        TransitionTable.Builder<S, A> table = TransitionTable.starting(states, actions, initial);
        for (Row row : ROWS.rows()) {
            if (row.text("life").equals(life)) {
                table.move(
                        row.as("from", text -> Enum.valueOf(states, text)),
                        row.as("action", text -> Enum.valueOf(actions, text)),
                        row.as("to", text -> Enum.valueOf(states, text)));
            }
        }
        return table.build();
    }

    /** Refuses what is not in the table. */
    static <S extends Enum<S>, A extends Enum<A>> List<Refusal> faults(
            TransitionTable<S, A> table, String subject, S state, A action) {
        List<Refusal> faults = new ArrayList<>();
        if (table.next(state, action).isEmpty()) {
            faults.add(
                    IncidentRefusal.WRONG_STATE.because(
                            "subject", subject,
                            "state", state.name(),
                            "action", action.name(),
                            "legal", table.legal(state)));
        }
        return faults;
    }

    /** Refuses what lies before the last thing that happened. */
    static List<Refusal> backwards(String subject, Instant at, Instant last) {
        return at.isBefore(last)
                ? List.of(
                        IncidentRefusal.TIME_RUNS_BACKWARDS.because(
                                "subject", subject, "at", at.toString(), "last", last.toString()))
                : List.of();
    }
}
