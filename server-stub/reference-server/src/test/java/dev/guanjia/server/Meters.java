package dev.guanjia.server;

/** Meters of one community, put in and read over HTTP. */
final class Meters {

    private final RunningServer server;
    private final Registry registry;
    private final Api worker;

    private Meters(RunningServer server, Registry registry) {
        this.server = server;
        this.registry = registry;
        this.worker = server.holding("MAINTENANCE_WORKER");
    }

    static Meters with(RunningServer server) {
        return new Meters(server, Registry.with(server));
    }

    static Meters in(RunningServer server, Registry registry) {
        return new Meters(server, registry);
    }

    Registry registry() {
        return registry;
    }

    Api worker() {
        return worker;
    }

    /** The id of a new flat without a meter. */
    String unit() {
        String body = registry.unit(Registry.unique(""));
        String bare = body.replaceAll("(?s),\\s*\"meters\".*", "}");
        return registry.enter(bare).expect(201).text("/units/0/id");
    }

    /** A meter of 2024 that showed zero; more fields begin with a comma. */
    String body(String kind, String serial, String more) {
        return """
                {"community_id": "%s", "kind": "%s", "serial_no": "%s",
                 "installed_on": "2024-01-01", "initial_value": "0"%s}"""
                .formatted(registry.community(), kind, serial, more);
    }

    Reply put(String body) {
        return worker.post("/meters", body);
    }

    /** The id of a new meter. */
    String meter(String kind, String more) {
        return put(body(kind, Registry.unique("M-"), more)).expect(201).text("/id");
    }

    static String reading(String meter, String day, String value, String more) {
        return """
                {"meter_id": "%s", "read_on": "%s", "value": "%s", "source": "READ"%s}"""
                .formatted(meter, day, value, more);
    }

    /** Records one reading; its id. */
    String read(String meter, String day, String value) {
        return record(reading(meter, day, value, "")).expect(201).text("/readings/0/id");
    }

    Reply correct(String meter, String day, String value, String corrects) {
        String more = ", \"corrects\": \"%s\"".formatted(corrects);
        return record(reading(meter, day, value, more).replace("READ", "CORRECTED"));
    }

    Reply record(String... readings) {
        String rows = String.join(",", readings);
        return worker.post("/meter-reading-batches", "{\"readings\": [" + rows + "]}");
    }

    /** A new register that shows so much, or the removal where the serial number is empty. */
    Reply change(String meter, String day, String last, String serial) {
        String next =
                ", \"next\": {\"serial_no\": \"%s\", \"first_value\": \"5\", \"digits\": 4}"
                        .formatted(serial);
        String body =
                "{\"changed_on\": \"%s\", \"last_value\": \"%s\"%s}"
                        .formatted(day, last, serial.isEmpty() ? "" : next);
        return worker.post("/meters/" + meter + "/register-changes", body);
    }

    Reply file(String text) {
        return worker.with("Content-Type", "text/csv").post("/meter-reading-files", text);
    }

    Reply get(String path) {
        return worker.get(path);
    }

    RunningServer server() {
        return server;
    }
}
