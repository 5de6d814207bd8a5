package dev.guanjia.billing.latecharge;

import dev.guanjia.organisation.Actor;
import java.time.LocalDate;

/**
 * A deferral was confirmed.
 *
 * @param by who confirmed
 * @param on the day
 * @param approval the reference of the company's approval, not blank
 */
public record DeferralConfirmed(Actor by, LocalDate on, String approval) {

    /** A confirmation can be traced to an approval. */
    public DeferralConfirmed {
        if (approval.isBlank()) {
            throw new IllegalArgumentException("approval is blank");
        }
    }
}
