package dev.guanjia.workorder.lifecycle;

import dev.guanjia.catalogue.Label;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place that knows which action leads where, and who may: a row of {@code kinds.csv} and
 * its rows of {@code transitions.csv}. A company may put rows of its own in their place. Source: 03
 * Part 1, P-SAFETY-CHECK, P-INCIDENT, P-PM, P-CLEAN.
 */
public final class Lifecycle {

    /** The header of a table of kinds. */
    public static final List<String> KIND_COLUMNS =
            List.of("kind", "zh", "en", "initial", "from_customer", "call_back", "source");

    /** The header of a table of moves. */
    public static final List<String> COLUMNS =
            List.of("kind", "from", "action", "to", "posts", "by_assignee", "source");

    private static final Map<WorkOrderKind, Lifecycle> SHIPPED =
            read(
                    Table.of(Lifecycle.class, "kinds.csv", KIND_COLUMNS),
                    Table.of(Lifecycle.class, "transitions.csv", COLUMNS),
                    PostLibrary.load());

    private final KindTerms terms;
    private final List<Transition> transitions;
    private final Map<WorkOrderState, Map<WorkOrderAction, Transition>> moves =
            new EnumMap<>(WorkOrderState.class);

    Lifecycle(KindTerms terms, List<Transition> transitions) {
        this.terms = terms;
        this.transitions = List.copyOf(transitions);
        moves.put(terms.initial(), new EnumMap<>(WorkOrderAction.class));
        for (Transition row : transitions) {
            moves.computeIfAbsent(row.to(), to -> new EnumMap<>(WorkOrderAction.class));
            moves.computeIfAbsent(row.from(), from -> new EnumMap<>(WorkOrderAction.class))
                    .put(row.action(), row);
        }
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

    /**
     * Reads lifecycles, as a company lays its own over those that ship.
     *
     * @param kinds each kind once: {@link #KIND_COLUMNS}
     * @param transitions the moves of those kinds: {@link #COLUMNS}; the first two columns and the
     *     posts may be lists; of the posts, those {@code by_assignee}, or {@code all}, may only
     *     when the order is theirs
     * @param posts whom a row may name
     * @return the lifecycles of the kinds named
     * @throws dev.guanjia.catalogue.CatalogueException naming every cell that is faulty: a kind
     *     without an initial state or moves, an unknown post, a move listed twice, a state that is
     *     not reached or never left, a move into a state that does not suit it, and an ending that
     *     nobody but the worker has confirmed, or no call-back where the kind demands one
     */
    public static Map<WorkOrderKind, Lifecycle> read(
            Table kinds, Table transitions, PostLibrary posts) {
        return new LifecycleReader(kinds, transitions, posts).read();
    }

    /**
     * The lifecycle as a company lives it: a post of the company may what the post of the library
     * that it bears is named for.
     *
     * @param company the posts of the company
     * @return the same moves, each with those posts, too
     */
    public Lifecycle within(PostCatalogue company) {
        return new Lifecycle(
                terms, transitions.stream().map(move -> move.within(company)).toList());
    }

    /**
     * What the kind is called.
     *
     * @return in both languages
     */
    public Label label() {
        return terms.label();
    }

    /**
     * Whether an action says why. What a customer asks is ruled on with a reason (06 A-61); whether
     * an alarm is real is not.
     *
     * @param action any action
     * @return true if it needs a reason
     */
    public boolean needsReason(WorkOrderAction action) {
        return action.has(ActionEffect.NEEDS_REASON)
                || (action.has(ActionEffect.RULES) && isFromCustomer());
    }

    /**
     * Where every order of this kind begins.
     *
     * @return the initial state
     */
    public WorkOrderState initial() {
        return terms.initial();
    }

    /**
     * Whether a customer asks for it.
     *
     * @return false for what the company finds or plans itself
     */
    public boolean isFromCustomer() {
        return terms.fromCustomer();
    }

    /**
     * Whether nothing handled is closed before the customer was called back, whatever the policy of
     * the company. Source: 01 SOD-17; 05 S10.
     *
     * @return true for complaints and paid repairs; of other kinds the policy says
     */
    public boolean demandsCallBack() {
        return terms.callBack();
    }

    /**
     * Whether a customer can be called back at all. Where nobody can, nothing may wait for a call:
     * the order could never be closed.
     *
     * @return true if a move of this life calls back
     */
    public boolean callsBack() {
        return transitions.stream().anyMatch(move -> move.action().has(ActionEffect.CALLS_BACK));
    }

    /**
     * Looks up a move.
     *
     * @param from where the order is
     * @param action what is attempted
     * @return the row, or empty when the action is not legal here
     */
    public Optional<Transition> find(WorkOrderState from, WorkOrderAction action) {
        return Optional.ofNullable(moves.getOrDefault(from, Map.of()).get(action));
    }

    /**
     * What may be attempted.
     *
     * @param from where the order is
     * @return the legal actions in the order of their type; empty where the order ended, or cannot
     *     stand
     */
    public Set<WorkOrderAction> actions(WorkOrderState from) {
        return Collections.unmodifiableSet(moves.getOrDefault(from, Map.of()).keySet());
    }

    /**
     * Whether an order of this kind can stand there.
     *
     * @param state any state
     * @return true for the states of this life
     */
    public boolean contains(WorkOrderState state) {
        return moves.containsKey(state);
    }

    /**
     * The states that no action leaves.
     *
     * @return a fresh set
     */
    public Set<WorkOrderState> terminal() {
        Set<WorkOrderState> terminal = EnumSet.copyOf(moves.keySet());
        terminal.removeIf(state -> !actions(state).isEmpty());
        return terminal;
    }

    /**
     * Who can do the work once it is given away: the posts that may take its next step. A post that
     * may not could only look at the order.
     *
     * @param from where the order is
     * @param giving how it is given away, or passed on
     * @return in key order; where the action is not legal, whoever may take any step of the work
     */
    public SortedSet<PostKey> hands(WorkOrderState from, WorkOrderAction giving) {
        return hands(find(from, giving).stream());
    }

    /**
     * Who can do the work once somebody is named for it, in whichever way.
     *
     * @param from where the order is
     * @return as {@link #hands(WorkOrderState, WorkOrderAction)}
     */
    public SortedSet<PostKey> hands(WorkOrderState from) {
        return hands(
                moves.getOrDefault(from, Map.of()).values().stream()
                        .filter(move -> move.action().has(ActionEffect.ASSIGNS)));
    }

    private SortedSet<PostKey> hands(Stream<Transition> giving) {
        SortedSet<PostKey> next = posts(giving.flatMap(this::work));
        return next.isEmpty() ? posts(transitions.stream()) : next;
    }

    private Stream<Transition> work(Transition giving) {
        return giving.action().has(ActionEffect.TAKES)
                ? Stream.of(giving)
                : moves.getOrDefault(giving.to(), Map.of()).values().stream();
    }

    private static SortedSet<PostKey> posts(Stream<Transition> moves) {
        return moves.filter(move -> move.action().has(ActionEffect.WORKS))
                .flatMap(move -> move.posts().stream())
                .collect(Collectors.toCollection(TreeSet::new));
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
        StringBuilder text =
                new StringBuilder("| from | action | to | posts, * = only if theirs | source |\n");
        text.append("|---|---|---|---|---|\n");
        for (Transition row : transitions) {
            String posts =
                    row.posts().stream()
                            .map(post -> post + (row.byAssignee().contains(post) ? "*" : ""))
                            .collect(Collectors.joining(", "));
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
        text.append("    [*] --> %s\n".formatted(initial()));
        moves.values().stream()
                .flatMap(row -> row.values().stream())
                .map(row -> "    %s --> %s: %s\n".formatted(row.from(), row.to(), row.action()))
                .forEach(text::append);
        new TreeSet<>(terminal())
                .forEach(state -> text.append("    %s --> [*]\n".formatted(state)));
        return text.toString();
    }
}
