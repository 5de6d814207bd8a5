package dev.guanjia.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an operation answers. */
final class AnswerRules {

    static final List<Rule> ALL =
            List.of(
                    new Rule("errors-are-problems", AnswerRules::otherErrors),
                    OperationRules.rule("default-answer", AnswerRules::lacksDefault),
                    OperationRules.rule("lists-are-paged", AnswerRules::unpaged),
                    OperationRules.rule("if-match-gives-an-etag", AnswerRules::lacksEtag),
                    new Rule("bodies-have-examples", AnswerRules::bare));

    private AnswerRules() {}

    private static List<String> otherErrors(Document document) {
        List<String> findings = new ArrayList<>();
        for (Operation operation : document.operations()) {
            operation
                    .node()
                    .path("responses")
                    .propertyStream()
                    .filter(answer -> !answer.getKey().startsWith("2"))
                    .filter(answer -> !isProblem(document.resolve(answer.getValue())))
                    .map(Map.Entry::getKey)
                    .forEach(status -> findings.add(operation.id() + " " + status));
        }
        return findings;
    }

    private static boolean isProblem(JsonNode answer) {
        JsonNode content = answer.path("content");
        return content.size() == 1
                && content.at("/application~1problem+json/schema/$ref")
                        .asText()
                        .equals("#/components/schemas/Problem");
    }

    private static boolean lacksDefault(Operation operation) {
        return !operation.node().path("responses").has("default");
    }

    /** A list is what is called so or what answers many; both must then be paged. */
    private static boolean unpaged(Operation operation) {
        JsonNode answer = operation.node().at("/responses/200/content/application~1json/schema");
        JsonNode schema = operation.document().resolve(answer);
        boolean many = schema.path("type").asText().equals("array") || isPage(schema);
        boolean list = operation.method().equals("get") && many;
        boolean called = operation.id().startsWith("list");
        boolean paged =
                isPage(schema)
                        && operation.takes("query", "limit")
                        && operation.takes("query", "cursor");
        return (list || called) && !(called && paged);
    }

    private static boolean isPage(JsonNode schema) {
        return schema.at("/properties/items/type").asText().equals("array")
                && schema.path("properties").has("next_cursor");
    }

    private static boolean lacksEtag(Operation operation) {
        return operation.takes("header", "If-Match")
                && operation
                        .node()
                        .path("responses")
                        .propertyStream()
                        .filter(answer -> answer.getKey().startsWith("2"))
                        .noneMatch(answer -> answer.getValue().path("headers").has("ETag"));
    }

    private static List<String> bare(Document document) {
        return document.operations().stream()
                .flatMap(operation -> operation.bodies().stream())
                .filter(body -> body.node().path("examples").isEmpty())
                .map(Operation.Body::place)
                .toList();
    }
}
