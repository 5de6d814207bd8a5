package dev.guanjia.server.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that the README starts. */
class ServerJarIT {

    @Test
    void itSaysItsVersionAndItsCommands() {
        assertThat(ServerJar.run("--version").last()).startsWith("guanjia-server 0.1.0");
        assertThat(ServerJar.run("--help").lines()).anyMatch(line -> line.contains("demo"));
        assertThat(ServerJar.run("dance").status()).isEqualTo(2);
        assertThat(ServerJar.run("demo", "--lang", "fr").status()).isEqualTo(2);
    }

    @Test
    void theDemonstrationEndsWellWhenEveryFigureAgrees() {
        ServerJar.Ended demo = ServerJar.run("demo", "--exit");
        assertThat(demo.lines())
                .anyMatch(line -> line.startsWith("All 100 figures are as expected"));
        assertThat(demo.status()).isZero();
    }

    @Test
    void aPlantedChangeOfOneFenMakesItFail(@TempDir Path folder) throws IOException {
        Path planted = folder.resolve("planted.csv");
        Files.writeString(planted, expected().replace("charged,300544.58", "charged,300544.59"));
        ServerJar.Ended demo =
                ServerJar.run("demo", "--exit", "--lang", "zh", "--expected", planted.toString());
        assertThat(demo.status()).isEqualTo(1);
        assertThat(demo.lines())
                .contains("1 项数字与预期不符：")
                .contains("  charged: expected 300544.59, found 300544.58");
    }

    @Test
    void theQuickstartRuns() throws IOException {
        Path script = Path.of("src/test/resources/quickstart.sh").toAbsolutePath();
        assumeTrue(isHere("bash") && isHere("curl"), "bash or curl is not here");
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString());
        builder.directory(ServerJar.ROOT.toFile());
        ServerJar.Ended ended = ServerJar.run(builder);
        assertThat(ended.status()).isZero();
        assertThat(ended.lines()).anyMatch(line -> line.contains("\"name\":\"罗敏\""));
        assertThat(Files.readString(ServerJar.ROOT.resolve("README.md")))
                .contains(Files.readString(script).strip());
    }

    private static boolean isHere(String program) {
        for (String folder : System.getenv("PATH").split(java.io.File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }

    private static String expected() throws IOException {
        try (InputStream in =
                ServerJarIT.class.getResourceAsStream(
                        "/dev/guanjia/server/demo/demo-expected.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
