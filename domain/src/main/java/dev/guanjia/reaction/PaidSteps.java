package dev.guanjia.reaction;

import dev.guanjia.decision.Refusal;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import dev.guanjia.workorder.paid.PaidState;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the life of an order and its paid work together: a step that speaks of money is taken only
 * when the paid work has come there too. Source: 03 P-PAID-REPAIR; 05 S10.
 */
public final class PaidSteps {

    private PaidSteps() {}

    /**
     * Whether work of this kind is paid for by its customer.
     *
     * @param kind the kind
     * @return true for paid repairs and special services
     */
    public static boolean isPaid(WorkOrderKind kind) {
        return kind == WorkOrderKind.PAID_REPAIR || kind == WorkOrderKind.SPECIAL_SERVICE;
    }

    /**
     * Whether a step has to wait for the paid work. Work that is put right after a call-back costs
     * nothing more and waits for nothing.
     *
     * @param kind the kind of the order
     * @param from where the order stands
     * @param action what is attempted
     * @param work where its paid work stands; null where there is none
     * @return {@code PAID_FACT_MISSING}, or empty when the step may be taken
     */
    public static Optional<Refusal> missing(
            WorkOrderKind kind,
            WorkOrderState from,
            WorkOrderAction action,
            @Nullable PaidState work) {
        PaidState needed = needed(action);
        if (!isPaid(kind)
                || from == WorkOrderState.IN_HANDLING
                || needed == null
                || needed == work) {
            return Optional.empty();
        }
        Map<String, String> facts = new TreeMap<>();
        facts.put("action", action.name());
        facts.put("needed", needed.name());
        facts.put("state", work == null ? "-" : work.name());
        return Optional.of(new Refusal(ReactionRefusal.PAID_FACT_MISSING, facts));
    }

    private static @Nullable PaidState needed(WorkOrderAction action) {
        return switch (action) {
            case QUOTE -> PaidState.QUOTED;
            case CONSENT -> PaidState.CONSENTED;
            case DECLINE -> PaidState.DECLINED;
            case EXPIRE -> PaidState.EXPIRED;
            case FINISH -> PaidState.DONE;
            case CUSTOMER_ACCEPTS, CHARGE -> PaidState.ACCEPTED;
            case CUSTOMER_REFUSES -> PaidState.REJECTED;
            default -> null;
        };
    }
}
