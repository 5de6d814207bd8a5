package dev.guanjia.billing;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The calculation of a month's run: one unit's facts in, outcomes per fee item out.
 *
 * <p>Shape: quantity x price x months, rounded once per charge as the tariff's terms say. Which
 * period a run bills follows from the tariff: the month, or the quarter or year that starts or ends
 * in it. Each day is priced by the version in force on it, and a day without one is not billed;
 * what was measured in a period has the price of the first version in force in it. The quantity is
 * the floor area, the unit itself, what a formula gives, or what the meters measured from the
 * reading where the last bill ended (at first the meter's initial value) to the latest reading
 * before the end of the period; shares of pools are charged as they were cut. Days are priced by
 * what was true of the unit on them, days before its history starts are not billed, and each payer
 * gets a charge of their own. What was recorded late never changes a charge that stands. So a
 * back-filled reading is billed by the next run, and no day and nothing measured is ever billed
 * twice. Source: requirements 03 P-METER, P-BILLING; 06.
 *
 * @param items what may be charged
 * @param tariffs the community's prices
 * @param period the month of the run
 * @param dueOn the last day on which the charges are not late
 */
public record BillCalculation(
        FeeItemCatalogue items, TariffBook tariffs, ServicePeriod period, LocalDate dueOn) {

    /**
     * Calculates a unit. The same facts give the same outcomes; facts that hold the charges of an
     * earlier run give {@link BillOutcome.Unchanged} for each of them.
     *
     * @param facts the unit
     * @param ids names a new charge; called once for each
     * @return the outcomes of the fee items in force that are billed in this month, in their order:
     *     one each, or one per stretch of days that was not charged before
     */
    public List<BillOutcome> outcomes(UnitFacts facts, Function<ChargeKey, ChargeId> ids) {
        List<Entry> entries =
                items.on(period.start()).stream()
                        .filter(item -> item.basis().isCalculated())
                        .flatMap(item -> entries(facts, item).stream())
                        .toList();
        return new Bill(entries).outcomes(new ChargeMaker(ids, dueOn), null);
    }

    /**
     * Decides on charging the days of a reversed charge again, with what is known now: another
     * price, another area, another payer, other values of the same readings. Where nothing of what
     * it depends on has changed, the replacements add up to what was reversed. What a run has
     * charged since is not charged again.
     *
     * @param facts the unit; this calculation is that of the month whose run made the charge
     * @param reversed the charge, with what became of it
     * @param ids names a new charge; called once for each
     * @return what became of its days, one outcome per stretch and payer, and each charge names the
     *     one it replaces; or refused as {@link BoundCharge#replace()} says, or with {@link
     *     BillingRefusal#REPLACEMENT_EMPTY} when none of them is charged, or {@link
     *     BillingRefusal#DAYS_CHARGED_AGAIN} when a run has charged them since
     */
    public Decision<List<BillOutcome>> replace(
            UnitFacts facts, BoundCharge reversed, Function<ChargeKey, ChargeId> ids) {
        return reversed.replace()
                .fold(
                        charge -> charged(charge, again(facts, charge, ids)),
                        Decision::<List<BillOutcome>>refuse);
    }

    private static Decision<List<BillOutcome>> charged(Charge charge, List<BillOutcome> outcomes) {
        if (outcomes.stream().anyMatch(one -> one.fold(c -> true, same -> false, none -> false))) {
            return Decision.accept(outcomes);
        }
        String id = charge.id().value();
        String days = said(outcomes, same -> same.key().period().toString(), skipped -> "");
        String reasons = said(outcomes, same -> "", skipped -> skipped.reason().name());
        return Decision.refuse(
                List.of(
                        days.isEmpty()
                                ? BillingRefusal.REPLACEMENT_EMPTY.because(
                                        "charge", id, "reason", reasons)
                                : BillingRefusal.DAYS_CHARGED_AGAIN.because(
                                        "charge", id, "period", days)));
    }

    private static String said(
            List<BillOutcome> outcomes,
            Function<BillOutcome.Unchanged, String> same,
            Function<BillOutcome.Skipped, String> skipped) {
        return outcomes.stream()
                .map(outcome -> outcome.fold(charged -> "", same, skipped))
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private List<BillOutcome> again(
            UnitFacts facts, Charge charge, Function<ChargeKey, ChargeId> ids) {
        FeeItem item = items.find(charge.key().feeItem()).orElseThrow();
        List<Entry> entries =
                item.basis() == ChargeBasis.SHARE
                        ? new ShareLine(facts, item, tariffs.currency()).again(charge)
                        : lines(facts, item).again(charge, period);
        return new Bill(entries).outcomes(new ChargeMaker(ids, dueOn), charge.id());
    }

    /**
     * What a unit is to be charged a whole period for in this run, where nothing is cut, nothing
     * was charged before and nobody pays less.
     *
     * @param facts the unit
     * @param item the fee
     * @return the quantity; or empty when only {@link #outcomes} can tell
     */
    public Optional<Rational> quantity(UnitFacts facts, FeeItem item) {
        if (!item.basis().isCalculated() || item.basis() == ChargeBasis.SHARE) {
            return Optional.empty();
        }
        return lines(facts, item).plain(period);
    }

    private BillLines lines(UnitFacts facts, FeeItem item) {
        return new BillLines(tariffs, facts, item);
    }

    private List<Entry> entries(UnitFacts facts, FeeItem item) {
        return item.basis() == ChargeBasis.SHARE
                ? new ShareLine(facts, item, tariffs.currency()).entries(period)
                : lines(facts, item).entries(period);
    }
}
