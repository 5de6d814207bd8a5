package dev.guanjia.server.fuzz;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Says whether a schema of the document takes a value. */
final class Schema {

    private static final BigDecimal INT_LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal INT_MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Document document;

    Schema(Document document) {
        this.document = document;
    }

    boolean takes(JsonNode schema, JsonNode value) {
        JsonNode known = document.resolved(schema);
        for (JsonNode part : known.path("allOf")) {
            if (!takes(part, value)) {
                return false;
            }
        }
        if (value.isNull()) {
            return known.path("nullable").asBoolean(false) || !known.has("type");
        }
        return switch (known.path("type").asString("")) {
            case "object" -> value.isObject() && takesObject(known, value);
            case "array" -> value.isArray() && takesArray(known, value);
            case "string" -> value.isString() && takesText(known, value.asString());
            case "integer" -> value.isNumber() && takesNumber(known, value.decimalValue());
            case "boolean" -> value.isBoolean();
            default -> true;
        };
    }

    private boolean takesObject(JsonNode schema, JsonNode value) {
        boolean complete =
                schema.path("required").valueStream().allMatch(name -> value.has(name.asString()));
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        boolean closed = !schema.has("allOf") && !others.isObject() && !properties.isEmpty();
        return complete
                && value.propertyStream()
                        .allMatch(
                                each ->
                                        properties.has(each.getKey())
                                                ? takes(
                                                        properties.get(each.getKey()),
                                                        each.getValue())
                                                : !closed);
    }

    private boolean takesArray(JsonNode schema, JsonNode value) {
        return value.size() >= schema.path("minItems").asInt(0)
                && value.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE)
                && value.valueStream().allMatch(each -> takes(schema.path("items"), each));
    }

    private static boolean takesText(JsonNode schema, String text) {
        int length = text.codePointCount(0, text.length());
        return length >= schema.path("minLength").asInt(0)
                && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && (!schema.has("pattern")
                        || Pattern.compile(schema.get("pattern").asString()).matcher(text).find())
                && (!schema.path("format").asString("").equals("date") || isDay(text));
    }

    private static boolean isDay(String text) {
        try {
            return text.length() == "yyyy-MM-dd".length() && LocalDate.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean takesNumber(JsonNode schema, BigDecimal number) {
        boolean small = schema.path("format").asString("").equals("int32");
        return number.stripTrailingZeros().scale() <= 0
                && (!small || number.compareTo(INT_LEAST) >= 0 && number.compareTo(INT_MOST) <= 0)
                && (!schema.has("minimum")
                        || number.compareTo(schema.get("minimum").decimalValue()) >= 0)
                && (!schema.has("maximum")
                        || number.compareTo(schema.get("maximum").decimalValue()) <= 0);
    }
}
