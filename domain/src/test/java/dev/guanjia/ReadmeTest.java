package dev.guanjia;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.quickstart.ExplainACharge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The program in the README is the program that the build compiles, and says what it prints. */
class ReadmeTest {

    private static final Path PROGRAM =
            Path.of("src/test/java/dev/guanjia/quickstart/ExplainACharge.java");

    @Test
    void theReadmesShowTheProgram() throws IOException {
        String program = Files.readString(PROGRAM).strip();
        Path root = Path.of(System.getProperty("guanjia.root", ".."));
        assertThat(Files.readString(root.resolve("README.md"))).contains(program);
        assertThat(Files.readString(Path.of("README.md"))).contains("ExplainACharge.java");
    }

    @Test
    void theProgramPrintsWhatItSays() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            ExplainACharge.main(new String[0]);
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("CNY 232.06 = 98.75 m² × 2.35 (tariff T1), rounded HALF_UP");
    }
}
