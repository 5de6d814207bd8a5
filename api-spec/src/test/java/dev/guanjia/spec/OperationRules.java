package dev.guanjia.spec;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What an operation takes and says of itself. */
final class OperationRules {

    private static final Set<String> WRITING = Set.of("post", "put", "patch", "delete");

    /** What needs no token, because its address holds an unguessable key: decisions/0005. */
    private static final Set<String> OPEN = Set.of("getDutyFeed");

    static final List<Rule> ALL =
            List.of(
                    rule("writes-take-an-idempotency-key", OperationRules::lacksKey),
                    rule("patches-take-if-match", OperationRules::patchesBlindly),
                    rule("few-go-without-a-token", OperationRules::lacksToken),
                    rule("operations-are-described", OperationRules::undescribed),
                    rule("operations-have-one-known-tag", OperationRules::untagged),
                    rule("parameters-are-described", OperationRules::vagueParameter),
                    rule("path-parameters-are-declared", OperationRules::undeclared));

    private OperationRules() {}

    static Rule rule(String name, Predicate<Operation> fault) {
        return new Rule(
                name,
                document ->
                        document.operations().stream().filter(fault).map(Operation::id).toList());
    }

    private static boolean lacksKey(Operation operation) {
        return WRITING.contains(operation.method())
                && !operation.takes("header", "Idempotency-Key");
    }

    private static boolean patchesBlindly(Operation operation) {
        return operation.method().equals("patch") && !operation.takes("header", "If-Match");
    }

    private static boolean lacksToken(Operation operation) {
        return operation.node().has("security") && !OPEN.contains(operation.id());
    }

    private static boolean undescribed(Operation operation) {
        return operation.node().path("summary").asText().isBlank()
                || operation.node().path("description").asText().isBlank();
    }

    private static boolean untagged(Operation operation) {
        var tags = operation.node().path("tags");
        return tags.size() != 1
                || operation
                        .document()
                        .root()
                        .path("tags")
                        .valueStream()
                        .noneMatch(tag -> tag.path("name").equals(tags.get(0)));
    }

    private static boolean vagueParameter(Operation operation) {
        return operation.parameters().stream()
                .anyMatch(parameter -> parameter.path("description").asText().isBlank());
    }

    private static boolean undeclared(Operation operation) {
        long declared =
                operation.parameters().stream()
                        .filter(parameter -> parameter.path("in").asText().equals("path"))
                        .filter(p -> operation.path().contains("{" + p.path("name").asText() + "}"))
                        .count();
        return declared != operation.path().chars().filter(character -> character == '{').count();
    }
}
