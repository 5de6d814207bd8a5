package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
