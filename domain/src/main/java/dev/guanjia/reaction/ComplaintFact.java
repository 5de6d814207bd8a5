package dev.guanjia.reaction;

import dev.guanjia.workorder.WorkOrder;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Timeliness;
import dev.guanjia.workorder.lifecycle.WorkOrderKind;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A complaint, as the rate of timely handling sees it.
 *
 * @param id which work order
 * @param month the month it was received in, in the community's zone
 * @param excluded whether it was found invalid or given up by the management
 * @param timeliness as of the moment of counting
 */
public record ComplaintFact(
        WorkOrderId id, YearMonth month, boolean excluded, Timeliness timeliness) {

    /**
     * Reads a complaint.
     *
     * @param order a work order of the kind complaint
     * @param zone the community's
     * @param asOf the moment of counting
     * @return what counts of it
     * @throws IllegalArgumentException if it is a repair
     */
    public static ComplaintFact of(WorkOrder order, ZoneId zone, Instant asOf) {
        if (order.intake().kind() != WorkOrderKind.COMPLAINT) {
            throw new IllegalArgumentException("work order is no complaint: " + order.id());
        }
        return new ComplaintFact(
                order.id(),
                order.intake().reception().month(zone),
                order.isExcludedFromRates(),
                order.timeliness(asOf));
    }

    boolean counts(YearMonth of) {
        return !excluded && month.equals(of);
    }
}
