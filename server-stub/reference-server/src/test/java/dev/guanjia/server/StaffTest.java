package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StaffTest {

    private final RunningServer server = RunningServer.shared();
    private final Api administrator = server.asAdministrator();

    @Test
    void aPersonIsEnteredReadChangedAndListed() {
        Reply made = create("周敏").expect(201);
        String id = made.text("/id");
        assertThat(id).matches("sf_[0-9A-Za-z]{20}");
        assertThat(made.header("Location")).isEqualTo("/v1/staff/" + id);
        assertThat(made.header("ETag")).isEqualTo("\"1\"");

        Reply changed =
                administrator.patch("/staff/" + id, "{\"mobile\": \"13800010007\"}", "\"1\"");
        assertThat(changed.expect(200).text("/mobile")).isEqualTo("13800010007");
        assertThat(changed.text("/name")).isEqualTo("周敏");

        Reply cleared = administrator.patch("/staff/" + id, "{\"mobile\": null}", "\"2\"");
        assertThat(cleared.expect(200).json().has("mobile")).isFalse();
        assertThat(administrator.get("/staff/" + id).header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void aStaffNumberBelongsToOnePerson() {
        String number = "N" + UUID.randomUUID().toString().substring(0, 8);
        String body = "{\"staff_no\": \"%s\", \"name\": \"甲\"}".formatted(number);
        administrator.post("/staff", body).expect(201);
        Reply second = administrator.post("/staff", body.replace("甲", "乙"));
        second.expectProblem(409, "staff-no-taken");
        assertThat(second.text("/reasons/0/facts/staff_no")).isEqualTo(number);
    }

    @Test
    void everyPersonIsOnOnePageAndOneOnly() {
        for (int i = 0; i < 5; i++) {
            create("分页").expect(201);
        }
        List<String> numbers = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = administrator.get("/staff?limit=2" + cursor).expect(200);
            page.json().at("/items").forEach(item -> numbers.add(item.at("/staff_no").asString()));
            JsonNode next = page.json().at("/next_cursor");
            cursor = next.isMissingNode() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty());
        assertThat(numbers).hasSizeGreaterThanOrEqualTo(5).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aTokenOpensUntilItIsRevoked() {
        Reply newcomer = server.newcomer("CASHIER");
        Api person = server.as(newcomer.text("/token"));
        person.get("/staff").expect(200);
        String path = "/staff/" + newcomer.text("/staff_id") + "/tokens/" + newcomer.text("/id");
        administrator.delete(path).expect(204);
        person.get("/staff").expectProblem(401, "unauthenticated");
    }

    @Test
    void postsAreListedByFirstDay() {
        String id = create("王磊").expect(201).text("/id");
        assign(id, "STEWARD", "2024-05-01").expect(201);
        assign(id, "CASHIER", "2024-04-01").expect(201);
        assign(id, "CASHIER", "2024-04-01").expectProblem(409, "assignment-overlaps");
        assign(id, "SWEEPER", "2024-04-01").expectProblem(400, "invalid-request");
        Reply first = administrator.get("/staff/" + id + "/assignments?limit=1").expect(200);
        assertThat(first.text("/items/0/post")).isEqualTo("CASHIER");
        String cursor = first.text("/next_cursor");
        Reply second = administrator.get("/staff/" + id + "/assignments?limit=1&cursor=" + cursor);
        assertThat(second.expect(200).text("/items/0/post")).isEqualTo("STEWARD");
        assertThat(second.json().has("next_cursor")).isFalse();
    }

    private Reply assign(String id, String post, String from) {
        return administrator.post(
                "/staff/" + id + "/assignments",
                "{\"post\": \"%s\", \"from\": \"%s\"}".formatted(post, from));
    }

    private Reply create(String name) {
        String number = "S" + UUID.randomUUID().toString().substring(0, 8);
        return administrator.post(
                "/staff", "{\"staff_no\": \"%s\", \"name\": \"%s\"}".formatted(number, name));
    }
}
