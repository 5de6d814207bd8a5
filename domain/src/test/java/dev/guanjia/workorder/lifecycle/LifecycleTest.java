package dev.guanjia.workorder.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.organisation.PostKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {

    /** S supervisor, A assistant, M manager; H whoever handles complaints. */
    private static final String COMPLAINT =
            """
            RECEIVED                VALIDATE                VALIDATED                S
            RECEIVED                REJECT                  INVALID                  S
            RECEIVED                CANCEL                  CANCELLED                AS
            RECEIVED                CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            VALIDATED               ASSIGN                  ASSIGNED                 S
            VALIDATED               CANCEL                  CANCELLED                AS
            VALIDATED               CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            INVALID                 CLOSE                   CLOSED                   AS
            ASSIGNED                START                   IN_HANDLING              H
            ASSIGNED                RETURN                  VALIDATED                H
            ASSIGNED                TRANSFER                ASSIGNED                 MS
            ASSIGNED                CANCEL                  CANCELLED                AS
            ASSIGNED                CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            IN_HANDLING             RESOLVE                 RESOLVED                 H
            IN_HANDLING             TRANSFER                ASSIGNED                 MS
            IN_HANDLING             SUSPEND                 SUSPENDED                MS
            IN_HANDLING             CANCEL                  CANCELLED                AS
            IN_HANDLING             CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            SUSPENDED               RESUME                  IN_HANDLING              H
            SUSPENDED               CANCEL                  CANCELLED                AS
            SUSPENDED               CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            RESOLVED                CALL_BACK_SATISFIED     CALLED_BACK_SATISFIED    AS
            RESOLVED                CALL_BACK_UNSATISFIED   CALLED_BACK_UNSATISFIED  AS
            RESOLVED                CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            CALLED_BACK_SATISFIED   CLOSE                   CLOSED                   AS
            CALLED_BACK_UNSATISFIED CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            CALLED_BACK_UNSATISFIED START                   IN_HANDLING              H
            CALLED_BACK_UNSATISFIED TRANSFER                ASSIGNED                 MS
            """;

    @Test
    void theComplaintIsTheDrawing() {
        assertThat(drawn(WorkOrderKind.COMPLAINT)).isEqualTo(lines(COMPLAINT));
    }

    /** A change is made with {@code -Dguanjia.golden=write}, and read before it is committed. */
    @Test
    void everyKindIsTheGoldenFile() throws IOException {
        StringBuilder text = new StringBuilder();
        for (WorkOrderKind kind : WorkOrderKind.values()) {
            Lifecycle life = Lifecycle.of(kind);
            String asks = life.isFromCustomer() ? "asked for" : "found or planned";
            String ends = life.demandsCallBack() ? "call-back" : "check";
            text.append("# %s: %s / %s\n".formatted(kind, life.label().zh(), life.label().en()));
            text.append("\n%s, closed after a %s\n\n".formatted(asks, ends));
            text.append(life.toMarkdown()).append("\n```mermaid\n");
            text.append(life.toMermaid()).append("```\n\n");
        }
        Path file = Path.of("src/test/resources/dev/guanjia/workorder/lifecycle/lifecycles.md");
        if ("write".equals(System.getProperty("guanjia.golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text.toString()).isEqualTo(Files.readString(file));
    }

    @Test
    void everyLifeEndsClosedTakenBackOrGivenUp() {
        Set<WorkOrderKind> planned =
                EnumSet.of(
                        WorkOrderKind.INSPECTION_FINDING,
                        WorkOrderKind.PREVENTIVE_MAINTENANCE,
                        WorkOrderKind.PATROL_FINDING,
                        WorkOrderKind.CLEANING_TASK);
        for (WorkOrderKind kind : WorkOrderKind.values()) {
            Set<WorkOrderState> ends =
                    EnumSet.of(WorkOrderState.CLOSED, WorkOrderState.CLOSED_ADMINISTRATIVELY);
            if (Lifecycle.of(kind).isFromCustomer()) {
                ends.add(WorkOrderState.CANCELLED);
            }
            assertThat(Lifecycle.of(kind).terminal()).as("%s", kind).isEqualTo(ends);
            assertThat(Lifecycle.of(kind).isFromCustomer())
                    .isEqualTo(kind != WorkOrderKind.INCIDENT && !planned.contains(kind));
        }
    }

    @Test
    void complaintsAndPaidRepairsAreCalledBackWhateverThePolicySays() {
        assertThat(WorkOrderKind.values())
                .filteredOn(kind -> Lifecycle.of(kind).demandsCallBack())
                .containsExactly(WorkOrderKind.COMPLAINT, WorkOrderKind.PAID_REPAIR);
    }

    @Test
    void whatIsRealIsReviewedAndNotGivenUp() {
        assertThat(Lifecycle.of(WorkOrderKind.INCIDENT).transitions())
                .filteredOn(row -> row.to() == WorkOrderState.CLOSED_ADMINISTRATIVELY)
                .extracting(Transition::from)
                .containsExactly(WorkOrderState.REPORTED);
    }

    @Test
    void whereACallBackIsDemandedOnlyASatisfiedOneLeadsToTheClosing() {
        for (WorkOrderKind kind : WorkOrderKind.values()) {
            if (Lifecycle.of(kind).demandsCallBack()) {
                assertThat(Lifecycle.of(kind).transitions())
                        .filteredOn(row -> row.to() == WorkOrderState.CLOSED)
                        .extracting(Transition::from)
                        .isSubsetOf(WorkOrderState.INVALID, WorkOrderState.CALLED_BACK_SATISFIED);
            }
        }
    }

    /** Whoever is only named for the work takes it on by a step of their own. */
    @ParameterizedTest
    @EnumSource(WorkOrderKind.class)
    void noPauseStandsForTakingTheWorkOn(WorkOrderKind kind) {
        Lifecycle life = Lifecycle.of(kind);
        Set<WorkOrderState> named =
                life.transitions().stream()
                        .filter(move -> move.action().has(ActionEffect.ASSIGNS))
                        .map(Transition::to)
                        .collect(Collectors.toSet());
        assertThat(life.transitions())
                .filteredOn(move -> move.action().has(ActionEffect.PAUSES))
                .isNotEmpty()
                .filteredOn(move -> named.contains(move.from()))
                .allSatisfy(
                        move ->
                                assertThat(life.find(move.to(), WorkOrderAction.RESUME))
                                        .map(Transition::to)
                                        .contains(move.from()));
    }

    @Test
    void nothingIsChargedTwiceAndNothingBegunBeforeTheOwnerAgrees() {
        Lifecycle paid = Lifecycle.of(WorkOrderKind.PAID_REPAIR);
        assertThat(paid.transitions())
                .filteredOn(row -> row.action() == WorkOrderAction.CHARGE)
                .extracting(Transition::from)
                .containsExactly(WorkOrderState.CUSTOMER_ACCEPTED);
        assertThat(paid.transitions())
                .filteredOn(row -> row.to() == WorkOrderState.ON_SITE)
                .extracting(Transition::from)
                .containsExactlyInAnyOrder(
                        WorkOrderState.AGREED, WorkOrderState.ON_SITE, WorkOrderState.FINISHED);
        assertThat(paid.find(WorkOrderState.CALLED_BACK_UNSATISFIED, WorkOrderAction.ARRIVE))
                .isEmpty();
    }

    @Test
    void workIsSentByNameByRotaOrThroughThePool() {
        Lifecycle repair = Lifecycle.of(WorkOrderKind.REPAIR);
        assertThat(repair.actions(WorkOrderState.REPORTED))
                .contains(
                        WorkOrderAction.DISPATCH,
                        WorkOrderAction.DISPATCH_BY_ROTA,
                        WorkOrderAction.POOL);
        assertThat(repair.actions(WorkOrderState.POOLED))
                .containsExactly(
                        WorkOrderAction.DISPATCH,
                        WorkOrderAction.TAKE,
                        WorkOrderAction.CANCEL,
                        WorkOrderAction.CLOSE_ADMINISTRATIVELY);
    }

    @Test
    void aKindKnowsOnlyItsOwnStates() {
        assertThat(Lifecycle.of(WorkOrderKind.REPAIR).contains(WorkOrderState.QUOTED)).isFalse();
        assertThat(Lifecycle.of(WorkOrderKind.COMPLAINT).contains(WorkOrderState.INVALID)).isTrue();
        for (WorkOrderState state : WorkOrderState.values()) {
            assertThat(WorkOrderKind.values())
                    .as("%s", state)
                    .anyMatch(kind -> Lifecycle.of(kind).contains(state));
        }
        for (WorkOrderAction action : WorkOrderAction.values()) {
            assertThat(WorkOrderKind.values())
                    .as("%s", action)
                    .anyMatch(
                            kind ->
                                    Lifecycle.of(kind).transitions().stream()
                                            .anyMatch(row -> row.action() == action));
        }
    }

    private static Set<String> drawn(WorkOrderKind kind) {
        return Lifecycle.of(kind).transitions().stream()
                .map(
                        row ->
                                "%s %s %s %s"
                                        .formatted(
                                                row.from(), row.action(), row.to(), letters(row)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String letters(Transition row) {
        if (row.posts().contains(new PostKey("STEWARD"))) {
            return "H";
        }
        return row.posts().stream()
                .map(PostKey::value)
                .map(post -> post.substring(post.indexOf('_') + 1, post.indexOf('_') + 2))
                .sorted()
                .collect(Collectors.joining());
    }

    private static Set<String> lines(String drawing) {
        return drawing.lines()
                .map(line -> line.replaceAll(" +", " "))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
