package dev.guanjia.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final Path FAULTS = Path.of("src", "test", "resources", "lint");
    private static final String FINDS = "# finds: ";
    private static final Document OURS = Document.bundle();

    static List<Rule> rules() {
        return HouseRules.ALL;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ourDocumentKeepsTheRule(Rule rule) {
        assertThat(rule.findings(OURS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void plantedFaultIsFoundAndNothingElse(Rule rule) throws IOException {
        String fault = Files.readString(FAULTS.resolve(rule.name() + ".yaml"));
        String place = fault.lines().findFirst().orElseThrow().substring(FINDS.length());

        assertThat(rule.findings(Document.parse(fault))).containsExactly(place);
    }

    @Test
    void everyPlantedFaultBelongsToARule() throws IOException {
        try (Stream<Path> faults = Files.list(FAULTS)) {
            assertThat(faults.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            HouseRules.ALL.stream().map(rule -> rule.name() + ".yaml").toList());
        }
    }
}
