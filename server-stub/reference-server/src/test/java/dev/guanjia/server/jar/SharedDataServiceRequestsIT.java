package dev.guanjia.server.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
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

    private static final List<String> FILES =
            List.of(
                    "boston-2015-heat-excessive-insufficient.csv",
                    "boston-2015-maintenance-complaint-residential.csv",
                    "boston-2015-pest-infestation-residential.csv",
                    "boston-2015-plumbing.csv");

    private static final String AS_OF = "2016-01-13T05:00:00Z";

    @TempDir private static Path folder;

    private static ServerJar.Ended all;

    @BeforeAll
    static void oneRunBringsInAll() {
        all = bringIn(FILES);
    }

    @Test
    void theRunOfAllFilesEndsWell() {
        assertThat(all.status()).isZero();
        assertThat(all.lines().stream().filter(line -> LAST.matcher(line).matches()))
                .hasSameSizeAs(FILES);
    }

    @ParameterizedTest
    @CsvSource({
        "boston-2015-heat-excessive-insufficient.csv, 1324, 62, 343 of 1262, 30, -0 d 00:01:21",
        "boston-2015-maintenance-complaint-residential.csv, 424, 20, 163 of 404, 90, +0 d 00:00:59",
        "boston-2015-pest-infestation-residential.csv, 379, 26, 230 of 353, 120, +0 d 00:00:59",
        "boston-2015-plumbing.csv, 473, 249, 123 of 224, 7, +3 d 14:31:00"
    })
    void everyRowIsRuledAsTheFileRulesIt(
            String name, int rows, int excluded, String timely, int days, String difference) {
        List<String> lines = linesOf(name);
        Matcher last = LAST.matcher(lines.get(lines.size() - 1));
        assertThat(last.matches()).as(name).isTrue();
        int agree = Integer.parseInt(last.group(2));
        int differ = Integer.parseInt(last.group(4));
        assertThat(Integer.parseInt(last.group(1))).isEqualTo(rows).isEqualTo(agree + differ);
        assertThat(Integer.parseInt(last.group(3))).isEqualTo(excluded);
        assertThat(differ).isZero();
        assertThat(lines).anyMatch(line -> line.endsWith("not excluded: " + timely));
        assertThat(lines.get(lines.size() - 2))
                .as("the summer time that lies between is not a difference")
                .contains(
                        ": %d calendar days allowed, %d rows, largest difference of the given due"
                                        .formatted(days, rows)
                                + " time "
                                + difference
                                + " (");
    }

    @Test
    void aSecondRunOnTheSameDataFindsTheSame() {
        String plumbing = "boston-2015-plumbing.csv";
        List<String> once = linesOf(plumbing);
        ServerJar.Ended again = bringIn(List.of(plumbing));
        assertThat(again.status()).isZero();
        assertThat(again.last()).isEqualTo(once.get(once.size() - 1));
    }

    /** What the run of all files said of this one: from its name to its last line. */
    private static List<String> linesOf(String name) {
        String start = FOLDER.resolve(name) + ": ";
        List<String> lines =
                all.lines().stream().dropWhile(line -> !line.startsWith(start)).toList();
        int end = 0;
        while (end < lines.size() && !LAST.matcher(lines.get(end)).matches()) {
            end++;
        }
        assertThat(end).as("the last line of " + name).isLessThan(lines.size());
        return lines.subList(0, end + 1);
    }

    private static ServerJar.Ended bringIn(List<String> names) {
        List<String> words = new ArrayList<>(List.of("demo", "--exit", "--as-of", AS_OF));
        for (String name : names) {
            Path file = FOLDER.resolve(name);
            assumeTrue(Files.exists(file), file + " is not here");
            words.addAll(List.of("--service-requests", file.toString()));
        }
        Map<String, String> kept = Map.of("GUANJIA_DATA_DIR", folder.toString());
        return ServerJar.run(kept, words.toArray(String[]::new));
    }
}
