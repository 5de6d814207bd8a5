package dev.guanjia.billing;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Cycle;
import dev.guanjia.property.meter.MeterHistory;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * The days within a billing period on which another becomes the payer of a metered fee.
 *
 * @param facts the unit
 * @param item the fee
 * @param cycle how much one bill covers
 */
record Handovers(UnitFacts facts, FeeItem item, Cycle cycle) {

    /** Whether what is not billed yet at the end of some days was used by more than one payer. */
    boolean lackReading(ServicePeriod days) {
        return facts.metersOf(item).stream().anyMatch(meter -> lacks(meter, days));
    }

    private boolean lacks(MeterFacts meter, ServicePeriod days) {
        LocalDate start = meter.unbilledFrom(item.id());
        LocalDate end = days.end();
        if (!start.isBefore(end)) {
            return false;
        }
        Stream<LocalDate> before =
                facts.pieces(item.id(), new ServicePeriod(start, end)).stream()
                        .map(piece -> piece.days().end());
        return before.filter(this::isWithinPeriod)
                .anyMatch(day -> !isKnown(meter.history(), day.minusDays(1)));
    }

    private boolean isWithinPeriod(LocalDate day) {
        return cycle.containing(day).start().isBefore(day);
    }

    /** On a day on which it was read, or when it is not there any more. */
    private static boolean isKnown(MeterHistory meter, LocalDate day) {
        boolean isRead =
                meter.standing().stream().anyMatch(reading -> reading.readOn().equals(day));
        return isRead
                || meter.changes().stream()
                        .anyMatch(change -> change.next() == null && change.day().isBefore(day));
    }
}
