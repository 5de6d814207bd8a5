package dev.guanjia.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Stages for dunning and for plans to collect what is owed. */
final class HostileArrears {

    private static final String CASE = "{caseId}";

    private final RunningServer server;

    HostileArrears(RunningServer server) {
        this.server = server;
    }

    Map<String, Supplier<Map<String, String>>> stages() {
        Map<String, Supplier<Map<String, String>>> stages = new TreeMap<>();
        stages.put("createDunningRound", () -> Map.of("{communityId}", owing().community()));
        stages.put("createDunningContact", this::visited);
        stages.put("createOutOfRemitRequest", () -> Map.of(CASE, opened(owing())));
        stages.put("createCollectionPlan", this::places);
        stages.put("transitionCollectionPlan", this::plan);
        stages.put(
                "createCollectorAssessment",
                () -> Map.of("sf_01J8ZQ0A18", server.newcomer("CASHIER").text("/staff_id")));
        return stages;
    }

    /** A flat that has owed 214.80 since 28 May 2024. */
    private Estate owing() {
        Estate estate = Estate.priced(server, 1);
        HostilePrices.charge(estate);
        return estate;
    }

    private static String opened(Estate estate) {
        String community = "/communities/" + estate.community();
        Api steward = estate.as("STEWARD");
        steward.post(community + "/dunning-rounds", "{\"on\": \"2024-05-29\"}").expect(201);
        return steward.get(community + "/dunning-cases").expect(200).text("/items/0/id");
    }

    /** A case that went from the notice to the visit. */
    private Map<String, String> visited() {
        Estate estate = owing();
        String opened = opened(estate);
        contact(estate, opened, "NOTIFY", "2024-05-29");
        contact(estate, opened, "VISIT", "2024-06-30");
        return Map.of(CASE, opened);
    }

    private static void contact(Estate estate, String id, String action, String day) {
        String path = "/dunning-cases/" + id;
        Api steward = estate.as("STEWARD");
        steward.with("If-Match", steward.get(path).expect(200).header("ETag"))
                .post(
                        path + "/contacts",
                        """
                        {"action": "%s", "channel": "TELEPHONE", "outcome": "REACHED",
                         "note": "已告知", "occurred_at": "%sT10:00:00+08:00"}"""
                                .formatted(action, day))
                .expect(201);
    }

    private Map<String, String> places() {
        Estate estate = owing();
        return Map.of(
                "cm_01J8ZQ0C01",
                estate.community(),
                "bd_01J8ZQ0B06",
                estate.registry().building(),
                "bd_01J8ZQ0B07",
                estate.registry().addBuilding("7").expect(201).text("/id"));
    }

    private Map<String, String> plan() {
        Estate estate = owing();
        Reply plan =
                estate.as("CS_SUPERVISOR")
                        .post(
                                "/collection-plans",
                                """
                                {"community_id": "%s", "name": "清欠", "from": "2024-11-01",
                                 "to": "2025-01-01", "listed_on": "2024-10-31",
                                 "groups": [{"key": "all", "level": "PROJECT", "name": "全部",
                                             "building_ids": ["%s"]}],
                                 "goals": [{"fee_item": "PROPERTY_SERVICE", "rate": "0.90"}]}"""
                                        .formatted(
                                                estate.community(), estate.registry().building()));
        return Map.of("{collectionPlanId}", plan.expect(201).text("/id"));
    }
}
