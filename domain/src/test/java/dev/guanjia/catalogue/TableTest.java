package dev.guanjia.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "posts", "urgent", "from");

    @Test
    void aRowGivesItsCellsTyped() {
        Row row = table("R-1,报修,Repair,STEWARD; CASHIER,yes,2026-03\n").rows().get(0);
        assertThat(row.required("id")).isEqualTo("R-1");
        assertThat(row.label()).isEqualTo(new Label("报修", "Repair"));
        assertThat(row.list("posts")).containsExactly("STEWARD", "CASHIER");
        assertThat(row.yes("urgent")).isTrue();
        assertThat(row.from()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(row.line()).isEqualTo(2);
    }

    @Test
    void aDayIsAFirstDayToo() {
        Row row = table("R-1,报修,Repair,,no,2026-03-15\n").rows().get(0);
        assertThat(row.from()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(row.list("posts")).isEmpty();
        assertThat(row.yes("urgent")).isFalse();
    }

    @Test
    void commentsAndBlankLinesAreNoRowsButCountAsLines() {
        String text =
                """
                # why this file exists
                id,zh,en,posts,urgent,from

                # why the next row is odd
                R-1,报修,Repair,,no,2026-03
                """;
        Table table = Table.parse("kinds.csv", text, COLUMNS);
        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).line()).isEqualTo(5);
        assertThat(table).hasToString("kinds.csv (1 rows)");
    }

    @Test
    void aQuotedCellMayHoldNewlinesCommasAndHashes() {
        Table table =
                table(
                        """
                        R-1,"报修,
                        维修","# not a comment, ""quoted\""",,no,2026-03
                        R-2,投诉,Complaint,,maybe,2026-03
                        """);
        assertThat(table.rows().get(0).text("zh")).isEqualTo("报修,\n维修");
        assertThat(table.rows().get(0).text("en")).isEqualTo("# not a comment, \"quoted\"");
        assertThat(faults(() -> table.map(row -> row.yes("urgent"))))
                .containsExactly("kinds.csv:4 urgent: must be yes or no: maybe");
    }

    @Test
    void everyFaultOfAFileIsReportedAtOnceWithItsPlace() {
        Table table =
                table(
                        """
                        R-1,报修,Repair,,perhaps,2026-03
                        R-2,投诉,Complaint,,no,2026-03
                        R-3,,Enquiry,,no,2026-03
                        R-4,咨询,Enquiry,,no,2026-02-30
                        R-5,,,,no,March
                        """);
        assertThat(
                        faults(
                                () ->
                                        table.map(
                                                row -> {
                                                    row.yes("urgent");
                                                    row.from();
                                                    return row.label();
                                                })))
                .satisfiesExactly(
                        fault ->
                                assertThat(fault)
                                        .isEqualTo(
                                                "kinds.csv:2 urgent: must be yes or no: perhaps"),
                        fault -> assertThat(fault).isEqualTo("kinds.csv:4 zh: is empty"),
                        fault -> assertThat(fault).startsWith("kinds.csv:5 from: "),
                        fault -> assertThat(fault).startsWith("kinds.csv:6 from: "));
    }

    @Test
    void aConstructorThatRefusesIsAFaultOfItsRow() {
        Table table = table("R-1,报修,Repair,,no,2026-03\n");
        assertThat(
                        faults(
                                () ->
                                        table.map(
                                                row -> {
                                                    throw new IllegalArgumentException("no such");
                                                })))
                .containsExactly("kinds.csv:2: no such");
    }

    @Test
    void everyRowHasAsManyCellsAsTheHeader() {
        assertThat(faults(() -> table("R-1,报修\nR-2,a,b,c,no,\nR-3,a,b,c,d,e,f\n")))
                .containsExactly(
                        "kinds.csv:2: 2 cells, expected 6", "kinds.csv:4: 7 cells, expected 6");
    }

    @Test
    void anIdNamesOneRow() {
        Table table = table("R-1,a,b,,no,\nR-2,a,b,,no,\nR-1,c,d,,no,\nR-1,e,f,,no,\n");
        assertThat(faults(() -> table.unique("id")))
                .containsExactly(
                        "kinds.csv:4 id: stands twice: R-1", "kinds.csv:5 id: stands twice: R-1");
        assertThat(table("R-1,a,b,,no,\nR-2,a,b,,no,\n").unique("id").rows()).hasSize(2);
    }

    @Test
    void theHeaderIsTheOneExpected() {
        assertThat(faults(() -> Table.parse("kinds.csv", "id,en,zh\n", List.of("id", "zh", "en"))))
                .containsExactly("kinds.csv:1: header is [id, en, zh], expected [id, zh, en]");
        assertThat(faults(() -> Table.parse("kinds.csv", "# empty\n", List.of("id"))))
                .containsExactly("kinds.csv:1: no header, expected [id]");
    }

    @Test
    void aCellBeyondTheReadersLimitIsAFault() {
        String endless = "x".repeat(17_000_000);
        assertThat(faults(() -> table("\"" + endless + "\",a,b,,no,\n"))).hasSize(1);
    }

    @Test
    void aColumnNobodyDeclaredIsABug() {
        Row row = table("R-1,报修,Repair,,no,2026-03\n").rows().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.text("colour"))
                .withMessage("kinds.csv has no column colour");
    }

    @Test
    void aMissingFileIsABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Table.of(TableTest.class, "nowhere.csv", COLUMNS))
                .withMessageContaining("nowhere.csv is missing");
    }

    private static Table table(String rows) {
        return Table.parse("kinds.csv", String.join(",", COLUMNS) + "\n" + rows, COLUMNS);
    }

    private static List<String> faults(ThrowingCallable reading) {
        CatalogueException refused = catchThrowableOfType(CatalogueException.class, reading);
        assertThat(refused).isNotNull();
        assertThat(refused).hasMessage(String.join("\n", texts(refused)));
        return texts(refused);
    }

    private static List<String> texts(CatalogueException refused) {
        return refused.faults().stream().map(CatalogueFault::toString).toList();
    }
}
