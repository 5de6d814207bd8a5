package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DutyLifecycleTest {

    private static final String DRAWING =
            """
            DUE PERFORM PERFORMED
            PERFORMED CONFIRM CONFIRMED
            PERFORMED RETURN DUE
            """;

    @Test
    void everyStateByEveryActionIsAsDrawn() {
        Set<String> actual = new TreeSet<>();
        for (DutyState from : DutyState.values()) {
            for (DutyAction action : DutyAction.values()) {
                DutyLifecycle.TABLE
                        .next(from, action)
                        .ifPresent(to -> actual.add(from + " " + action + " " + to));
            }
        }
        assertThat(actual).isEqualTo(new TreeSet<>(DRAWING.lines().toList()));
    }

    @Test
    void onlyAConfirmedDutyIsAtItsEnd() {
        assertThat(DutyLifecycle.TABLE.terminal()).containsExactly(DutyState.CONFIRMED);
    }
}
