package dev.guanjia.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.server.settings.StartRefused;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be read of a city's export, and what is said of the rest. */
class ServiceRequestsTest {

    private final Console console =
            new Console(new PrintStream(new ByteArrayOutputStream()), false);

    @TempDir private Path folder;

    @Test
    void columnsAreFoundByNameBehindAByteOrderMarkAndInLinesOfWindows() {
        String text =
                "\uFEFFTYPE, EXTRA,CLOSURE_REASON,CASE_STATUS,OnTime_Status,CLOSED_DT,TARGET_DT,"
                        + "OPEN_DT,CASE_ENQUIRY_ID\r\n"
                        + "\"Leak, \"\"big\"\"\nand wide\",x,,Open,ONTIME,,,"
                        + "01/31/2015 07:27:13 AM, 17 \r\n\r\n";
        ServiceRequests read = ServiceRequests.read(RequestRow.write(folder, text), console);
        assertThat(read.refused()).isEmpty();
        ServiceRequestRow row = read.rows().get(0);
        assertThat(read.rows()).hasSize(1);
        assertThat(row.type()).isEqualTo("Leak, \"big\"\nand wide");
        assertThat(row.reference()).isEqualTo("17");
        assertThat(row.dates().opened()).isEqualTo("2015-01-31T07:27:13-05:00");
        assertThat(row.dates().target()).isNull();
    }

    @Test
    void aWrongRowIsNamedWithItsLineAndColumnsAndTheOthersAreRead() {
        RequestRow wrong = RequestRow.closed().with("OPEN_DT", "02/29/2015 10:00:00 AM");
        RequestRow worse =
                RequestRow.closed()
                        .with("CASE_ENQUIRY_ID", " ")
                        .with("OPEN_DT", "")
                        .with("CLOSED_DT", "soon");
        Path file =
                RequestRow.file(
                        folder,
                        RequestRow.closed().with("TYPE", "two\nlines"),
                        wrong,
                        worse,
                        RequestRow.open(),
                        "1,2");
        ServiceRequests read = ServiceRequests.read(file, console);
        assertThat(read.rows()).extracting(ServiceRequestRow::line).containsExactly(2L, 6L);
        assertThat(read.refused())
                .containsExactly(
                        new RefusedRequest(
                                4,
                                wrong.id(),
                                "OPEN_DT is no time such as 01/31/2015 07:27:13 AM:"
                                        + " 02/29/2015 10:00:00 AM"),
                        new RefusedRequest(
                                5,
                                "",
                                "CASE_ENQUIRY_ID is empty; OPEN_DT is empty;"
                                        + " CLOSED_DT is no time such as 01/31/2015 07:27:13 AM:"
                                        + " soon"),
                        new RefusedRequest(7, "1", "2 cells instead of 12, on 1 lines"));
    }

    @Test
    void textBehindAClosingQuoteIsSeen() {
        refused(
                RequestRow.file(folder, RequestRow.open(), "\"9\"9", RequestRow.open()),
                "is not comma-separated text after the row of line 2");
    }

    @Test
    void aQuoteThatIsNeverClosedIsSeen() {
        Path file = RequestRow.file(folder, RequestRow.open(), "\"9", "1,2,3");
        ServiceRequests read = ServiceRequests.read(file, console);
        assertThat(read.rows()).hasSize(1);
        assertThat(read.refused())
                .containsExactly(
                        new RefusedRequest(3, "9\n1,2,3", "1 cells instead of 12, on 3 lines"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                   | is empty
                    CASE_ENQUIRY_ID,TYPE | does not name the columns OPEN_DT, TARGET_DT, CLOSED_DT
                    %s,TYPE              | names twice the columns TYPE
                    %s                   | has no row after line 1
                    """)
    void aFileThatIsNoExportIsRefused(String header, String why) {
        Path file =
                RequestRow.write(folder, header.replace("%s", RequestRow.HEADER) + "\n".repeat(2));
        refused(file, why);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        refused(folder.resolve("none.csv"), "none.csv: there is no such file");
        refused(folder, "cannot be read");
    }

    private void refused(Path file, String why) {
        assertThatThrownBy(() -> ServiceRequests.read(file, console))
                .isInstanceOfSatisfying(
                        StartRefused.class,
                        no -> {
                            assertThat(no.exitCode()).isEqualTo(2);
                            assertThat(no.lines())
                                    .singleElement()
                                    .asString()
                                    .contains(why)
                                    .hasLineCount(1);
                        });
    }

    @Test
    void bothLanguagesKnowWhatIsSaidOfARow() {
        Console chinese = new Console(new PrintStream(new ByteArrayOutputStream()), true);
        List<Object> row = List.of(RequestRow.open().with("OPEN_DT", "soon"));
        Path file = RequestRow.file(folder, row.toArray());
        assertThat(ServiceRequests.read(file, chinese).refused().get(0).reason())
                .contains("OPEN_DT", "soon")
                .doesNotContain("such as");
    }
}
