package dev.guanjia.workorder.request;

import static dev.guanjia.workorder.WorkOrders.ASSISTANT;
import static dev.guanjia.workorder.WorkOrders.RECEIVED;
import static dev.guanjia.workorder.WorkOrders.accepted;
import static dev.guanjia.workorder.WorkOrders.act;
import static dev.guanjia.workorder.WorkOrders.received;
import static dev.guanjia.workorder.WorkOrders.refused;
import static dev.guanjia.workorder.WorkOrders.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.property.CommunityId;
import dev.guanjia.workorder.Act;
import dev.guanjia.workorder.Reception;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLifeTest {

    private static final ServiceRequest SAID =
            new ServiceRequest(
                    new ServiceRequestId("sr_1"),
                    new CommunityId("cm_1"),
                    null,
                    "the lamp in the hall is out, and who pays?",
                    new Reception("PHONE", RECEIVED, null),
                    List.of());
    private static final Act ANSWER = act(ASSISTANT, "CS_ASSISTANT", RECEIVED, "the company pays");

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                             | RECORDED
                    start                                                          | IN_HAND
                    VALIDATE ASSIGN START RESOLVE                                  | ANSWERED
                    VALIDATE ASSIGN START RESOLVE CALL_BACK_UNSATISFIED            | IN_HAND
                    VALIDATE ASSIGN START RESOLVE CALL_BACK_SATISFIED CLOSE        | CLOSED
                    VALIDATE ASSIGN START RESOLVE CALL_BACK_SATISFIED CLOSE, start | IN_HAND
                    CANCEL                                                         | CLOSED
                    """)
    void theStateFollowsTheOrders(String orders, RequestState state) {
        assertThat(new RequestLife(SAID, null, orders(orders)).state()).isEqualTo(state);
    }

    @Test
    void anAnswerThatDidNotHelpIsTakenInHand() {
        RequestLife answered = accepted(new RequestLife(SAID, null, List.of()).answer(ANSWER));
        assertThat(answered.state()).isEqualTo(RequestState.ANSWERED);
        assertThat(new RequestLife(SAID, ANSWER, orders("start")).state())
                .isEqualTo(RequestState.IN_HAND);
    }

    @Test
    void nothingIsAnsweredTwiceOrBesideItsOrdersOrWithoutAWordOrBeforeItCame() {
        RequestLife both = new RequestLife(SAID, ANSWER, orders("start"));
        Act silent = act(ASSISTANT, "CS_ASSISTANT", RECEIVED.minusSeconds(1), null);
        assertThat(refused(both.answer(silent)))
                .containsExactly(
                        RequestRefusal.REQUEST_ANSWERED,
                        RequestRefusal.REQUEST_HAS_ORDERS,
                        RequestRefusal.ANSWER_MISSING,
                        RequestRefusal.BEFORE_RECEPTION);
    }

    @Test
    void nobodyIsToldAnythingBeforeTheyAsked() {
        RequestLife life = new RequestLife(SAID, null, List.of());
        Progress told = new Progress("PHONE", ANSWER);
        assertThat(accepted(life.tell(told))).isEqualTo(told);
        Act early = act(ASSISTANT, "CS_ASSISTANT", RECEIVED.minusSeconds(1), "soon");
        assertThat(refused(life.tell(new Progress("PHONE", early))))
                .containsExactly(RequestRefusal.BEFORE_RECEPTION);
        Act silent = act(ASSISTANT, "CS_ASSISTANT", RECEIVED, null);
        assertThatIllegalArgumentException().isThrownBy(() -> new Progress("PHONE", silent));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RequestLife(SAID, silent, List.of()));
    }

    /** Orders separated by commas, each as the steps taken; {@code start} for none. */
    private static List<RequestOrder> orders(String text) {
        List<RequestOrder> orders = new ArrayList<>();
        for (String walk : text.isEmpty() ? new String[0] : text.split(", ")) {
            WorkOrder order = received(WorkOrderKind.COMPLAINT, new Due.Unlimited());
            for (String action : walk.equals("start") ? new String[0] : walk.split(" ")) {
                order = step(order, WorkOrderAction.valueOf(action), 5);
            }
            orders.add(RequestOrder.of(order));
        }
        return orders;
    }
}
