package dev.guanjia.reaction;

import dev.guanjia.workorder.ComplaintRow;
import dev.guanjia.workorder.WorkOrderId;
import dev.guanjia.workorder.level.Timeliness;
import java.time.YearMonth;

/**
 * A complaint, as the rate of timely handling sees it. Valid is what was ruled valid (06 A-61), as
 * in the ledger: one without a verdict is neither valid nor invalid yet, and counts as soon as it
 * is ruled, in the month it was received and on the clock that ran since, so that a late verdict
 * saves nothing. Likewise one whose due time is not known yet counts as soon as that is found.
 *
 * @param id which work order
 * @param month the month it was received in, in the community's zone
 * @param excluded whether it was not ruled valid, or its due time is not known; what was ruled
 *     valid is not excused by being taken back
 * @param timeliness as of the moment of counting
 */
public record ComplaintFact(
        WorkOrderId id, YearMonth month, boolean excluded, Timeliness timeliness) {

    /**
     * Reads a complaint from the ledger.
     *
     * @param row the complaint
     * @return what counts of it
     */
    public static ComplaintFact of(ComplaintRow row) {
        boolean valid = row.verdict() == ComplaintRow.Verdict.VALID;
        boolean judged = row.timeliness() != Timeliness.UNKNOWN;
        return new ComplaintFact(row.order(), row.month(), !valid || !judged, row.timeliness());
    }

    boolean counts(YearMonth of) {
        return !excluded && month.equals(of);
    }
}
