package dev.guanjia.server.application;

import dev.guanjia.catalogue.Table;
import dev.guanjia.server.store.DutyOverlayStore;
import dev.guanjia.server.store.DutyOverlayStore.OverlayRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of a company's own in the form in which the catalogue takes them. */
final class OverlayRows {

    private static final List<String> COLUMNS = columns();

    private OverlayRows() {}

    static Table table(List<OverlayRow> rows) {
        String text =
                Stream.concat(Stream.of(COLUMNS), rows.stream().map(OverlayRows::cells))
                        .map(OverlayRows::line)
                        .collect(Collectors.joining("\n"));
        return Table.parse("duties", text, COLUMNS);
    }

    /** One line of cells, each in quotes, so that none can end another. */
    static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("op", "id"));
        columns.addAll(DutyOverlayStore.CELLS);
        columns.addAll(List.of("from", "source"));
        return List.copyOf(columns);
    }

    private static List<String> cells(OverlayRow row) {
        List<String> cells = new ArrayList<>(List.of(row.op(), row.dutyId()));
        DutyOverlayStore.CELLS.forEach(name -> cells.add(row.cells().getOrDefault(name, "")));
        cells.addAll(List.of(row.from().toString(), row.source()));
        return cells;
    }
}
