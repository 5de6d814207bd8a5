package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegistryTest {

    private final RunningServer server = RunningServer.shared();
    private final Api administrator = server.asAdministrator();

    @Test
    void aCommunityIsEnteredReadAndListedByItsName() {
        String name = Registry.unique("锦绣花园");
        Reply made = administrator.post("/communities", community(name, "Asia/Shanghai"));
        String id = made.expect(201).text("/id");
        assertThat(made.header("Location")).isEqualTo("/v1/communities/" + id);
        assertThat(administrator.get("/communities/" + id).expect(200).json())
                .isEqualTo(made.json());
        assertThat(administrator.get("/communities?limit=200").expect(200).body()).contains(name);
        administrator
                .post("/communities", community(name, "Asia/Shanghai"))
                .expectProblem(409, "community-name-taken");
    }

    @Test
    void aCommunityHasANameAndATimeZoneThatExists() {
        Reply reply = administrator.post("/communities", community("\\t", "Asia/Atlantis"));
        reply.expectProblem(400, "invalid-request");
        assertThat(reply.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/name", "/time_zone");
        administrator
                .post("/communities", community("x", "../etc"))
                .expectProblem(400, "invalid-request");
        administrator.get("/communities/cm_0000000000").expectProblem(404, "not-found");
        server.holding("STEWARD")
                .post("/communities", community("x", "Asia/Shanghai"))
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void aBuildingCodeIsUniqueInItsCommunityAndBuildingsAreListedByIt() {
        Registry registry = Registry.with(server);
        registry.addBuilding("2").expect(201);
        registry.addBuilding("10").expect(201);
        registry.addBuilding("2").expectProblem(409, "building-code-taken");
        String path = "/communities/" + registry.community() + "/buildings?limit=2";
        Reply first = administrator.get(path).expect(200);
        assertThat(first.json().at("/items").findValuesAsString("code")).containsExactly("1", "10");
        Reply second = administrator.get(path + "&cursor=" + first.text("/next_cursor"));
        assertThat(second.expect(200).json().at("/items").findValuesAsString("code"))
                .containsExactly("2");
        assertThat(second.json().has("next_cursor")).isFalse();
        administrator.get("/communities/cm_0000000000/buildings").expectProblem(404, "not-found");
    }

    @Test
    void anOwnerIsChangedByCustomerServiceWithTheVersionLastSeen() {
        Registry registry = Registry.with(server);
        String id = registry.enter(registry.unit("1")).expect(201).text("/units/0/owner_id");
        String path = "/owners/" + id;
        Api assistant = server.holding("CS_ASSISTANT");
        Reply changed = assistant.patch(path, "{\"mobile\": null}", "\"1\"").expect(200);
        assertThat(changed.json().has("mobile")).isFalse();
        assertThat(changed.text("/name")).isEqualTo("张伟");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assistant
                .patch(path, "{\"name\": \"李娜\"}", "\"1\"")
                .expectProblem(412, "precondition-failed");
        assistant.patch(path, "{\"name\": \"  \"}", "\"2\"").expectProblem(400, "invalid-request");
        assistant
                .patch(path, "{\"mobile\": \"     \"}", "\"2\"")
                .expectProblem(400, "invalid-request");
        assistant.patch(path, "{\"name\": null}", "\"2\"").expectProblem(400, "invalid-request");
        administrator
                .patch(path, "{\"name\": \"李娜\"}", "\"2\"")
                .expectProblem(403, "command-not-permitted");
        assistant.patch("/owners/ow_0000000000", "{}", "\"1\"").expectProblem(404, "not-found");
        assertThat(administrator.get(path).expect(200).json()).isEqualTo(changed.json());
    }

    private static String community(String name, String zone) {
        return "{\"name\": \"%s\", \"time_zone\": \"%s\"}".formatted(name, zone);
    }
}
