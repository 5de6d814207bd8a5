package dev.guanjia.workorder.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    /** S supervisor, A assistant, M manager, W maintenance worker, B steward (管家). */
    private static final String COMPLAINT =
            """
            RECEIVED                VALIDATE                VALIDATED                S
            RECEIVED                REJECT                  INVALID                  S
            RECEIVED                CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            VALIDATED               ASSIGN                  ASSIGNED                 S
            VALIDATED               CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            INVALID                 CLOSE                   CLOSED                   AS
            ASSIGNED                START                   IN_HANDLING              ABMSW
            ASSIGNED                CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            IN_HANDLING             RESOLVE                 RESOLVED                 ABMSW
            IN_HANDLING             CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            RESOLVED                CALL_BACK_SATISFIED     CALLED_BACK_SATISFIED    AS
            RESOLVED                CALL_BACK_UNSATISFIED   CALLED_BACK_UNSATISFIED  AS
            CALLED_BACK_SATISFIED   CLOSE                   CLOSED                   AS
            CALLED_BACK_UNSATISFIED START                   IN_HANDLING              ABMSW
            """;

    private static final String REPAIR =
            """
            REPORTED                DISPATCH                DISPATCHED               AS
            REPORTED                CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            DISPATCHED              ACCEPT                  ACCEPTED                 W
            DISPATCHED              CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            ACCEPTED                ARRIVE                  ON_SITE                  W
            ACCEPTED                CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            ON_SITE                 FINISH                  FINISHED                 W
            ON_SITE                 CLOSE_ADMINISTRATIVELY  CLOSED_ADMINISTRATIVELY  M
            FINISHED                CALL_BACK_SATISFIED     CALLED_BACK_SATISFIED    AS
            FINISHED                CALL_BACK_UNSATISFIED   CALLED_BACK_UNSATISFIED  AS
            CALLED_BACK_SATISFIED   CLOSE                   CLOSED                   AS
            CALLED_BACK_UNSATISFIED ARRIVE                  ON_SITE                  W
            """;

    @Test
    void theRowsAreTheDrawing() {
        assertThat(drawn(WorkOrderKind.COMPLAINT)).isEqualTo(lines(COMPLAINT));
        assertThat(drawn(WorkOrderKind.REPAIR)).isEqualTo(lines(REPAIR));
    }

    @Test
    void everyLifeEndsClosedOrGivenUp() {
        for (WorkOrderKind kind : WorkOrderKind.values()) {
            assertThat(Lifecycle.of(kind).terminal())
                    .containsExactly(WorkOrderState.CLOSED, WorkOrderState.CLOSED_ADMINISTRATIVELY);
        }
    }

    @Test
    void aKindKnowsOnlyItsOwnStates() {
        assertThat(Lifecycle.of(WorkOrderKind.REPAIR).contains(WorkOrderState.INVALID)).isFalse();
        assertThat(Lifecycle.of(WorkOrderKind.COMPLAINT).contains(WorkOrderState.INVALID)).isTrue();
        for (WorkOrderState state : WorkOrderState.values()) {
            assertThat(WorkOrderKind.values())
                    .as("%s", state)
                    .anyMatch(kind -> Lifecycle.of(kind).contains(state));
        }
    }

    @Test
    void theDocumentationIsPrintedFromTheRows() {
        Lifecycle repair = Lifecycle.of(WorkOrderKind.REPAIR);
        assertThat(repair.toMarkdown())
                .startsWith("| from | action | to | posts | source |\n|---|---|---|---|---|\n")
                .contains("| ON_SITE | FINISH | FINISHED | MAINTENANCE_WORKER | 03 P-REPAIR |\n")
                .hasLineCount(14);
        assertThat(repair.toMermaid())
                .isEqualTo(
                        """
                        stateDiagram-v2
                            [*] --> REPORTED
                            REPORTED --> DISPATCHED: DISPATCH
                            REPORTED --> CLOSED_ADMINISTRATIVELY: CLOSE_ADMINISTRATIVELY
                            DISPATCHED --> ACCEPTED: ACCEPT
                            DISPATCHED --> CLOSED_ADMINISTRATIVELY: CLOSE_ADMINISTRATIVELY
                            ACCEPTED --> ON_SITE: ARRIVE
                            ACCEPTED --> CLOSED_ADMINISTRATIVELY: CLOSE_ADMINISTRATIVELY
                            ON_SITE --> FINISHED: FINISH
                            ON_SITE --> CLOSED_ADMINISTRATIVELY: CLOSE_ADMINISTRATIVELY
                            FINISHED --> CALLED_BACK_SATISFIED: CALL_BACK_SATISFIED
                            FINISHED --> CALLED_BACK_UNSATISFIED: CALL_BACK_UNSATISFIED
                            CALLED_BACK_SATISFIED --> CLOSED: CLOSE
                            CALLED_BACK_UNSATISFIED --> ON_SITE: ARRIVE
                            CLOSED --> [*]
                            CLOSED_ADMINISTRATIVELY --> [*]
                        """);
    }

    @Test
    void aFaultyRowIsNamedWithItsPlace() {
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(
                        () ->
                                read(
                                        """
                                        REPAIR,REPORTED,DISPATCH,DISPATCHED,NOBODY,[P]
                                        REPAIR,REPORTED,FLY,DISPATCHED,CS_SUPERVISOR,[P]
                                        REPAIR,REPORTED,DISPATCH,DISPATCHED,,[P]
                                        """))
                .satisfies(
                        refused ->
                                assertThat(refused.faults())
                                        .extracting(fault -> fault.line() + " " + fault.column())
                                        .containsExactly("2 posts", "3 action", "4 posts"));
    }

    @Test
    void aStateWithoutAWayToItIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("COMPLAINT,RESOLVED,CLOSE,CLOSED,CS_SUPERVISOR,[P]\n"))
                .withMessage("no way from RECEIVED to [RESOLVED, CLOSED]");
    }

    private static void read(String rows) {
        String header = String.join(",", Lifecycle.COLUMNS) + "\n";
        Table table = Table.parse("transitions.csv", header + rows, Lifecycle.COLUMNS);
        Lifecycle.of(table, PostCatalogue.load());
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
        return row.posts().stream()
                .map(PostKey::value)
                .map(
                        post ->
                                switch (post) {
                                    case "CS_SUPERVISOR" -> "S";
                                    case "CS_ASSISTANT" -> "A";
                                    case "PROPERTY_MANAGER" -> "M";
                                    case "MAINTENANCE_WORKER" -> "W";
                                    case "STEWARD" -> "B";
                                    default -> "?";
                                })
                .sorted()
                .collect(Collectors.joining());
    }

    private static Set<String> lines(String drawing) {
        return drawing.lines()
                .map(line -> line.replaceAll(" +", " "))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
