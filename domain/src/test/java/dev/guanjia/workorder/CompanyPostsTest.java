package dev.guanjia.workorder;

import static dev.guanjia.workorder.WorkOrders.MANAGER;
import static dev.guanjia.workorder.WorkOrders.RECEIVED;
import static dev.guanjia.workorder.WorkOrders.act;
import static dev.guanjia.workorder.WorkOrders.reasons;
import static dev.guanjia.workorder.WorkOrders.received;
import static dev.guanjia.workorder.WorkOrders.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.OrganisationRefusal;
import dev.guanjia.organisation.PostCatalogue;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.workorder.level.Due;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.Transition;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import org.junit.jupiter.api.Test;

/** In a company whose posts are called otherwise, those who bear the named posts take the steps. */
class CompanyPostsTest {

    private static final Lifecycle PLAIN = Lifecycle.of(WorkOrderKind.COMPLAINT);

    @Test
    void whoBearsTheNamedPostTakesTheStep() {
        Lifecycle own = PLAIN.within(PostCatalogue.templates().get("HEADQUARTERS_OVER_REGIONS"));
        assertThat(refused(giveUp(PLAIN, "REGION_1_MANAGER")))
                .containsExactly(OrganisationRefusal.COMMAND_NOT_PERMITTED);
        assertThat(refused(giveUp(own, "REGION_1_MANAGER"))).isEmpty();
        assertThat(refused(giveUp(own, "PROPERTY_MANAGER"))).isEmpty();
        assertThat(reasons(giveUp(own, "STOREKEEPER")).get(0).facts())
                .containsEntry("permitted", "PROPERTY_MANAGER, REGION_1_MANAGER");
    }

    @Test
    void theMovesStayTheSameInEveryTemplate() {
        for (PostCatalogue company : PostCatalogue.templates().values()) {
            for (WorkOrderKind kind : WorkOrderKind.values()) {
                Lifecycle own = Lifecycle.of(kind).within(company);
                assertThat(own.toMermaid()).isEqualTo(Lifecycle.of(kind).toMermaid());
                assertThat(own.transitions())
                        .allSatisfy(
                                move ->
                                        assertThat(move.posts())
                                                .doesNotHaveDuplicates()
                                                .containsAll(named(kind, move)))
                        .allSatisfy(
                                move -> assertThat(move.posts()).containsAll(move.byAssignee()));
            }
        }
    }

    private static Iterable<PostKey> named(WorkOrderKind kind, Transition move) {
        return Lifecycle.of(kind).find(move.from(), move.action()).orElseThrow().posts();
    }

    private static Decision<WorkOrderEvent> giveUp(Lifecycle lifecycle, String post) {
        WorkOrder order = received(WorkOrderKind.COMPLAINT, new Due.Unlimited());
        WorkOrderCommand command =
                new WorkOrderCommand(
                        WorkOrderAction.CLOSE_ADMINISTRATIVELY,
                        act(MANAGER, post, RECEIVED, "moved away"),
                        null);
        return order.decide(command, lifecycle, Circumstances.none());
    }
}
