package dev.guanjia.reaction;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.money.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the collection rate is counted from. Settlements of charges that are not given are left out
 * of account, so it is enough to give the charges of the months to be measured.
 *
 * @param charges each once, all in one currency
 * @param allocations parts of payments that settle charges
 * @param waivers posted waivers
 */
public record CollectionFacts(
        List<ChargeFact> charges, List<SettlementFact> allocations, List<SettlementFact> waivers) {

    /** A charge stands once, and no more of it is settled than was charged. */
    public CollectionFacts {
        charges = List.copyOf(charges);
        allocations = List.copyOf(allocations);
        waivers = List.copyOf(waivers);
        Map<ChargeId, Money> open = new TreeMap<>();
        for (ChargeFact charge : charges) {
            if (open.put(charge.charge(), charge.amount()) != null) {
                throw new IllegalArgumentException("charge stands twice: " + charge.charge());
            }
        }
        requireOneCurrency(charges);
        Stream.concat(allocations.stream(), waivers.stream())
                .forEach(settlement -> settle(open, settlement));
    }

    private static void requireOneCurrency(List<ChargeFact> charges) {
        long currencies =
                charges.stream().map(charge -> charge.amount().currency()).distinct().count();
        if (currencies > 1) {
            throw new IllegalArgumentException("charges are in " + currencies + " currencies");
        }
    }

    private static void settle(Map<ChargeId, Money> open, SettlementFact settlement) {
        Money left =
                open.computeIfPresent(
                        settlement.charge(), (charge, owed) -> owed.minus(settlement.amount()));
        if (left != null && left.isNegative()) {
            throw new IllegalArgumentException(
                    "charge " + settlement.charge() + " is settled beyond its amount by " + left);
        }
    }
}
