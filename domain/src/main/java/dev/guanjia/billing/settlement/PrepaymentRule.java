package dev.guanjia.billing.settlement;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How prepayments settle the charges that come, without anybody asking. Source: requirements 05
 * S20.
 */
public enum PrepaymentRule {
    /** The oldest prepayment first, whether bound to a fee item or not. */
    OLDEST_FIRST,
    /** Those bound to a fee item before the others, each time the oldest first. */
    BOUND_FIRST,
    /** None, until the payer asks. */
    ON_REQUEST;

    private static final Comparator<Prepayment> BOUND =
            Comparator.comparing(kept -> kept.item() == null);

    /**
     * One use of a prepayment.
     *
     * @param payment whose money it is
     * @param part which charge it settles, how much of it
     */
    public record Use(PaymentId payment, Allocation part) {}

    /**
     * Uses prepayments for charges, the oldest charge first. The same prepayments and charges, in
     * whatever order, always give the same uses.
     *
     * @param kept the prepayments of one payer of a unit, each payment once
     * @param open the open charges of that payer and unit, each once
     * @return the uses, in order; nothing is used twice and no charge is settled over
     * @throws IllegalArgumentException if units, payers or currencies differ
     */
    public List<Use> apply(List<Prepayment> kept, List<OpenCharge> open) {
        requireOne(kept, open);
        if (this == ON_REQUEST) {
            return List.of();
        }
        Map<ChargeId, Money> owed = new HashMap<>();
        open.forEach(charge -> owed.put(charge.id(), charge.open()));
        List<OpenCharge> charges = open.stream().sorted(OpenCharge.OLDEST_FIRST).toList();
        List<Use> uses = new ArrayList<>();
        kept.stream().sorted(order()).forEach(money -> use(money, charges, owed, uses));
        return List.copyOf(uses);
    }

    private Comparator<Prepayment> order() {
        return this == BOUND_FIRST
                ? BOUND.thenComparing(Prepayment.OLDEST_FIRST)
                : Prepayment.OLDEST_FIRST;
    }

    private static void use(
            Prepayment money, List<OpenCharge> charges, Map<ChargeId, Money> owed, List<Use> uses) {
        Money left = money.left();
        for (OpenCharge charge : charges.stream().filter(money::serves).toList()) {
            Money still = owed.getOrDefault(charge.id(), charge.open());
            Money part = left.min(still);
            if (part.isPositive()) {
                Allocation share = new Allocation(charge.id(), charge.key(), part);
                uses.add(new Use(money.payment(), share));
                owed.put(charge.id(), still.minus(part));
                left = left.minus(part);
            }
        }
    }

    private static void requireOne(List<Prepayment> kept, List<OpenCharge> open) {
        boolean one =
                kept.stream().map(Prepayment::payer).distinct().count() <= 1
                        && kept.stream().map(Prepayment::payment).distinct().count() == kept.size()
                        && open.stream().map(OpenCharge::id).distinct().count() == open.size()
                        && units(kept, open) <= 1;
        if (!one) {
            throw new IllegalArgumentException(
                    "not of one payer and unit, or twice: " + kept + " for " + open);
        }
    }

    private static long units(List<Prepayment> kept, List<OpenCharge> open) {
        return Stream.concat(
                        kept.stream().map(Prepayment::unit),
                        open.stream().map(charge -> charge.key().unit()))
                .distinct()
                .count();
    }
}
