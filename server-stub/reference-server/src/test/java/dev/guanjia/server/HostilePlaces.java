package dev.guanjia.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Stages for communities, their units and meters, and who lives there. */
final class HostilePlaces {

    private static final String COMMUNITY = "{communityId}";
    private static final String UNIT = "{unitId}";
    private static final String OWNER = "YZ-0612";
    private static final String SERIAL = "LXS-2023-081201";
    private static final String MAIN_METER = "mt_01J8ZP4E01";

    private final RunningServer server;

    HostilePlaces(RunningServer server) {
        this.server = server;
    }

    Map<String, Supplier<Map<String, String>>> stages() {
        Map<String, Supplier<Map<String, String>>> stages = new TreeMap<>();
        stages.put("createCommunity", () -> Map.of("锦绣花园", Registry.unique("园")));
        stages.put("createBuilding", () -> Map.of(COMMUNITY, Registry.with(server).community()));
        stages.put("createUnits", this::units);
        stages.put("importUnitFile", this::unitFile);
        stages.put("recordUnitFacts", this::facts);
        stages.put("createOccupant", () -> Map.of("un_01J8ZP2C12", estate().unit(0)));
        stages.put("updateOccupant", this::stay);
        stages.put("endStay", this::stay);
        stages.put("createPayerTerm", this::payer);
        stages.put("endPayerTerm", this::term);
        stages.put("createOwner", () -> Map.of(OWNER, Registry.unique("YZ-")));
        stages.put(
                "importOwnerFile",
                () -> Map.of(OWNER, Registry.unique("YZ-"), "YZ-0613", Registry.unique("YZ-")));
        stages.put("createMeterReadings", () -> Map.of("mt_01J8ZP4E12", estate().meter(0)));
        stages.put("createMeter", this::meter);
        stages.put("updateMeter", this::branch);
        stages.put("changeRegister", this::register);
        stages.put("importMeterReadings", this::readings);
        stages.put("createReadingDay", () -> Map.of(COMMUNITY, estate().community()));
        return stages;
    }

    private Estate estate() {
        return Estate.with(server, 1);
    }

    private Map<String, String> units() {
        Registry registry = Registry.with(server);
        return Map.of(
                COMMUNITY,
                registry.community(),
                "bd_01J8ZP1B03",
                registry.building(),
                SERIAL,
                Registry.unique("LXS-"));
    }

    private Map<String, String> unitFile() {
        Registry registry = Registry.with(server);
        registry.addBuilding("3").expect(201);
        String owner = Registry.unique("YZ-");
        owner(owner);
        return Map.of(COMMUNITY, registry.community(), OWNER, owner);
    }

    private String owner(String reference) {
        return Estate.with(server, 0)
                .as("CS_ASSISTANT")
                .post("/owners", "{\"name\": \"刘洋\", \"reference\": \"%s\"}".formatted(reference))
                .expect(201)
                .text("/id");
    }

    private Map<String, String> facts() {
        return Map.of(UNIT, estate().unit(0), "ow_01J8ZP3D60", owner(Registry.unique("YZ-")));
    }

    private Map<String, String> payer() {
        Estate estate = estate();
        return Map.of(UNIT, estate.unit(0), "oc_01J8ZP5F01", occupant(estate));
    }

    private Map<String, String> stay() {
        return Map.of("{occupantId}", occupant(estate()));
    }

    private static String occupant(Estate estate) {
        return estate.as("CS_ASSISTANT")
                .post(
                        "/occupants",
                        "{\"unit_id\": \"%s\", \"name\": \"陈晨\"}".formatted(estate.unit(0)))
                .expect(201)
                .text("/id");
    }

    private Map<String, String> term() {
        Estate estate = estate();
        String body = "{\"payer\": {\"kind\": \"OCCUPANT\", \"id\": \"%s\"}, \"from\": \"%s\"}";
        Reply term =
                estate.as("CS_ASSISTANT")
                        .post(
                                "/units/" + estate.unit(0) + "/payer-terms",
                                body.formatted(occupant(estate), "2024-01-01"));
        return Map.of("{payerTermId}", term.expect(201).text("/id"));
    }

    private Map<String, String> meter() {
        Estate estate = estate();
        return Map.of(
                "cm_01J8ZP0A01",
                estate.community(),
                "un_01J8ZP2C12",
                estate.unit(0),
                MAIN_METER,
                mainMeter(estate, "2023-06-01"),
                SERIAL,
                Registry.unique("LXS-"));
    }

    private Map<String, String> branch() {
        Estate estate = estate();
        String main = mainMeter(estate, "2023-06-01");
        return Map.of("{meterId}", estate.meter(0), MAIN_METER, main);
    }

    private Map<String, String> register() {
        return Map.of("{meterId}", estate().meter(0), "LXS-2024-099001", Registry.unique("LXS-"));
    }

    private Map<String, String> readings() {
        Estate estate = estate();
        String first = Registry.unique("LXS-");
        String second = Registry.unique("LXS-");
        put(estate, first, "2023-06-01");
        put(estate, second, "2023-06-01");
        return Map.of(SERIAL, first, "LXS-2023-081202", second);
    }

    private static String mainMeter(Estate estate, String day) {
        return put(estate, Registry.unique("LXS-"), day);
    }

    private static String put(Estate estate, String serial, String day) {
        String body =
                """
                {"community_id": "%s", "kind": "WATER", "serial_no": "%s",
                 "installed_on": "%s", "initial_value": "12.0", "digits": 5}"""
                        .formatted(estate.community(), serial, day);
        return estate.as("MAINTENANCE_WORKER").post("/meters", body).expect(201).text("/id");
    }
}
