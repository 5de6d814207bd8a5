package dev.guanjia.server;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Stages for receipts, and for what a collector has taken in a day. */
final class HostileReceipts {

    private static final String RECEIPT = "{receiptId}";
    private static final String DAY = "2024-06-03";

    private final RunningServer server;

    HostileReceipts(RunningServer server) {
        this.server = server;
    }

    Map<String, Supplier<Map<String, String>>> stages() {
        Map<String, Supplier<Map<String, String>>> stages = new TreeMap<>();
        stages.put("createReceipt", this::voided);
        stages.put("printReceipt", () -> Map.of(RECEIPT, receipt(Estate.priced(server, 1))));
        stages.put("voidReceipt", () -> Map.of(RECEIPT, receipt(Estate.priced(server, 1))));
        stages.put("signReceipt", this::printed);
        stages.put("handOverReceipt", this::signed);
        stages.put("closeCollectorDay", this::day);
        stages.put("handOverCollectorDay", this::closedDay);
        return stages;
    }

    private static String receipt(Estate estate) {
        return receipt(estate, estate.pay(0, "100.00", DAY).expect(201).text("/id"));
    }

    private static String receipt(Estate estate, String payment) {
        return estate.as("CASHIER")
                .get("/receipts?state=ISSUED&payment_id=" + payment)
                .expect(200)
                .text("/items/0/id");
    }

    private Map<String, String> voided() {
        Estate estate = Estate.priced(server, 1);
        String payment = estate.pay(0, "100.00", DAY).expect(201).text("/id");
        String path = "/receipts/" + receipt(estate, payment);
        HostileStages.step(estate.as("ACCOUNTANT"), path, "voidings", "{\"reason\": \"写错\"}");
        return Map.of("pm_01J9C2G001", payment);
    }

    private Map<String, String> printed() {
        Estate estate = Estate.priced(server, 1);
        String receipt = receipt(estate);
        HostileStages.step(estate.as("CASHIER"), "/receipts/" + receipt, "prints", "{}");
        return Map.of(RECEIPT, receipt);
    }

    private Map<String, String> signed() {
        String receipt = printed().get(RECEIPT);
        Api cashier = Estate.with(server, 0).as("CASHIER");
        HostileStages.step(
                cashier, "/receipts/" + receipt, "signatures", "{\"payer_name\": \"李明\"}");
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        return Map.of(RECEIPT, receipt, DAY, today);
    }

    /** A day with 430.00 in cash; the collector closes it. */
    private Map<String, String> day() {
        Estate estate = Estate.priced(server, 1);
        Reply hired = server.newcomer("CASHIER");
        Api collector = server.as(hired.text("/token"));
        String cash = estate.payment(0, "430.00", DAY, "").replace("WECHAT", "CASH");
        collector.post("/payments", cash).expect(201);
        String mine = "/collector-days?collector_id=" + hired.text("/staff_id");
        String day = collector.get(mine).expect(200).text("/items/0/id");
        return Map.of("{collectorDayId}", day, HostileStages.TOKEN, hired.text("/token"));
    }

    private Map<String, String> closedDay() {
        Map<String, String> day = day();
        String id = day.get("{collectorDayId}");
        HostileStages.step(
                server.as(day.get(HostileStages.TOKEN)),
                "/collector-days/" + id,
                "closures",
                """
                {"counted": {"amount": "429.50", "currency": "CNY"}, "explanation": "找零",
                 "counted_on": "%s"}"""
                        .formatted(DAY));
        return Map.of("{collectorDayId}", id);
    }
}
