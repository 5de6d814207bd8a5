package dev.guanjia.billing.collection;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;

/**
 * What a group has to collect of a fee.
 *
 * @param group who collects
 * @param item which fee
 * @param due what is owed according to the lists of the group and all below it
 * @param target what of it has to come in, at most {@code due}
 */
public record GroupTarget(CollectionGroupId group, FeeItemId item, Money due, Money target) {

    /** Nobody has to collect more than is owed. */
    public GroupTarget {
        if (target.isNegative() || target.compareTo(due) > 0) {
            throw new IllegalArgumentException(target + " of " + due + " for " + group);
        }
    }

    /**
     * What may stay owed.
     *
     * @return what is due less the target
     */
    public Money tolerated() {
        return due.minus(target);
    }
}
