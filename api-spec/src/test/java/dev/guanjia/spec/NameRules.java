package dev.guanjia.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How things are spelled. */
final class NameRules {

    private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final Pattern PASCAL = Pattern.compile("[A-Z][A-Za-z0-9]*");
    private static final Pattern PATH =
            Pattern.compile("(/([a-z][a-z0-9]*(-[a-z0-9]+)*|\\{[a-zA-Z0-9_-]+\\}))+");

    static final List<Rule> ALL =
            List.of(
                    new Rule("snake-case-properties", NameRules::properties),
                    new Rule("pascal-case-schemas", NameRules::schemas),
                    new Rule("kebab-case-paths", NameRules::paths),
                    new Rule("camel-case-path-parameters", NameRules::pathParameters),
                    new Rule("snake-case-query-parameters", NameRules::queryParameters),
                    new Rule("camel-case-operation-ids", NameRules::operationIds));

    private NameRules() {}

    private static List<String> properties(Document document) {
        List<String> findings = new ArrayList<>();
        document.eachSchema(
                (place, schema) ->
                        schema.path("properties")
                                .fieldNames()
                                .forEachRemaining(
                                        name -> {
                                            if (!SNAKE.matcher(name).matches()) {
                                                findings.add(place + "." + name);
                                            }
                                        }));
        return findings;
    }

    private static List<String> schemas(Document document) {
        return document.root()
                .at("/components/schemas")
                .propertyStream()
                .map(schema -> schema.getKey())
                .filter(name -> !PASCAL.matcher(name).matches())
                .toList();
    }

    private static List<String> paths(Document document) {
        return document.root()
                .path("paths")
                .propertyStream()
                .map(path -> path.getKey())
                .filter(path -> !PATH.matcher(path).matches())
                .toList();
    }

    private static List<String> pathParameters(Document document) {
        return parameters(document, "path", CAMEL);
    }

    private static List<String> queryParameters(Document document) {
        return parameters(document, "query", SNAKE);
    }

    private static List<String> parameters(Document document, String in, Pattern shape) {
        List<String> findings = new ArrayList<>();
        for (Operation operation : document.operations()) {
            operation.parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals(in))
                    .map((JsonNode parameter) -> parameter.path("name").asText())
                    .filter(name -> !shape.matcher(name).matches())
                    .forEach(name -> findings.add(operation.id() + " " + name));
        }
        return findings;
    }

    private static List<String> operationIds(Document document) {
        return document.operations().stream()
                .map(Operation::id)
                .filter(id -> !CAMEL.matcher(id).matches())
                .toList();
    }
}
