package dev.guanjia.server.application;

import java.util.List;
import java.util.Map;

/** The columns of a file of payments. */
final class PaymentFile {

    private static final int MOST_ROWS = 1000;
    private static final List<String> REQUIRED =
            List.of("paid_on", "amount", "method", "reference");

    /** How long the texts of a column may be. */
    private static final Map<String, Integer> COLUMNS =
            Map.of(
                    "paid_on", 10,
                    "amount", 20,
                    "currency", 3,
                    "method", 64,
                    "reference", 128,
                    "unit_id", 35,
                    "community_id", 35,
                    "building", 32,
                    "unit", 32,
                    "charge_id", 35);

    private PaymentFile() {}

    static CsvTable table(Given given) {
        return new CsvTable(given, COLUMNS, REQUIRED, MOST_ROWS);
    }
}
