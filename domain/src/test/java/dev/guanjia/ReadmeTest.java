package dev.guanjia;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.quickstart.ExplainACharge;
import dev.guanjia.quickstart.FollowARepair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The programs that the READMEs show are those that the build compiles, and print what is said. */
class ReadmeTest {

    private static final Path PROGRAMS = Path.of("src/test/java/dev/guanjia/quickstart");
    private static final String ROOT = System.getProperty("guanjia.root", "..");

    @Test
    void theReadmesShowThePrograms() throws IOException {
        String program = Files.readString(PROGRAMS.resolve("ExplainACharge.java")).strip();
        assertThat(Files.readString(Path.of(ROOT, "README.md"))).contains(program);
        assertThat(Files.readString(Path.of("README.md")))
                .contains("ExplainACharge.java", "FollowARepair.java");
    }

    @Test
    void theChargeIsExplainedAsItSays() {
        assertThat(printed(() -> ExplainACharge.main(new String[0])))
                .isEqualTo("CNY 232.06 = 98.75 m² × 2.35 (tariff T1), rounded HALF_UP");
    }

    @Test
    void theReadmeShowsWhatTheRepairPrints() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String shown = readme.substring(readme.indexOf("received Friday"));
        assertThat(printed(() -> FollowARepair.main(new String[0])))
                .hasLineCount(2)
                .isEqualTo(shown.substring(0, shown.indexOf("```")).strip());
    }

    private static String printed(Runnable program) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            program.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8).strip();
    }
}
