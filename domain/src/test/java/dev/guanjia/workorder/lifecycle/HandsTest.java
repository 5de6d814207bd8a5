package dev.guanjia.workorder.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.organisation.PostKey;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Who can do the work that is given away. */
class HandsTest {

    @ParameterizedTest
    @CsvSource({
        "REPAIR, REPORTED, DISPATCH, MAINTENANCE_WORKER",
        "REPAIR, REPORTED, POOL, MAINTENANCE_WORKER",
        "REPAIR, CALLED_BACK_UNSATISFIED, TRANSFER, MAINTENANCE_WORKER",
        "SPECIAL_SERVICE, REQUESTED, DISPATCH_BY_ROTA,"
                + " CLEANER GARDENER MAINTENANCE_WORKER STEWARD",
        "CLEANING_TASK, POOLED, TAKE, CLEANER GARDENER",
        "CLEANING_TASK, PLANNED, ASSIGN, CLEANER GARDENER",
        "HELP, RECORDED, DISPATCH,"
                + " CS_ASSISTANT LOBBY_GUARD MAINTENANCE_WORKER SECURITY_GUARD STEWARD",
        "HELP, RECORDED, ANSWER, CS_ASSISTANT CS_FRONT_DESK CS_SUPERVISOR STEWARD"
    })
    void thePostsThatMayTakeTheNextStepOfTheWork(
            WorkOrderKind kind, WorkOrderState from, WorkOrderAction giving, String posts) {
        assertThat(Lifecycle.of(kind).hands(from, giving)).isEqualTo(keys(posts));
    }

    @Test
    void beforeItIsKnownHowItIsGivenAwayEveryWayCounts() {
        Lifecycle help = Lifecycle.of(WorkOrderKind.HELP);
        assertThat(help.hands(WorkOrderState.RECORDED))
                .isEqualTo(help.hands(WorkOrderState.RECORDED, WorkOrderAction.DISPATCH));
        assertThat(help.hands(WorkOrderState.ROUTED))
                .containsAll(help.hands(WorkOrderState.ROUTED, WorkOrderAction.ASSIGN))
                .containsAll(help.hands(WorkOrderState.ROUTED, WorkOrderAction.DISPATCH));
    }

    @Test
    void whatCannotBeGivenAwayHereIsJudgedByTheWholeWork() {
        SortedSet<PostKey> all = Lifecycle.of(WorkOrderKind.REPAIR).hands(WorkOrderState.CLOSED);
        assertThat(all).isEqualTo(keys("MAINTENANCE_WORKER"));
    }

    /** Else an order is given to somebody who can only look at it. */
    @ParameterizedTest
    @EnumSource(WorkOrderKind.class)
    void afterEveryGivingSomebodyMayGoOn(WorkOrderKind kind) {
        Lifecycle life = Lifecycle.of(kind);
        for (Transition move : life.transitions()) {
            WorkOrderAction action = move.action();
            if (action.has(ActionEffect.ASSIGNS) || action == WorkOrderAction.POOL) {
                assertThat(life.actions(move.to()))
                        .as("%s", move)
                        .anyMatch(next -> next.has(ActionEffect.WORKS));
            }
        }
    }

    private static SortedSet<PostKey> keys(String posts) {
        return Arrays.stream(posts.split(" "))
                .map(PostKey::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
