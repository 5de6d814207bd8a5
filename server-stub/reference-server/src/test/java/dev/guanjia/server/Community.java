package dev.guanjia.server;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A community with flats of 100.00 m², each with an owner and a water meter at 10.000 m³, for tests
 * that need one of their own.
 *
 * @param id the community
 * @param units its units, in order
 * @param meters one per unit, in the same order
 */
public record Community(String id, List<String> units, List<String> meters) {

    /** Makes a community with some units, as the administrator. */
    public static Community with(RunningServer server, int units) {
        Api administrator = server.asAdministrator();
        String name = "小区" + UUID.randomUUID().toString().substring(0, 8);
        String community =
                administrator
                        .post(
                                "/communities",
                                "{\"name\": \"%s\", \"time_zone\": \"Asia/Shanghai\"}"
                                        .formatted(name))
                        .expect(201)
                        .text("/id");
        String building =
                administrator
                        .post(
                                "/communities/" + community + "/buildings",
                                "{\"code\": \"1\", \"name\": \"1栋\"}")
                        .expect(201)
                        .text("/id");
        List<String> rows = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            rows.add(unit(building, name, unit));
        }
        Reply made =
                administrator
                        .post(
                                "/communities/" + community + "/unit-batches",
                                "{\"units\": [" + String.join(",", rows) + "]}")
                        .expect(201);
        List<String> ids = new ArrayList<>();
        List<String> meters = new ArrayList<>();
        for (JsonNode unit : made.json().at("/units")) {
            ids.add(unit.at("/id").asString());
            meters.add(unit.at("/meters/0/id").asString());
        }
        return new Community(community, ids, meters);
    }

    private static String unit(String building, String community, int number) {
        return """
        {"building_id": "%s", "number": "1-%04d", "use": "RESIDENTIAL", "area": "100.00",
         "owner": {"name": "张三"}, "meters": [{"kind": "WATER", "serial_no": "%s-%d",
         "installed_on": "2020-01-01", "initial_value": "10.000"}]}
        """
                .formatted(building, number, community.substring(2), number);
    }

    public String unit(int index) {
        return units.get(index);
    }

    public String meter(int index) {
        return meters.get(index);
    }
}
