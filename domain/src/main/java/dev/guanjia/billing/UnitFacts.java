package dev.guanjia.billing;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.FeeMeters;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Rational;
import dev.guanjia.property.Unit;
import dev.guanjia.property.meter.MeterKind;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that a bill calculation needs to know of one unit.
 *
 * @param unit the unit
 * @param meters its meters, with readings and how far they were billed
 * @param existing the keys that already have a charge, at least those of the period; only looked up
 */
public record UnitFacts(Unit unit, List<MeterFacts> meters, Set<ChargeKey> existing) {

    /** Meters and charges are the unit's own, and a meter stands once. */
    public UnitFacts {
        meters = List.copyOf(meters);
        existing = Collections.unmodifiableSet(new HashSet<>(existing));
        for (MeterFacts meter : meters) {
            if (!unit.id().equals(meter.history().meter().unit())) {
                throw new IllegalArgumentException(
                        "meter is not of unit " + unit.id() + ": " + meter.history().meter());
            }
        }
        for (ChargeKey key : existing) {
            if (!key.unit().equals(unit.id())) {
                throw new IllegalArgumentException("charge is not of " + unit.id() + ": " + key);
            }
        }
    }

    /**
     * What a whole period would be charged for.
     *
     * @param item the fee
     * @param whole the period
     * @return the quantity; or empty when something of the period was charged before, or nothing
     *     was measured
     */
    public Optional<Rational> quantity(FeeItem item, ServicePeriod whole) {
        if (!charged(item.id(), whole).isEmpty()) {
            return Optional.empty();
        }
        return switch (item.basis()) {
            case AREA -> Optional.of(unit.area());
            case UNIT, FIXED -> Optional.of(Rational.ONE);
            case METER -> measured(item.id(), whole).map(Quantity.Metered::value);
            case ORDER -> Optional.empty();
        };
    }

    /** What the meters measured that was not billed yet; empty when none has such a reading. */
    Optional<Quantity.Metered> measured(FeeItemId item, ServicePeriod whole) {
        List<MeterSpan> spans =
                metersFor(item).stream()
                        .flatMap(meter -> meter.unbilled(item, whole.end()).stream())
                        .toList();
        return spans.isEmpty() ? Optional.empty() : Optional.of(new Quantity.Metered(spans));
    }

    /** The meters that a fee bills. */
    List<MeterFacts> metersFor(FeeItemId item) {
        MeterKind kind = FeeMeters.kind(item);
        return meters.stream().filter(meter -> meter.history().meter().kind() == kind).toList();
    }

    /** The periods that are charged for a fee item and share a day with another. */
    List<ServicePeriod> charged(FeeItemId item, ServicePeriod whole) {
        return existing.stream()
                .filter(key -> key.order() == null && key.feeItem().equals(item))
                .map(ChargeKey::period)
                .filter(whole::overlaps)
                .sorted()
                .toList();
    }
}
