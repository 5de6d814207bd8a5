package dev.guanjia.workorder.lifecycle;

import dev.guanjia.catalogue.Table;
import dev.guanjia.decision.TransitionTable;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one place that knows which action leads where, and who may: the rows of {@code
 * transitions.csv} for one kind. Source: 03 P-COMPLAINT, P-REPAIR, P-CALLBACK.
 */
public final class Lifecycle {

    static final List<String> COLUMNS = List.of("kind", "from", "action", "to", "posts", "source");

    private static final Map<WorkOrderKind, Lifecycle> SHIPPED =
            of(Table.of(Lifecycle.class, "transitions.csv", COLUMNS), PostCatalogue.load());

    private final WorkOrderKind kind;
    private final TransitionTable<WorkOrderState, WorkOrderAction> table;
    private final List<Transition> transitions;

    private Lifecycle(
            WorkOrderKind kind,
            TransitionTable<WorkOrderState, WorkOrderAction> table,
            List<Transition> transitions) {
        this.kind = kind;
        this.table = table;
        this.transitions = List.copyOf(transitions);
    }

    /**
     * The lifecycle of a kind, as it ships with the library.
     *
     * @param kind the kind
     * @return its lifecycle
     */
    public static Lifecycle of(WorkOrderKind kind) {
        return Objects.requireNonNull(SHIPPED.get(kind), "every kind has a lifecycle");
    }

    /** Reads the lifecycles of all kinds; a faulty row or a state without a way to it throws. */
    static Map<WorkOrderKind, Lifecycle> of(Table rows, PostCatalogue posts) {
        Map<WorkOrderKind, List<Transition>> byKind =
                rows.map(row -> Transition.read(row, posts)).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Transition::kind,
                                        () -> new EnumMap<>(WorkOrderKind.class),
                                        Collectors.toList()));
        Map<WorkOrderKind, Lifecycle> lifecycles = new EnumMap<>(WorkOrderKind.class);
        for (WorkOrderKind kind : WorkOrderKind.values()) {
            List<Transition> own = byKind.getOrDefault(kind, List.of());
            lifecycles.put(kind, new Lifecycle(kind, table(kind, own), own));
        }
        return lifecycles;
    }

    private static TransitionTable<WorkOrderState, WorkOrderAction> table(
            WorkOrderKind kind, List<Transition> rows) {
        Set<WorkOrderState> states = EnumSet.of(kind.initial());
        rows.forEach(row -> states.addAll(List.of(row.from(), row.to())));
        var builder = TransitionTable.starting(states, WorkOrderAction.class, kind.initial());
        rows.forEach(row -> builder.move(row.from(), row.action(), row.to()));
        return builder.build();
    }

    /**
     * Looks up a move.
     *
     * @param from where the order is
     * @param action what is attempted
     * @return the row, or empty when the action is not legal here
     */
    public Optional<Transition> find(WorkOrderState from, WorkOrderAction action) {
        return transitions.stream()
                .filter(row -> row.from() == from && row.action() == action)
                .findFirst();
    }

    /**
     * What may be attempted.
     *
     * @param from where the order is
     * @return the legal actions in the order of their type; empty where the order ended
     */
    public Set<WorkOrderAction> actions(WorkOrderState from) {
        return table.actions(from);
    }

    /**
     * Whether an order of this kind can stand there.
     *
     * @param state any state
     * @return true for the states of this life
     */
    public boolean contains(WorkOrderState state) {
        return state == kind.initial() || transitions.stream().anyMatch(row -> row.to() == state);
    }

    /**
     * The states that no action leaves.
     *
     * @return a fresh set
     */
    public Set<WorkOrderState> terminal() {
        return table.terminal();
    }

    /**
     * Every move.
     *
     * @return the rows of this kind in file order
     */
    public List<Transition> transitions() {
        return transitions;
    }

    /**
     * The lifecycle as a table for the documentation.
     *
     * @return Markdown, one line per move, in file order
     */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder("| from | action | to | posts | source |\n");
        text.append("|---|---|---|---|---|\n");
        for (Transition row : transitions) {
            String posts =
                    row.posts().stream().map(PostKey::value).collect(Collectors.joining(", "));
            text.append("| %s | %s | %s ".formatted(row.from(), row.action(), row.to()));
            text.append("| %s | %s |\n".formatted(posts, row.source()));
        }
        return text.toString();
    }

    /**
     * The lifecycle as a picture for the documentation.
     *
     * @return a Mermaid state diagram, in the order of the states and actions
     */
    public String toMermaid() {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        text.append("    [*] --> %s\n".formatted(table.initial()));
        table.moves()
                .forEach(
                        move ->
                                text.append(
                                        "    %s --> %s: %s\n"
                                                .formatted(move.from(), move.to(), move.action())));
        terminal().forEach(state -> text.append("    %s --> [*]\n".formatted(state)));
        return text.toString();
    }
}
