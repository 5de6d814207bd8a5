package dev.guanjia.server;

import java.util.UUID;

/** What our company has, for others to look for. */
final class OurRows {

    private static final String ORDERS = "/work-orders/";
    private static final String MANAGER = "PROPERTY_MANAGER";

    private final TenantRows rows;

    private OurRows(TenantRows rows) {
        this.rows = rows;
    }

    /** One of everything that can be read or listed. */
    static TenantRows in(Company company) {
        OurRows ours = new OurRows(TenantRows.of(company));
        ours.sends();
        ours.asks();
        ours.complains();
        ours.sells();
        ours.prices();
        ours.takes();
        ours.patrols();
        ours.watches();
        ours.rules();
        ours.lives();
        return ours.rows;
    }

    /** A worker on duty, and an order in the pool. */
    private void sends() {
        rows.post(MANAGER, "/staff/{worker}/dispatch-profiles", RowBodies.PROFILE);
        rows.post(MANAGER, "/staff/{worker}/duty-spans", RowBodies.SPAN);
        rows.make("pooled", "CS_ASSISTANT", "/work-orders", RowBodies.ORDER);
        rows.post(
                "CS_SUPERVISOR",
                ORDERS + "{pooled}/dispatches",
                "{\"mode\": \"POOL\", \"occurred_at\": \"" + TenantRows.NINE + "\"}");
    }

    /** A payment, and what is to become of it. */
    private void takes() {
        rows.make("payment", "CASHIER", "/payments", RowBodies.PAYMENT);
        rows.make("reversal", "CASHIER", "/payments/{payment}/reversals", RowBodies.REVERSAL);
        rows.make("refund", "CASHIER", "/payments/{payment}/refunds", RowBodies.REFUND);
    }

    /** An order that is bound to a slip, one for equipment, and one that waits for the call. */
    private void asks() {
        rows.keep("slip", "CK-" + UUID.randomUUID());
        rows.post(
                "CS_ASSISTANT",
                ORDERS + "{order}/links",
                "{\"kind\": \"STOCK_ISSUE\", \"target\": \"{slip}\"}");
        String lift =
                RowBodies.ORDER.replace("{\"kind", "{\"equipment_id\": \"{equipment}\", \"kind");
        rows.make("lift", "CS_ASSISTANT", "/work-orders", lift);
        rows.make("called", "CS_ASSISTANT", "/work-orders", RowBodies.ORDER);
        String order = ORDERS + "{called}/transitions";
        rows.post(
                "CS_SUPERVISOR",
                order,
                step("DISPATCH", 0).replace("}", ", \"assignee_id\": \"{worker}\"}"));
        rows.post("MAINTENANCE_WORKER", order, step("ACCEPT", 1));
        rows.post("MAINTENANCE_WORKER", order, step("ARRIVE", 2));
        rows.post("MAINTENANCE_WORKER", order, step("FINISH", 3));
        rows.make(
                "sample",
                "CS_SUPERVISOR",
                "/call-back-samples",
                """
                {"community_id": "{community}", "period": "2026-03", "percent": "100", "seed": 7}
                """);
    }

    /** Who lives in the unit, who pays for it, and a customer with a number of our files. */
    private void lives() {
        rows.make(
                "occupant",
                "CS_ASSISTANT",
                "/occupants",
                "{\"unit_id\": \"{unit}\", \"name\": \"陈晨\"}");
        rows.make(
                "term",
                "CS_ASSISTANT",
                "/units/{unit}/payer-terms",
                """
                {"payer": {"kind": "OCCUPANT", "id": "{occupant}"}, "from": "2026-03-01"}
                """);
        rows.keep("customer", "YZ-" + UUID.randomUUID());
        rows.make(
                "buyer",
                "CS_ASSISTANT",
                "/owners",
                "{\"name\": \"刘洋\", \"reference\": \"{customer}\"}");
    }

    private void complains() {
        String complaint =
                """
                {"kind": "COMPLAINT", "community_id": "{community}", "title": "噪音",
                 "severity": "MAJOR", "channel": "%s", "due_at": "2026-03-07T09:00:00+08:00",
                 "received_at": "2026-03-06T08:15:00+08:00"}
                """;
        rows.make("complaint", "CS_ASSISTANT", "/work-orders", complaint.formatted("GM_HOTLINE"));
        rows.make("letter", "CS_ASSISTANT", "/work-orders", complaint.formatted("LETTER"));
    }

    private void sells() {
        rows.make(
                "price",
                MANAGER,
                "/service-prices",
                PaidBodies.priceBody("OT_TAP", "MATERIAL", "66.50", "2020-01-01"));
        rows.make("paid", "CS_ASSISTANT", "/work-orders", RowBodies.PAID_ORDER);
        String paid = ORDERS + "{paid}/transitions";
        rows.post("CS_ASSISTANT", paid, step("POOL", 0));
        rows.post("MAINTENANCE_WORKER", paid, step("TAKE", 1));
        rows.post("MAINTENANCE_WORKER", ORDERS + "{paid}/quotes", RowBodies.QUOTE);
        rows.post("CS_ASSISTANT", ORDERS + "{paid}/consents", RowBodies.CONSENT);
        rows.post("MAINTENANCE_WORKER", paid, step("ARRIVE", 7));
        rows.post("MAINTENANCE_WORKER", ORDERS + "{paid}/actual-work", RowBodies.DONE);
        Reply taken =
                rows.post("CS_ASSISTANT", ORDERS + "{paid}/acceptances", RowBodies.ACCEPTANCE);
        rows.keep("charge", taken.text("/charge_id"));
    }

    /** A tariff, and a cost that is shared. */
    private void prices() {
        rows.make("tariff", MANAGER, "/tariffs", RowBodies.TARIFF);
        rows.post(MANAGER, "/fee-items", own(RowBodies.SHARED_FEE));
        rows.make("pool", "CS_ASSISTANT", "/communities/{community}/pools", own(RowBodies.POOL));
        rows.post("CS_ASSISTANT", "/pools/{pool}/apportionments", "{}");
    }

    /** A fee item of its own: whoever bills in the shared company has the other. */
    private static String own(String body) {
        return body.replace("SHARED_LIGHT", "SHARED_LAMPS");
    }

    private void patrols() {
        rows.keep("shift", "n" + UUID.randomUUID().toString().substring(0, 8));
        rows.keep("area", "a" + UUID.randomUUID().toString().substring(0, 8));
        rows.post("ADMINISTRATOR", "/shifts", RowBodies.SHIFT);
        rows.make("route", MANAGER, "/patrol-routes", RowBodies.ROUTE);
        rows.make("plan", MANAGER, "/patrol-plans", RowBodies.PLAN);
        rows.make("round", "STEWARD", "/patrol-rounds", RowBodies.ROUND);
        rows.post("ADMINISTRATOR", "/patrol-areas", RowBodies.AREA);
    }

    private void watches() {
        rows.make("turn", MANAGER, "/roster-turns", RowBodies.TURN);
        rows.make(
                "handover",
                "STEWARD",
                "/stations/{station}/handovers",
                "{\"relief_id\": \"{relief}\"}");
    }

    /** Rows of the company that no order of another test is old enough to meet. */
    private void rules() {
        rows.make("level", MANAGER, "/service-levels", RowBodies.LEVEL);
        rows.make("ladder", MANAGER, "/service-ladders", RowBodies.LADDER);
        rows.make("policy", MANAGER, "/call-back-policies", RowBodies.POLICY);
        rows.keep("channel", "OT_PIGEON");
        rows.post(MANAGER, "/channels", RowBodies.CHANNEL);
        rows.keep("standard", "OT-PIGEON");
        rows.post(MANAGER, "/maintenance-standards", RowBodies.STANDARD);
    }

    /** A step of an order, some minutes after nine. */
    static String step(String action, int minute) {
        return "{\"action\": \"%s\", \"occurred_at\": \"2026-03-06T09:%02d:00+08:00\"}"
                .formatted(action, minute);
    }
}
