package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UnitTest {

    private final RunningServer server = RunningServer.shared();
    private final Api administrator = server.asAdministrator();
    private final Registry registry = Registry.with(server);

    @Test
    void aUnitIsReadAsItWasGivenWithItsOwnerAndItsMeters() {
        Reply made = registry.enter(registry.unit("1201")).expect(201);
        String id = made.text("/units/0/id");
        Reply unit = administrator.get("/units/" + id).expect(200);
        assertThat(unit.json()).isEqualTo(made.json().at("/units/0"));
        assertThat(unit.text("/area")).isEqualTo("89.50");
        assertThat(unit.text("/meters/0/initial_value")).isEqualTo("12.0");
        assertThat(unit.text("/meters/0/unit_id")).isEqualTo(id);
        Reply owner = administrator.get("/owners/" + unit.text("/owner_id")).expect(200);
        assertThat(owner.text("/name")).isEqualTo("张伟");
        assertThat(owner.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void fiveHundredUnitsAreEnteredAtOnceInTheirOrder() {
        long began = System.nanoTime();
        Reply made = registry.enter(registry.units(500)).expect(201);
        long millis = (System.nanoTime() - began) / 1_000_000;
        assertThat(millis).isLessThan(10_000);
        List<String> numbers = made.json().at("/units").findValuesAsString("number");
        assertThat(numbers).hasSize(500).startsWith("1", "2", "3").endsWith("499", "500");
        assertThat(made.text("/units/499/meters/0/kind")).isEqualTo("WATER");
        registry.enter(registry.units(501)).expectProblem(400, "invalid-request");
        registry.enter("").expectProblem(400, "invalid-request");
    }

    @Test
    void nothingIsEnteredWhereOneRowIsWrongAndEveryWrongRowIsNamed() {
        registry.enter(registry.unit("101", "50", "OLD-" + registry.building())).expect(201);
        String batch =
                String.join(
                        ",",
                        registry.unit("102"),
                        registry.unit("101"),
                        registry.unit("102"),
                        registry.unit("103", "50", "OLD-" + registry.building()));
        Reply reply = registry.enter(batch).expectProblem(409, "unit-number-taken");
        assertThat(reply.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/units/1/number", "/units/2/number", "/units/3/meters/0/serial_no");
        assertThat(reply.text("/errors/2/code")).isEqualTo("meter-serial-taken");
        assertThat(reply.text("/reasons/0/facts/number")).isEqualTo("101");
        assertThat(numbers("")).containsExactly("101");
    }

    @Test
    void fieldsThatDoNotFitAreNamedTogetherWithRulesThatRefuse() {
        registry.enter(registry.unit("1")).expect(201);
        String other = registry.unit("2").replace(registry.building(), "bd_0000000000");
        String batch =
                String.join(
                        ",",
                        other,
                        registry.unit("3", "0", Registry.unique("M")),
                        registry.unit(" "),
                        registry.unit("4").replace("RESIDENTIAL", "CASTLE"),
                        registry.unit("5").replace("WATER", "WINE"),
                        registry.unit("6").replace("2023-06-01", "2999-06-01"),
                        registry.unit("7").replace("2023-06-01", "0001-06-01"),
                        registry.unit("1"));
        Reply reply = registry.enter(batch).expectProblem(400, "invalid-request");
        assertThat(reply.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly(
                        "/units/0/building_id",
                        "/units/1/area",
                        "/units/2/number",
                        "/units/3/use",
                        "/units/4/meters/0/kind",
                        "/units/5/meters/0/installed_on",
                        "/units/6/meters/0/installed_on",
                        "/units/7/number");
        assertThat(numbers("")).containsExactly("1");
    }

    @Test
    void textThatTheDocumentForbidsNeverReachesTheTables() {
        refused(registry.unit("1", "-5", "M"), "/units/0/area");
        refused(registry.unit("1", "0700", "M"), "/units/0/area");
        refused(registry.unit("1", "1.1234567", "M"), "/units/0/area");
        refused(registry.unit("1", "1000000.1", "M"), "/units/0/area");
        refused(registry.unit("1").replace("\"89.50\"", "89.50"), "/units/0/area");
        refused(registry.unit("1").replace("2023-06-01", "2023-13-01"), "/units/0/meters/0");
        refused(registry.unit("1").replace("\"use\"", "\"colour\": 1, \"use\""), "/units/0/colour");
        refused("null", "/units/0");
        assertThat(numbers("")).isEmpty();
    }

    private void refused(String unit, String pointer) {
        Reply reply = registry.enter(unit).expectProblem(400, "invalid-request");
        assertThat(reply.text("/errors/0/pointer")).startsWith(pointer);
    }

    @Test
    void oneOfTwoWhoEnterTheSameUnitAtOnceIsRefused() {
        String unit = registry.unit("1", "50", Registry.unique("M"));
        List<Integer> answers =
                IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> registry.enter(unit)))
                        .toList()
                        .stream()
                        .map(reply -> reply.join().status())
                        .sorted()
                        .toList();
        assertThat(answers).containsExactly(201, 409, 409, 409);
    }

    @Test
    void unitsAreListedByBuildingAndNumberOnPages() {
        String second = registry.addBuilding("0|~").expect(201).text("/id");
        String unit = registry.unit("7").replace(registry.building(), second);
        registry.enter(registry.units(3) + "," + unit).expect(201);
        assertThat(numbers("")).containsExactly("7", "1", "2", "3");
        assertThat(numbers("&building_id=" + second)).containsExactly("7");
        assertThat(numbers("&building_id=bd_0000000000")).isEmpty();
        administrator.get("/units?limit=0").expectProblem(400, "invalid-request");
        administrator.get("/units?cursor=abc").expectProblem(400, "cursor-invalid");
    }

    @Test
    void onlyTheManagerAndTheAdministratorEnterUnitsAndOnlyIntoACommunityThatExists() {
        String body = "{\"units\": [" + registry.unit("1") + "]}";
        String path = "/communities/" + registry.community() + "/unit-batches";
        server.holding("CASHIER").post(path, body).expectProblem(403, "command-not-permitted");
        server.holding("PROPERTY_MANAGER").post(path, body).expect(201);
        administrator
                .post("/communities/cm_0000000000/unit-batches", body)
                .expectProblem(404, "not-found");
        administrator.get("/units/un_0000000000").expectProblem(404, "not-found");
        administrator.get("/units/x").expectProblem(400, "invalid-request");
    }

    private List<String> numbers(String filter) {
        List<String> numbers = new ArrayList<>();
        String path = "/units?limit=2&community_id=" + registry.community() + filter;
        String cursor = "";
        do {
            Reply page = administrator.get(path + cursor).expect(200);
            page.json().at("/items").forEach(item -> numbers.add(item.at("/number").asString()));
            JsonNode next = page.json().at("/next_cursor");
            cursor = next.isMissingNode() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        return numbers;
    }
}
