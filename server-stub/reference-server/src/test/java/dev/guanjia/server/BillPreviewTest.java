package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BillPreviewTest {

    private static final String SLABS =
            """
            {"community_id": "%s", "fee_item": "SECONDARY_WATER", "use": "RESIDENTIAL",
             "slabs": {"bands": [{"from": "0", "up_to": "10", "price": "2"},
                                 {"from": "10", "up_to": "20", "price": "2.5"},
                                 {"from": "20", "up_to": "30", "price": "8"},
                                 {"from": "30", "up_to": "40", "price": "12"},
                                 {"from": "40", "price": "15"}]%s},
             "currency": "CNY", "from": "2024-01-01"}""";

    private final RunningServer server = RunningServer.shared();

    @Test
    void graduatedPricesComeToTheWorkedTable() {
        assertThat(water("")).containsExactly("20.00", "85.00", "137.00");
    }

    @Test
    void aMinimumIsPaidByWhoeverUsesLittle() {
        assertThat(water(", \"minimum\": \"100\"")).containsExactly("100.00", "100.00", "137.00");
    }

    /** What homes that used 10, 25 and 31 would pay; the run of the month says the same. */
    private List<String> water(String minimum) {
        Estate estate = Estate.with(server, 3);
        estate.as("PROPERTY_MANAGER")
                .post("/tariffs", SLABS.formatted(estate.community(), minimum))
                .expect(201);
        read(estate, 0, "22");
        read(estate, 1, "37");
        read(estate, 2, "43");
        List<String> previewed =
                List.of(0, 1, 2).stream()
                        .map(i -> line(estate, i).at("/amount/amount").asString())
                        .toList();
        assertThat(line(estate, 2).at("/explanation/0/calculation").asString())
                .isEqualTo(
                        "(10 x 2 + 10 x 2.5 + 10 x 8 + 1 x 12%s) x 1"
                                .formatted(minimum.isEmpty() ? "" : ", at least 100"));
        assertThat(estate.charges("unit_id=" + estate.unit(0))).isEmpty();
        estate.calculate("2024-05");
        for (int i = 0; i < 3; i++) {
            JsonNode charge = estate.charges("unit_id=" + estate.unit(i)).get(0);
            assertThat(charge.at("/amount/amount").asString()).isEqualTo(previewed.get(i));
            assertThat(line(estate, i).at("/outcome").asString()).isEqualTo("UNCHANGED");
        }
        return previewed;
    }

    private static void read(Estate estate, int unit, String value) {
        String row =
                """
                {"readings": [{"meter_id": "%s", "read_on": "2024-05-25", "value": "%s",
                 "source": "READ"}]}"""
                        .formatted(estate.meter(unit), value);
        estate.as("MAINTENANCE_WORKER").post("/meter-reading-batches", row).expect(201);
    }

    private static JsonNode line(Estate estate, int unit) {
        return preview(estate, unit, "2024-05-17").json().at("/lines/1");
    }

    private static Reply preview(Estate estate, int unit, String day) {
        return estate.as("CASHIER")
                .get("/units/" + estate.unit(unit) + "/bill-preview?day=" + day)
                .expect(200);
    }

    @Test
    void everyFeeIsExplainedOrSaysWhyNothingIsCharged() {
        Estate estate = Estate.priced(server, 1);
        Reply bill = preview(estate, 0, "2024-05-01");
        assertThat(bill.text("/period")).isEqualTo("2024-05");
        assertThat(bill.text("/total/amount")).isEqualTo("214.80");
        assertThat(bill.text("/lines/0/fee_item")).isEqualTo("PROPERTY_SERVICE");
        assertThat(bill.text("/lines/0/explanation/0/calculation")).isEqualTo("89.5 x 2.4 x 1");
        assertThat(bill.text("/lines/0/explanation/0/exact")).isEqualTo("214.8");
        assertThat(bill.text("/lines/1/outcome")).isEqualTo("SKIPPED");
        assertThat(bill.text("/lines/1/reason/code")).isEqualTo("no-reading");
        assertThat(preview(estate, 0, "2023-12-31").text("/lines/0/reason/code"))
                .isEqualTo("no-tariff");
    }

    @Test
    void taxStandsBesideTheNetAmount() {
        Estate estate = Estate.with(server, 1);
        taxed(estate, "EXCLUSIVE");
        JsonNode line = preview(estate, 0, "2024-05-01").json().at("/lines/0");
        assertThat(line.at("/net/amount").asString()).isEqualTo("214.80");
        assertThat(line.at("/tax/amount").asString()).isEqualTo("12.89");
        assertThat(line.at("/amount/amount").asString()).isEqualTo("227.69");
    }

    private static void taxed(Estate estate, String kind) {
        String tariff =
                estate.tariff("PROPERTY_SERVICE", "2.40", "2024-01-01")
                        .replace(
                                "\"from\"",
                                "\"tax\": {\"kind\": \"%s\", \"rate\": \"0.06\"}, \"from\""
                                        .formatted(kind));
        estate.as("PROPERTY_MANAGER").post("/tariffs", tariff).expect(201);
    }

    @Test
    void aQuarterIsBilledInItsLastMonthAndOnce() {
        Estate estate = Estate.with(server, 1);
        String tariff =
                estate.tariff("PROPERTY_SERVICE", "2.40", "2024-01-01")
                        .replace("\"from\"", "\"cycle\": \"QUARTER\", \"from\"");
        estate.as("PROPERTY_MANAGER").post("/tariffs", tariff).expect(201);
        assertThat(preview(estate, 0, "2024-05-01").body()).doesNotContain("PROPERTY_SERVICE");
        JsonNode line = preview(estate, 0, "2024-06-30").json().at("/lines/0");
        assertThat(line.at("/amount/amount").asString()).isEqualTo("644.40");
        assertThat(line.at("/service_from").asString()).isEqualTo("2024-04-01");
        assertThat(line.at("/explanation").size()).isEqualTo(3);
        estate.calculate("2024-06");
        assertThat(estate.charges("unit_id=" + estate.unit(0))).hasSize(1);
        assertThat(preview(estate, 0, "2024-06-30").text("/lines/0/outcome"))
                .isEqualTo("UNCHANGED");
    }

    @Test
    void aDayThatNoRowCanBearIsNoDay() {
        Estate estate = Estate.with(server, 1);
        Reply bad =
                estate.as("CASHIER")
                        .get("/units/" + estate.unit(0) + "/bill-preview?day=0001-01-01");
        assertThat(bad.expectProblem(400, "invalid-request").text("/errors/0/pointer"))
                .isEqualTo("day");
        estate.as("CASHIER")
                .get("/units/un_00000000/bill-preview?day=2024-05-01")
                .expectProblem(404, "not-found");
    }
}
