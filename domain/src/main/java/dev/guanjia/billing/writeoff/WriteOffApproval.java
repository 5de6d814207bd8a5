package dev.guanjia.billing.writeoff;

import dev.guanjia.organisation.Actor;
import java.time.LocalDate;

/**
 * A write-off was approved.
 *
 * @param by who approved
 * @param on the day
 * @param reference of the company's approval, not blank
 */
public record WriteOffApproval(Actor by, LocalDate on, String reference) {

    /** An approval can be looked up. */
    public WriteOffApproval {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("reference of the approval is blank");
        }
    }
}
