package dev.guanjia.server.application;

import dev.guanjia.decision.Decision;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.server.access.CompanyPosts;
import dev.guanjia.workorder.Circumstances;
import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderCommand;
import dev.guanjia.workorder.WorkOrderEvent;
import dev.guanjia.workorder.lifecycle.Lifecycle;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The lives of work orders as a company lives them. */
@Component
class Lifecycles {

    private final CompanyPosts posts;

    Lifecycles(CompanyPosts posts) {
        this.posts = posts;
    }

    /** The lifecycle of a kind with the posts of the company that bear those it names. */
    Lifecycle of(String tenant, WorkOrderKind kind) {
        return Lifecycle.of(kind).within(posts.today(tenant));
    }

    /**
     * The lifecycle for one step; where the row names the post itself, the tree is not looked at.
     */
    Lifecycle of(String tenant, WorkOrder order, WorkOrderCommand command) {
        Lifecycle named = Lifecycle.of(order.intake().kind());
        PostKey post = command.act().actor().post();
        boolean decided =
                named.find(order.state(), command.action())
                        .map(move -> move.posts().contains(post))
                        .orElse(true);
        return decided ? named : of(tenant, order.intake().kind());
    }

    /** What a step would do, whoever worked on the order and whatever hangs on it. */
    Decision<WorkOrderEvent> decide(String tenant, WorkOrder order, WorkOrderCommand command) {
        return order.decide(command, of(tenant, order, command), Circumstances.none());
    }

    /** What a call-back would do, called by somebody whom the policy lets call. */
    Decision<WorkOrderEvent> call(
            String tenant, WorkOrder order, WorkOrderCommand command, List<PostKey> callers) {
        return order.decide(
                command,
                of(tenant, order, command),
                new Circumstances(Set.of(), Set.of(), callers, false));
    }
}
