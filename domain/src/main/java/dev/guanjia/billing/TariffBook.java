package dev.guanjia.billing;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The prices of one community over time. A price holds from its first day until the next one of the
 * same fee item and use starts; before the first there is none.
 *
 * @param community where they hold
 * @param currency what all of them are in
 * @param tariffs by first day; one fee item and use has at most one per first day
 */
public record TariffBook(CommunityId community, Currency currency, List<Tariff> tariffs) {

    /** Sorts; every price is of this community and currency, and none contradicts another. */
    public TariffBook {
        tariffs =
                tariffs.stream()
                        .sorted(Comparator.comparing(Tariff::from).thenComparing(Tariff::id))
                        .toList();
        for (Tariff tariff : tariffs) {
            if (!tariff.community().equals(community) || !tariff.currency().equals(currency)) {
                throw new IllegalArgumentException(
                        "tariff is not of " + community + " in " + currency + ": " + tariff);
            }
            if (tariffs.stream().filter(other -> isRival(other, tariff)).count() > 1) {
                throw new IllegalArgumentException("two prices from one day: " + tariff);
            }
        }
    }

    /**
     * Decides on a new price.
     *
     * @param tariff of this community
     * @return the tariff that stands: the given one, or the earlier one when it says the same; or
     *     refused because another price starts on that day, or the currency is not the book's
     * @throws IllegalArgumentException if the tariff is of another community
     */
    public Decision<Tariff> add(Tariff tariff) {
        if (!tariff.community().equals(community)) {
            throw new IllegalArgumentException("tariff is not of " + community + ": " + tariff);
        }
        List<Refusal> reasons = new ArrayList<>();
        if (!tariff.currency().equals(currency)) {
            reasons.add(BillingRefusal.currencyMismatch(currency, tariff.currency()));
        }
        Optional<Tariff> standing =
                tariffs.stream().filter(other -> isRival(other, tariff)).findFirst();
        standing.filter(other -> !other.price().equals(tariff.price()))
                .ifPresent(other -> reasons.add(different(tariff, other)));
        return reasons.isEmpty()
                ? Decision.accept(standing.orElse(tariff))
                : Decision.refuse(reasons);
    }

    /**
     * Finds the price in force.
     *
     * @param item the fee item
     * @param use the use of the unit
     * @param day the day, for a charge the first of its period
     * @return the latest tariff that started on or before the day, or empty before the first
     */
    public Optional<Tariff> inForce(FeeItemId item, UnitUse use, LocalDate day) {
        return tariffs.stream()
                .filter(tariff -> tariff.prices(item, use) && !tariff.from().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    private static boolean isRival(Tariff one, Tariff other) {
        return one.prices(other.feeItem(), other.use()) && one.from().equals(other.from());
    }

    private static Refusal different(Tariff tariff, Tariff standing) {
        return BillingRefusal.TARIFF_EXISTS_WITH_DIFFERENT_PRICE.because(
                "item",
                tariff.feeItem().value(),
                "from",
                tariff.from().toString(),
                "standing",
                standing.price().decimalText(),
                "price",
                tariff.price().decimalText());
    }
}
