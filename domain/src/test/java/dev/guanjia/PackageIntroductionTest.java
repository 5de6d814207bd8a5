package dev.guanjia;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every package says what it is, briefly. */
class PackageIntroductionTest {

    private static final int LINES = 12;

    @Test
    void everyPackageIntroducesItselfInAtMostTwelveLines() {
        Set<Path> folders =
                Sources.files(Sources.MAIN).stream()
                        .filter(file -> !file.endsWith("module-info.java"))
                        .map(Path::getParent)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(folders).isNotEmpty();
        for (Path folder : folders) {
            Path introduction = folder.resolve("package-info.java");
            assertThat(Files.exists(introduction)).as("%s", introduction).isTrue();
            assertThat(Sources.lines(introduction))
                    .as("%s", introduction)
                    .hasSizeLessThanOrEqualTo(LINES)
                    .anyMatch(line -> line.contains("Depends on:"));
        }
    }
}
