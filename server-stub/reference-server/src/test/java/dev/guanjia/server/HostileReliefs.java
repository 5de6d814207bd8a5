package dev.guanjia.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Stages for waivers, deferrals, late charges and write-offs. */
final class HostileReliefs {

    /** The library's rows of authority say since 2026 who signs a waiver. */
    private static final String SIGNED_ON = "2026-06-06";

    private static final String CHARGE = "ch_01J9B1F131";
    private static final String DEFERRAL = "{deferralId}";
    private static final String WRITE_OFF = "{writeOffId}";

    private final RunningServer server;

    HostileReliefs(RunningServer server) {
        this.server = server;
    }

    Map<String, Supplier<Map<String, String>>> stages() {
        Map<String, Supplier<Map<String, String>>> stages = new TreeMap<>();
        stages.put(
                "createWaiver",
                () -> Map.of(CHARGE, HostilePrices.charge(Estate.priced(server, 1))));
        stages.put("signWaiver", this::waiver);
        stages.put("rejectWaiver", this::waiver);
        stages.put("createDeferral", () -> Map.of(CHARGE, late(Estate.priced(server, 1))));
        stages.put("confirmDeferral", () -> Map.of(DEFERRAL, deferral()));
        stages.put("rejectDeferral", () -> Map.of(DEFERRAL, deferral()));
        stages.put("grantDeferral", this::confirmed);
        stages.put("createLateChargeRule", this::lateRule);
        stages.put("endLateChargeRule", () -> Map.of("{lateChargeRuleId}", rule()));
        stages.put("enterLateCharges", this::overdue);
        stages.put("createWriteOff", () -> Map.of(CHARGE, late(Estate.priced(server, 1))));
        stages.put("approveWriteOff", () -> Map.of(WRITE_OFF, writeOff()));
        stages.put("rejectWriteOff", () -> Map.of(WRITE_OFF, writeOff()));
        stages.put("recoverWriteOff", this::posted);
        return stages;
    }

    /** The charge of 214.80 for May 2026, due on the 28th. */
    private static String late(Estate estate) {
        String run = estate.bill("2026-05", "2026-05-29");
        return estate.charges("bill_run_id=" + run).get(0).at("/id").asString();
    }

    private Map<String, String> waiver() {
        Estate estate = Estate.priced(server, 1);
        String body =
                """
                {"charge_id": "%s", "amount": {"amount": "50.00", "currency": "CNY"},
                 "reason": "漏水", "attachments": ["a.pdf"], "proposed_on": "2024-06-05"}"""
                        .formatted(HostilePrices.charge(estate));
        Reply waiver = estate.as("STEWARD").post("/waivers", body).expect(201);
        return Map.of("{waiverId}", waiver.text("/id"), "2024-06-06", SIGNED_ON);
    }

    private String deferral() {
        Estate estate = Estate.priced(server, 1);
        String body =
                "{\"charge_id\": \"%s\", \"reason\": \"住院\", \"stated_on\": \"2026-06-05\"}"
                        .formatted(late(estate));
        return estate.as("STEWARD").post("/deferrals", body).expect(201).text("/id");
    }

    private Map<String, String> confirmed() {
        String deferral = deferral();
        HostileStages.step(
                Estate.with(server, 0).as("PROPERTY_MANAGER"),
                "/deferrals/" + deferral,
                "confirmations",
                "{\"confirmed_on\": \"2026-06-06\"}");
        return Map.of(DEFERRAL, deferral);
    }

    /** Each for a community of its own. */
    private Map<String, String> lateRule() {
        String community = Estate.with(server, 0).community();
        String item = "{\"fee_item\"";
        String scope = "{\"community_id\":\"%s\",".formatted(community);
        return Map.of(item, scope + item.substring(1));
    }

    private String rule() {
        Estate estate = Estate.with(server, 0);
        return estate.as("PROPERTY_MANAGER")
                .post(
                        "/late-charge-rules",
                        """
                        {"community_id": "%s", "fee_item": "PROPERTY_SERVICE",
                         "from": "2026-01-01", "rate": "1/2000", "per": "DAY", "grace_days": 10,
                         "source": "合同"}"""
                                .formatted(estate.community()))
                .expect(201)
                .text("/id");
    }

    private Map<String, String> overdue() {
        Estate estate = Estate.priced(server, 1);
        late(estate);
        estate.as("PROPERTY_MANAGER")
                .post(
                        "/late-charge-rules",
                        """
                        {"community_id": "%s", "fee_item": "PROPERTY_SERVICE",
                         "from": "2026-01-01", "rate": "1/2000", "per": "DAY", "grace_days": 10,
                         "source": "合同"}"""
                                .formatted(estate.community()))
                .expect(201);
        return Map.of("{unitId}", estate.unit(0));
    }

    private String writeOff() {
        Estate estate = Estate.priced(server, 1);
        String body =
                """
                {"charge_id": "%s", "amount": {"amount": "214.80", "currency": "CNY"},
                 "reason": "失联", "evidence": ["court.pdf"], "proposed_on": "2026-06-05"}"""
                        .formatted(late(estate));
        return estate.as("STEWARD").post("/write-offs", body).expect(201).text("/id");
    }

    private Map<String, String> posted() {
        String writeOff = writeOff();
        HostileStages.step(
                Estate.with(server, 0).as("PROPERTY_MANAGER"),
                "/write-offs/" + writeOff,
                "approvals",
                "{\"approved_on\": \"2026-06-06\"}");
        return Map.of(WRITE_OFF, writeOff);
    }
}
