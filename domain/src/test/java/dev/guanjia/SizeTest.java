package dev.guanjia;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tail is the code base: nothing grows past the limits without a row that says why. */
class SizeTest {

    private static final int PUBLIC_TYPES = 25;
    private static final Map<String, String> EXCEPTIONS = exceptions();

    /** {@code subject,reason}: the part of an offence before its colon, and why it stands. */
    private static Map<String, String> exceptions() {
        Table table =
                Table.of(SizeTest.class, "/size-exceptions.csv", List.of("subject", "reason"));
        return new TreeMap<>(
                table.unique("subject").rows().stream()
                        .collect(
                                Collectors.toMap(
                                        row -> row.required("subject"), SizeTest::reason)));
    }

    private static String reason(Row row) {
        return row.required("reason");
    }

    @Test
    void everyFileKeepsTheLimitsOrHasAReason() {
        List<String> offences =
                Sources.parse(Sources.files(Sources.MAIN)).stream()
                        .flatMap(source -> SizeCheck.offences(source).stream())
                        .toList();
        assertThat(offences)
                .filteredOn(offence -> !EXCEPTIONS.containsKey(subject(offence)))
                .isEmpty();
        TreeSet<String> used =
                offences.stream()
                        .map(SizeTest::subject)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(EXCEPTIONS.keySet()).as("exceptions nobody needs any more").isSubsetOf(used);
    }

    @Test
    void noPackageHoldsMoreThanTwentyFivePublicTypes() {
        Map<Path, Long> types =
                Sources.files(Sources.MAIN).stream()
                        .filter(SizeTest::isPublicType)
                        .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        types.forEach(
                (folder, count) ->
                        assertThat(count).as("%s", folder).isLessThanOrEqualTo(PUBLIC_TYPES));
        assertThat(types).isNotEmpty();
    }

    @Test
    void everyLimitTurnsRedWhenPassed(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("Tall.java");
        String body = "int x = 0;\n".repeat(SizeCheck.METHOD_LINES);
        Files.writeString(
                file,
                "record Tall(int a, int b, int c, int d, int e, int f, int g, int h) {\n"
                        + "void wide(int a, int b, int c, int d, int e) {\n"
                        + "if (a > b) { for (;;) { while (true) {} } }\n"
                        + "if (a > b) {} else if (b > c) {} else if (c > d) { while (true) {} }\n"
                        + "}\n"
                        + "void tall() {\n"
                        + body
                        + "}\n"
                        + "//"
                        + "x".repeat(SizeCheck.COLUMNS)
                        + "\n".repeat(SizeCheck.FILE_LINES)
                        + "}\n");
        assertThat(SizeCheck.offences(Sources.parse(List.of(file)).get(0)))
                .satisfiesExactlyInAnyOrder(
                        offence -> assertThat(offence).contains("lines in file"),
                        offence -> assertThat(offence).contains("102 columns"),
                        offence -> assertThat(offence).contains("Tall: 8 components"),
                        offence -> assertThat(offence).contains("Tall.wide: 5 parameters"),
                        offence -> assertThat(offence).contains("Tall.wide: 3 levels of nesting"),
                        offence -> assertThat(offence).contains("Tall.tall: 42 lines"));
    }

    private static String subject(String offence) {
        return offence.substring(0, offence.indexOf(':'));
    }

    private static boolean isPublicType(Path file) {
        return Sources.lines(file).stream()
                .anyMatch(line -> line.matches("public .*(class|record|interface|enum) .*"));
    }
}
