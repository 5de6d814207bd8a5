package dev.guanjia.server.application;

import dev.guanjia.decision.RefusalCode;
import dev.guanjia.workorder.WorkOrderRefusal;
import java.util.Map;

/**
 * In which fields of a request the facts of a step of an order are: the operations name them
 * differently.
 *
 * @param time when it was done
 * @param reason why, or what else is to be remembered
 */
public record StepFields(String time, String reason) {

    static final String ASSIGNEE = "/assignee_id";
    static final StepFields USUAL = new StepFields("/occurred_at", "/note");

    /** Of a request that calls the time otherwise. */
    static StepFields at(String time) {
        return new StepFields(time, USUAL.reason());
    }

    /** Which refusal of a step lies in which field. */
    Map<RefusalCode, String> pointers() {
        return Map.of(
                WorkOrderRefusal.BEFORE_PREVIOUS_EVENT, time,
                WorkOrderRefusal.REASON_MISSING, reason,
                WorkOrderRefusal.ASSIGNEE_MISSING, ASSIGNEE,
                WorkOrderRefusal.ASSIGNEE_UNEXPECTED, ASSIGNEE);
    }
}
