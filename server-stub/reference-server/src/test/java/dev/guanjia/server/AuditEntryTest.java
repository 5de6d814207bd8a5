package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuditEntryTest {

    private final RunningServer server = RunningServer.shared();
    private final Api administrator = server.asAdministrator();

    @Test
    void whatWasDoneIsListedWithWhoDidItNewestFirst() {
        Registry registry = Registry.with(server);
        Api manager = server.holding("PROPERTY_MANAGER");
        String second = registry.addBuilding("2").expect(201).text("/id");
        Reply page =
                manager.get("/audit-entries?action=create-building&outcome=ACCEPTED&limit=200")
                        .expect(200);
        JsonNode newest = find(page, second);
        assertThat(newest.at("/staff_id").asString()).isEqualTo("sf_administrator");
        assertThat(newest.at("/reasons").size()).isZero();
        assertThat(page.json().at("/items").findValuesAsString("subject_id"))
                .containsSubsequence(second, registry.building());
    }

    @Test
    void aRefusalKeepsItsReasonsInBothLanguages() {
        Registry registry = Registry.with(server);
        Reply person = server.newcomer("STEWARD");
        String path = "/communities/" + registry.community() + "/buildings";
        String body = "{\"code\": \"9\", \"name\": \"9幢\"}";
        server.as(person.text("/token")).post(path, body).expect(403);
        String query = "/audit-entries?action=create-building&outcome=REFUSED&limit=200";
        JsonNode english = find(administrator.get(query), registry.community());
        assertThat(english.at("/staff_id").asString()).isEqualTo(person.text("/staff_id"));
        assertThat(english.at("/post").asString()).isEqualTo("STEWARD");
        assertThat(english.at("/reasons/0/code").asString()).isEqualTo("command-not-permitted");
        assertThat(english.at("/reasons/0/facts/post").asString()).isEqualTo("STEWARD");
        assertThat(english.at("/reasons/0/message").asString()).contains("may not give");
        JsonNode chinese =
                find(
                        administrator.with("Accept-Language", "zh-CN").get(query),
                        registry.community());
        assertThat(chinese.at("/reasons/0/message").asString())
                .isNotEqualTo(english.at("/reasons/0/message").asString())
                .contains("STEWARD");
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        Registry.with(server);
        Reply first = administrator.get("/audit-entries?limit=1").expect(200);
        String next = first.text("/next_cursor");
        Reply second = administrator.get("/audit-entries?limit=1&cursor=" + next).expect(200);
        assertThat(second.text("/items/0/id")).isNotEqualTo(first.text("/items/0/id"));
        administrator.get("/audit-entries?cursor=x").expectProblem(400, "cursor-invalid");
    }

    @Test
    void othersMayNotReadTheTrailAndTheAttemptIsPartOfIt() {
        Reply person = server.newcomer("CASHIER");
        server.as(person.text("/token"))
                .get("/audit-entries")
                .expectProblem(403, "command-not-permitted");
        Reply page = administrator.get("/audit-entries?action=list-audit-entries&limit=200");
        assertThat(page.expect(200).json().at("/items").findValuesAsString("staff_id"))
                .contains(person.text("/staff_id"));
    }

    private static JsonNode find(Reply page, String subject) {
        for (JsonNode item : page.expect(200).json().at("/items")) {
            if (item.at("/subject_id").asString("").equals(subject)) {
                return item;
            }
        }
        throw new AssertionError(subject + " is not in " + page.body());
    }
}
