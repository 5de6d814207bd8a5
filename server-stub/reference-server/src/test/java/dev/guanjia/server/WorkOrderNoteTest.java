package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hangs on work orders over HTTP: remarks, files and links. */
class WorkOrderNoteTest {

    private static final WorkOrderCompany COMPANY = new WorkOrderCompany();
    private static final Api ASSISTANT = COMPANY.assistant;

    private final Reply made = COMPANY.open(ASSISTANT, "REPAIR", "").expect(201);
    private final String path = "/work-orders/" + made.text("/id");

    @Test
    void remarksAreKeptInTheirOrderAndChangeNothing() {
        Reply first = COMPANY.worker.post(path + "/comments", "{\"text\": \"缺灯泡\"}").expect(201);
        ASSISTANT
                .post(path + "/comments", "{\"text\": \"已告知\", \"visible_to_customer\": true}")
                .expect(201);
        assertThat(first.text("/post")).isEqualTo("MAINTENANCE_WORKER");
        assertThat(first.text("/staff_id")).isEqualTo(COMPANY.workerId);
        Reply page = ASSISTANT.get(path + "/comments?limit=1").expect(200);
        assertThat(page.text("/items/0/text")).isEqualTo("缺灯泡");
        Reply rest = ASSISTANT.get(path + "/comments?cursor=" + page.text("/next_cursor"));
        assertThat(rest.expect(200).text("/items/0/text")).isEqualTo("已告知");
        assertThat(rest.json().at("/items/0/visible_to_customer").asBoolean()).isTrue();
        assertThat(ASSISTANT.get(path).header("ETag")).isEqualTo(made.header("ETag"));
        ASSISTANT.post(path + "/comments", "{\"text\": \"  \"}").expect(400);
        ASSISTANT.post("/work-orders/wo_00000000/comments", "{\"text\": \"x\"}").expect(404);
        COMPANY.server
                .asAdministrator()
                .post(path + "/comments", "{\"text\": \"x\"}")
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void aFileIsNamedAndFoundAgain() {
        Reply filed = ASSISTANT.post(path + "/attachments", file("work-orders/灯.jpg")).expect(201);
        Reply page = COMPANY.worker.get(path + "/attachments").expect(200);
        assertThat(page.json().at("/items/0")).isEqualTo(filed.json());
        assertThat(filed.text("/path")).isEqualTo("work-orders/灯.jpg");
        assertThat(filed.json().at("/size").asLong()).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret",
                "a/../../b",
                "/etc/passwd",
                "a//b",
                "C:\\\\x",
                "a/%2e%2e/b",
                ".hidden"
            })
    void aPathThatCouldLeaveTheStoreIsRefused(String out) {
        ASSISTANT
                .post(path + "/attachments", file(out))
                .expectProblem(409, "work-order-attachment-path-invalid");
        assertThat(ASSISTANT.get(path + "/attachments").json().at("/items").size()).isZero();
    }

    @Test
    void linksAreReadBothWays() {
        String slip = "{\"kind\": \"STOCK_ISSUE\", \"target\": \"%s\"}".formatted(made.text("/id"));
        ASSISTANT.post(path + "/links", slip).expect(201);
        ASSISTANT.post(path + "/links", slip).expectProblem(409, "work-order-link-exists");
        String request = "{\"kind\": \"REQUEST\", \"target\": \"%s\"}";
        ASSISTANT.post(path + "/links", request.formatted(asked())).expect(201);
        ASSISTANT
                .post(path + "/links", request.formatted(asked()))
                .expectProblem(409, "work-order-origin-exists");
        ASSISTANT
                .post(path + "/links", "{\"kind\": \"PARENT\", \"target\": \"x\"}")
                .expectProblem(400, "invalid-request");
        Reply of = ASSISTANT.get("/work-order-links?work_order_id=" + made.text("/id"));
        assertThat(of.expect(200).json().at("/items").size()).isEqualTo(2);
        Reply back = ASSISTANT.get("/work-order-links?kind=STOCK_ISSUE&target=" + made.text("/id"));
        assertThat(back.expect(200).text("/items/0/work_order_id")).isEqualTo(made.text("/id"));
        ASSISTANT.get("/work-order-links?kind=LOVE").expectProblem(400, "invalid-request");
    }

    @Test
    void nothingIsBoundToWhatIsNotThereOrByWhoHasNoPartInTheWork() {
        for (String kind : List.of("REQUEST", "BILL_LINE")) {
            Reply no =
                    ASSISTANT.post(
                            path + "/links",
                            "{\"kind\": \"%s\", \"target\": \"xx_00000000\"}".formatted(kind));
            assertThat(no.expect(400).text("/errors/0/pointer")).isEqualTo("/target");
        }
        COMPANY.server
                .holding("CASHIER")
                .post(path + "/links", "{\"kind\": \"STOCK_ISSUE\", \"target\": \"x\"}")
                .expectProblem(403, "command-not-permitted");
    }

    private static String asked() {
        String body =
                """
                {"community_id": "%s", "words": "x", "channel": "PHONE", "received_at": "%s"}
                """;
        return ASSISTANT
                .post(
                        "/service-requests",
                        body.formatted(COMPANY.community.id(), WorkOrderCompany.FRIDAY))
                .expect(201)
                .text("/id");
    }

    private static String file(String path) {
        return """
        {"name": "灯.jpg", "media_type": "image/jpeg", "size": 17, "path": "%s",
         "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
        """
                .formatted(path);
    }
}
