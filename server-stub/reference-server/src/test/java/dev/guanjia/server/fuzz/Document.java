package dev.guanjia.server.fuzz;

import dev.guanjia.server.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document as the server serves it. */
final class Document {

    static final JsonMapper MAPPER = new JsonMapper();
    private static final int LARGEST = 20_000_000;
    private static final List<String> METHODS = List.of("get", "post", "patch", "put", "delete");

    private final JsonNode root;

    private Document(JsonNode root) {
        this.root = root;
    }

    static Document of(RunningServer server) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        String text = server.asNobody().send("GET", "/openapi.yaml", null).expect(200).body();
        Map<String, Object> tree = new Yaml(options).load(text);
        return new Document(MAPPER.valueToTree(tree));
    }

    /** What a reference leads to; anything else is itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = root.at(found.get("$ref").asString().substring(1));
        }
        return found;
    }

    /** Every operation, in the order of the document. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.at("/paths")
                .forEachEntry(
                        (path, item) ->
                                METHODS.stream()
                                        .filter(item::has)
                                        .map(method -> operation(path, item, method))
                                        .forEach(operations::add));
        return operations;
    }

    private Operation operation(String path, JsonNode item, String method) {
        JsonNode told = item.get(method);
        List<JsonNode> parameters =
                Stream.concat(
                                item.path("parameters").valueStream(),
                                told.path("parameters").valueStream())
                        .map(this::resolved)
                        .toList();
        JsonNode content = resolved(told.path("requestBody")).path("content");
        Operation.Body body =
                content.propertyStream()
                        .findFirst()
                        .map(
                                each ->
                                        new Operation.Body(
                                                each.getKey(),
                                                each.getValue().path("schema"),
                                                example(each.getValue())))
                        .orElse(Operation.Body.NONE);
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT), path, told, parameters, body);
    }

    private JsonNode example(JsonNode content) {
        return content.has("example")
                ? content.get("example")
                : content.path("examples")
                        .valueStream()
                        .map(each -> resolved(each).path("value"))
                        .findFirst()
                        .orElseThrow();
    }
}
