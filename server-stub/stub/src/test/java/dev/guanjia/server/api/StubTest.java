package dev.guanjia.server.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StubTest {

    private static final JavaClasses GENERATED =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.guanjia.server.api");

    /** A vendor's server brings its own framework version and its own database. */
    @Test
    void stubNeedsOnlyTheWebInterfacesOfSpring() {
        allowing(
                        "java..",
                        "dev.guanjia.server.api..",
                        "org.springframework.core..",
                        "org.springframework.context.annotation..",
                        "org.springframework.format..",
                        "org.springframework.http..",
                        "org.springframework.validation..",
                        "org.springframework.web.bind.annotation..",
                        "jakarta.annotation..",
                        "jakarta.validation..",
                        "com.fasterxml.jackson.annotation..",
                        "org.openapitools.jackson.nullable..",
                        "org.jspecify.annotations..")
                .check(GENERATED);
    }

    @Test
    void ruleAboveCanFail() {
        assertThatThrownBy(() -> allowing("java..", "dev.guanjia..").check(GENERATED))
                .hasMessageContaining("org.springframework");
    }

    @Test
    void noSpringBootAndNoDatabaseIsOnTheClassPath() {
        assertThat(unwanted(System.getProperty("java.class.path").split(File.pathSeparator)))
                .isEmpty();
        assertThat(unwanted("/m2/spring-web-6.2.19.jar", "/m2/spring-boot-4.1.1.jar"))
                .containsExactly("spring-boot-4.1.1.jar");
        assertThat(unwanted("/m2/postgresql-42.7.8.jar", "/m2/spring-jdbc-7.0.1.jar")).hasSize(2);
    }

    @Test
    void everyOperationOfTheTableIsAMethodToImplement() throws IOException {
        Path table =
                Path.of(
                        System.getProperty("guanjia.root"),
                        "api-spec/src/test/resources/operations.csv");

        assertThat(
                        GENERATED.stream()
                                .filter(type -> type.getSimpleName().endsWith("Api"))
                                .flatMap(type -> type.getMethods().stream())
                                .filter(m -> m.getModifiers().contains(JavaModifier.ABSTRACT))
                                .map(method -> method.getName()))
                .containsExactlyInAnyOrderElementsOf(operations(table));
    }

    private static List<String> operations(Path table) throws IOException {
        try (Stream<String> rows = Files.lines(table)) {
            return rows.skip(1).map(row -> row.substring(0, row.indexOf(','))).toList();
        }
    }

    private static ArchRule allowing(String... packages) {
        return classes().should().onlyDependOnClassesThat().resideInAnyPackage(packages);
    }

    private static List<String> unwanted(String... classPath) {
        return Stream.of(classPath)
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(
                        jar ->
                                jar.startsWith("spring-boot")
                                        || jar.startsWith("spring-jdbc")
                                        || jar.startsWith("postgresql")
                                        || jar.startsWith("flyway")
                                        || jar.startsWith("HikariCP"))
                .toList();
    }
}
