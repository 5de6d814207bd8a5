package dev.guanjia.billing.settlement;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.ChargeKey;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A charge of which something is still owed.
 *
 * @param id which charge
 * @param key what it is for
 * @param order where its fee item stands in the catalogue
 * @param dueOn the last day that is not late
 * @param open what is still owed, more than zero
 */
public record OpenCharge(ChargeId id, ChargeKey key, int order, LocalDate dueOn, Money open) {

    /** Which debt is settled first: by due date, fee item, period and, to be certain, id. */
    public static final Comparator<OpenCharge> OLDEST_FIRST =
            Comparator.comparing(OpenCharge::dueOn)
                    .thenComparing(OpenCharge::order)
                    .thenComparing(charge -> charge.key().period())
                    .thenComparing(OpenCharge::id);

    /** Something is owed. */
    public OpenCharge {
        if (!open.isPositive()) {
            throw new IllegalArgumentException("nothing is open of charge " + id + ": " + open);
        }
    }
}
