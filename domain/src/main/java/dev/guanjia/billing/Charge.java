package dev.guanjia.billing;

import dev.guanjia.billing.tariff.Taxed;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An amount that is owed for one fee item of a unit and some days, or for one work order (应收款).
 *
 * <p>It is a calculated line until its bill run is entered; from then on it binds and is payable.
 * That of a work order binds at once.
 *
 * @param id which one
 * @param key what it is for
 * @param payer who owes it, whatever becomes of the unit later
 * @param amount how much with its tax, more than zero
 * @param dueOn the last day that is not late
 * @param trace how the amount came about
 * @param replaces the reversed charge whose days it charges again; null for a first charge
 */
public record Charge(
        ChargeId id,
        ChargeKey key,
        Payer payer,
        Money amount,
        LocalDate dueOn,
        ChargeTrace trace,
        @Nullable ChargeId replaces) {

    /** The amount is positive and the one its trace gives. */
    public Charge {
        Money owed = trace.recompute().gross();
        if (!amount.isPositive() || !amount.equals(owed)) {
            throw new IllegalArgumentException("charge of " + amount + ", its trace gives " + owed);
        }
    }

    /**
     * A first charge.
     *
     * @param id which one
     * @param key what it is for
     * @param payer who owes it
     * @param amount how much with its tax
     * @param dueOn the last day that is not late
     * @param trace how the amount came about
     */
    public Charge(
            ChargeId id,
            ChargeKey key,
            Payer payer,
            Money amount,
            LocalDate dueOn,
            ChargeTrace trace) {
        this(id, key, payer, amount, dueOn, trace, null);
    }

    /**
     * How much of the amount is value-added tax.
     *
     * @return net and tax, which add up to the amount; no tax where its price has none
     */
    public Taxed taxed() {
        return trace.recompute();
    }
}
