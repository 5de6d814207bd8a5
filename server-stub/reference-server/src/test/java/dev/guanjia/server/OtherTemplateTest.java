package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands in a company that is no single community: six line departments, 004B. */
class OtherTemplateTest {

    @TempDir private static Path folder;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server =
                RunningServer.shared()
                        .another("six_line", folder)
                        .withCompany("SIX_LINE_DEPARTMENTS");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theGeneralManagerRegistersACommunityAndTheHeadOfCleaningDoesNot() {
        String body = "{\"name\": \"%s\", \"time_zone\": \"Asia/Shanghai\"}";
        server.holding("GENERAL_MANAGER")
                .post("/communities", body.formatted(Registry.unique("小区")))
                .expect(201);
        Reply refused =
                server.holding("CLEANING_MANAGER")
                        .post("/communities", body.formatted(Registry.unique("小区")));
        refused.expectProblem(403, "command-not-permitted");
        assertThat(refused.text("/reasons/0/facts/permitted"))
                .isEqualTo("GENERAL_MANAGER, ADMINISTRATOR");
    }

    @Test
    void theCashierTakesMoneyAndTheFinanceManagerClosesTheMonthNeverTheOtherWayRound() {
        Registry registry = Registry.with(server);
        String unit = registry.enter(registry.unit("1")).expect(201).text("/units/0/id");
        String payment =
                """
                {"unit_id": "%s", "amount": {"amount": "30.00", "currency": "CNY"},
                 "method": "CASH", "paid_on": "2024-06-03"}"""
                        .formatted(unit);
        Api cashier = server.holding("CASHIER");
        Api finance = server.holding("FINANCE_MANAGER");
        cashier.post("/payments", payment).expect(201);
        finance.post("/payments", payment).expectProblem(403, "command-not-permitted");
        String closing = "{\"closed_on\": \"2024-07-01\"}";
        String path = "/accounting-periods/2024-06/closures";
        cashier.post(path, closing).expectProblem(403, "command-not-permitted");
        Reply closed = finance.post(path, closing);
        assertThat(closed.status()).as(closed.body()).isBetween(200, 201);
    }

    @Test
    void aDutyIsPerformedByThePostThatItNamesAndByNobodyWithoutAPost() {
        String engineer =
                "/duty-occurrences/" + occurrence("ENGINEERING_MANAGER") + "/performances";
        String done = "{\"performed_at\": \"2026-04-01T17:00:00+08:00\", \"evidence\": []}";
        server.holding("PUBLIC_ORDER_MANAGER")
                .post(engineer, done)
                .expectProblem(403, "duty-not-responsible");
        Reply postless = server.holding().post(engineer, done);
        postless.expectProblem(403, "command-not-permitted");
        assertThat(postless.text("/reasons/0/facts/permitted")).isEqualTo("ANY_POST");
        Reply performed = server.holding("ENGINEERING_MANAGER").post(engineer, done).expect(200);
        assertThat(performed.text("/state")).isEqualTo("PERFORMED");
    }

    @Test
    void whoBearsThePostThatAStepOfWorkNamesTakesIt() {
        server.asAdministrator()
                .post(
                        "/posts",
                        """
                        {"id": "COMPLAINT_DESK", "label": {"zh": "投诉岗", "en": "Complaint desk"},
                         "bears": "CS_SUPERVISOR", "reports_to": "GENERAL_MANAGER",
                         "headcount": {"min": 1}, "from": "2024-01-01"}""")
                .expect(201);
        String order =
                """
                {"kind": "COMPLAINT", "community_id": "%s", "title": "噪音", "channel": "PHONE",
                 "received_at": "2026-03-06T16:30:00+08:00"}"""
                        .formatted(Registry.with(server).community());
        Api customerService = server.holding("CS_MANAGER");
        WorkOrderWalk walk =
                new WorkOrderWalk(customerService.post("/work-orders", order).expect(201), "");
        String then = "2026-03-06T16:40:00+08:00";
        Reply refused = walk.take(customerService, "VALIDATE", then, "属实");
        refused.expectProblem(403, "command-not-permitted");
        assertThat(refused.text("/reasons/0/facts/permitted"))
                .isEqualTo("CS_SUPERVISOR, COMPLAINT_DESK");
        walk.take(server.holding("COMPLAINT_DESK"), "VALIDATE", then, "属实").expect(200);
    }

    /** The daily management of a department on one day. */
    private static String occurrence(String post) {
        String path = "/duty-occurrences?from=2026-04-01&to=2026-04-01&limit=200&post=" + post;
        for (JsonNode item : server.asAdministrator().get(path).expect(200).json().at("/items")) {
            if (item.at("/duty_id").asString().equals("D-004B-ENM-01")) {
                return item.at("/id").asString();
            }
        }
        throw new AssertionError("the duty is not due");
    }
}
