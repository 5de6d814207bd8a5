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

    /** The ids of the readings that {@link #threeMonths} made. */
    private final List<String> readings = new ArrayList<>();

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

    @Test
    void aMisreadIsChargedAgainBetweenTheSameReadings() {
        meters.read(estate.meter(0), "2024-05-31", "100");
        estate.bill("2024-05", "2024-05-31");
        String wrong = meters.read(estate.meter(0), "2024-06-30", "200");
        estate.bill("2024-06", "2024-06-30");
        meters.correct(estate.meter(0), "2024-06-30", "150", wrong).expect(201);
        String june = water("2024-06").get(0).at("/id").asString();
        reverse(june);
        assertThat(billed()).as("what was reversed is not billed").containsExactly("88");
        Reply again = replace(june).expect(201);
        assertThat(again.text("/items/0/amount/amount")).isEqualTo("40.00");
        assertThat(billed()).containsExactly("88", "50");
        meters.read(estate.meter(0), "2024-07-31", "160");
        estate.calculate("2024-07");
        assertThat(billed()).containsExactly("88", "50", "10");
    }

    @Test
    void aBillInTheMiddleIsReplacedAloneAndWhatFollowsTakesWhatItLacks() {
        threeMonths();
        String wrong = readings.get(1);
        meters.correct(estate.meter(0), "2024-06-30", "150", wrong).expect(201);
        String june = water("2024-06").get(0).at("/id").asString();
        reverse(june);
        assertThat(replace(june).expect(201).text("/items/0/amount/amount")).isEqualTo("40.00");
        assertThat(billed()).containsExactly("88", "50", "20");
        meters.read(estate.meter(0), "2024-08-31", "230");
        estate.calculate("2024-08");
        assertThat(billed()).as("10, and the 50 that July lacks").endsWith("60");
    }

    @Test
    void aBillInTheMiddleThatIsNotReplacedIsChargedByTheNextRunForItsOwnMonth() {
        threeMonths();
        reverse(water("2024-06").get(0).at("/id").asString());
        assertThat(billed()).containsExactly("88", "20");
        meters.read(estate.meter(0), "2024-08-31", "230");
        String august = estate.calculate("2024-08");
        assertThat(estate.charges("bill_run_id=" + august + "&period=2024-06"))
                .extracting(charge -> charge.at("/amount/amount").asString())
                .containsExactly("80.00");
        assertThat(billed()).containsExactly("88", "100", "20", "10");
        estate.calculate("2024-06");
        estate.calculate("2024-09");
        assertThat(billed()).as("once").containsExactly("88", "100", "20", "10");
    }

    @Test
    void aHandoverReadingThatComesLateSplitsTheMonthByCorrectionOnly() {
        meters.read(estate.meter(0), "2024-05-31", "100");
        estate.bill("2024-05", "2024-05-31");
        meters.read(estate.meter(0), "2024-06-30", "200");
        estate.bill("2024-06", "2024-06-30");
        sell("2024-06-16");
        String june = water("2024-06").get(0).at("/id").asString();
        reverse(june);
        Reply unread = replace(june).expectProblem(409, "replacement-empty");
        assertThat(unread.text("/reasons/0/facts/reason")).isEqualTo("NO_HANDOVER_READING");
        meters.read(estate.meter(0), "2024-06-15", "130");
        Reply split = replace(june).expect(201);
        assertThat(split.text("/items/0/amount/amount")).isEqualTo("24.00");
        assertThat(split.text("/items/1/amount/amount")).isEqualTo("56.00");
        assertThat(split.text("/items/0/payer/id")).isNotEqualTo(split.text("/items/1/payer/id"));
    }

    @Test
    void whatTheSellerUsedIsNotChargedToTheBuyer() {
        meters.read(estate.meter(0), "2024-05-31", "100");
        estate.bill("2024-05", "2024-05-31");
        meters.read(estate.meter(0), "2024-06-25", "150");
        estate.bill("2024-06", "2024-06-30");
        sell("2024-07-01");
        meters.read(estate.meter(0), "2024-06-30", "160");
        meters.read(estate.meter(0), "2024-07-31", "190");
        String july = estate.calculate("2024-07");
        assertThat(skips(july)).containsExactly("earlier-use-open");
        assertThat(billed()).containsExactly("88", "50");
        estate.step(july, "CANCEL", "2024-07-31").expect(200);
        reverse(water("2024-06").get(0).at("/id").asString());
        String both = estate.calculate("2024-07");
        assertThat(estate.charges("bill_run_id=" + both))
                .extracting(charge -> charge.at("/service_from").asString())
                .containsExactlyInAnyOrder("2024-07-01", "2024-06-01", "2024-07-01");
        assertThat(billed()).containsExactly("88", "60", "30");
    }

    @Test
    void aPayerWhoChangesWithinTheMonthNeedsAReading() {
        meters.read(estate.meter(0), "2024-06-30", "200");
        sell("2024-06-16");
        String june = estate.calculate("2024-06");
        assertThat(skips(june)).containsExactly("no-handover-reading");
        String july = estate.calculate("2024-07");
        assertThat(skips(july)).as("nor later").containsExactly("no-handover-reading");
        meters.read(estate.meter(0), "2024-06-15", "112");
        estate.calculate("2024-07");
        assertThat(billed()).containsExactly("100", "88");
    }

    /** 88, 100 and 20 were billed. */
    private void threeMonths() {
        String[] days = {"2024-05-31", "2024-06-30", "2024-07-31"};
        String[] values = {"100", "200", "220"};
        for (int i = 0; i < days.length; i++) {
            readings.add(meters.read(estate.meter(0), days[i], values[i]));
            estate.bill(days[i].substring(0, 7), days[i]);
        }
    }

    private List<JsonNode> water(String month) {
        return estate.charges("unit_id=" + estate.unit(0) + "&period=" + month).stream()
                .filter(charge -> charge.at("/fee_item").asString().equals("SECONDARY_WATER"))
                .toList();
    }

    private List<String> skips(String run) {
        return estate.as("CASHIER")
                .get("/bill-runs/" + run + "/skips")
                .expect(200)
                .json()
                .at("/items")
                .findValuesAsString("code");
    }

    private void sell(String day) {
        Api assistant = estate.as("CS_ASSISTANT");
        String buyer = assistant.post("/owners", "{\"name\": \"刘洋\"}").expect(201).text("/id");
        assistant
                .post(
                        "/units/" + estate.unit(0) + "/facts",
                        "{\"from\": \"" + day + "\", \"owner_id\": \"" + buyer + "\"}")
                .expect(201);
    }

    private void reverse(String charge) {
        estate.as("CS_SUPERVISOR")
                .post("/charges/" + charge + "/reversals", "{\"reason\": \"misread\"}")
                .expect(201);
    }

    private Reply replace(String charge) {
        return estate.as("CS_SUPERVISOR")
                .post("/charges/" + charge + "/replacements", "{\"due_on\": \"2024-09-30\"}");
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
