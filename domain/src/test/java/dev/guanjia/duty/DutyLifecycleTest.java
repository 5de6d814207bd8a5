package dev.guanjia.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DutyLifecycleTest {

    private static final String DRAWING =
            """
            DUE PERFORM PERFORMED
            DUE ESCALATE ESCALATED
            DUE WAIVE WAIVED
            ESCALATED PERFORM PERFORMED
            ESCALATED ESCALATE ESCALATED
            ESCALATED WAIVE WAIVED
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
    void openIsWhatCanStillBePerformed() {
        for (DutyState state : DutyState.values()) {
            boolean performable = DutyLifecycle.TABLE.next(state, DutyAction.PERFORM).isPresent();
            assertThat(state.isOpen()).as("%s", state).isEqualTo(performable);
        }
    }

    @Test
    void onlyAConfirmedOrWaivedDutyIsAtItsEnd() {
        assertThat(DutyLifecycle.TABLE.terminal())
                .containsExactly(DutyState.CONFIRMED, DutyState.WAIVED);
    }
}
