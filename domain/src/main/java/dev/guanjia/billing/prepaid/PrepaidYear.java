package dev.guanjia.billing.prepaid;

import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Twelve months of a fee that somebody would pay ahead. Source: requirements 05 S20.
 *
 * @param item the fee
 * @param days the first day of a month until the same day a year later
 */
public record PrepaidYear(FeeItem item, ServicePeriod days) {

    private static final int MONTHS = 12;

    /** What follows from the tariff and the unit alone. */
    private static final Set<ChargeBasis> KNOWN_AHEAD =
            EnumSet.of(ChargeBasis.AREA, ChargeBasis.UNIT, ChargeBasis.FIXED, ChargeBasis.FORMULA);

    /** Twelve whole months. */
    public PrepaidYear {
        if (!days.equals(from(days.month()))) {
            throw new IllegalArgumentException("not twelve whole months: " + days);
        }
    }

    /**
     * The year that begins with a month.
     *
     * @param item the fee
     * @param first the month
     * @return twelve months
     */
    public static PrepaidYear of(FeeItem item, YearMonth first) {
        return new PrepaidYear(item, from(first));
    }

    private static ServicePeriod from(YearMonth first) {
        return new ServicePeriod(first.atDay(1), first.plusMonths(MONTHS).atDay(1));
    }

    /**
     * Quotes the year: what the runs of its months would charge, by the calculation of runs.
     *
     * @param tariffs the community's prices as they are known
     * @param known the unit as the run of each month would know it, in the order of {@link
     *     ServicePeriod#byMonth}; with the years that were paid ahead and the charges that were
     *     made
     * @return the quote; or what {@link PrepaidRefusal} says, the amount aside
     * @throws IllegalArgumentException if not every month is known
     */
    public Decision<YearQuote> quote(TariffBook tariffs, List<UnitFacts> known) {
        List<ServicePeriod> months = days.byMonth();
        if (known.size() != months.size()) {
            throw new IllegalArgumentException("each month is known once: " + known.size());
        }
        List<Refusal> reasons = reasons(known);
        return reasons.isEmpty()
                ? new YearRuns(this, tariffs, known).quote()
                : Decision.refuse(reasons);
    }

    private List<Refusal> reasons(List<UnitFacts> known) {
        List<Refusal> reasons = new ArrayList<>();
        if (!KNOWN_AHEAD.contains(item.basis())) {
            reasons.add(
                    PrepaidRefusal.PREPAID_YEAR_FEE.because(
                            "item", item.id().value(), "basis", item.basis().name()));
        }
        taken(known, reasons);
        charged(known)
                .map(days -> because(PrepaidRefusal.PREPAID_YEAR_CHARGED, "period", days))
                .ifPresent(reasons::add);
        return reasons;
    }

    private void taken(List<UnitFacts> known, List<Refusal> reasons) {
        known.stream()
                .flatMap(facts -> years(facts))
                .filter(days::overlaps)
                .distinct()
                .map(year -> because(PrepaidRefusal.PREPAID_YEAR_TAKEN, "year", year))
                .forEach(reasons::add);
    }

    private Stream<ServicePeriod> years(UnitFacts facts) {
        return facts.particulars().prepaid().getOrDefault(item.id(), List.of()).stream();
    }

    /** The first charge that has days of the year. */
    private Optional<ServicePeriod> charged(List<UnitFacts> known) {
        return known.stream()
                .flatMap(facts -> facts.existing().stream())
                .filter(key -> key.order() == null && key.feeItem().equals(item.id()))
                .map(key -> key.period())
                .filter(days::overlaps)
                .min(ServicePeriod::compareTo);
    }

    private Refusal because(PrepaidRefusal code, String fact, ServicePeriod period) {
        return code.because("item", item.id().value(), fact, period.toString());
    }
}
