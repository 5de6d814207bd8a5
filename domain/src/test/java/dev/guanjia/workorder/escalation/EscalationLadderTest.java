package dev.guanjia.workorder.escalation;

import static dev.guanjia.workorder.WorkOrders.ASSISTANT;
import static dev.guanjia.workorder.WorkOrders.RECEIVED;
import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.act;
import static dev.guanjia.workorder.WorkOrders.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.catalogue.Table;
import dev.guanjia.organisation.PostLibrary;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.WorkOrderRefusal;
import dev.guanjia.workorder.escalation.EscalationLadder.Escalation;
import dev.guanjia.workorder.lifecycle.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationLadderTest {

    private static final Instant LATER = RECEIVED.plusSeconds(86_400);
    private static final WorkOrderId ID = new WorkOrderId("wo_1");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "DEPARTMENT,          NORMAL,    1, CS_SUPERVISOR",
        "DEPARTMENT,          MAJOR,     2, PROPERTY_MANAGER",
        "COMPANY,             MINOR,     1, CS_MANAGER",
        "COMPANY,             EMERGENCY, 3, GENERAL_MANAGER",
        "NIGHT,               MAJOR,     2, ORDER_DIRECTOR",
        "MERCHANTS_AND_STAFF, MINOR,     1, GENERAL_MANAGER"
    })
    void majorMattersGoToTheManagerAtOnce(
            String ladder, Severity severity, int level, String post) {
        Escalation first = raised(ladder, null, severity);
        assertThat(first.level()).isEqualTo(level);
        assertThat(first.post().value()).isEqualTo(post);
    }

    @Test
    void neitherLevelNorSeverityEverFalls() {
        Escalation first = raised("COMPANY", null, Severity.NORMAL);
        Escalation second = raised("COMPANY", first, Severity.MINOR);
        assertThat(second.level()).isEqualTo(2);
        assertThat(second.severity()).isEqualTo(Severity.NORMAL);
        Escalation third = raised("COMPANY", second, Severity.MAJOR);
        assertThat(third.level()).isEqualTo(3);
        var over = ladder("COMPANY").raise(third, ID, Severity.MINOR, because(RECEIVED, null));
        assertThat(refused(over))
                .containsExactly(
                        WorkOrderRefusal.REASON_MISSING,
                        WorkOrderRefusal.BEFORE_PREVIOUS_EVENT,
                        EscalationRefusal.LADDER_ENDS);
    }

    @Test
    void aLadderWithAGapIsNamedWithItsPlace() {
        String rows = String.join(",", EscalationLadder.COLUMNS) + "\nX,2,CASHIER,,own\n";
        Table table = Table.parse("ladders.csv", rows, EscalationLadder.COLUMNS);
        assertThatExceptionOfType(CatalogueException.class)
                .isThrownBy(() -> EscalationLadder.read(table, PostLibrary.load()))
                .withMessage("ladders.csv:2 level: expected 1");
    }

    private static EscalationLadder ladder(String name) {
        EscalationLadder found = EscalationLadder.shipped().get(name);
        assertThat(found).isNotNull();
        return found;
    }

    private static Escalation raised(
            String ladder, @Nullable Escalation before, Severity severity) {
        return accepted(ladder(ladder).raise(before, ID, severity, because(LATER, "unsolved")));
    }

    private static Act because(Instant at, @Nullable String why) {
        return act(ASSISTANT, "CS_ASSISTANT", at, why);
    }
}
