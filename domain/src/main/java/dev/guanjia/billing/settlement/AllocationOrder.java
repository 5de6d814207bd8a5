package dev.guanjia.billing.settlement;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * Which charges a payment settles first. No order settles more of a charge than is open, or more
 * than was paid; the order in which the charges are given does not matter. Source: requirements 05
 * S20.
 */
public sealed interface AllocationOrder permits AllocationOrder.Sorted, OwnersChoice {

    /**
     * The oldest debt first, as {@link OpenCharge#OLDEST_FIRST} sorts them.
     *
     * @return the order that holds where none is stated
     */
    static AllocationOrder oldestFirst() {
        return new ByFeeItem(List.of());
    }

    /**
     * Shares money out.
     *
     * @param amount how much there is, more than zero, in the currency of the charges
     * @param open the open charges, in any order, each once
     * @return the parts, in this order; what is left over is not among them; or refused where the
     *     payer chose what cannot be
     */
    Decision<List<Allocation>> share(Money amount, List<OpenCharge> open);

    /** An order that sorts the charges and settles one after the other while the money lasts. */
    sealed interface Sorted extends AllocationOrder {

        /**
         * Which charge comes first.
         *
         * @return a comparator under which no two charges are equal
         */
        Comparator<OpenCharge> comparator();

        @Override
        default Decision<List<Allocation>> share(Money amount, List<OpenCharge> open) {
            List<Allocation> parts = new ArrayList<>();
            Money left = amount;
            for (OpenCharge charge : open.stream().sorted(comparator()).toList()) {
                Money part = left.min(charge.open());
                if (part.isPositive()) {
                    parts.add(new Allocation(charge.id(), charge.key(), part));
                    left = left.minus(part);
                }
            }
            return Decision.accept(List.copyOf(parts));
        }
    }

    /**
     * One fee item after the other; within an item the oldest debt first.
     *
     * @param items which comes first, each once; the items not named come after them, the oldest
     *     debt first
     */
    record ByFeeItem(List<FeeItemId> items) implements Sorted {

        /** An item has one place. */
        public ByFeeItem {
            items = List.copyOf(items);
            if (new HashSet<>(items).size() < items.size()) {
                throw new IllegalArgumentException("a fee item stands twice: " + items);
            }
        }

        @Override
        public Comparator<OpenCharge> comparator() {
            return Comparator.comparingInt(this::place).thenComparing(OpenCharge.OLDEST_FIRST);
        }

        private int place(OpenCharge charge) {
            int found = items.indexOf(charge.key().feeItem());
            return found < 0 ? items.size() : found;
        }
    }
}
