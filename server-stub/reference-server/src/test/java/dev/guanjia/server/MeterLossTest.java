package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeterLossTest {

    private final Meters meters = Meters.with(RunningServer.shared());

    @Test
    void theLossIsWhatWentThroughTheMeterAboveAlone() {
        String main = meters.meter("WATER", "");
        String below = ", \"parent_id\": \"%s\"".formatted(main);
        String first = meters.meter("WATER", below);
        String second = meters.meter("WATER", below);
        for (String meter : new String[] {main, first, second}) {
            meters.read(meter, "2024-02-25", "10");
        }
        meters.read(main, "2024-03-25", "110");
        meters.read(first, "2024-03-25", "50.5");
        Reply unknown = loss(main, "&tolerance=0.1").expect(200);
        assertThat(unknown.json().has("loss")).isFalse();
        assertThat(unknown.json().has("within_tolerance")).isFalse();
        assertThat(unknown.text("/above")).isEqualTo("100");
        assertThat(unknown.json().at("/unread").findValuesAsString("meter_id"))
                .containsExactly(second);
        meters.read(second, "2024-03-25", "60");
        Reply known = loss(main, "&tolerance=0.1").expect(200);
        assertThat(known.text("/below")).isEqualTo("90.5");
        assertThat(known.text("/loss")).isEqualTo("9.5");
        assertThat(known.json().at("/within_tolerance").asBoolean()).isTrue();
        Reply strict = loss(main, "&tolerance=0.09").expect(200);
        assertThat(strict.json().at("/within_tolerance").asBoolean()).isFalse();
        assertThat(loss(main, "").expect(200).json().has("within_tolerance")).isFalse();
        assertThat(known.json().at("/children").findValuesAsString("meter_id"))
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void aRangeRunsForwards() {
        String main = meters.meter("WATER", "");
        Reply back = meters.get("/meters/" + main + "/loss?from=2024-03-25&until=2024-03-24");
        back.expectProblem(400, "invalid-request");
        assertThat(back.text("/errors/0/pointer")).isEqualTo("until");
        loss("mt_00000000", "").expectProblem(404, "not-found");
    }

    private Reply loss(String meter, String more) {
        return meters.get("/meters/" + meter + "/loss?from=2024-02-25&until=2024-03-25" + more);
    }
}
