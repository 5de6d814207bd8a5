package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.SharedData;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The shipped records against the catalogue of records of the requirements, key by key. */
class SharedDataRecordsTest {

    private static final Pattern RECORD = Pattern.compile("\\bR-[A-Z]+(-[A-Z]+)*");

    @Test
    void everyRecordOfTheRequirementsHasAName() {
        Set<String> expected = new TreeSet<>();
        for (String line : SharedData.requirements("03-processes-and-records.md")) {
            if (line.startsWith("| R-")) {
                RECORD.matcher(line.split(" \\| ")[0])
                        .results()
                        .map(MatchResult::group)
                        .forEach(expected::add);
            }
        }
        expected.add("R-TRAIN-PLAN-M"); // the table abbreviates it: R-TRAIN-PLAN-Y / -M
        assertThat(expected).hasSizeGreaterThan(170);
        assertThat(Vocabulary.records().labels().keySet())
                .containsExactlyInAnyOrderElementsOf(expected);
    }
}
