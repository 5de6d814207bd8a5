package dev.guanjia.workorder.lifecycle;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.CatalogueFault;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the tables of kinds and moves, then proves each kind on every way an order can go. */
final class LifecycleReader {

    private final Table kinds;
    private final Table transitions;
    private final PostLibrary posts;
    private final List<CatalogueFault> faults = new ArrayList<>();

    LifecycleReader(Table kinds, Table transitions, PostLibrary posts) {
        this.kinds = kinds;
        this.transitions = transitions;
        this.posts = posts;
    }

    /** A move and the row it stands in. */
    record Placed(Transition move, Row row) {}

    /** A move of one of the kinds that a row names. */
    private record Own(WorkOrderKind kind, Placed placed) {}

    Map<WorkOrderKind, Lifecycle> read() {
        List<KindTerms> terms = kinds.unique("kind").map(KindTerms::read);
        Map<WorkOrderKind, List<Placed>> moves = new EnumMap<>(WorkOrderKind.class);
        terms.forEach(kind -> moves.put(kind.kind(), new ArrayList<>()));
        transitions.map(this::moves).forEach(row -> row.forEach(own -> add(moves, own)));
        Map<WorkOrderKind, Lifecycle> lifecycles = new EnumMap<>(WorkOrderKind.class);
        for (int i = 0; i < terms.size(); i++) {
            KindTerms kind = terms.get(i);
            List<Placed> own = moves.getOrDefault(kind.kind(), List.of());
            faults.addAll(new LifecycleProof(kind, kinds.rows().get(i), own).faults());
            lifecycles.put(
                    kind.kind(), new Lifecycle(kind, own.stream().map(Placed::move).toList()));
        }
        if (!faults.isEmpty()) {
            throw new CatalogueException(faults);
        }
        return lifecycles;
    }

    private List<Own> moves(Row row) {
        List<WorkOrderKind> kinds =
                row.as("kind", text -> each(row.list("kind"), WorkOrderKind.class));
        List<WorkOrderState> from =
                row.as("from", text -> each(row.list("from"), WorkOrderState.class));
        WorkOrderAction action = row.as("action", WorkOrderAction::valueOf);
        WorkOrderState to = row.as("to", WorkOrderState::valueOf);
        List<PostKey> who =
                row.as("posts", text -> row.list("posts").stream().map(posts::parse).toList());
        List<PostKey> bound = bound(row, who);
        String source = row.required("source");
        List<Own> moves = new ArrayList<>();
        for (WorkOrderKind kind : kinds) {
            for (WorkOrderState state : from) {
                Transition move = new Transition(state, action, to, who, bound, source);
                moves.add(new Own(kind, new Placed(move, row)));
            }
        }
        return moves;
    }

    private List<PostKey> bound(Row row, List<PostKey> who) {
        return row.text("by_assignee").isBlank()
                ? List.of()
                : row.as("by_assignee", text -> text.equals("all") ? who : some(row, who));
    }

    private List<PostKey> some(Row row, List<PostKey> who) {
        List<PostKey> some = row.list("by_assignee").stream().map(posts::parse).toList();
        if (!who.containsAll(some)) {
            throw new IllegalArgumentException(some + " are not all of " + who);
        }
        return some;
    }

    private static <E extends Enum<E>> List<E> each(List<String> names, Class<E> type) {
        return names.stream().map(name -> Enum.valueOf(type, name)).toList();
    }

    private void add(Map<WorkOrderKind, List<Placed>> moves, Own own) {
        List<Placed> same = moves.get(own.kind());
        if (same == null) {
            faults.add(own.placed().row().fault("kind", "no row for the kind " + own.kind()));
            return;
        }
        Transition move = own.placed().move();
        Set<String> known = new HashSet<>();
        same.forEach(placed -> known.add(key(placed.move())));
        if (!known.add(key(move))) {
            faults.add(own.placed().row().fault("action", "listed twice: " + key(move)));
        }
        same.add(own.placed());
    }

    private static String key(Transition move) {
        return move.from() + " " + move.action();
    }
}
