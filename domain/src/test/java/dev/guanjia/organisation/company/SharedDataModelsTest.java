package dev.guanjia.organisation.company;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.SharedData;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.PostLibrary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The shipped models against the trees of the requirements, key by key. */
class SharedDataModelsTest {

    private static final Pattern KEY = Pattern.compile("\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\\b|BOARD");

    /** The trees of section 4 mention it beside the post that the requirements decide on: A-43. */
    private static final Set<String> ONLY_MENTIONED = Set.of("HOUSING_SUPERVISOR");

    @Test
    void everyPostAndDepartmentOfATreeIsInItsModelOrAboveIt() {
        Map<Integer, Set<String>> trees = trees();
        assertThat(trees).hasSize(17);
        trees.forEach(
                (number, keys) -> {
                    OrganisationModel model = Charts.MODELS.all().get(number);
                    assertThat(model.template().source()).startsWith("01 section 4." + number);
                    for (String key : keys) {
                        assertThat(isIn(model, key)).as("4.%s %s", number, key).isTrue();
                    }
                });
    }

    private static boolean isIn(OrganisationModel model, String key) {
        PostKey post = new PostKey(key);
        HolderResolution resolution = new HolderResolution(model.chart(), model);
        return !resolution.posts(post).isEmpty()
                || model.chart().posts().outerSuperior(post).isPresent();
    }

    private static Map<Integer, Set<String>> trees() {
        Map<Integer, Set<String>> trees = new TreeMap<>();
        int section = 0;
        for (String line : SharedData.requirements("01-roles.md")) {
            if (line.startsWith("## ")) {
                section = 0;
            } else if (line.startsWith("### 4.")) {
                section = Integer.parseInt(line.substring(6, line.indexOf(' ', 6)));
                trees.put(section, new TreeSet<>());
            } else if (section > 0 && line.startsWith("| ")) {
                trees.get(section).addAll(known(line));
            }
        }
        return trees;
    }

    private static List<String> known(String line) {
        return KEY.matcher(line)
                .results()
                .map(found -> found.group())
                .filter(key -> !ONLY_MENTIONED.contains(key))
                .peek(SharedDataModelsTest::requireKnown)
                .toList();
    }

    private static void requireKnown(String key) {
        boolean post = PostLibrary.load().find(new PostKey(key)).isPresent();
        boolean unit = DepartmentLibrary.load().find(new DepartmentKey(key)).isPresent();
        assertThat(post || unit).as(key).isTrue();
    }
}
