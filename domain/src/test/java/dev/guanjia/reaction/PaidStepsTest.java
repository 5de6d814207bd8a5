package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import dev.guanjia.workorder.paid.PaidState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaidStepsTest {

    @ParameterizedTest
    @CsvSource({
        "PAID_REPAIR, ACCEPTED, QUOTE, QUOTED, true",
        "PAID_REPAIR, ACCEPTED, QUOTE, , false",
        "PAID_REPAIR, QUOTED, CONSENT, QUOTED, false",
        "PAID_REPAIR, QUOTED, CONSENT, CONSENTED, true",
        "SPECIAL_SERVICE, QUOTED, DECLINE, QUOTED, false",
        "SPECIAL_SERVICE, ON_SITE, FINISH, CONSENTED, false",
        "SPECIAL_SERVICE, ON_SITE, FINISH, DONE, true",
        "PAID_REPAIR, FINISHED, CUSTOMER_ACCEPTS, DONE, false",
        "PAID_REPAIR, CUSTOMER_ACCEPTED, CHARGE, ACCEPTED, true",
        "PAID_REPAIR, CUSTOMER_ACCEPTED, CHARGE, , false",
        "PAID_REPAIR, IN_HANDLING, FINISH, ACCEPTED, true",
        "PAID_REPAIR, REQUESTED, DISPATCH, , true",
        "REPAIR, ON_SITE, FINISH, , true"
    })
    void aStepThatSpeaksOfMoneyWaitsForThePaidWork(
            WorkOrderKind kind,
            WorkOrderState from,
            WorkOrderAction action,
            PaidState work,
            boolean free) {
        assertThat(PaidSteps.missing(kind, from, action, work).isEmpty()).isEqualTo(free);
    }
}
