package dev.guanjia.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * An OpenAPI document in one file.
 *
 * @param root its content; all references point into it
 */
record Document(JsonNode root) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    static Document parse(String yaml) {
        try {
            return new Document(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document that the build wrote. */
    static Document bundle() {
        return read(Path.of("target", "openapi.yaml"));
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (var path : root.path("paths").properties()) {
            for (var entry : path.getValue().properties()) {
                if (METHODS.contains(entry.getKey())) {
                    operations.add(
                            new Operation(
                                    this,
                                    path.getKey(),
                                    entry.getKey(),
                                    path.getValue(),
                                    entry.getValue()));
                }
            }
        }
        return operations;
    }

    /** What a node means: itself, or what its reference points to. */
    JsonNode resolve(JsonNode node) {
        if (!node.has("$ref")) {
            return node;
        }
        JsonNode target = root.at(node.get("$ref").asText().substring(1));
        if (target.isMissingNode()) {
            throw new IllegalArgumentException("dangling reference " + node.get("$ref").asText());
        }
        return resolve(target);
    }

    /** Visits every schema written under {@code components}, with the place it stands at. */
    void eachSchema(BiConsumer<String, JsonNode> visitor) {
        for (var schema : root.at("/components/schemas").properties()) {
            visit(schema.getKey(), schema.getValue(), visitor);
        }
    }

    private static void visit(String place, JsonNode schema, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(place, schema);
        for (var property : schema.path("properties").properties()) {
            visit(place + "." + property.getKey(), property.getValue(), visitor);
        }
        if (schema.has("items")) {
            visit(place + "[]", schema.get("items"), visitor);
        }
        for (String composite : List.of("allOf", "oneOf", "anyOf")) {
            schema.path(composite).forEach(part -> visit(place + "." + composite, part, visitor));
        }
    }
}
