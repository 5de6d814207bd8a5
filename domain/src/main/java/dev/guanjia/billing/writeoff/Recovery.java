package dev.guanjia.billing.writeoff;

import dev.guanjia.money.Money;
import java.time.LocalDate;

/**
 * A debt that was written off is paid after all.
 *
 * @param payment the reference of the payment, not blank
 * @param amount how much of what was written off it brings
 * @param on the day
 */
public record Recovery(String payment, Money amount, LocalDate on) {

    /** Money comes from somewhere. */
    public Recovery {
        if (payment.isBlank()) {
            throw new IllegalArgumentException("payment is blank");
        }
    }
}
