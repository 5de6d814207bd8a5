package dev.guanjia.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The examples of a document, held against its schemas. */
final class Examples {

    private static final JsonSchemaFactory DIALECT =
            JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4))
                    .metaSchema(OpenApi30.getInstance())
                    .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                    .build();
    private static final SchemaValidatorsConfig FORMATS_COUNT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final Document document;
    private final JsonNode components;

    Examples(Document document) {
        this.document = document;
        this.components = closed(document.root().path("components").deepCopy());
    }

    /** Every example of a request or of an answer, errors included. */
    List<Example> all() {
        List<Example> examples = new ArrayList<>();
        for (Operation operation : document.operations()) {
            bodies(operation).forEach(body -> examples.addAll(of(operation.id(), document, body)));
        }
        return examples;
    }

    private Stream<JsonNode> bodies(Operation operation) {
        JsonNode request = operation.node().path("requestBody");
        return Stream.concat(Stream.of(request), operation.node().path("responses").valueStream())
                .map(document::resolve)
                .flatMap(holder -> holder.path("content").valueStream());
    }

    private static List<Example> of(String operation, Document document, JsonNode body) {
        return body.path("examples")
                .propertyStream()
                .map(
                        entry ->
                                new Example(
                                        operation + " " + entry.getKey(),
                                        body.path("schema"),
                                        document.resolve(entry.getValue()).path("value")))
                .toList();
    }

    /** What is wrong with an example, empty where nothing is. */
    List<String> faults(Example example) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.set("components", components);
        schema.putArray("allOf").add(example.schema());
        JsonSchema validator = DIALECT.getSchema(schema, FORMATS_COUNT);
        return validator.validate(example.value()).stream()
                .map(ValidationMessage::getMessage)
                .map(message -> example.place() + " " + message)
                .toList();
    }

    /** The same schemas, but a property they do not know is a fault: in an example it is a typo. */
    private static JsonNode closed(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.has("properties")
                && object.path("type").asText().equals("object")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Examples::closed);
        return node;
    }

    /**
     * An example.
     *
     * @param place the operation and the name of the example
     * @param schema what it must fit, usually a reference
     * @param value the example itself
     */
    record Example(String place, JsonNode schema, JsonNode value) {
        @Override
        public String toString() {
            return place;
        }
    }
}
