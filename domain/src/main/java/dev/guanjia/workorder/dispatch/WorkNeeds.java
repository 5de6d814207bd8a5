package dev.guanjia.workorder.dispatch;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.organisation.staff.Requirements;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the work of a kind takes, whoever asks for it and whichever post does it: {@code
 * work-needs.csv}. Source: 01 OCC-CERT (持证上岗).
 *
 * <p>Shape: of a kind one row is in force, the company's own before the shipped, a later one before
 * an earlier.
 */
public final class WorkNeeds {

    private static final List<String> COLUMNS = List.of("kind", "needs", "from", "source");

    /** The rows that count first come first; within a list, the later day does. */
    private final List<List<Need>> layers;

    private WorkNeeds(List<List<Need>> layers) {
        this.layers = List.copyOf(layers);
    }

    private record Need(List<WorkOrderKind> kinds, List<QualificationKey> keys, LocalDate from) {

        boolean isInForce(WorkOrderKind kind, LocalDate day) {
            return kinds.contains(kind) && !day.isBefore(from);
        }
    }

    /**
     * Loads the rows that ship with the library.
     *
     * @return the needs
     */
    public static WorkNeeds load() {
        return of(Table.of(WorkNeeds.class, "work-needs.csv", COLUMNS), Requirements.load());
    }

    /**
     * Reads rows of the same form, as a company's own come.
     *
     * @param name what to call the file in faults
     * @param text CSV with the columns {@code kind,needs,from,source}; the first two may be lists
     * @param known the kinds of qualification that a row may name
     * @return the needs
     * @throws CatalogueException naming every cell that is faulty, and a row that begins on the day
     *     of another of its kind
     */
    public static WorkNeeds parse(String name, String text, Requirements known) {
        return of(Table.parse(name, text, COLUMNS), known);
    }

    private static WorkNeeds of(Table table, Requirements known) {
        Set<String> begun = new HashSet<>();
        return new WorkNeeds(List.of(table.map(row -> read(row, known, begun))));
    }

    private static Need read(Row row, Requirements known, Set<String> begun) {
        row.required("source");
        LocalDate from = row.from();
        return new Need(
                row.as(
                        "kind",
                        text ->
                                row.list("kind").stream()
                                        .map(kind -> kind(kind, from, begun))
                                        .toList()),
                row.as(
                        "needs",
                        text -> row.list("needs").stream().map(key -> key(key, known)).toList()),
                from);
    }

    private static WorkOrderKind kind(String text, LocalDate from, Set<String> begun) {
        WorkOrderKind kind = WorkOrderKind.valueOf(text);
        if (!begun.add(kind + " " + from)) {
            throw new IllegalArgumentException("stands twice from " + from + ": " + kind);
        }
        return kind;
    }

    private static QualificationKey key(String text, Requirements known) {
        QualificationKey key = new QualificationKey(text);
        if (known.kind(key).isEmpty()) {
            throw new IllegalArgumentException("unknown qualification: " + key);
        }
        return key;
    }

    /**
     * Lays a company's own rows over these.
     *
     * @param company its rows, from {@link #parse}
     * @return the needs of a company, which has its own rows where they are in force
     */
    public WorkNeeds with(WorkNeeds company) {
        return new WorkNeeds(Stream.concat(company.layers.stream(), layers.stream()).toList());
    }

    /**
     * What a job takes.
     *
     * @param kind what kind of work it is
     * @param day when it is done
     * @param asked what the order and its dispatcher ask for besides
     * @return all of it, sorted, each once
     */
    public List<QualificationKey> of(
            WorkOrderKind kind, LocalDate day, Collection<QualificationKey> asked) {
        return Stream.concat(
                        asked.stream(),
                        inForce(kind, day).stream().flatMap(row -> row.keys().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    private Optional<Need> inForce(WorkOrderKind kind, LocalDate day) {
        return layers.stream()
                .flatMap(
                        rows ->
                                rows.stream()
                                        .filter(row -> row.isInForce(kind, day))
                                        .max(Comparator.comparing(Need::from))
                                        .stream())
                .findFirst();
    }
}
