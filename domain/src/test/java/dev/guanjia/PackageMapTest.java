package dev.guanjia;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The package diagram, kept true. One table drives the picture, the docs and this test. */
class PackageMapTest {

    private static final String ROOT = "dev.guanjia.";
    private static final JavaClasses CLASSES =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
                    .importPackages("dev.guanjia");

    private record Row(int layer, Set<String> mayUse) {}

    private static Map<String, Row> table() {
        try (var in = PackageMapTest.class.getResourceAsStream("/package-map.csv")) {
            Map<String, Row> rows = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(
                            line -> {
                                String[] cell = line.split(",", -1);
                                rows.put(
                                        cell[0],
                                        new Row(
                                                Integer.parseInt(cell[1]),
                                                cell[2].isBlank()
                                                        ? Set.of()
                                                        : Set.of(cell[2].trim().split(" "))));
                            });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String concept(String packageName) {
        return packageName.substring(ROOT.length()).split("\\.")[0];
    }

    @Test
    void theTableNamesExactlyThePackagesThatExist() {
        Set<String> found = new TreeSet<>();
        CLASSES.forEach(
                type -> {
                    if (type.getPackageName().startsWith(ROOT)) {
                        found.add(concept(type.getPackageName()));
                    }
                });
        assertThat(found).isEqualTo(table().keySet());
    }

    @Test
    void theTableOnlyPointsDown() {
        table().forEach(
                        (name, row) ->
                                row.mayUse()
                                        .forEach(
                                                used ->
                                                        assertThat(table().get(used).layer())
                                                                .as("%s -> %s", name, used)
                                                                .isLessThan(row.layer())));
    }

    @Test
    void theCodeObeysTheTable() {
        Map<String, Row> table = table();
        Set<String> offences = new TreeSet<>();
        CLASSES.forEach(
                type ->
                        type.getDirectDependenciesFromSelf()
                                .forEach(
                                        dependency -> {
                                            String target =
                                                    dependency.getTargetClass().getPackageName();
                                            if (type.getPackageName().startsWith(ROOT)
                                                    && target.startsWith(ROOT)) {
                                                String from = concept(type.getPackageName());
                                                String to = concept(target);
                                                if (!from.equals(to)
                                                        && !table.get(from).mayUse().contains(to)) {
                                                    offences.add(
                                                            from
                                                                    + " -> "
                                                                    + to
                                                                    + ": "
                                                                    + dependency.getDescription());
                                                }
                                            }
                                        }));
        assertThat(offences).isEmpty();
    }
}
