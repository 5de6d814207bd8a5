package dev.guanjia.server;

import java.util.UUID;

/** The people of one company: one in each post, and another one in {@code STEWARD:2}. */
interface Company {

    /** Calls as the one who holds that post. */
    Api as(String post);

    /** The staff id of the one who holds that post. */
    String staff(String post);

    /** Makes something as the holder of a post; its id. */
    default String made(String post, String path, String body) {
        return as(post).post(path, body).expect(201).text("/id");
    }

    /** A community of its own with one building and one flat. */
    default Place place() {
        String name = Registry.unique("小区");
        String community =
                made(
                        "PROPERTY_MANAGER",
                        "/communities",
                        "{\"name\": \"%s\", \"time_zone\": \"Asia/Shanghai\"}".formatted(name));
        String building =
                made(
                        "PROPERTY_MANAGER",
                        "/communities/" + community + "/buildings",
                        "{\"code\": \"1\", \"name\": \"1栋\"}");
        Reply units =
                as("PROPERTY_MANAGER")
                        .post(
                                "/communities/" + community + "/unit-batches",
                                """
                                {"units": [{"building_id": "%s", "number": "1-101",
                                 "use": "RESIDENTIAL", "area": "100.00",
                                 "owner": {"name": "张三"}, "meters": [{"kind": "WATER",
                                 "serial_no": "%s", "installed_on": "2020-01-01",
                                 "initial_value": "10.000"}]}]}
                                """
                                        .formatted(building, UUID.randomUUID()))
                        .expect(201);
        return new Place(community, units.text("/units/0/id"));
    }

    /**
     * Where things are.
     *
     * @param community of the company
     * @param unit in it
     */
    record Place(String community, String unit) {}
}
