package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import java.time.LocalDate;

/**
 * Something that changed what is open of a charge.
 *
 * @param charge of which charge
 * @param day the business day on which it counts
 * @param kind what it was
 * @param amount above zero where less is open afterwards, below zero where more is; never zero
 * @param sourceId the payment, waiver, reversal or whatever else it comes from
 */
public record ChargeMovement(
        ChargeId charge, LocalDate day, Kind kind, Money amount, String sourceId) {

    /** What changes the open amount of a charge. */
    public enum Kind {
        /** A part of a payment paid it. */
        ALLOCATION,
        /** The payment was taken back, so it is open again. */
        ALLOCATION_REVERSED,
        /** What was paid ahead paid it. */
        PREPAYMENT_USED,
        /** It was given up. */
        WAIVER,
        /** What paid work refunded and had not been paid. */
        REFUND,
        /** The charge itself was taken back. */
        CHARGE_REVERSED,
        /** Nobody expects it to be paid any more. */
        WRITE_OFF,
        /** What was written off came in after all. */
        RECOVERY
    }

    /** Nothing moves by nothing. */
    public ChargeMovement {
        if (amount.isZero()) {
            throw new IllegalArgumentException("movement of nothing: " + charge + " " + kind);
        }
    }
}
