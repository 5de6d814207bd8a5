package dev.guanjia.workorder;

import dev.guanjia.workorder.level.Timeliness;
import dev.guanjia.workorder.lifecycle.Severity;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import dev.guanjia.workorder.lifecycle.WorkOrderOutcome;
import dev.guanjia.workorder.lifecycle.WorkOrderState;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A complaint in the ledger (投诉台帐), as the statistics see it. Source: 03 P-COMPLAINT rule 7.
 *
 * @param order which work order
 * @param month the month it was received in, in the community's zone (06 A-82)
 * @param channel by which way it came
 * @param severity how grave it is held for
 * @param verdict whether it is valid
 * @param answer what the customer said last
 * @param timeliness as of the moment of counting
 */
public record ComplaintRow(
        WorkOrderId order,
        YearMonth month,
        String channel,
        Severity severity,
        Verdict verdict,
        Answer answer,
        Timeliness timeliness) {

    /** Whether a complaint is valid. Source: 06 A-61. */
    public enum Verdict {
        /** Nobody has ruled. */
        PENDING,
        /** 有效. */
        VALID,
        /** 无效. */
        INVALID,
        /** Taken back or given up before anybody ruled: it counts nowhere. */
        WITHDRAWN
    }

    /** What the customer said at the last call-back. */
    public enum Answer {
        /** Nobody has asked. */
        PENDING,
        /** It is done. */
        SATISFIED,
        /** It is not done, and nobody has asked again. */
        UNSATISFIED
    }

    /**
     * Reads a complaint. Valid is what was ruled valid, and stays so when it is taken back or given
     * up later: whoever ends it does not take it out of the rate of timely handling (04 QF-H-12).
     * Nothing counts that happened after the moment of counting.
     *
     * @param history of a work order of the kind complaint
     * @param zone the community's
     * @param asOf the moment of counting
     * @return its row, judged by the due time of the order, which no pause moves: {@link #judged}
     *     takes the judgement of a clock instead
     * @throws IllegalArgumentException if it is no complaint
     */
    public static ComplaintRow of(History history, ZoneId zone, Instant asOf) {
        History known = history.until(asOf);
        WorkOrder order = known.order();
        if (order.intake().kind() != WorkOrderKind.COMPLAINT) {
            throw new IllegalArgumentException("work order is no complaint: " + order.id());
        }
        Reception reception = order.intake().reception();
        return new ComplaintRow(
                order.id(),
                reception.month(zone),
                reception.channel(),
                order.intake().triage().severity(),
                verdict(known),
                answer(order),
                order.timeliness(asOf));
    }

    /**
     * The same complaint, judged by a clock that pauses stop.
     *
     * @param judged as {@link OrderClock#standing} says
     * @return its row
     */
    public ComplaintRow judged(Timeliness judged) {
        return new ComplaintRow(order, month, channel, severity, verdict, answer, judged);
    }

    private static Verdict verdict(History history) {
        return history.ruling()
                .map(ruling -> ruling.valid() ? Verdict.VALID : Verdict.INVALID)
                .orElseGet(() -> unruled(history.order().handling().outcome()));
    }

    /** What another system handled was not ruled valid by anybody here (06 A-61). */
    private static Verdict unruled(WorkOrderOutcome outcome) {
        return switch (outcome) {
            case INVALID -> Verdict.INVALID;
            case CANCELLED, ADMINISTRATIVE -> Verdict.WITHDRAWN;
            case OPEN, HANDLED -> Verdict.PENDING;
        };
    }

    private static Answer answer(WorkOrder order) {
        if (order.handling().callBacks() == 0) {
            return Answer.PENDING;
        }
        boolean satisfied =
                order.state() == WorkOrderState.CALLED_BACK_SATISFIED
                        || (order.state() == WorkOrderState.CLOSED
                                && order.handling().outcome() == WorkOrderOutcome.HANDLED);
        return satisfied ? Answer.SATISFIED : Answer.UNSATISFIED;
    }
}
