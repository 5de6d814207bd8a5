package dev.guanjia.billing;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Cycle;
import dev.guanjia.property.meter.MeterHistory;
import java.time.LocalDate;

/**
 * The days within a billing period on which another becomes the payer of a metered fee.
 *
 * @param metering what is to be billed
 * @param cycle how much one bill covers
 */
record Handovers(Metering metering, Cycle cycle) {

    /** Whether what is not billed yet at the end of some days was used by more than one payer. */
    boolean lackReading(ServicePeriod days) {
        return metering.open().anyMatch(open -> lacks(open, days));
    }

    private boolean lacks(Metering.Open open, ServicePeriod days) {
        return open.use()
                .days(days.end())
                .filter(unbilled -> lacks(open.meter().history(), unbilled))
                .isPresent();
    }

    private boolean lacks(MeterHistory meter, ServicePeriod unbilled) {
        return metering.facts().pieces(metering.item().id(), unbilled).stream()
                .map(piece -> piece.days().end())
                .filter(this::isWithinPeriod)
                .anyMatch(day -> !isKnown(meter, day.minusDays(1)));
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
