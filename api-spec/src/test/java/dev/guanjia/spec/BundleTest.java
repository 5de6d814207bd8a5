package dev.guanjia.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {

    private static final Path SOURCES = Path.of("src", "main", "openapi");
    private static final Path BUNDLE = Path.of("target", "openapi.yaml");
    private static final Path PACKED =
            Path.of("target", "classes", "META-INF", "openapi", "guanjia", "openapi.yaml");

    /** Both read by the parser that generators use, which is not what writes the bundle. */
    @Test
    void bundleSaysWhatItsSourcesSay() {
        JsonNode split = parsed(SOURCES.resolve("openapi.yaml"));
        JsonNode bundled = parsed(BUNDLE);

        assertThat(split.path("paths")).isNotEmpty();
        assertThat(bundled.path("paths")).isEqualTo(split.path("paths"));
        for (String part : List.of("openapi", "info", "servers", "security", "tags")) {
            assertThat(bundled.path(part)).as(part).isEqualTo(split.path(part));
        }
        assertThat(bundled.at("/components/securitySchemes"))
                .isEqualTo(split.at("/components/securitySchemes"));
    }

    @Test
    void everyReferenceStaysInside() {
        Document bundle = Document.bundle();

        assertThat(bundle.root().findValuesAsText("$ref"))
                .isNotEmpty()
                .allMatch(reference -> reference.startsWith("#/components/"))
                .allSatisfy(reference -> assertThat(at(bundle, reference)).isTrue());
    }

    @Test
    void packedBundleIsTheSame() throws IOException {
        assertThat(PACKED).hasSameTextualContentAs(BUNDLE);
        assertThat(Files.readString(BUNDLE)).startsWith("openapi: 3.0.3\n").contains("锦绣花园");
    }

    @Test
    void twoComponentsOfOneNameAreRefused(@TempDir Path sources) throws IOException {
        Files.createDirectory(sources.resolve("components"));
        Files.writeString(
                sources.resolve("openapi.yaml"), "{openapi: 3.0.3, paths: {}, components: {}}");
        Files.writeString(sources.resolve("components/schemas-one.yaml"), "Thing: {type: string}");
        Files.writeString(sources.resolve("components/schemas-two.yaml"), "Thing: {type: object}");

        assertThatThrownBy(() -> Bundle.of(sources))
                .hasMessage("two components of one name: Thing");
    }

    private static boolean at(Document document, String reference) {
        return !document.root().at(reference.substring(1)).isMissingNode();
    }

    private static JsonNode parsed(Path file) {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        options.setResolveFully(true);
        var result = new OpenAPIV3Parser().readLocation(file.toString(), null, options);
        assertThat(result.getMessages()).isEmpty();
        return withoutDefaults(Json.mapper().valueToTree(result.getOpenAPI()));
    }

    /**
     * The parser fills in what a parameter or header leaves to its default, but not from several
     * files.
     */
    private static JsonNode withoutDefaults(JsonNode node) {
        if (node instanceof ObjectNode parameter && parameter.has("schema")) {
            boolean query = parameter.path("in").asText().equals("query");
            removeIf(parameter, "style", query ? "form" : "simple");
            removeIf(parameter, "explode", query ? "true" : "false");
            removeIf(parameter, "required", "false");
        }
        node.forEach(BundleTest::withoutDefaults);
        return node;
    }

    private static void removeIf(ObjectNode node, String name, String value) {
        if (node.path(name).asText().equals(value)) {
            node.remove(name);
        }
    }
}
