package dev.guanjia.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Stages for deposits, each of 2000.00 taken in March 2026. */
final class HostileDeposits {

    private static final String DEPOSIT = "{depositId}";
    private static final String PATH = "/deposits/";

    private final RunningServer server;

    HostileDeposits(RunningServer server) {
        this.server = server;
    }

    Map<String, Supplier<Map<String, String>>> stages() {
        Map<String, Supplier<Map<String, String>>> stages = new TreeMap<>();
        stages.put("createDeposit", this::receipt);
        stages.put("deductDeposit", () -> Map.of(DEPOSIT, taken(Estate.with(server, 1))));
        stages.put("checkDeposit", () -> Map.of(DEPOSIT, taken(Estate.with(server, 1))));
        stages.put(
                "createDepositSummary",
                () -> Map.of("yj_01J9C3F8T9", checked(Estate.with(server, 1))));
        stages.put("signDepositSummary", this::drawnUp);
        stages.put("rejectDepositSummary", this::drawnUp);
        stages.put("refundDeposit", this::signed);
        return stages;
    }

    private Map<String, String> receipt() {
        String unit = Estate.with(server, 1).unit(0);
        return Map.of("un_01J8ZP2C13", unit, "YJ-000042", Registry.unique("YJ-"));
    }

    private static String taken(Estate estate) {
        String body =
                """
                {"unit_id": "%s", "kind": "RENOVATION", "method": "BANK", "receipt_no": "%s",
                 "amount": {"amount": "2000.00", "currency": "CNY"}, "taken_on": "2026-03-01"}"""
                        .formatted(estate.unit(0), Registry.unique("YJ-"));
        return estate.as("CASHIER").post("/deposits", body).expect(201).text("/id");
    }

    /** Checked after 300.00 were kept. */
    private static String checked(Estate estate) {
        String deposit = taken(estate);
        HostileStages.step(
                estate.as("STEWARD"),
                PATH + deposit,
                "deductions",
                """
                {"amount": {"amount": "300.00", "currency": "CNY"}, "reason": "划损",
                 "consent": "同意书", "deducted_on": "2026-06-01"}""");
        HostileStages.step(
                estate.as("CS_ASSISTANT"),
                PATH + deposit,
                "checks",
                "{\"checked_on\": \"2026-06-02\"}");
        return deposit;
    }

    private static String sheet(Estate estate, String deposit) {
        String body = "{\"deposit_ids\": [\"%s\"], \"drawn_up_on\": \"2026-06-03\"}";
        return estate.as("CS_ASSISTANT")
                .post("/deposit-summaries", body.formatted(deposit))
                .expect(201)
                .text("/id");
    }

    private Map<String, String> drawnUp() {
        Estate estate = Estate.with(server, 1);
        return Map.of("{depositSummaryId}", sheet(estate, checked(estate)));
    }

    private Map<String, String> signed() {
        Estate estate = Estate.with(server, 1);
        String deposit = checked(estate);
        HostileStages.step(
                estate.as("CS_SUPERVISOR"),
                "/deposit-summaries/" + sheet(estate, deposit),
                "signatures",
                "{\"signed_on\": \"2026-06-04\"}");
        return Map.of(DEPOSIT, deposit);
    }
}
