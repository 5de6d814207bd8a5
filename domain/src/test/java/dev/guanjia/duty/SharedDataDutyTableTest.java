package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.SharedData;
import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped duties against the duty table of the requirements, key by key, cell by cell. */
class SharedDataDutyTableTest {

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "zh",
                    "en",
                    "posts",
                    "cadence",
                    "deadline",
                    "evidence",
                    "approver",
                    "from",
                    "source");

    /** The rows that the legend of the table calls requirements on a person, not tasks. */
    private static final Set<String> REQUIREMENTS_ON_A_PERSON =
            Set.of("D-002-S4-05", "D-004E5-01", "D-004E5-02", "D-004E5-03");

    private static final Pattern POST = Pattern.compile("\\b[A-Z][A-Z0-9_]{2,}\\b");
    private static final Pattern RECORD = Pattern.compile("\\bR-[A-Z]+(-[A-Z]+)*");

    private final Map<String, Row> shipped = shipped();

    @Test
    void everyKeyIsShippedButTheQualifications() {
        Map<String, List<String>> table = dutyTable();
        assertThat(table).hasSize(712);
        Set<String> leftOut = new TreeSet<>(table.keySet());
        leftOut.removeAll(shipped.keySet());
        for (String id : leftOut) {
            System.out.println(
                    id + " left out, a requirement on a person: " + table.get(id).get(2));
        }
        assertThat(leftOut).isEqualTo(new TreeSet<>(REQUIREMENTS_ON_A_PERSON));
        assertThat(table.keySet()).containsAll(shipped.keySet());
    }

    @Test
    void thePostsAreThoseOfTheTable() {
        assertThat(ofTable(cells -> all(POST, withoutBrackets(cells.get(1)))))
                .isEqualTo(ofRows("posts"));
    }

    @Test
    void theCadencesAreThoseOfTheTable() {
        assertThat(ofTable(cells -> cadences(cells.get(3)))).isEqualTo(ofRows("cadence"));
    }

    @Test
    void theDeadlinesAreThoseOfTheTable() {
        Map<String, Set<String>> codes = new TreeMap<>();
        Table.of(SharedDataDutyTableTest.class, "digest-deadlines.csv", List.of("words", "codes"))
                .rows()
                .forEach(row -> codes.put(row.text("words"), new TreeSet<>(row.list("codes"))));
        codes.put("-", Set.of());
        assertThat(ofTable(cells -> codes.get(proposed(cells.get(4)))))
                .isEqualTo(ofRows("deadline"));
    }

    @Test
    void theRecordKeysAreThoseOfTheTable() {
        Map<String, Set<String>> keys = new TreeMap<>();
        ofRows("evidence")
                .forEach((id, proofs) -> keys.put(id, all(RECORD, String.join(";", proofs))));
        assertThat(ofTable(cells -> records(cells.get(5)))).isEqualTo(keys);
    }

    @Test
    void everyRowSpeaksBothLanguages() {
        for (Row row : shipped.values()) {
            assertThat(row.required("zh")).as(row.required("id")).matches(".*\\p{IsHan}.*");
            assertThat(row.required("en")).as(row.required("id")).doesNotMatch(".*\\p{IsHan}.*");
        }
    }

    private Map<String, Set<String>> ofRows(String column) {
        Map<String, Set<String>> found = new TreeMap<>();
        shipped.forEach((id, row) -> found.put(id, new TreeSet<>(row.list(column))));
        return found;
    }

    private Map<String, Set<String>> ofTable(Function<List<String>, Set<String>> meaning) {
        Map<String, Set<String>> found = new TreeMap<>();
        dutyTable()
                .forEach(
                        (id, cells) -> {
                            if (!REQUIREMENTS_ON_A_PERSON.contains(id)) {
                                found.put(id, new TreeSet<>(meaning.apply(cells)));
                            }
                        });
        return found;
    }

    private static Set<String> cadences(String cell) {
        String words =
                withoutBrackets(proposed(cell))
                        .replace("per issue", "event")
                        .replace("survey round", "event");
        return Arrays.stream(words.split("[,;/]"))
                .map(String::trim)
                .filter(word -> !word.equals("-"))
                .collect(Collectors.toSet());
    }

    /** {@code R-PLAN-DEPT-YEAR / MONTH} names two records. */
    private static Set<String> records(String cell) {
        return all(RECORD, cell.replace("DEPT-YEAR / MONTH", "DEPT-YEAR, R-PLAN-DEPT-MONTH"));
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static String withoutBrackets(String cell) {
        return cell.replaceAll("\\([^)]*\\)", "");
    }

    private static String proposed(String cell) {
        return cell.replace("[P]", "").trim();
    }

    private static Map<String, List<String>> dutyTable() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : SharedData.requirements("02-duties.md")) {
            if (line.startsWith("| D-")) {
                String[] cells = line.strip().replaceAll("^\\||\\|$", "").split(" \\| ");
                rows.put(cells[0].trim(), Arrays.stream(cells).map(String::trim).toList());
            }
        }
        return rows;
    }

    private static Map<String, Row> shipped() {
        Map<String, Row> rows = new LinkedHashMap<>();
        Table.of(DutyCatalogue.class, "duties.csv", COLUMNS)
                .unique("id")
                .rows()
                .forEach(row -> rows.put(row.required("id"), row));
        return rows;
    }
}
