package dev.guanjia.billing;

import dev.guanjia.property.UnitUse;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The monthly calculation: one unit's facts in, one outcome per fee item out.
 *
 * <p>Shape: quantity x price, rounded half up to the minor unit per line. The price is the one in
 * force on the first day of the period. The quantity is the floor area, or what the meters measured
 * from the reading where the last bill ended (at first the meter's initial value) to the latest
 * reading before the end of the period. So a back-filled reading is billed by the next run, and
 * nothing is ever billed twice. Source: requirements 03 P-METER, P-BILLING; 06 A-79.
 *
 * @param items what may be charged
 * @param tariffs the community's prices
 * @param period the month that is charged
 * @param dueOn the last day on which the charges are not late
 */
public record BillCalculation(
        FeeItemCatalogue items, TariffBook tariffs, ServicePeriod period, LocalDate dueOn) {

    private static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

    /**
     * Calculates a unit. The same facts give the same outcomes; facts that hold the charges of an
     * earlier run give {@link BillOutcome.Unchanged} for each of them.
     *
     * @param facts the unit
     * @param ids names a new charge; called once for each
     * @return one outcome per fee item in force that is charged by the month, in their order
     */
    public List<BillOutcome> outcomes(UnitFacts facts, Function<ChargeKey, ChargeId> ids) {
        return items.on(period.start()).stream()
                .filter(item -> item.basis() != ChargeBasis.ORDER)
                .map(item -> outcome(facts, item, ids))
                .toList();
    }

    private BillOutcome outcome(UnitFacts facts, FeeItem item, Function<ChargeKey, ChargeId> ids) {
        ChargeKey key = new ChargeKey(facts.unit().id(), item.id(), period);
        if (facts.existing().contains(key)) {
            return new BillOutcome.Unchanged(key);
        }
        UnitUse use = facts.unit().use();
        Optional<Tariff> tariff = tariffs.inForce(item.id(), use, period.start());
        if (tariff.isEmpty()) {
            return new BillOutcome.Skipped(key, SkipReason.NO_TARIFF);
        }
        return quantity(facts, item)
                .map(quantity -> charge(key, trace(tariff.get(), quantity), ids))
                .orElseGet(() -> new BillOutcome.Skipped(key, unmeasured(facts, item.id())));
    }

    private BillOutcome charge(
            ChargeKey key, ChargeTrace trace, Function<ChargeKey, ChargeId> ids) {
        if (trace.recompute().isZero()) {
            return new BillOutcome.Skipped(key, SkipReason.NOTHING_TO_CHARGE);
        }
        return new BillOutcome.Charged(
                new Charge(ids.apply(key), key, trace.recompute(), dueOn, trace));
    }

    private ChargeTrace trace(Tariff tariff, Quantity quantity) {
        return new ChargeTrace(tariff.id(), quantity, tariff.price(), tariff.currency(), ROUNDING);
    }

    private Optional<Quantity> quantity(UnitFacts facts, FeeItem item) {
        return switch (item.basis()) {
            case AREA -> Optional.of(new Quantity.Floor(facts.unit().area()));
            case METER -> metered(facts, item.id());
            case ORDER -> Optional.empty();
        };
    }

    private Optional<Quantity> metered(UnitFacts facts, FeeItemId item) {
        List<MeterSpan> spans =
                facts.meters().stream()
                        .flatMap(meter -> meter.unbilled(item, period.end()).stream())
                        .toList();
        return spans.isEmpty() ? Optional.empty() : Optional.of(new Quantity.Metered(spans));
    }

    private SkipReason unmeasured(UnitFacts facts, FeeItemId item) {
        if (facts.meters().isEmpty()) {
            return SkipReason.NO_METER;
        }
        return facts.meters().stream().anyMatch(meter -> meter.isBilledBeyond(item, period.end()))
                ? SkipReason.READING_BELOW_PREVIOUS
                : SkipReason.NO_READING;
    }
}
