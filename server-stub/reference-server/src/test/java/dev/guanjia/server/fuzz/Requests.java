package dev.guanjia.server.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All that is sent to one operation: its example, wrong in one place at a time. */
final class Requests {

    private static final JsonMapper EXACT =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final List<String> PARAMETERS =
            List.of(
                    "",
                    " ",
                    "0",
                    "-1",
                    "1000000000",
                    "99999999999999999999",
                    "1.5",
                    "1e400",
                    "x",
                    "ZZ_UNKNOWN",
                    "zz_0000000000",
                    "\u0000",
                    "\u0007",
                    "长".repeat(300),
                    "2026-02-30",
                    "0000-01-01",
                    "0001-01-01",
                    "9999-12-31",
                    "+1000000-01-01",
                    "2026-13",
                    "9999-12",
                    "0000-01",
                    "9999-12-31T23:59:59Z",
                    "0001-01-01T00:00:00Z",
                    "+999999999-12-31T23:59:59Z",
                    "true",
                    "[]",
                    "'; drop table unit; --");
    private static final List<String> IDS =
            List.of("x", "%00", "zz_0000000000", "cm_0000000000", "%F0%9F%92%A9", "..%2F..", "-1");
    private static final List<Map<String, String>> HEADERS =
            List.of(
                    Map.of("Content-Type", "text/plain"),
                    Map.of("Content-Type", "application/json; charset=GBK"),
                    Map.of("Content-Type", "nonsense"),
                    Map.of("Content-Type", ""),
                    Map.of("Accept", "image/png"),
                    Map.of("Accept", "nonsense"),
                    Map.of("Accept-Language", "xx-nonsense;q=9"),
                    Map.of("If-Match", "nonsense"),
                    Map.of("If-Match", "\"99999999999999999999\""),
                    Map.of("If-Match", "\"-1\""),
                    Map.of("If-Match", ""),
                    Map.of("Idempotency-Key", ""),
                    Map.of("Idempotency-Key", "x"),
                    Map.of("Idempotency-Key", "k".repeat(1000)),
                    Map.of("Idempotency-Key", "'; drop table unit; --"),
                    Map.of("Acting-Post", "NOBODY"),
                    Map.of("Authorization", "Bearer x"),
                    Map.of("Authorization", ""),
                    Map.of("traceparent", "nonsense"));

    private final Operation operation;
    private final World world;
    private final Document document;
    private final Schema schema;
    private final Mutant good;
    private final List<Mutant> all = new ArrayList<>();

    private Requests(Operation operation, World world, Document document) {
        this.operation = operation;
        this.world = world;
        this.document = document;
        schema = new Schema(document);
        good = world.good(operation);
    }

    static List<Mutant> to(Operation operation, World world, Document document) {
        Requests requests = new Requests(operation, world, document);
        requests.all.add(requests.good);
        requests.paths();
        requests.queries();
        requests.headers();
        requests.bodies();
        return requests.all;
    }

    private void paths() {
        for (JsonNode parameter : operation.parameters("path")) {
            for (String id : IDS) {
                String name = World.name(parameter);
                String path = world.path(operation, name, id) + world.query(operation);
                all.add(new Mutant(name + " = " + id, path, good.body(), Map.of(), false));
            }
        }
    }

    private void queries() {
        String begin = good.path() + (good.path().contains("?") ? "&" : "?");
        for (JsonNode parameter : operation.parameters("query")) {
            String name = World.name(parameter);
            String without = begin.replaceAll("(?<=[?&])" + name + "=[^&]*&", "");
            for (String value : PARAMETERS) {
                query(without + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
            query(without + name + "=%ff");
            query(without);
            String once = name + "=" + world.value(parameter);
            query(without + once);
            query(without + once + "&" + once);
        }
        query(begin + "nobody_knows=1");
    }

    private void query(String path) {
        all.add(new Mutant("query", path, good.body(), Map.of(), false));
    }

    private void headers() {
        for (Map<String, String> headers : HEADERS) {
            all.add(new Mutant("header " + headers, good.path(), good.body(), headers, false));
        }
    }

    private void bodies() {
        if (operation.body().isFile()) {
            String file = new String(good.body(), StandardCharsets.UTF_8);
            FileMutations.of(file).forEach((what, body) -> body(what, body, false));
        } else if (operation.body().isSent()) {
            JsonNode known = document.resolved(operation.body().schema());
            for (JsonNode body : world.bodies(operation, known)) {
                BodyMutations.of(body).forEach(this::json);
            }
            body("nothing", new byte[0], true);
            body("no UTF-8", new byte[] {'{', '"', (byte) 0xc4, (byte) 0xe3, '"', '}'}, true);
        }
    }

    private void json(String what, String text) {
        body(what, text.getBytes(StandardCharsets.UTF_8), forbids(text));
    }

    private void body(String what, byte[] body, boolean forbidden) {
        all.add(new Mutant(what, good.path(), body, Map.of(), forbidden));
    }

    private boolean forbids(String text) {
        try {
            return !schema.takes(operation.body().schema(), EXACT.readTree(text));
        } catch (JacksonException e) {
            return true;
        }
    }
}
