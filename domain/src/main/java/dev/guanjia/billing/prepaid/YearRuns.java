package dev.guanjia.billing.prepaid;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.Charge;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.SkipReason;
import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.prepaid.YearQuote.MonthCost;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.property.Payer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The runs of a year's months, as they would be.
 *
 * @param year which fee and days
 * @param tariffs the prices
 * @param known the unit, month by month
 */
record YearRuns(PrepaidYear year, TariffBook tariffs, List<UnitFacts> known) {

    /** No charge is made, so none is named. */
    private static final ChargeId NONE = new ChargeId("ch_00000000");

    Decision<YearQuote> quote() {
        List<MonthCost> months = new ArrayList<>();
        Set<Payer> payers = new TreeSet<>();
        Set<Refusal> reasons = new LinkedHashSet<>();
        List<ServicePeriod> runs = year.days().byMonth();
        for (int i = 0; i < runs.size(); i++) {
            List<Charge> full = run(runs.get(i), known.get(i), reasons);
            List<Charge> reduced = run(runs.get(i), ahead(known.get(i)), reasons);
            full.forEach(charge -> payers.add(charge.payer()));
            if (!full.isEmpty()) {
                months.add(new MonthCost(runs.get(i), sum(full), sum(reduced)));
            }
        }
        return reasons.isEmpty() ? whole(months, payers) : Decision.refuse(List.copyOf(reasons));
    }

    private UnitFacts ahead(UnitFacts facts) {
        return facts.with(facts.particulars().and(year.item().id(), year.days()));
    }

    private List<Charge> run(ServicePeriod month, UnitFacts facts, Set<Refusal> reasons) {
        BillCalculation run =
                new BillCalculation(
                        new FeeItemCatalogue(List.of(year.item())), tariffs, month, month.end());
        List<Charge> charges = new ArrayList<>();
        for (BillOutcome outcome : run.outcomes(facts, key -> NONE)) {
            outcome.<Boolean>fold(
                    charged -> charges.add(charged.charge()),
                    unchanged -> false,
                    skipped -> isSkip(skipped.reason()) && reasons.add(unpriced(month, skipped)));
        }
        charges.stream()
                .map(charge -> charge.key().period())
                .filter(days -> !days.without(List.of(year.days())).isEmpty())
                .map(this::cut)
                .forEach(reasons::add);
        return charges;
    }

    /** What rounds to nothing costs nothing. */
    private static boolean isSkip(SkipReason reason) {
        return reason != SkipReason.NOTHING_TO_CHARGE;
    }

    private Refusal unpriced(ServicePeriod month, BillOutcome.Skipped skipped) {
        return PrepaidRefusal.PREPAID_YEAR_UNPRICED.because(
                "item", id(), "month", month.toString(), "reason", skipped.reason().name());
    }

    private Refusal cut(ServicePeriod days) {
        return PrepaidRefusal.PREPAID_YEAR_CUTS_BILL.because("item", id(), "period", "" + days);
    }

    private Decision<YearQuote> whole(List<MonthCost> months, Set<Payer> payers) {
        if (payers.size() > 1) {
            return refuse(
                    PrepaidRefusal.PREPAID_YEAR_PAYERS.because(
                            "item",
                            id(),
                            "payers",
                            payers.stream()
                                    .map(Payer::toString)
                                    .collect(Collectors.joining(", "))));
        }
        boolean same = months.stream().allMatch(month -> month.full().equals(month.reduced()));
        return same
                ? refuse(PrepaidRefusal.PREPAID_YEAR_WITHOUT_DISCOUNT.because("item", id()))
                : Decision.accept(new YearQuote(year, payers.iterator().next(), months));
    }

    private static Decision<YearQuote> refuse(Refusal reason) {
        return Decision.refuse(List.of(reason));
    }

    private String id() {
        return year.item().id().value();
    }

    private Money sum(List<Charge> charges) {
        return charges.stream()
                .map(Charge::amount)
                .reduce(Money.zero(tariffs.currency()), Money::plus);
    }
}
