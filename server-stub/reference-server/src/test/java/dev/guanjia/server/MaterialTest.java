package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is issued for work orders, over HTTP. */
class MaterialTest {

    private static final WorkOrderCompany COMPANY = new WorkOrderCompany();
    private static final String SLIP =
            """
            {"issued_at": "%s", "reference": "%s",
             "lines": [{"item": "LED 灯管", "quantity": "%s", "unit": "支"}]}
            """;

    @Test
    void whatIsIssuedIsKeptWithTheStepAndLinkedBothWays() {
        Reply made = COMPANY.open(COMPANY.assistant, "REPAIR", "").expect(201);
        WorkOrderWalk walk = COMPANY.walk(made);
        walk.assign(COMPANY.assistant, "DISPATCH", at(1)).expect(200);
        walk.take(COMPANY.worker, "ACCEPT", at(2)).expect(200);
        Reply there = walk.take(COMPANY.worker, "ARRIVE", at(3)).expect(200);
        String path = "/work-orders/" + made.text("/id") + "/material-issues";
        Api storekeeper =
                COMPANY.server.holding("STOREKEEPER").with("If-Match", there.header("ETag"));
        String number = "CK-" + made.text("/id");
        Reply none = storekeeper.post(path, SLIP.formatted(at(4), number, "0"));
        assertThat(none.expect(400).text("/errors/0/pointer")).isEqualTo("/lines/0/quantity");
        COMPANY.worker
                .with("If-Match", there.header("ETag"))
                .post(path, SLIP.formatted(at(4), number, "2"))
                .expectProblem(403, "command-not-permitted");
        Reply issued = storekeeper.post(path, SLIP.formatted(at(4), number, "2")).expect(201);
        assertThat(issued.text("/lines/0/quantity")).isEqualTo("2");
        assertThat(issued.header("ETag")).isNotEqualTo(there.header("ETag"));
        Reply page = COMPANY.assistant.get(path).expect(200);
        assertThat(page.json().at("/items/0")).isEqualTo(issued.json());
        Reply order = COMPANY.assistant.get("/work-orders/" + made.text("/id"));
        assertThat(order.text("/stock_issues/0")).isEqualTo(number);
        Reply back = COMPANY.assistant.get("/work-order-links?kind=STOCK_ISSUE&target=" + number);
        assertThat(back.text("/items/0/work_order_id")).isEqualTo(made.text("/id"));
        assertThat(COMPANY.assistant.get("/work-orders/" + made.text("/id") + "/events").body())
                .contains("ISSUE_MATERIALS");
        storekeeper.post(path, SLIP.formatted(at(5), number, "1")).expect(412);
        COMPANY.assistant.get("/work-orders/wo_00000000/material-issues").expect(404);
    }

    private static String at(int minutes) {
        return WorkOrderCompany.after(minutes);
    }
}
