package dev.guanjia.server.fuzz;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A good body, wrong in one place at a time. */
final class BodyMutations {

    private static final String PLACE = "@@PLACE@@";
    private static final String LONG = "长".repeat(5000);
    private static final List<String> VALUES =
            List.of(
                    "null true {} [] [null] {\"a\":1} -1 0 1.5 0.123456789123456789 1e400 -1e400",
                    "9223372036854775807 9223372036854775808 2147483648 99999999999999999999999999",
                    "\"\" \"x\" \"\\u0000\" \"a\\ud800b\" \"\\u0007\" \"\\u202e\" \"0700\"",
                    "\"700,00\" \"-1\" \"-1.00\" \"0\" \"0.00\" \"1e3\" \"NaN\" \"１２\" \"1.005\"",
                    "\"92233720368547758.07\" \"92233720368547758.08\" \"9999999999999999999.99\"",
                    "\"ZZ_UNKNOWN\" \"zz_0000000000\" \"../../x\" \"%\" \"USD\" \"JPY\"",
                    "\"2026-02-30\" \"0000-01-01\" \"0001-01-01\" \"9999-12-31\" \"+1000000-01-01\"",
                    "\"1900-01-01\" \"2999-12-31\" \"2026-13\" \"9999-12\" \"0000-01\" \"2999-01\"",
                    "\"9999-12-31T23:59:59Z\" \"0001-01-01T00:00:00Z\" \"2026-02-30T00:00:00Z\"",
                    "\"+999999999-12-31T23:59:59.999999999Z\" \"2999-01-01T00:00:00+18:00\"",
                    "\"9999-12-31T23:59:59-18:00\" \"24:00\" \"23:59:59.999999999\"");

    private final JsonNode good;
    private final Map<String, String> texts = new LinkedHashMap<>();

    private BodyMutations(JsonNode good) {
        this.good = good;
    }

    /** What is wrong, and the text of the body. */
    static Map<String, String> of(JsonNode good) {
        BodyMutations mutations = new BodyMutations(good);
        mutations.texts.put("empty object", "{}");
        mutations.texts.put("list for the whole", "[]");
        mutations.texts.put("no JSON", "{\"");
        mutations.visit("");
        return mutations.texts;
    }

    private void visit(String pointer) {
        JsonNode here = good.at(pointer);
        if (!pointer.isEmpty()) {
            replace(pointer);
        }
        if (here.isObject()) {
            extra(pointer);
            here.propertyNames().forEach(name -> visit(pointer + "/" + name));
        }
        if (here.isArray() && !here.isEmpty()) {
            lists(pointer, here.get(0));
            visit(pointer + "/0");
        }
    }

    private void replace(String pointer) {
        for (String value : values()) {
            put(pointer + " = " + value, with(pointer, PLACE), value);
        }
        put(pointer + " = blank", with(pointer, PLACE), "\"  \\u3000\"");
        put(pointer + " = \" 700\"", with(pointer, PLACE), "\" 700\"");
        put(pointer + " = long", with(pointer, PLACE), '"' + LONG + '"');
        put(pointer + " = nines", with(pointer, PLACE), '"' + "9".repeat(400) + '"');
        put(pointer + " = deep", with(pointer, PLACE), "[".repeat(3000) + "]".repeat(3000));
        ObjectNode less = copy();
        JsonNode parent = less.at(pointer.substring(0, pointer.lastIndexOf('/')));
        if (parent instanceof ObjectNode object) {
            object.remove(pointer.substring(pointer.lastIndexOf('/') + 1));
            texts.put(pointer + " removed", less.toString());
        }
    }

    private static List<String> values() {
        return VALUES.stream().flatMap(line -> List.of(line.split(" ")).stream()).toList();
    }

    private void extra(String pointer) {
        ObjectNode more = copy();
        ((ObjectNode) more.at(pointer)).put("nobody_knows", 1);
        texts.put(pointer + " with an unknown field", more.toString());
    }

    private void lists(String pointer, JsonNode element) {
        for (int count : new int[] {2, 201, 3000}) {
            ObjectNode more = copy();
            ArrayNode list = (ArrayNode) more.at(pointer);
            list.removeAll();
            for (int i = 0; i < count; i++) {
                list.add(element);
            }
            texts.put(pointer + " with " + count + " equal elements", more.toString());
        }
    }

    private void put(String what, String body, String value) {
        texts.put(what, body.replace('"' + PLACE + '"', value));
    }

    private String with(String pointer, String value) {
        ObjectNode body = copy();
        int last = pointer.lastIndexOf('/');
        JsonNode parent = body.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), list.stringNode(value));
        } else {
            ((ObjectNode) parent).put(name, value);
        }
        return body.toString();
    }

    private ObjectNode copy() {
        return (ObjectNode) good.deepCopy();
    }
}
