package dev.guanjia.billing.tariff;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitUse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tariffs of one community over time. A version holds from its first day until its last, or
 * until the next one of the same scope starts; before the first there is none. A version added
 * later never changes what held on the days of another.
 *
 * @param community where they hold
 * @param currency what all of them are in
 * @param tariffs by first day; no two of one scope overlap
 */
public record TariffBook(CommunityId community, Currency currency, List<Tariff> tariffs) {

    /** Sorts; every tariff is of this community and currency, and none contradicts another. */
    public TariffBook {
        tariffs =
                tariffs.stream()
                        .sorted(Comparator.comparing(Tariff::from).thenComparing(Tariff::id))
                        .toList();
        for (Tariff tariff : tariffs) {
            if (!tariff.currency().equals(currency)) {
                throw new IllegalArgumentException("tariff is not in " + currency + ": " + tariff);
            }
            requireCommunity(community, tariff);
            if (tariffs.stream().anyMatch(other -> overlap(tariff, other))) {
                throw new IllegalArgumentException("two tariffs for one day: " + tariff);
            }
        }
    }

    /**
     * Decides on a new version.
     *
     * @param tariff of this community
     * @param chargedUntil the day after the last of its scope that was charged; null when none was
     * @return the version that stands: the given one, or the earlier one when it says the same; or
     *     refused because another version starts on that day or claims some of its days, because
     *     the currency is not the book's, because days from its first on were charged already, or
     *     because a day would be billed twice or never: {@link TariffRefusal#TARIFF_BREAKS_PERIOD},
     *     {@link TariffRefusal#TARIFF_NOT_CUT}
     * @throws IllegalArgumentException if the tariff is of another community
     */
    public Decision<Tariff> add(Tariff tariff, @Nullable LocalDate chargedUntil) {
        requireCommunity(community, tariff);
        List<Refusal> reasons = new ArrayList<>();
        if (!tariff.currency().equals(currency)) {
            reasons.add(currencyMismatch(tariff));
        }
        Optional<Tariff> same =
                tariffs.stream()
                        .filter(other -> other.scope().equals(tariff.scope()))
                        .filter(tariff::says)
                        .findFirst();
        if (same.isEmpty()) {
            tariffs.stream()
                    .filter(other -> overlap(tariff, other))
                    .map(other -> contradiction(tariff, other))
                    .forEach(reasons::add);
            if (chargedUntil != null && chargedUntil.isAfter(tariff.from())) {
                reasons.add(new VersionEdges(tariff).charged(chargedUntil.minusDays(1)));
            }
            reasons.addAll(new VersionEdges(tariff).reasons(beside(tariff)));
        }
        return reasons.isEmpty() ? Decision.accept(same.orElse(tariff)) : Decision.refuse(reasons);
    }

    /**
     * Decides on the end of a version.
     *
     * @param tariff one of the book
     * @param end the first day on which it no longer holds
     * @param chargedUntil the day after the last that was charged with it; null when none was
     * @return the version with its end; or {@link TariffRefusal#TARIFF_END_BEFORE_START}, {@link
     *     TariffRefusal#TARIFF_ENDS_EARLIER}, {@link TariffRefusal#TARIFF_CHARGED_BEYOND}; or
     *     {@link TariffRefusal#TARIFF_VERSIONS_OVERLAP} because another starts before the end
     */
    public Decision<Tariff> end(Tariff tariff, LocalDate end, @Nullable LocalDate chargedUntil) {
        return tariff.end(end, chargedUntil).fold(this::ended, Decision::<Tariff>refuse);
    }

    private Decision<Tariff> ended(Tariff tariff) {
        List<Refusal> reasons = new ArrayList<>();
        tariffs.stream()
                .filter(other -> overlap(tariff, other))
                .map(other -> contradiction(tariff, other))
                .forEach(reasons::add);
        new VersionEdges(tariff).end().ifPresent(reasons::add);
        return reasons.isEmpty() ? Decision.accept(tariff) : Decision.refuse(reasons);
    }

    /**
     * Finds the version in force.
     *
     * @param item the fee item
     * @param use the use of the unit
     * @param day the day, for a charge the first of its month
     * @return the tariff, or empty where none is
     */
    public Optional<Tariff> inForce(FeeItemId item, UnitUse use, LocalDate day) {
        TariffScope scope = new TariffScope(community, item, use);
        return tariffs.stream()
                .filter(tariff -> tariff.scope().equals(scope) && !tariff.from().isAfter(day))
                .reduce((earlier, later) -> later)
                .filter(tariff -> tariff.isInForceOn(day));
    }

    /**
     * Finds what the run of a month bills of a fee.
     *
     * @param item the fee item
     * @param use the use of the unit
     * @param month the month of the run
     * @return the period that it bills, and the first version that is in force in it and says how;
     *     empty when there is none
     */
    public Optional<TariffDays> billedIn(FeeItemId item, UnitUse use, YearMonth month) {
        for (TariffDays version : inForce(new TariffScope(community, item, use))) {
            Optional<TariffDays> billed = version.billedIn(month);
            if (billed.isPresent()) {
                return billed;
            }
        }
        return Optional.empty();
    }

    /**
     * Finds the versions of some days.
     *
     * @param item the fee item
     * @param use the use of the unit
     * @param period the days
     * @return by day, each with those of the days on which it is in force
     */
    public List<TariffDays> versions(FeeItemId item, UnitUse use, ServicePeriod period) {
        List<TariffDays> versions = new ArrayList<>();
        for (TariffDays version : inForce(new TariffScope(community, item, use))) {
            version.within(period).ifPresent(versions::add);
        }
        return List.copyOf(versions);
    }

    /** The versions of a scope as they would be with one more. */
    private List<TariffDays> beside(Tariff tariff) {
        List<Tariff> versions = new ArrayList<>(List.of(tariff));
        tariffs.stream()
                .filter(other -> other.scope().equals(tariff.scope()))
                .filter(other -> !other.from().equals(tariff.from()))
                .forEach(versions::add);
        versions.sort(Comparator.comparing(Tariff::from));
        return days(versions);
    }

    private List<TariffDays> inForce(TariffScope scope) {
        List<Tariff> versions = new ArrayList<>();
        for (Tariff tariff : tariffs) {
            if (tariff.scope().equals(scope)) {
                versions.add(tariff);
            }
        }
        return days(versions);
    }

    /** Each until its end or the next. */
    private static List<TariffDays> days(List<Tariff> versions) {
        List<TariffDays> days = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Tariff version = versions.get(i);
            LocalDate end = Objects.requireNonNullElse(version.until(), LocalDate.MAX);
            boolean isLast = i + 1 == versions.size();
            LocalDate next = isLast ? LocalDate.MAX : versions.get(i + 1).from();
            days.add(
                    new TariffDays(
                            version,
                            new ServicePeriod(version.from(), end.isBefore(next) ? end : next)));
        }
        return days;
    }

    private static boolean overlap(Tariff one, Tariff other) {
        return one.scope().equals(other.scope())
                && !one.id().equals(other.id())
                && (one.from().equals(other.from()) || one.claims(other) || other.claims(one));
    }

    private static void requireCommunity(CommunityId community, Tariff tariff) {
        if (!tariff.scope().community().equals(community)) {
            throw new IllegalArgumentException("tariff is not of " + community + ": " + tariff);
        }
    }

    private Refusal currencyMismatch(Tariff tariff) {
        return TariffRefusal.TARIFF_CURRENCY.because(
                "expected",
                currency.getCurrencyCode(),
                "found",
                tariff.currency().getCurrencyCode());
    }

    private static Refusal contradiction(Tariff tariff, Tariff standing) {
        TariffRefusal code =
                tariff.from().equals(standing.from())
                        ? TariffRefusal.TARIFF_STARTS_TWICE
                        : TariffRefusal.TARIFF_VERSIONS_OVERLAP;
        return code.because(
                "item",
                tariff.scope().feeItem().value(),
                "days",
                tariff.days(),
                "other",
                standing.id().value(),
                "otherDays",
                standing.days());
    }
}
