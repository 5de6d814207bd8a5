package dev.guanjia.billing.settlement;

import dev.guanjia.organisation.Actor;
import java.time.LocalDate;

/**
 * That a payment is undone, and why (冲销). Source: requirements 05 S20.
 *
 * @param cause what went wrong
 * @param reason in words; a blank one is refused
 * @param approval the reference of the approval; a blank one is refused
 * @param by who does it
 * @param on the day
 */
public record PaymentReversal(Cause cause, String reason, String approval, Actor by, LocalDate on) {

    /** What went wrong with a payment. */
    public enum Cause {
        /** The bank did not honour it (退票). */
        BOUNCED,
        /** It belongs to another unit. */
        WRONG_UNIT,
        /** Another sum was handed over. */
        WRONG_AMOUNT
    }
}
