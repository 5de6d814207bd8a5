package dev.guanjia.billing;

import dev.guanjia.organisation.Actor;
import java.time.LocalDate;

/**
 * A charge is taken back (冲销): it is no longer owed, and it stays on record with this beside it.
 *
 * <p>What was paid of it is not lost: its allocations go back to the payer, as money paid ahead.
 * What was waived or written off of it stays as it was, and is not owed either way. It no longer
 * keeps anything from being charged: its days and what its meters measured are charged again by a
 * charge that {@link BillCalculation#replace replaces} it or by the next run of its days, whichever
 * comes first, and once.
 *
 * @param charge which charge
 * @param reason why, not blank
 * @param on the accounting day
 * @param actor who did it
 */
public record ChargeReversal(ChargeId charge, String reason, LocalDate on, Actor actor) {

    /** Nothing is taken back without a reason. */
    public ChargeReversal {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reversal of " + charge + " without a reason");
        }
    }
}
