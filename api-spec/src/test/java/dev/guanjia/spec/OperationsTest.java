package dev.guanjia.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OperationsTest {

    /** A change of this table is a change of what integrators call: it deserves a reviewer. */
    @Test
    void operationsAreThoseOfTheTable() throws IOException {
        var table = Files.readAllLines(Path.of("src/test/resources/operations.csv"));

        assertThat(Document.bundle().operations().stream().map(OperationsTest::row))
                .containsExactlyElementsOf(table.subList(1, table.size()));
    }

    @Test
    void operationIdsAreUnique() {
        assertThat(Document.bundle().operations().stream().map(Operation::id))
                .doesNotHaveDuplicates();
    }

    private static String row(Operation operation) {
        return String.join(
                ",",
                operation.id(),
                operation.method().toUpperCase(Locale.ROOT),
                operation.path(),
                operation.node().at("/tags/0").asText());
    }
}
