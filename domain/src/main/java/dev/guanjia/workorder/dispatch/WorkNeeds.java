package dev.guanjia.workorder.dispatch;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.staff.QualificationKey;
import dev.guanjia.organisation.staff.Requirements;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the work of a kind takes, whoever asks for it and whichever post does it: {@code
 * work-needs.csv}. Source: 01 OCC-CERT (持证上岗).
 */
public final class WorkNeeds {

    private static final List<String> COLUMNS = List.of("kind", "needs", "from", "source");

    private final List<Need> rows;

    private WorkNeeds(List<Need> rows) {
        this.rows = rows;
    }

    private record Need(List<WorkOrderKind> kinds, List<QualificationKey> keys, LocalDate from) {}

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
     * @throws CatalogueException naming every cell that is faulty
     */
    public static WorkNeeds parse(String name, String text, Requirements known) {
        return of(Table.parse(name, text, COLUMNS), known);
    }

    private static WorkNeeds of(Table table, Requirements known) {
        return new WorkNeeds(table.map(row -> read(row, known)));
    }

    private static Need read(Row row, Requirements known) {
        row.required("source");
        return new Need(
                row.as(
                        "kind",
                        text -> row.list("kind").stream().map(WorkOrderKind::valueOf).toList()),
                row.as(
                        "needs",
                        text -> row.list("needs").stream().map(key -> key(key, known)).toList()),
                row.from());
    }

    private static QualificationKey key(String text, Requirements known) {
        QualificationKey key = new QualificationKey(text);
        if (known.kind(key).isEmpty()) {
            throw new IllegalArgumentException("unknown qualification: " + key);
        }
        return key;
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
                        rows.stream()
                                .filter(row -> row.kinds().contains(kind))
                                .filter(row -> !day.isBefore(row.from()))
                                .flatMap(row -> row.keys().stream()))
                .distinct()
                .sorted()
                .toList();
    }
}
