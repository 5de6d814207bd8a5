package dev.guanjia.billing;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemCatalogue;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.property.Payer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The calculation of a month's run: one unit's facts in, outcomes per fee item out.
 *
 * <p>Shape: quantity x price x months, rounded once per charge as the tariff's terms say. Which
 * period a run bills follows from the tariff in force on its first day: the month, or the quarter
 * or year that starts or ends in it. Each month of a period is priced as of its own first day. The
 * quantity is the floor area, the unit itself, or what the meters measured from the reading where
 * the last bill ended (at first the meter's initial value) to the latest reading before the end of
 * the period. So a back-filled reading is billed by the next run, and no day and nothing measured
 * is ever billed twice. Source: requirements 03 P-METER, P-BILLING; 06.
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
        return items.on(period.start()).stream()
                .filter(item -> item.basis() != ChargeBasis.ORDER)
                .flatMap(item -> outcomes(facts, item, ids))
                .toList();
    }

    /**
     * What a unit is to be charged a whole period for in this run.
     *
     * @param facts the unit
     * @param item the fee
     * @return the quantity; or empty when there is no price, no period to bill, or the unit says
     *     so, see {@link UnitFacts#quantity}
     */
    public Optional<Rational> quantity(UnitFacts facts, FeeItem item) {
        return tariffs.inForce(item.id(), facts.unit().use(), period.start())
                .flatMap(tariff -> tariff.terms().billedIn(period.month()))
                .flatMap(whole -> facts.quantity(item, whole));
    }

    private Stream<BillOutcome> outcomes(
            UnitFacts facts, FeeItem item, Function<ChargeKey, ChargeId> ids) {
        Optional<Tariff> tariff = tariffs.inForce(item.id(), facts.unit().use(), period.start());
        if (tariff.isEmpty()) {
            return Stream.of(withoutTariff(facts, item));
        }
        return tariff.get().terms().billedIn(period.month()).stream()
                .flatMap(whole -> parts(new BillLine(facts, item, tariff.get(), whole), ids));
    }

    private BillOutcome withoutTariff(UnitFacts facts, FeeItem item) {
        ChargeKey key = new ChargeKey(facts.unit().id(), item.id(), period);
        return facts.existing().contains(key)
                ? new BillOutcome.Unchanged(key)
                : new BillOutcome.Skipped(key, SkipReason.NO_TARIFF);
    }

    private Stream<BillOutcome> parts(BillLine line, Function<ChargeKey, ChargeId> ids) {
        List<ServicePeriod> charged = line.charged();
        List<ServicePeriod> left = line.left(charged);
        if (left.isEmpty()) {
            return charged.stream().map(part -> new BillOutcome.Unchanged(line.key(part)));
        }
        List<BillOutcome> outcomes = new ArrayList<>();
        List<ServicePeriod> before = new ArrayList<>(charged);
        for (ServicePeriod part : left) {
            outcomes.add(
                    line.trace(tariffs, part, before)
                            .fold(
                                    trace -> charge(line, part, trace, ids),
                                    reason -> new BillOutcome.Skipped(line.key(part), reason)));
            before.add(part);
        }
        return outcomes.stream();
    }

    private BillOutcome charge(
            BillLine line,
            ServicePeriod part,
            ChargeTrace trace,
            Function<ChargeKey, ChargeId> ids) {
        ChargeKey key = line.key(part);
        Payer payer = Payer.owner(line.facts().unit().owner());
        Money owed = trace.recompute().gross();
        return owed.isZero()
                ? new BillOutcome.Skipped(key, SkipReason.NOTHING_TO_CHARGE)
                : new BillOutcome.Charged(
                        new Charge(ids.apply(key), key, payer, owed, dueOn, trace));
    }
}
