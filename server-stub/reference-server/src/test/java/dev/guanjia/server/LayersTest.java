package dev.guanjia.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;

/** Web calls application, application calls store and domain, and nobody reaches back. */
class LayersTest {

    private static final String ROOT = "dev.guanjia.server";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(place -> !place.contains("/dev/guanjia/server/api/"))
                    .importPackages(ROOT);

    @Test
    void thereIsSomethingInEveryLayer() {
        for (String layer : new String[] {"web", "application", "store", "edge"}) {
            assertThat(
                            CLASSES.stream()
                                    .anyMatch(c -> c.getPackageName().equals(ROOT + "." + layer)))
                    .as(layer)
                    .isTrue();
        }
    }

    @Test
    void theStoreKnowsNeitherTheApplicationNorTheWeb() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".application..", ROOT + ".web..", ROOT + ".edge..", ROOT + ".api..")
                .check(CLASSES);
    }

    @Test
    void theApplicationKnowsNothingOfTheWire() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".application..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".web..",
                        ROOT + ".edge..",
                        ROOT + ".api..",
                        "jakarta.servlet..",
                        "org.springframework.web..",
                        "org.springframework.http..")
                .check(CLASSES);
    }

    @Test
    void onlyTheWebFillsInTheDocument() {
        classes()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .resideInAPackage(ROOT + ".web")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", ROOT + ".edge..")
                .check(CLASSES);
    }

    @Test
    void onlyTheDemonstrationCallsThroughTheClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.guanjia.client..")
                .check(CLASSES);
    }

    @Test
    void sqlStandsInStoresAndInTheTwoPlacesThatCutAcross() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + ".store..", ROOT + ".audit..", ROOT + ".idempotency..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
                .check(CLASSES);
    }

    @Test
    void everyPartStandsWhereItIsLookedFor() {
        String[] scanned = GuanjiaApplication.class.getAnnotation(ComponentScan.class).value();
        classes()
                .that()
                .areMetaAnnotatedWith(Component.class)
                .and()
                .resideOutsideOfPackage(ROOT)
                .should()
                .resideInAnyPackage(scanned)
                .check(CLASSES);
    }

    @Test
    void noPackageNeedsItselfThroughAnother() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
