package dev.guanjia.organisation.staff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.SharedData;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The qualification rows against section 8 of the roles, and the duty table's own four. */
class SharedDataQualificationsTest {

    @Test
    void everyPostWithAQualificationInTheRolesTableHasARequirement() {
        Set<String> expected = new TreeSet<>();
        boolean inside = false;
        for (String line : SharedData.requirements("01-roles.md")) {
            inside = line.startsWith("## ") ? line.startsWith("## 8.") : inside;
            if (inside && line.startsWith("| ") && !line.startsWith("| Post ")) {
                expected.add(key(line.split("\\|")[1].trim()));
            }
        }
        Set<String> actual =
                Requirements.load().all().stream()
                        .flatMap(row -> row.posts().stream())
                        .map(post -> post.value())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(expected).hasSize(13);
        assertThat(actual).containsAll(expected);
    }

    @Test
    void theRowsOfTheDutyTableThatAreRequirementsAreHere() {
        Set<String> marked =
                SharedData.requirements("02-duties.md").stream()
                        .filter(line -> line.startsWith("| D-"))
                        .filter(
                                line ->
                                        line.contains("| Requirement")
                                                || line.contains("not a task"))
                        .map(line -> line.split("\\|")[1].trim())
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(marked).hasSize(4);
        assertThat(Requirements.load().all().stream().map(Requirement::id)).containsAll(marked);
    }

    private static String key(String cell) {
        return switch (cell) {
            case "New order officers" -> "SECURITY_GUARD";
            case "All staff" -> "ALL_STAFF";
            case "Charging staff (COLLECTOR)" -> "COLLECTOR";
            default -> cell;
        };
    }
}
