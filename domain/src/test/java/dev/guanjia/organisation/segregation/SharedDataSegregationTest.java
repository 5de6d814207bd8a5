package dev.guanjia.organisation.segregation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.SharedData;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rows against the requirements themselves. */
class SharedDataSegregationTest {

    private static final String ROLES = "01-roles.md";
    private static final SegregationRules RULES = SegregationRules.load();

    @Test
    void everySegregationRuleOfTheRequirementsIsARow() {
        Set<String> wanted = keys("| SOD-");
        assertThat(wanted).hasSize(25);
        Set<String> shipped =
                RULES.all().stream()
                        .map(SegregationRule::id)
                        .filter(id -> id.startsWith("SOD-") && !id.contains("."))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shipped).isEqualTo(wanted);
    }

    @Test
    void everyPostThatIsKeptApartIsAPostOfTheRequirements() {
        Set<String> posts = new TreeSet<>();
        SharedData.requirements(ROLES).stream()
                .filter(line -> line.matches("\\| [A-Z][A-Z0-9_]+( \\([a-z]+\\))? \\|.*"))
                .map(line -> line.split("[| ]+")[1])
                .forEach(posts::add);
        assertThat(posts).hasSizeGreaterThan(80);
        List<String> named =
                RULES.all().stream()
                        .map(SegregationRule::sides)
                        .filter(sides -> sides.kind() == SegregationKind.POSTS)
                        .flatMap(s -> Stream.concat(s.left().stream(), s.right().stream()))
                        .map(SegregationKey::value)
                        .toList();
        assertThat(posts).containsAll(named);
    }

    private static Set<String> keys(String prefix) {
        return SharedData.requirements(ROLES).stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.split("[| ]+")[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
