package dev.guanjia.server.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"})
    void aTextThatASpreadsheetWouldCalculateStaysText(String text) throws Exception {
        FileKind.Content content = rows -> rows.text(text).text("a=b").end();
        String csv = Files.readString(take(FileKind.CSV, content));
        assertThat(csv.replace("\"", "")).isEqualTo("\uFEFF'" + text + ",a=b\r\n");
        List<List<String>> read = Workbooks.rows(Files.readAllBytes(take(FileKind.XLSX, content)));
        assertThat(read.get(0).get(0).strip()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "plain; plain",
                "|a,b|; |\"a,b\"|",
                "|say \"yes\"|; |\"say \"\"yes\"\"\"|",
                "中文; 中文"
            },
            delimiter = ';')
    void aTextIsQuotedWhereItMust(String text, String written) throws Exception {
        String csv = Files.readString(take(FileKind.CSV, rows -> rows.text(text).end()));
        assertThat(csv).isEqualTo("\uFEFF" + written + "\r\n");
    }

    @Test
    void amountsAreNumbersAndDaysAreDays() throws Exception {
        FileKind.Content content =
                rows -> {
                    rows.amount(Money.fen(-123_456_789_012L)).day(LocalDate.of(2024, 2, 29));
                    rows.count(7).text(null).day(null).text("end").end();
                };
        assertThat(Files.readString(take(FileKind.CSV, content)))
                .isEqualTo("\uFEFF-1234567890.12,2024-02-29,7,,,end\r\n");
        assertThat(Workbooks.rows(Files.readAllBytes(take(FileKind.XLSX, content))))
                .containsExactly(List.of("#-1234567890.12", "2024-02-29", "#7", "", "", "end"));
    }

    @Test
    void aLongFileHasEveryRowOnce() throws Exception {
        FileKind.Content content =
                rows -> {
                    for (int row = 0; row < 1_234; row++) {
                        rows.count(row).end();
                    }
                };
        List<List<String>> read = Workbooks.rows(Files.readAllBytes(take(FileKind.XLSX, content)));
        assertThat(read).hasSize(1_234).doesNotHaveDuplicates();
        assertThat(read.get(1_233)).containsExactly("#1233");
        assertThat(Files.readAllLines(take(FileKind.CSV, content))).hasSize(1_234);
    }

    @Test
    void nothingIsLeftOfAFileThatFailed() throws Exception {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        long before = files(folder);
        assertThatThrownBy(
                        () ->
                                FileKind.CSV.write(
                                        rows -> {
                                            throw new IOException("disk full");
                                        }))
                .hasMessage("disk full");
        assertThat(files(folder)).isEqualTo(before);
    }

    private static long files(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().startsWith("guanjia-"))
                    .filter(file -> file.toString().endsWith(".csv"))
                    .count();
        }
    }

    private static Path take(FileKind kind, FileKind.Content content) throws IOException {
        Path file = kind.write(content);
        file.toFile().deleteOnExit();
        return file;
    }
}
