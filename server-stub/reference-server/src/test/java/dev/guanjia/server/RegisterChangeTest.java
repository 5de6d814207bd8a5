package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegisterChangeTest {

    private final RunningServer server = RunningServer.shared();
    private final Meters meters = Meters.with(server);

    @Test
    void consumptionRunsThroughAReplacedRegisterAndARollOver() {
        String meter = meters.meter("WATER", ", \"digits\": 3");
        meters.read(meter, "2024-02-25", "990");
        meters.record(Meters.reading(meter, "2024-03-25", "20", ", \"rolled_over\": true"))
                .expect(201);
        String next = Registry.unique("M-");
        Reply change = meters.change(meter, "2024-04-10", "25", next).expect(201);
        meters.read(meter, "2024-04-25", "15");
        assertThat(meters.get("/meters/" + meter).text("/register/serial_no")).isEqualTo(next);
        Reply changes = meters.get("/meters/" + meter + "/register-changes").expect(200);
        assertThat(changes.json().at("/items/0")).isEqualTo(change.json());
        Reply uses = meters.get("/meters/" + meter + "/consumption").expect(200);
        assertThat(uses.json().at("/items").findValuesAsString("used"))
                .containsExactly("990", "30", "15");
        assertThat(uses.text("/items/2/total")).isEqualTo("1035");
        assertThat(uses.text("/items/2/from")).isEqualTo("2024-03-25");
        String cursor =
                meters.get("/meters/" + meter + "/consumption?limit=2").text("/next_cursor");
        assertThat(
                        meters.get("/meters/" + meter + "/consumption?cursor=" + cursor)
                                .json()
                                .at("/items")
                                .findValuesAsString("until"))
                .containsExactly("2024-04-25");
    }

    @Test
    void aRemovedMeterHasALastReadingAndNoneAfterIt() {
        String meter = meters.meter("GAS", "");
        meters.read(meter, "2024-02-25", "40");
        meters.change(meter, "2024-03-10", "47", "").expect(201);
        assertThat(meters.get("/meters/" + meter).text("/removed_on")).isEqualTo("2024-03-10");
        Reply uses = meters.get("/meters/" + meter + "/consumption").expect(200);
        assertThat(uses.json().at("/items").findValuesAsString("used")).containsExactly("40", "7");
        Reply later = meters.record(Meters.reading(meter, "2024-03-25", "50", ""));
        later.expectProblem(409, "reading-after-removal");
        meters.change(meter, "2024-03-20", "50", Registry.unique("M-"))
                .expectProblem(409, "register-change-not-latest");
    }

    @Test
    void aMeterThatWasReadOnTheDayIsRemovedWithWhatItShowed() {
        String meter = meters.meter("GAS", "");
        String read = meters.read(meter, "2024-03-10", "47");
        meters.change(meter, "2024-03-10", "48", "")
                .expectProblem(409, "reading-exists-with-different-value");
        meters.change(meter, "2024-03-10", "47", "").expect(201);
        Reply uses = meters.get("/meters/" + meter + "/consumption").expect(200);
        assertThat(uses.json().at("/items").findValuesAsString("reading_id")).containsExactly(read);
        meters.correct(meter, "2024-03-10", "46", read).expectProblem(409, "reading-after-removal");
    }

    @Test
    void aMeterIsNotRemovedOnTheDayOnWhichItsRegisterWasReplaced() {
        String meter = meters.meter("GAS", "");
        meters.change(meter, "2024-03-10", "47", Registry.unique("M-")).expect(201);
        meters.read(meter, "2024-03-10", "6");
        meters.change(meter, "2024-03-10", "6", "")
                .expectProblem(409, "register-change-not-latest");
        meters.change(meter, "2024-03-11", "6", "").expect(201);
    }

    @Test
    void aChangeThatDoesNotFitIsRefused() {
        String meter = meters.meter("WATER", ", \"digits\": 3");
        meters.read(meter, "2024-03-25", "40");
        String next = Registry.unique("M-");
        meters.change(meter, "2024-03-24", "41", next)
                .expectProblem(409, "register-change-not-latest");
        meters.change(meter, "2024-03-26", "39", next)
                .expectProblem(409, "register-change-out-of-order");
        meters.change(meter, "2024-03-26", "1000", next)
                .expectProblem(409, "register-change-out-of-order");
        meters.change(meter, "2999-03-26", "41", next)
                .expectProblem(409, "business-time-in-the-future");
        Reply blank = meters.change(meter, "2024-03-26", "41", " ");
        blank.expectProblem(400, "invalid-request");
        assertThat(blank.text("/errors/0/pointer")).isEqualTo("/next/serial_no");
        meters.change(meter, "2024-03-26", "39", "").expectProblem(409, "reading-below-previous");
        Reply none = meters.get("/meters/" + meter + "/register-changes").expect(200);
        assertThat(none.json().at("/items").size()).isZero();
    }
}
