package dev.guanjia.organisation.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.SharedData;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The chains against the requirements themselves. */
class SharedDataAuthorityTest {

    private static final Pattern KEY = Pattern.compile("AUT-\\d\\d");

    @Test
    void everyAuthorityOfTheRequirementsIsTheSourceOfAStep() {
        Set<String> wanted =
                SharedData.requirements("01-roles.md").stream()
                        .filter(line -> line.startsWith("| AUT-"))
                        .map(line -> line.split("[| ]+")[1])
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wanted).hasSize(29);
        Set<String> shipped =
                ApprovalChains.load().all().stream()
                        .flatMap(step -> KEY.matcher(step.source()).results())
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shipped).isEqualTo(wanted);
    }
}
