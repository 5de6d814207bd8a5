package dev.guanjia.billing;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.property.Unit;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
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
            if (!meter.history().meter().unit().equals(unit.id())) {
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
