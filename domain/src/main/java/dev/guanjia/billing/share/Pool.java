package dev.guanjia.billing.share;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A cost that some units share. Source: requirements 05 S18, S19.
 *
 * @param id which pool
 * @param item the fee item under which the units are charged
 * @param period the days it is for
 * @param amount what is shared, no more and no less
 * @param units who shares it: a community, a building, an entrance or any other group
 */
public record Pool(
        PoolId id, FeeItemId item, ServicePeriod period, Money amount, SortedSet<UnitId> units) {

    /** Copies. */
    public Pool {
        units = Collections.unmodifiableSortedSet(new TreeSet<>(units));
    }

    /**
     * The same cost among others.
     *
     * @param sharers who shares it
     * @return the pool, of the same amount
     */
    public Pool among(Collection<UnitId> sharers) {
        return new Pool(id, item, period, amount, new TreeSet<>(sharers));
    }
}
