package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Consumption is billed once and only once, whatever is read, corrected and replaced when. */
class MeterBillingTest {

    private final RunningServer server = RunningServer.shared();
    private final Estate estate = Estate.priced(server, 1);
    private final Meters meters = Meters.in(server, estate.registry());

    @Test
    void aHundredTwoAndThreeHundredBackFilledAreTwoHundredInAll() {
        meters.read(estate.meter(0), "2024-01-25", "100");
        estate.calculate("2024-01");
        meters.read(estate.meter(0), "2024-03-25", "300");
        estate.calculate("2024-03");
        meters.read(estate.meter(0), "2024-02-25", "200");
        estate.calculate("2024-02");
        estate.calculate("2024-04");
        assertThat(billed()).containsExactly("88", "200");
        assertThat(uses().findValuesAsString("used")).containsExactly("88", "100", "100");
    }

    @Test
    void aCorrectionOfWhatWasBilledIsBilledOnceWithTheNextReading() {
        String first = meters.read(estate.meter(0), "2024-01-25", "100");
        estate.calculate("2024-01");
        meters.correct(estate.meter(0), "2024-01-25", "90", first).expect(201);
        estate.calculate("2024-02");
        assertThat(billed()).as("waits for a reading").containsExactly("88");
        meters.read(estate.meter(0), "2024-03-25", "120");
        estate.calculate("2024-03");
        meters.read(estate.meter(0), "2024-04-25", "130");
        estate.calculate("2024-04");
        assertThat(billed()).containsExactly("88", "20", "10");
        assertThat(uses().findValuesAsString("used")).containsExactly("78", "30", "10");
    }

    @Test
    void aReplacedRegisterIsBilledThroughAndItsTraceIsKept() {
        meters.read(estate.meter(0), "2024-01-25", "100");
        estate.calculate("2024-01");
        meters.change(estate.meter(0), "2024-02-10", "140", Registry.unique("M-")).expect(201);
        meters.read(estate.meter(0), "2024-02-25", "25");
        estate.calculate("2024-02");
        meters.read(estate.meter(0), "2024-03-25", "30");
        estate.calculate("2024-03");
        assertThat(billed()).containsExactly("88", "60", "5");
        JsonNode charge = uses().at("/1/charges/0");
        assertThat(charge.at("/adjustment").asString()).isEqualTo("135");
        Reply kept =
                estate.as("CASHIER")
                        .get("/charges/" + charge.at("/charge_id").asString())
                        .expect(200);
        assertThat(kept.text("/trace/quantity")).isEqualTo("60");
        assertThat(kept.text("/amount/amount")).isEqualTo("48.00");
    }

    @Test
    void aRollOverThatWasCorrectedAwayIsNotBilledAgain() {
        String meter =
                meters.put(
                                meters.body(
                                        "WATER",
                                        Registry.unique("M-"),
                                        ", \"digits\": 3, \"unit_id\": \"%s\""
                                                .formatted(estate.unit(0))))
                        .expect(201)
                        .text("/id");
        meters.read(meter, "2024-01-25", "990");
        String wrong =
                meters.record(Meters.reading(meter, "2024-02-25", "5", ", \"rolled_over\": true"))
                        .expect(201)
                        .text("/readings/0/id");
        estate.calculate("2024-02");
        meters.correct(meter, "2024-02-25", "995", wrong).expect(201);
        meters.record(Meters.reading(meter, "2024-03-25", "10", ", \"rolled_over\": true"))
                .expect(201);
        estate.calculate("2024-03");
        assertThat(billed(meter)).containsExactly("1005", "5");
    }

    @Test
    void aFeeBillsTheMetersOfItsOwnKindAlone() {
        String power =
                meters.meter("ELECTRICITY", ", \"unit_id\": \"%s\"".formatted(estate.unit(0)));
        meters.read(power, "2024-01-25", "500");
        String run = estate.calculate("2024-01");
        assertThat(estate.charges("bill_run_id=" + run)).hasSize(1);
        meters.read(estate.meter(0), "2024-02-25", "20");
        estate.calculate("2024-02");
        assertThat(billed()).containsExactly("8");
        assertThat(billed(power)).isEmpty();
    }

    @Test
    void aRemovedMeterIsBilledToItsEnd() {
        meters.read(estate.meter(0), "2024-01-25", "100");
        estate.calculate("2024-01");
        meters.change(estate.meter(0), "2024-02-10", "107", "").expect(201);
        estate.calculate("2024-02");
        assertThat(billed()).containsExactly("88", "7");
    }

    private JsonNode uses() {
        return uses(estate.meter(0));
    }

    private JsonNode uses(String meter) {
        return meters.get("/meters/" + meter + "/consumption").expect(200).json().at("/items");
    }

    private List<String> billed() {
        return billed(estate.meter(0));
    }

    private List<String> billed(String meter) {
        List<String> billed = new ArrayList<>();
        uses(meter)
                .forEach(
                        use ->
                                use.at("/charges")
                                        .forEach(c -> billed.add(c.at("/billed").asString())));
        return billed;
    }
}
