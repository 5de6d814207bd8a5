package dev.guanjia.server.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A city's export of service requests, with the answer in the file. */
class SharedDataServiceRequestsIT {

    private static final Path FOLDER =
            Path.of(System.getProperty("guanjia.shared"), "data/service-requests");
    private static final Pattern LAST =
            Pattern.compile("rows (\\d+), agree (\\d+), excluded (\\d+), differ (\\d+)");

    private static final String AS_OF = "2016-01-13T05:00:00Z";

    @ParameterizedTest
    @CsvSource({
        "boston-2015-heat-excessive-insufficient.csv, 1324, 62, 343 of 1262, 30, -0 d 00:01:21",
        "boston-2015-maintenance-complaint-residential.csv, 424, 20, 163 of 404, 90, +0 d 00:00:59",
        "boston-2015-pest-infestation-residential.csv, 379, 26, 230 of 353, 120, +0 d 00:00:59",
        "boston-2015-plumbing.csv, 473, 249, 123 of 224, 7, +3 d 14:31:00"
    })
    void everyRowIsRuledAsTheFileRulesIt(
            String name, int rows, int excluded, String timely, int days, String difference) {
        ServerJar.Ended demo = bringIn(Map.of(), name);
        Matcher last = LAST.matcher(demo.last());
        assertThat(last.matches()).as(demo.last()).isTrue();
        int agree = Integer.parseInt(last.group(2));
        int differ = Integer.parseInt(last.group(4));
        assertThat(Integer.parseInt(last.group(1))).isEqualTo(rows).isEqualTo(agree + differ);
        assertThat(Integer.parseInt(last.group(3))).isEqualTo(excluded);
        assertThat(differ).isZero();
        assertThat(demo.status()).isZero();
        assertThat(demo.lines()).anyMatch(line -> line.endsWith("not excluded: " + timely));
        assertThat(demo.lines().get(demo.lines().size() - 2))
                .as("the summer time that lies between is not a difference")
                .contains(
                        ": %d calendar days allowed, %d rows, largest difference of the given due"
                                        .formatted(days, rows)
                                + " time "
                                + difference
                                + " (");
    }

    @Test
    void aSecondRunOnTheSameDataFindsTheSame(@TempDir Path folder) {
        Map<String, String> kept = Map.of("GUANJIA_DATA_DIR", folder.toString());
        ServerJar.Ended once = bringIn(kept, "boston-2015-plumbing.csv");
        ServerJar.Ended again = bringIn(kept, "boston-2015-plumbing.csv");
        assertThat(again.status()).isZero();
        assertThat(again.last()).isEqualTo(once.last());
    }

    private static ServerJar.Ended bringIn(Map<String, String> environment, String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), file + " is not here");
        return ServerJar.run(
                environment,
                "demo",
                "--exit",
                "--service-requests",
                file.toString(),
                "--as-of",
                AS_OF);
    }
}
