package dev.guanjia.billing.share;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.Reading;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The consumption of a unit as the key to a pool: what its meters counted from their last reading
 * before the period, or their installation, to their last reading in it. Meters are read once a
 * period, on a day of its own (requirements 06 A-95), so the reading before is one of the period
 * before, which is as many months long; else the key would be the use of several periods.
 */
public final class ConsumptionKey {

    private ConsumptionKey() {}

    /**
     * What the meters of a unit counted.
     *
     * @param meters all of one kind, each with all of its readings
     * @param period the days of the pool
     * @return in the unit of the meters; empty when there is no meter, or one of them was not read
     *     in the period, for what is unknown is not zero
     */
    public static Optional<Rational> of(List<MeterHistory> meters, ServicePeriod period) {
        if (meters.isEmpty()) {
            return Optional.empty();
        }
        Rational sum = Rational.ZERO;
        for (MeterHistory meter : meters) {
            Optional<Rational> used = used(meter, period);
            if (used.isEmpty()) {
                return used;
            }
            sum = sum.plus(used.get());
        }
        return Optional.of(sum);
    }

    /** Whether the reading that the key starts from, if there is one, is of the period before. */
    private static boolean isReadWithin(MeterHistory meter, ServicePeriod period) {
        long months = Math.max(ChronoUnit.MONTHS.between(period.start(), period.end()), 1);
        return meter.latestBefore(period.start())
                .filter(before -> before.readOn().isBefore(period.start().minusMonths(months)))
                .isEmpty();
    }

    private static Optional<Rational> used(MeterHistory meter, ServicePeriod period) {
        if (!isReadWithin(meter, period)) {
            return Optional.empty();
        }
        Rational before =
                meter.latestBefore(period.start())
                        .map(Reading::readOn)
                        .flatMap(meter::totalOn)
                        .orElse(Rational.ZERO);
        return meter.latestBefore(period.end())
                .map(Reading::readOn)
                .filter(day -> !day.isBefore(period.start()))
                .flatMap(meter::totalOn)
                .map(total -> total.minus(before));
    }
}
