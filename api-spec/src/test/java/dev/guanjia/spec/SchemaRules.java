package dev.guanjia.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** What a schema may hold, so that every generator reads it and nothing leaks. */
final class SchemaRules {

    /** Sets that are closed by nature; every other set may grow. */
    private static final Set<String> CLOSED = Set.of("Side");

    static final List<Rule> ALL =
            List.of(
                    rule(
                            "no-one-of",
                            (place, schema) -> schema.has("oneOf") || schema.has("anyOf")),
                    rule("no-json-numbers", (place, schema) -> type(schema).equals("number")),
                    rule("no-default-on-shared-schemas", SchemaRules::sharedDefault),
                    rule("null-only-in-patches", SchemaRules::nullOutsidePatch),
                    rule("closed-sets-are-few", SchemaRules::closedSet),
                    rule("growing-sets-are-shaped", SchemaRules::shapelessSet),
                    rule("texts-have-a-length", SchemaRules::endlessText),
                    rule("lists-have-a-length", SchemaRules::endlessList),
                    rule("schemas-are-described", SchemaRules::undescribed),
                    rule("required-properties-exist", SchemaRules::requiresUnknown));

    private SchemaRules() {}

    private static Rule rule(String name, BiPredicate<String, JsonNode> fault) {
        return new Rule(
                name,
                document -> {
                    List<String> findings = new ArrayList<>();
                    document.eachSchema(
                            (place, schema) -> {
                                if (fault.test(place, schema)) {
                                    findings.add(place);
                                }
                            });
                    return findings;
                });
    }

    private static String type(JsonNode schema) {
        return schema.path("type").asText();
    }

    private static boolean isComponent(String place) {
        return !place.contains(".") && !place.contains("[");
    }

    private static boolean sharedDefault(String place, JsonNode schema) {
        return isComponent(place) && type(schema).equals("string") && schema.has("default");
    }

    private static boolean nullOutsidePatch(String place, JsonNode schema) {
        return schema.path("nullable").asBoolean() && !place.split("\\.")[0].endsWith("Patch");
    }

    private static boolean closedSet(String place, JsonNode schema) {
        return schema.has("enum") && !CLOSED.contains(place);
    }

    private static boolean shapelessSet(String place, JsonNode schema) {
        return schema.has("x-extensible-enum")
                && (schema.has("enum") || !schema.has("pattern") || !schema.has("maxLength"));
    }

    private static boolean endlessText(String place, JsonNode schema) {
        return type(schema).equals("string")
                && !schema.has("maxLength")
                && !schema.has("enum")
                && !schema.path("format").asText().startsWith("date");
    }

    private static boolean endlessList(String place, JsonNode schema) {
        return type(schema).equals("array") && !schema.has("maxItems");
    }

    private static boolean undescribed(String place, JsonNode schema) {
        boolean inside = place.contains(".allOf");
        return !inside && !schema.has("$ref") && schema.path("description").asText().isBlank();
    }

    private static boolean requiresUnknown(String place, JsonNode schema) {
        return schema.path("required")
                .valueStream()
                .anyMatch(name -> !schema.path("properties").has(name.asText()));
    }
}
