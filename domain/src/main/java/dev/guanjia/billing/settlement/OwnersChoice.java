package dev.guanjia.billing.settlement;

import dev.guanjia.billing.BillingRefusal;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The payer names the charges and how much each of them gets; what is not named is kept.
 *
 * @param wanted how much each charge gets, by its id
 */
public record OwnersChoice(SortedMap<ChargeId, Money> wanted) implements AllocationOrder {

    /** The choice cannot change afterwards. */
    public OwnersChoice {
        wanted = Collections.unmodifiableSortedMap(new TreeMap<>(wanted));
    }

    @Override
    public Decision<List<Allocation>> share(Money amount, List<OpenCharge> open) {
        List<Refusal> reasons = new ArrayList<>();
        notOpen(open).forEach(id -> reasons.add(refuse(SettlementRefusal.CHOICE_NOT_OPEN, id)));
        List<Allocation> parts = new ArrayList<>();
        Money left = amount;
        for (OpenCharge charge : open.stream().sorted(OpenCharge.OLDEST_FIRST).toList()) {
            Money part = wanted.get(charge.id());
            if (part != null) {
                List<Refusal> found = faults(charge, part, left);
                reasons.addAll(found);
                left = found.isEmpty() ? left.minus(part) : left;
                addSound(parts, found, charge, part);
            }
        }
        return reasons.isEmpty() ? Decision.accept(List.copyOf(parts)) : Decision.refuse(reasons);
    }

    private static void addSound(
            List<Allocation> parts, List<Refusal> found, OpenCharge charge, Money part) {
        if (found.isEmpty()) {
            parts.add(new Allocation(charge.id(), charge.key(), part));
        }
    }

    private Set<ChargeId> notOpen(List<OpenCharge> open) {
        Set<ChargeId> unknown = new TreeSet<>(wanted.keySet());
        unknown.removeAll(new HashSet<>(open.stream().map(OpenCharge::id).toList()));
        return unknown;
    }

    private static List<Refusal> faults(OpenCharge charge, Money part, Money left) {
        if (!part.currency().equals(left.currency())) {
            return List.of(BillingRefusal.currencyMismatch(left.currency(), part.currency()));
        }
        if (!part.isPositive()) {
            return List.of(refuse(SettlementRefusal.CHOICE_NOT_POSITIVE, charge.id(), part));
        }
        if (part.compareTo(charge.open()) > 0) {
            return List.of(
                    SettlementRefusal.CHOICE_OVER_OPEN.because(
                            "charge", charge.id().value(),
                            "amount", part.toString(),
                            "open", charge.open().toString()));
        }
        if (part.compareTo(left) > 0) {
            return List.of(
                    SettlementRefusal.CHOICE_OVER_PAYMENT.because(
                            "charge", charge.id().value(),
                            "amount", part.toString(),
                            "left", left.toString()));
        }
        return List.of();
    }

    private static Refusal refuse(SettlementRefusal code, ChargeId charge) {
        return code.because("charge", charge.value());
    }

    private static Refusal refuse(SettlementRefusal code, ChargeId charge, Money amount) {
        return code.because("charge", charge.value(), "amount", amount.toString());
    }

    /** {@code ch_1=CNY 1.00, ch_2=CNY 2.00}. */
    @Override
    public String toString() {
        return wanted.entrySet().stream()
                .map(Map.Entry::toString)
                .collect(Collectors.joining(", "));
    }
}
