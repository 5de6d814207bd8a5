package dev.guanjia.server;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes communities, buildings and units of its own for a test. */
public final class Registry {

    private final RunningServer server;
    private final String community;
    private final String building;

    private Registry(RunningServer server, String community, String building) {
        this.server = server;
        this.community = community;
        this.building = building;
    }

    /** A new community with one building, whose code is 1. */
    public static Registry with(RunningServer server) {
        String body =
                "{\"name\": \"%s\", \"time_zone\": \"Asia/Shanghai\"}".formatted(unique("小区"));
        String community =
                server.asAdministrator().post("/communities", body).expect(201).text("/id");
        String building = building(server, community, "1").expect(201).text("/id");
        return new Registry(server, community, building);
    }

    private static Reply building(RunningServer server, String community, String code) {
        return server.asAdministrator()
                .post(
                        "/communities/" + community + "/buildings",
                        "{\"code\": \"%s\", \"name\": \"%s幢\"}".formatted(code, code));
    }

    /** A text that no other test has. */
    public static String unique(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    public String community() {
        return community;
    }

    public String building() {
        return building;
    }

    public Reply addBuilding(String code) {
        return building(server, community, code);
    }

    /** A flat of 89.50 m² with a water meter that showed 12.0 on 2023-06-01. */
    public String unit(String number) {
        return unit(number, "89.50", unique("LXS-"));
    }

    public String unit(String number, String area, String serial) {
        return """
                {"building_id": "%s", "number": "%s", "use": "RESIDENTIAL", "area": "%s",
                 "owner": {"name": "张伟", "mobile": "13900011201"},
                 "meters": [{"kind": "WATER", "serial_no": "%s",
                             "installed_on": "2023-06-01", "initial_value": "12.0"}]}"""
                .formatted(building, number, area, serial);
    }

    /** Units as {@link #unit(String)} gives them, numbered from 1 on. */
    public String units(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> unit(String.valueOf(number)))
                .collect(Collectors.joining(","));
    }

    /** Enters these units, in JSON. */
    public Reply enter(String units) {
        return server.asAdministrator()
                .post(
                        "/communities/" + community + "/unit-batches",
                        "{\"units\": [" + units + "]}");
    }
}
