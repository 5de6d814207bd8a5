package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Roll-overs, corrections, and files of readings. */
class ReadingRulesTest {

    private final RunningServer server = RunningServer.shared();
    private final Meters meters = Meters.with(server);

    @Test
    void aDialFallsOnlyWhereItIsSaidToRollOverAndItsDigitsAreKnown() {
        String known = meters.meter("WATER", ", \"digits\": 3");
        String unknown = meters.meter("WATER", "");
        String rolled = ", \"rolled_over\": true";
        meters.read(known, "2024-02-25", "990");
        meters.read(unknown, "2024-02-25", "990");
        meters.record(Meters.reading(known, "2024-03-25", "20", ""))
                .expectProblem(409, "reading-below-previous");
        meters.record(Meters.reading(unknown, "2024-03-25", "20", rolled))
                .expectProblem(409, "roll-over-of-unknown-register");
        meters.record(Meters.reading(known, "2024-03-25", "1000", ""))
                .expectProblem(409, "reading-beyond-register");
        Reply made = meters.record(Meters.reading(known, "2024-03-25", "20", rolled)).expect(201);
        assertThat(made.json().at("/readings/0/rolled_over").asBoolean()).isTrue();
    }

    @Test
    void aCorrectionStandsInForWhatItNames() {
        String meter = meters.meter("WATER", "");
        String wrong = meters.read(meter, "2024-02-25", "80");
        meters.correct(meter, "2024-02-26", "70", wrong)
                .expectProblem(409, "correction-of-no-reading");
        String right =
                meters.correct(meter, "2024-02-25", "70", wrong).expect(201).text("/readings/0/id");
        Reply again = meters.correct(meter, "2024-02-25", "70", wrong).expect(201);
        assertThat(again.text("/readings/0/id")).as("the same again").isEqualTo(right);
        meters.correct(meter, "2024-02-25", "71", wrong)
                .expectProblem(409, "correction-of-no-reading");
        meters.correct(meter, "2024-02-25", "71", right).expect(201);
        Reply all = meters.get("/meters/" + meter + "/readings").expect(200);
        assertThat(all.json().at("/items").findValuesAsString("value"))
                .containsExactly("80", "70", "71");
        assertThat(all.json().at("/items").findValuesAsString("stands"))
                .containsExactly("false", "false", "true");
        String cursor = meters.get("/meters/" + meter + "/readings?limit=2").text("/next_cursor");
        assertThat(
                        meters.get("/meters/" + meter + "/readings?cursor=" + cursor)
                                .json()
                                .at("/items")
                                .findValuesAsString("value"))
                .containsExactly("71");
    }

    @Test
    void onlyACorrectionNamesWhatItCorrects() {
        String meter = meters.meter("WATER", "");
        String id = meters.read(meter, "2024-02-25", "80");
        String bare = Meters.reading(meter, "2024-02-25", "70", "").replace("READ", "CORRECTED");
        String other =
                Meters.reading(meter, "2024-02-25", "70", ", \"corrects\": \"%s\"".formatted(id));
        Reply reply = meters.record(bare, other);
        reply.expectProblem(400, "invalid-request");
        assertThat(reply.json().at("/errors").findValuesAsString("pointer"))
                .containsExactly("/readings/0/corrects", "/readings/1/source");
        for (String source : List.of("ESTIMATED", "OWNER_REPORTED")) {
            String day = source.equals("ESTIMATED") ? "2024-03-25" : "2024-04-25";
            String row = Meters.reading(meter, day, "90", "").replace("READ", source);
            assertThat(meters.record(row).expect(201).text("/readings/0/source")).isEqualTo(source);
        }
    }

    @Test
    void aFileIsTakenInOnceHoweverOftenItComes() {
        String old = Registry.unique("M-");
        String water = meters.put(meters.body("WATER", old, "")).expect(201).text("/id");
        String next = Registry.unique("M-");
        meters.change(water, "2024-03-01", "50", next).expect(201);
        String power = Registry.unique("M-");
        meters.put(meters.body("ELECTRICITY", power, ", \"digits\": 4")).expect(201);
        String file =
                """
                serial_no,kind,read_on,value,source,rolled_over
                %s,WATER,2024-03-25,9.5,READ,
                %s,WATER,2024-02-25,40,OWNER_REPORTED,false
                %s,ELECTRICITY,2024-03-25,12,READ,true
                %s,ELECTRICITY,2024-02-25,9990,ESTIMATED,
                """
                        .formatted(next, old, power, power);
        Reply refused = meters.file(file);
        assertThat(refused.text("/errors/0/pointer"))
                .as("a value in between never changes what was used in all")
                .isEqualTo("/rows/4");
        String ordered = file.replace("12,READ,true", "12,READ,false").replace(",9990,", ",11,");
        Reply first = meters.file(ordered).expect(201);
        assertThat(first.json().at("/stored").asInt()).isEqualTo(4);
        assertThat(first.text("/items/1/meter_id")).as("by its old number").isEqualTo(water);
        Reply again = meters.file(ordered).expect(201);
        assertThat(again.json().at("/stored").asInt()).isZero();
        assertThat(again.json().at("/items").findValuesAsString("reading_id"))
                .isEqualTo(first.json().at("/items").findValuesAsString("reading_id"));
        String correction =
                "kind,serial_no,read_on,value,source\nWATER,%s,2024-03-25,9.4,CORRECTED\n"
                        .formatted(next);
        assertThat(meters.file(correction).expect(201).json().at("/stored").asInt()).isOne();
        assertThat(meters.file(correction).expect(201).json().at("/stored").asInt()).isZero();
    }

    @Test
    void everyFaultOfAFileIsNamedAndNothingIsStored() {
        String serial = Registry.unique("M-");
        String meter = meters.put(meters.body("WATER", serial, "")).expect(201).text("/id");
        String file =
                """
                kind,serial_no,read_on,value,source,rolled_over
                WATER,{s},2024-02-25,40,READ,
                STEAM,{s},2024-03-25,41,READ,
                WATER,unknown,2024-03-25,41,READ,
                WATER,{s},25.3.2024,41,READ,
                WATER,{s},2024-03-25,041,READ,
                WATER,{s},2024-03-25,41,GUESSED,
                WATER,{s},2024-03-25,41,READ,perhaps
                WATER,{s},2999-03-25,41,READ,
                WATER,{s},2023-03-25,0,READ,
                WATER,{s},2024-03-25,39,READ,
                WATER,{s},2024-04-25,41,CORRECTED,
                WATER,{s},,41,READ,
                """
                        .replace("{s}", serial);
        Reply reply = meters.file(file);
        reply.expectProblem(400, "invalid-request");
        assertThat(reply.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder(
                        "/rows/2/kind",
                        "/rows/3/serial_no",
                        "/rows/4/read_on",
                        "/rows/5/value",
                        "/rows/6/source",
                        "/rows/7/rolled_over",
                        "/rows/8/read_on",
                        "/rows/9",
                        "/rows/10",
                        "/rows/11/read_on",
                        "/rows/12/read_on");
        assertThat(meters.get("/meters/" + meter + "/readings").json().at("/items").size())
                .isZero();
        Reply header = meters.file("kind,serial_no,value,source,note\nWATER,x,1,READ,x\n");
        header.expectProblem(400, "invalid-request");
        assertThat(header.json().at("/errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/columns/note", "/columns/read_on");
        server.holding("CASHIER")
                .with("Content-Type", "text/csv")
                .post("/meter-reading-files", file)
                .expectProblem(403, "command-not-permitted");
    }
}
