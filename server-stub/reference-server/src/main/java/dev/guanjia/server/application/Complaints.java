package dev.guanjia.server.application;

import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.OrderHistoryStore;
import dev.guanjia.server.store.OrderHistoryStore.OrderLife;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import org.springframework.stereotype.Component;

/** Looks up complaints among the work orders. */
@Component
class Complaints {

    private final OrderHistoryStore lives;

    Complaints(OrderHistoryStore lives) {
        this.lives = lives;
    }

    /** The complaint of that id; 404 where there is none, or an order of another kind. */
    OrderLife find(Caller caller, String id) {
        return lives.find(caller.tenant(), id)
                .filter(life -> life.row().order().intake().kind() == WorkOrderKind.COMPLAINT)
                .orElseThrow(() -> Fault.notFound(id));
    }
}
