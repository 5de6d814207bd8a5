package dev.guanjia.server;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Stages for payments, and for what is undone of them. */
final class HostilePayments {

    private static final String UNIT = "un_01J8ZP2C12";
    private static final String PAYMENT = "{paymentId}";
    private static final String REVERSAL = "{paymentReversalId}";
    private static final String REFUND = "{paymentRefundId}";
    private static final String REFERENCE = "420000218720240603123456789";
    private static final String YES =
            "{\"reference\": \"SP-2024-061\", \"approved_on\": \"2024-06-06\"}";

    private final RunningServer server;

    HostilePayments(RunningServer server) {
        this.server = server;
    }

    Map<String, Supplier<Map<String, String>>> stages() {
        Map<String, Supplier<Map<String, String>>> stages = new TreeMap<>();
        stages.put("createPayment", this::owed);
        stages.put("previewPayment", this::twoUnits);
        stages.put("importPaymentFile", this::file);
        stages.put("proposePaymentReversal", () -> Map.of(PAYMENT, paid(owing())));
        stages.put("approvePaymentReversal", () -> Map.of(REVERSAL, reversal()));
        stages.put("rejectPaymentReversal", () -> Map.of(REVERSAL, reversal()));
        stages.put("proposePaymentRefund", () -> Map.of(PAYMENT, paid(owing())));
        stages.put("approvePaymentRefund", () -> Map.of(REFUND, refund()));
        stages.put("rejectPaymentRefund", () -> Map.of(REFUND, refund()));
        stages.put("payOutPaymentRefund", this::approved);
        stages.put("cancelPaymentRefund", this::approved);
        stages.put("usePrepayments", this::ahead);
        stages.put("createPrepaidYear", this::reduced);
        stages.put("createPrepaymentRule", HostilePayments::rule);
        return stages;
    }

    private Estate owing() {
        Estate estate = Estate.priced(server, 1);
        HostilePrices.charge(estate);
        return estate;
    }

    /** The payment of 250.00 on 3 June 2024, 35.20 of it ahead. */
    private static String paid(Estate estate) {
        return estate.pay(0, "250.00", "2024-06-03").expect(201).text("/id");
    }

    private Map<String, String> owed() {
        return Map.of(UNIT, owing().unit(0), REFERENCE + "0", Registry.unique("42"));
    }

    private Map<String, String> twoUnits() {
        Estate estate = Estate.priced(server, 2);
        String owner = estate.as("CASHIER").get("/units/" + estate.unit(0)).text("/owner_id");
        estate.as("CS_ASSISTANT")
                .post(
                        "/units/" + estate.unit(1) + "/facts",
                        "{\"from\": \"2024-01-01\", \"owner_id\": \"%s\"}".formatted(owner))
                .expect(201);
        HostilePrices.charge(estate);
        return Map.of(
                UNIT, estate.unit(0), "un_01J8ZP2C90", estate.unit(1), "ow_01J8ZP2B01", owner);
    }

    private Map<String, String> file() {
        Estate estate = Estate.priced(server, 2);
        HostilePrices.charge(estate);
        return Map.of(
                "ch_01J9B1F131",
                estate.charges("unit_id=" + estate.unit(1)).get(0).at("/id").asString(),
                UNIT,
                estate.unit(0),
                REFERENCE + "0",
                Registry.unique("42"),
                REFERENCE + "1",
                Registry.unique("42"));
    }

    private String reversal() {
        Estate estate = owing();
        String body =
                "{\"cause\": \"BOUNCED\", \"reason\": \"退票\", \"proposed_on\": \"2024-06-05\"}";
        return estate.as("CASHIER")
                .post("/payments/" + paid(estate) + "/reversals", body)
                .expect(201)
                .text("/id");
    }

    private String refund() {
        Estate estate = owing();
        return estate.as("CASHIER")
                .post(
                        "/payments/" + paid(estate) + "/refunds",
                        """
                        {"amount": {"amount": "20.00", "currency": "CNY"}, "source": "PREPAYMENT",
                         "reason": "搬走", "proposed_on": "2024-06-05"}""")
                .expect(201)
                .text("/id");
    }

    private Map<String, String> approved() {
        String refund = refund();
        Api manager = Estate.with(server, 0).as("PROPERTY_MANAGER");
        HostileStages.step(manager, "/payment-refunds/" + refund, "approvals", YES);
        return Map.of(REFUND, refund);
    }

    private Map<String, String> ahead() {
        Estate estate = Estate.priced(server, 1);
        estate.pay(0, "250.00", "2024-05-03").expect(201);
        HostilePrices.charge(estate);
        return Map.of("{unitId}", estate.unit(0));
    }

    private Map<String, String> reduced() {
        Estate estate = Estate.with(server, 1);
        String off =
                """
                , "discounts": [{"reason": "PREPAID_YEAR", "months_free": 1,
                                 "source": "notice 3"}]}""";
        String tariff = estate.tariff("PROPERTY_SERVICE", "2.40", "2024-01-01");
        estate.as("PROPERTY_MANAGER").post("/tariffs", tariff.replace("}", off)).expect(201);
        return Map.of("{unitId}", estate.unit(0));
    }

    /** Each from a day of its own, when nobody pays any more. */
    private static Map<String, String> rule() {
        LocalDate day = LocalDate.of(2101, 1, 1).plusDays(HostileStages.number());
        return Map.of("2024-07-01", day.toString());
    }
}
