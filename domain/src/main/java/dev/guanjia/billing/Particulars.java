package dev.guanjia.billing;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.TariffId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the bill of a unit rests on beside its history and its meters.
 *
 * @param prepaid the years that are paid ahead, per fee item; on their days the discount for a
 *     prepaid year is due
 * @param shares the unit's shares of pools
 * @param formulas what the formula of each version of a tariff says for this unit
 */
public record Particulars(
        SortedMap<FeeItemId, List<ServicePeriod>> prepaid,
        List<PoolShare> shares,
        SortedMap<TariffId, FormulaTerm> formulas) {

    /** Nothing beside. */
    public static final Particulars NONE =
            new Particulars(new TreeMap<>(), List.of(), new TreeMap<>());

    /**
     * What a unit bears of a pool.
     *
     * @param item the fee item under which it is charged
     * @param period the days that the pool is for
     * @param share how much, with what proves it
     */
    public record PoolShare(FeeItemId item, ServicePeriod period, Quantity.Share share) {}

    /** Copies; no two shares of a fee item are for one day. */
    public Particulars {
        SortedMap<FeeItemId, List<ServicePeriod>> years = new TreeMap<>();
        prepaid.forEach((item, days) -> years.put(item, List.copyOf(days)));
        prepaid = Collections.unmodifiableSortedMap(years);
        shares = List.copyOf(shares);
        formulas = Collections.unmodifiableSortedMap(new TreeMap<>(formulas));
        for (PoolShare share : shares) {
            long same = shares.stream().filter(other -> isTwice(share, other)).count();
            if (same > 1) {
                throw new IllegalArgumentException("two shares for one day: " + share);
            }
        }
    }

    /**
     * Only years that are paid ahead.
     *
     * @param years per fee item
     * @return the particulars
     */
    public static Particulars prepaid(Map<FeeItemId, List<ServicePeriod>> years) {
        return new Particulars(new TreeMap<>(years), List.of(), new TreeMap<>());
    }

    /**
     * Only shares of pools.
     *
     * @param shares of the unit
     * @return the particulars
     */
    public static Particulars shares(List<PoolShare> shares) {
        return new Particulars(new TreeMap<>(), shares, new TreeMap<>());
    }

    private static boolean isTwice(PoolShare one, PoolShare other) {
        return one.item().equals(other.item()) && one.period().overlaps(other.period());
    }

    /**
     * The same with one more year that is paid ahead.
     *
     * @param item for which fee item
     * @param year which days
     * @return the particulars with it
     */
    public Particulars and(FeeItemId item, ServicePeriod year) {
        SortedMap<FeeItemId, List<ServicePeriod>> all = new TreeMap<>(prepaid);
        List<ServicePeriod> years = new ArrayList<>(all.getOrDefault(item, List.of()));
        years.add(year);
        all.put(item, years);
        return new Particulars(all, shares, formulas);
    }

    List<PoolShare> sharesOf(FeeItemId item) {
        return shares.stream().filter(share -> share.item().equals(item)).toList();
    }

    Optional<FormulaTerm> formula(TariffId tariff) {
        return Optional.ofNullable(formulas.get(tariff));
    }

    boolean isPrepaid(FeeItemId item, LocalDate day) {
        return years(item).anyMatch(year -> year.range().contains(day));
    }

    List<LocalDate> prepaidEdges(FeeItemId item) {
        return years(item).flatMap(year -> Stream.of(year.start(), year.end())).toList();
    }

    private Stream<ServicePeriod> years(FeeItemId item) {
        return prepaid.getOrDefault(item, List.of()).stream();
    }
}
