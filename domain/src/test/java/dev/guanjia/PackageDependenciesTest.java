package dev.guanjia;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a package says it depends on is what its files import of ours. */
class PackageDependenciesTest {

    private static final Pattern SENTENCE =
            Pattern.compile("Depends on: (.+?)\\.(?= Used by:|$)", Pattern.MULTILINE);
    private static final Pattern IMPORT =
            Pattern.compile("^import (?:static )?dev\\.guanjia\\.([a-z.]+)\\.[A-Z].*;$");

    @Test
    void everyPackageNamesExactlyThePackagesItImports() {
        Map<Path, List<Path>> packages =
                Sources.files(Sources.MAIN).stream()
                        .filter(file -> !file.endsWith("module-info.java"))
                        .collect(groupingBy(Path::getParent));
        assertThat(packages).isNotEmpty();
        Set<String> wrong = new TreeSet<>();
        packages.forEach(
                (folder, files) -> {
                    Set<String> named = named(folder.resolve("package-info.java"));
                    Set<String> imported = imported(files);
                    imported.remove(ownName(folder));
                    if (!named.equals(imported)) {
                        wrong.add(folder + " depends on: " + String.join(", ", imported));
                    }
                });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nothing. Used by: every package., ''",
        "nothing but the CSV reader., ''",
        "'duty, workorder.level.', 'duty workorder.level'",
        "'duty, workorder.level. Used by: property.', 'duty workorder.level'",
    })
    void theSentenceIsRead(String sentence, String expected) {
        assertThat(String.join(" ", named(Stream.of(" * <p>Depends on: " + sentence, " */"))))
                .isEqualTo(expected);
    }

    private static String ownName(Path folder) {
        Path root = Sources.MAIN.resolve("dev/guanjia");
        return root.relativize(folder).toString().replace(File.separatorChar, '.');
    }

    private static Set<String> named(Path introduction) {
        return named(Sources.lines(introduction).stream());
    }

    private static Set<String> named(Stream<String> lines) {
        String comment =
                lines.takeWhile(line -> !line.equals(" */"))
                        .map(line -> line.replaceFirst("^ \\* ?", ""))
                        .collect(Collectors.joining(" "))
                        .strip();
        Matcher sentence = SENTENCE.matcher(comment);
        assertThat(sentence.find()).as(comment).isTrue();
        return Stream.of(sentence.group(1).split(", "))
                .filter(name -> !name.startsWith("nothing"))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> imported(List<Path> files) {
        return files.stream()
                .flatMap(file -> Sources.lines(file).stream())
                .map(IMPORT::matcher)
                .filter(Matcher::matches)
                .map((MatchResult found) -> found.group(1))
                .collect(toCollection(TreeSet::new));
    }
}
