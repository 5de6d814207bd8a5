package dev.guanjia.workorder.dispatch;

import static dev.guanjia.workorder.dispatch.Jobs.DAY;
import static dev.guanjia.workorder.dispatch.Jobs.PAPER;
import static dev.guanjia.workorder.dispatch.Jobs.WIRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.organisation.staff.Requirements;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkNeedsTest {

    private static final WorkNeeds SHIPPED = WorkNeeds.load();

    @Test
    void aRepairTakesTheCertificateWhoeverDoesIt() {
        assertThat(SHIPPED.of(WorkOrderKind.REPAIR, DAY, List.of())).containsExactly(PAPER);
        assertThat(SHIPPED.of(WorkOrderKind.CLEANING_TASK, DAY, List.of())).isEmpty();
    }

    @Test
    void whatTheOrderAsksForComesOnTopAndOnce() {
        assertThat(SHIPPED.of(WorkOrderKind.PAID_REPAIR, DAY, List.of(WIRING, PAPER)))
                .containsExactly(PAPER, WIRING);
    }

    @Test
    void aRowOfTheCompanyHoldsFromItsDay() {
        WorkNeeds own =
                WorkNeeds.parse(
                        "own.csv",
                        """
                        kind,needs,from,source
                        HELP,WIRING_AND_LAMPS,2026-03-06,own
                        """,
                        Requirements.load());
        assertThat(own.of(WorkOrderKind.HELP, DAY, List.of())).containsExactly(WIRING);
        LocalDate before = DAY.minusDays(1);
        assertThat(own.of(WorkOrderKind.HELP, before, List.of())).isEmpty();
    }

    @Test
    void ofTheRowsOfAKindTheOneInForceCounts() {
        WorkNeeds own =
                WorkNeeds.parse(
                        "own.csv",
                        """
                        kind,needs,from,source
                        HELP; REPAIR,WIRING_AND_LAMPS,2026-03-06,own
                        HELP,MAINTENANCE_CERTIFICATE,2026-01,own
                        """,
                        Requirements.load());
        LocalDate before = DAY.minusDays(1);
        assertThat(own.of(WorkOrderKind.HELP, before, List.of())).containsExactly(PAPER);
        assertThat(own.of(WorkOrderKind.HELP, DAY, List.of()))
                .as("the later row in the place of the earlier")
                .containsExactly(WIRING);

        WorkNeeds company = SHIPPED.with(own);
        assertThat(company.of(WorkOrderKind.REPAIR, before, List.of())).containsExactly(PAPER);
        assertThat(company.of(WorkOrderKind.REPAIR, DAY, List.of()))
                .as("the company's row in the place of the shipped")
                .containsExactly(WIRING);
        assertThat(company.of(WorkOrderKind.PAID_REPAIR, DAY, List.of()))
                .as("what the company says nothing of stays")
                .containsExactly(PAPER);
    }

    @Test
    void twoRowsOfAKindDoNotBeginOnOneDay() {
        String text =
                """
                kind,needs,from,source
                HELP,WIRING_AND_LAMPS,2026-03-01,own
                REPAIR; HELP,MAINTENANCE_CERTIFICATE,2026-03,own
                """;
        assertThatThrownBy(() -> WorkNeeds.parse("own.csv", text, Requirements.load()))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("own.csv:3 kind: stands twice from 2026-03-01: HELP");
    }

    @Test
    void aRowNamesKindsAndQualificationsThatAreKnown() {
        String text =
                """
                kind,needs,from,source
                DANCE,MAINTENANCE_CERTIFICATE,2007-01,x
                HELP,NO_SUCH_PAPER,2007-01,x
                """;
        assertThatThrownBy(() -> WorkNeeds.parse("own.csv", text, Requirements.load()))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("own.csv:2")
                .hasMessageContaining("NO_SUCH_PAPER");
    }
}
