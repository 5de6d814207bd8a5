package dev.guanjia.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlanLifecycleTest {

    /** The drawing; the rows must say the same. */
    private static final String DRAWING =
            """
            DEPARTMENT DRAFT     REVISE  DRAFT     PREPARER
            DEPARTMENT DRAFT     SUBMIT  SUBMITTED PREPARER
            DEPARTMENT SUBMITTED REVIEW  IN_FORCE  REVIEWER
            DEPARTMENT SUBMITTED RETURN  RETURNED  REVIEWER
            DEPARTMENT RETURNED  REVISE  DRAFT     PREPARER
            DEPARTMENT IN_FORCE  SUM_UP  SUMMED_UP PREPARER
            COMPANY    DRAFT     REVISE  DRAFT     PREPARER
            COMPANY    DRAFT     SUBMIT  SUBMITTED PREPARER
            COMPANY    SUBMITTED REVIEW  REVIEWED  REVIEWER
            COMPANY    SUBMITTED RETURN  RETURNED  REVIEWER
            COMPANY    RETURNED  REVISE  DRAFT     PREPARER
            COMPANY    REVIEWED  APPROVE IN_FORCE  APPROVER
            COMPANY    REVIEWED  RETURN  RETURNED  APPROVER
            COMPANY    IN_FORCE  SUM_UP  SUMMED_UP PREPARER
            """;

    @Test
    void theRowsAreTheDrawing() {
        List<String> rows =
                Stream.of(PlanKind.values())
                        .flatMap(kind -> PlanLifecycle.of(kind).transitions().stream())
                        .map(PlanLifecycleTest::print)
                        .toList();
        assertThat(rows)
                .isEqualTo(DRAWING.lines().map(line -> line.replaceAll(" +", " ")).toList());
    }

    @Test
    void aRowWithAnUnknownStateIsNamed() {
        String text = "kind,from,action,to,by,source\nCOMPANY,DRAFT,SUBMIT,LOST,PREPARER,x\n";
        Table table = Table.parse("plan-transitions.csv", text, PlanLifecycle.COLUMNS);
        assertThatThrownBy(() -> PlanLifecycle.of(table))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("plan-transitions.csv:2 to");
    }

    private static String print(PlanTransition row) {
        return "%s %s %s %s %s".formatted(row.kind(), row.from(), row.action(), row.to(), row.by());
    }
}
