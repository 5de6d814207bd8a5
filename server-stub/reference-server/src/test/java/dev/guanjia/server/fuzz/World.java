package dev.guanjia.server.fuzz;

import dev.guanjia.server.HostileRows;
import dev.guanjia.server.HostileStages;
import dev.guanjia.server.RunningServer;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who asks, and the ids of what is really there. */
final class World {

    private static final Pattern ID = Pattern.compile("[a-z]{2}_[0-9A-Za-z_.-]+");
    private static final List<String> POSTS =
            List.of(
                    "PROPERTY_MANAGER",
                    "CS_ASSISTANT",
                    "CS_SUPERVISOR",
                    "CASHIER",
                    "ACCOUNTANT",
                    "STEWARD",
                    "MAINTENANCE_WORKER",
                    "STOREKEEPER");

    private final RunningServer server;
    private final Shots shots;
    private final List<Operation> operations;
    private final Map<String, String> tokens = new TreeMap<>();
    private final Map<String, String> askers = new HashMap<>();
    private final Map<String, String> ids = new TreeMap<>();
    private final Map<String, Supplier<Map<String, String>>> stages;
    private Stage stage = Stage.NONE;

    World(RunningServer server, Shots shots, List<Operation> operations) {
        this.server = server;
        this.shots = shots;
        this.operations = operations;
        stages = HostileStages.of(server);
        ids.putAll(HostileRows.billed(server));
        ids.put("period", "2026-02");
        ids.put("year", "2026");
        ids.put("level", "1");
        ids.put("emergencyKind", "FIRE");
        tokens.put("ADMINISTRATOR", server.administratorToken());
    }

    /** Everything that a company has, beside the bills. */
    void works() {
        HostileRows.working(server).forEach(ids::putIfAbsent);
    }

    /** Does what the examples do once, so that the paths of what they make are known. */
    void lives(List<Operation> some) {
        for (Operation each : some) {
            if (!each.body().isFile() && !each.method().equals("DELETE")) {
                stage = stages.containsKey(each.name()) ? built(each) : Stage.NONE;
                stage.parameters().forEach(ids::putIfAbsent);
                learn(each, ask(each, good(each)));
            }
        }
    }

    /** Makes what the operation is about anew where it can, so that it is in its first state. */
    void refresh(Operation operation) {
        stage = stages.containsKey(operation.name()) ? built(operation) : Stage.NONE;
        if (stage != Stage.NONE) {
            return;
        }
        int end = operation.path().lastIndexOf('}');
        int start = operation.path().lastIndexOf("/{");
        if (operation.isRead() || end < 0) {
            return;
        }
        String collection = operation.path().substring(0, start);
        String name = operation.path().substring(start + 2, end);
        operations.stream()
                .filter(each -> each.path().equals(collection) && each.method().equals("POST"))
                .map(each -> ask(each, good(each)))
                .filter(reply -> reply.statusCode() == 201)
                .map(reply -> Document.MAPPER.readTree(reply.body()).path("id").asString(""))
                .filter(id -> !id.isEmpty())
                .forEach(id -> ids.put(name, id));
    }

    /** Whether the example is made to be taken. */
    boolean isStaged(Operation operation) {
        return stages.containsKey(operation.name());
    }

    private Stage built(Operation operation) {
        return Stage.of(stages.get(operation.name()).get());
    }

    /** The same request for what stands there now: what was taken needs another place to stand. */
    Mutant ready(Operation operation, Mutant mutant) {
        if (stage.isUsed()) {
            stage = stage.again(stages.get(operation.name()).get());
        }
        return stage.moved(mutant);
    }

    private void learn(Operation operation, HttpResponse<String> reply) {
        if (reply.statusCode() / 100 != 2 || !reply.body().startsWith("{")) {
            return;
        }
        JsonNode made = Document.MAPPER.readTree(reply.body());
        JsonNode thing = made.has("items") ? made.at("/items/0") : made;
        String id = thing.path("id").asString(thing.path("key").asString(""));
        // what is made below one thing may be read beside all others of its kind
        String kind = operation.path().substring(operation.path().lastIndexOf('/'));
        operations.stream()
                .map(Operation::path)
                .flatMap(
                        path ->
                                Stream.of(operation.path(), kind)
                                        .filter(at -> path.startsWith(at + "/{"))
                                        .map(at -> path.substring(at.length() + 2)))
                .map(rest -> rest.substring(0, rest.indexOf('}')))
                .filter(name -> !id.isEmpty())
                .forEach(name -> ids.putIfAbsent(name, id));
    }

    /** Asks as whoever may. */
    HttpResponse<String> ask(Operation operation, Mutant mutant) {
        HttpResponse<String> reply = asked(operation, mutant);
        stage.note(reply.statusCode());
        return reply;
    }

    private HttpResponse<String> asked(Operation operation, Mutant mutant) {
        String known = stage.token().orElse(askers.get(operation.name()));
        if (known != null) {
            return shots.send(operation, known, mutant);
        }
        HttpResponse<String> reply = as("ADMINISTRATOR", operation, mutant);
        for (String post : POSTS) {
            if (reply.statusCode() != 403) {
                break;
            }
            reply = as(post, operation, mutant);
        }
        return reply;
    }

    private HttpResponse<String> as(String post, Operation operation, Mutant mutant) {
        String token = tokens.computeIfAbsent(post, each -> server.newcomer(each).text("/token"));
        HttpResponse<String> reply = shots.send(operation, token, mutant);
        if (reply.statusCode() != 403) {
            askers.put(operation.name(), token);
        }
        return reply;
    }

    /** The example of the document with ids of what is there. */
    Mutant good(Operation operation) {
        return new Mutant(
                "example", path(operation) + query(operation), body(operation), Map.of(), false);
    }

    private String path(Operation operation) {
        return path(operation, "", "");
    }

    /** The path with another value for one parameter. */
    String path(Operation operation, String other, String value) {
        String path = stage.words(operation.path().replace("{" + other + "}", value));
        for (JsonNode each : operation.parameters("path")) {
            String name = each.path("name").asString();
            path = path.replace("{" + name + "}", ids.getOrDefault(name, "zz_0000000000"));
        }
        return path;
    }

    /** What must be given beside the path. */
    String query(Operation operation) {
        StringBuilder query = new StringBuilder();
        for (JsonNode each : operation.parameters("query")) {
            if (each.path("required").asBoolean(false)) {
                query.append(query.isEmpty() ? '?' : '&').append(name(each)).append('=');
                query.append(value(each));
            }
        }
        return query.toString();
    }

    static String name(JsonNode parameter) {
        return parameter.path("name").asString();
    }

    /** A value that a parameter of a query takes. */
    String value(JsonNode parameter) {
        String name = name(parameter);
        String of = ids.get(camel(name));
        if (of != null) {
            return of;
        }
        if (parameter.path("schema").path("format").asString("").equals("date")) {
            return "2026-03-02";
        }
        return name.endsWith("_at") || name.equals("as_of") ? "2026-03-02T00:00:00Z" : "1";
    }

    private byte[] body(Operation operation) {
        if (!operation.body().isSent()) {
            return new byte[0];
        }
        return text(example(operation)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String text(JsonNode example) {
        return example.isString() ? example.asString() : example.toString();
    }

    /** The bodies to begin with: the example, and its least where that alone is taken. */
    List<JsonNode> bodies(Operation operation, JsonNode schema) {
        JsonNode example = example(operation);
        Mutant good = ready(operation, good(operation));
        if (!(example instanceof ObjectNode) || ask(operation, good).statusCode() < 300) {
            return List.of(example);
        }
        ObjectNode least = Document.MAPPER.createObjectNode();
        schema.path("required")
                .valueStream()
                .map(JsonNode::asString)
                .filter(example::has)
                .forEach(name -> least.set(name, example.get(name)));
        Mutant thin = good.with("least", least.toString());
        return least.equals(example) || ask(operation, thin).statusCode() >= 300
                ? List.of(example)
                : List.of(example, least);
    }

    /** The example of the body with ids of what is there. */
    JsonNode example(Operation operation) {
        JsonNode example = operation.body().example().deepCopy();
        fill(example);
        String words = stage.words(text(example));
        return example.isString()
                ? Document.MAPPER.getNodeFactory().stringNode(words)
                : Document.MAPPER.readTree(words);
    }

    private void fill(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                object.set(name, filled(name, object.get(name)));
            }
        }
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, filled("", list.get(i)));
            }
        }
    }

    private JsonNode filled(String name, JsonNode value) {
        fill(value);
        if (!value.isString()
                || stage.knows(value.asString())
                || !ID.matcher(value.asString()).matches()) {
            return value;
        }
        String prefix = value.asString().substring(0, 3);
        String known =
                ids.getOrDefault(
                        camel(name),
                        ids.values().stream()
                                .filter(id -> id.startsWith(prefix))
                                .findFirst()
                                .orElse(value.asString()));
        return Document.MAPPER.getNodeFactory().stringNode(known);
    }

    private static String camel(String name) {
        return Pattern.compile("_([a-z])")
                .matcher(name)
                .replaceAll(found -> found.group(1).toUpperCase(java.util.Locale.ROOT));
    }
}
