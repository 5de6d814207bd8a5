package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CommandLine commandLine =
            new CommandLine(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8));

    @Test
    void helpNamesEveryCommandAndSetting() throws Exception {
        assertThat(commandLine.run(List.of("--help"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "serve",
                        "--version",
                        "[--service-requests FILE.csv ... --as-of INSTANT]",
                        "GUANJIA_BIND",
                        "GUANJIA_PORT",
                        "GUANJIA_TOKEN",
                        "GUANJIA_DB_URL",
                        "GUANJIA_DATA_DIR");
    }

    @Test
    void theVersionIsOneLine() throws Exception {
        assertThat(commandLine.run(List.of("--version"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("guanjia-server ");
    }

    @Test
    void anUnknownWordEndsWithTwoAndSaysWhich() throws Exception {
        assertThat(commandLine.run(List.of("srve"))).isEqualTo(2);
        assertThat(commandLine.run(List.of("serve", "--port"))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("srve", "--port");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    nowhere.csv, 2016-01-13T05:00:00Z, nowhere.csv: there is no such file
                    nowhere.csv, yesterday,            '--as-of is an instant such as'
                    """)
    void aFileOfRequestsIsRefusedBeforeAnythingIsStarted(String file, String asOf, String why)
            throws Exception {
        assertThat(commandLine.run(List.of("demo", "--service-requests", file, "--as-of", asOf)))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("guanjia-server: ")
                .contains(why)
                .hasLineCount(1);
    }
}
