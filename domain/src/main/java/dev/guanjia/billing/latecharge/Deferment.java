package dev.guanjia.billing.latecharge;

import java.time.LocalDate;

/**
 * What a deferral grants: the charge is not overdue until a promised day.
 *
 * @param grantedOn the day it was granted
 * @param promised the last day that is not late; not before {@code grantedOn}
 */
public record Deferment(LocalDate grantedOn, LocalDate promised) {

    /** Nobody promises the past. */
    public Deferment {
        if (promised.isBefore(grantedOn)) {
            throw new IllegalArgumentException(promised + " promised on " + grantedOn);
        }
    }
}
