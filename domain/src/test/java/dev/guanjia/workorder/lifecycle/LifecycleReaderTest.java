package dev.guanjia.workorder.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.CatalogueFault;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostLibrary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A company's own tables, and what is wrong with them. */
class LifecycleReaderTest {

    private static final String KIND = "CONSULTATION,咨询,Enquiry,RECORDED,yes,no,own\n";
    private static final String SOUND =
            """
            CONSULTATION,RECORDED,ANSWER,RESULT_RECORDED,CS_ASSISTANT,,own
            CONSULTATION,RESULT_RECORDED,CHECK_PASSED,CLOSED,CS_SUPERVISOR,,own
            """;

    @Test
    void aCompanyLaysRowsOfItsOwnOverAKind() {
        Lifecycle own = read(KIND, SOUND).get(WorkOrderKind.CONSULTATION);
        assertThat(own.initial()).isEqualTo(WorkOrderState.RECORDED);
        assertThat(own.find(WorkOrderState.RESULT_RECORDED, WorkOrderAction.CHECK_PASSED))
                .map(Transition::to)
                .contains(WorkOrderState.CLOSED);
        assertThat(own.contains(WorkOrderState.ROUTED)).isFalse();
        assertThat(Lifecycle.of(WorkOrderKind.CONSULTATION).contains(WorkOrderState.ROUTED))
                .isTrue();
    }

    @Test
    void aFaultyCellIsNamedWithItsPlace() {
        assertThat(
                        faults(
                                KIND,
                                """
                                CONSULTATION,RECORDED,ANSWER,RESULT_RECORDED,NOBODY,,own
                                CONSULTATION,RECORDED,FLY,RESULT_RECORDED,CS_SUPERVISOR,,own
                                CONSULTATION,RECORDED,ANSWER,RESULT_RECORDED,,,own
                                """))
                .extracting(fault -> fault.file() + ":" + fault.line() + " " + fault.column())
                .containsExactly(
                        "transitions.csv:2 posts",
                        "transitions.csv:3 action",
                        "transitions.csv:4 posts");
    }

    @Test
    void aKindHasAnInitialStateAndMoves() {
        assertThat(faults(KIND.replace("RECORDED", ""), SOUND))
                .containsExactly(new CatalogueFault("kinds.csv", 2, "initial", "is empty"));
        assertThat(faults(KIND.replace("RECORDED", "ASSIGNED"), SOUND))
                .containsExactly(
                        new CatalogueFault(
                                "kinds.csv", 2, "initial", "no order begins at ASSIGNED"));
        assertThat(faults(KIND, ""))
                .containsExactly(
                        new CatalogueFault("kinds.csv", 2, "kind", "has no moves: CONSULTATION"));
        assertThat(faults(KIND, SOUND + "HELP,RECORDED,TRIAGE,ROUTED,CS_ASSISTANT,,own\n"))
                .containsExactly(
                        new CatalogueFault(
                                "transitions.csv", 4, "kind", "no row for the kind HELP"));
    }

    @Test
    void everyStateIsReachedAndLeft() {
        assertThat(
                        faults(
                                KIND,
                                SOUND
                                        + "CONSULTATION,SUSPENDED,CANCEL,CANCELLED,CS_ASSISTANT,,own\n"))
                .containsExactly(fault(4, "from", "no way from RECORDED to SUSPENDED"));
        assertThat(faults(KIND, SOUND + "CONSULTATION,RECORDED,TRIAGE,ROUTED,CS_ASSISTANT,,own\n"))
                .containsExactly(fault(4, "to", "no way from ROUTED to an end"));
        assertThat(faults(KIND, SOUND + "CONSULTATION,CLOSED,TRIAGE,RECORDED,CS_ASSISTANT,,own\n"))
                .extracting(CatalogueFault::message)
                .contains("CONSULTATION: CLOSED is an end");
    }

    @Test
    void aMoveStandsOnce() {
        assertThat(
                        faults(
                                KIND,
                                SOUND
                                        + "CONSULTATION,RECORDED,ANSWER,RESULT_RECORDED,STEWARD,,own\n"))
                .containsExactly(
                        new CatalogueFault(
                                "transitions.csv", 4, "action", "listed twice: RECORDED ANSWER"));
    }

    @Test
    void nothingIsClosedByTheWordOfTheWorkerAlone() {
        String alone = SOUND + "CONSULTATION,RESULT_RECORDED,CLOSE,CLOSED,CS_ASSISTANT,,own\n";
        assertThat(faults(KIND, alone))
                .containsExactly(fault(4, "to", "CLOSED by the word of the worker alone"));
        assertThat(faults(KIND.replace("yes,no", "yes,yes"), SOUND))
                .containsExactly(fault(3, "to", "CLOSED without a call-back"));
    }

    @Test
    void workIsDoneBySomebody() {
        assertThat(faults(KIND, SOUND + "CONSULTATION,RECORDED,START,IN_HANDLING,STEWARD,,own\n"))
                .contains(
                        fault(
                                4,
                                "to",
                                "IN_HANDLING does not suit an order that is OPEN, nobody"
                                        + " assigned"));
    }

    @Test
    void whoTakesAStepOnlyAsTheAssigneeIsOneOfThePostsAndHasTheWork() {
        assertThat(
                        faults(
                                KIND,
                                SOUND
                                        + "CONSULTATION,RECORDED,TRIAGE,ROUTED,CS_ASSISTANT,STEWARD,"
                                        + "own\n"))
                .extracting(CatalogueFault::column)
                .contains("by_assignee");
        assertThat(faults(KIND, SOUND + "CONSULTATION,RECORDED,CANCEL,CANCELLED,STEWARD,all,own\n"))
                .containsExactly(fault(4, "by_assignee", "RECORDED is given to nobody"));
    }

    private static CatalogueFault fault(int line, String column, String message) {
        return new CatalogueFault("transitions.csv", line, column, "CONSULTATION: " + message);
    }

    private static List<CatalogueFault> faults(String kinds, String rows) {
        List<CatalogueFault> faults = new java.util.ArrayList<>();
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> read(kinds, rows))
                .satisfies(refused -> faults.addAll(refused.faults()));
        return faults;
    }

    private static Map<WorkOrderKind, Lifecycle> read(String kinds, String rows) {
        return Lifecycle.read(
                table("kinds.csv", kinds, Lifecycle.KIND_COLUMNS),
                table("transitions.csv", rows, Lifecycle.COLUMNS),
                PostLibrary.load());
    }

    private static Table table(String name, String rows, List<String> columns) {
        return Table.parse(name, String.join(",", columns) + "\n" + rows, columns);
    }
}
