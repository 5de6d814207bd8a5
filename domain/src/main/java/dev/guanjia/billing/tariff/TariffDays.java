package dev.guanjia.billing.tariff;

import dev.guanjia.billing.fee.ServicePeriod;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A version of a tariff and some days.
 *
 * @param tariff the version
 * @param days those on which it is in force, or the period of its cycle that is billed
 */
public record TariffDays(Tariff tariff, ServicePeriod days) {

    /**
     * What the run of a month bills of the days in force. What is paid ahead and begins within a
     * period is billed by the run of the month in which it begins.
     */
    Optional<TariffDays> billedIn(YearMonth month) {
        Terms terms = tariff.terms();
        boolean begins =
                terms.timing() == Timing.ADVANCE && YearMonth.from(tariff.from()).equals(month);
        return (begins
                        ? Optional.of(terms.cycle().containing(tariff.from()))
                        : terms.billedIn(month))
                .filter(days::overlaps)
                .map(period -> new TariffDays(tariff, period));
    }

    /** The days that lie in a period. */
    Optional<TariffDays> within(ServicePeriod period) {
        return days.within(period).map(common -> new TariffDays(tariff, common));
    }

    /**
     * Whether the days of another come next and a charge may go on over them.
     *
     * @param next another
     * @return true when no day lies between and both are rounded and taxed alike
     */
    public boolean goesOn(TariffDays next) {
        return days.end().equals(next.days.start())
                && tariff.terms().rounding().equals(next.tariff.terms().rounding())
                && tariff.terms().tax().equals(next.tariff.terms().tax());
    }

    /** Whether each day is billed once although the next version is billed in another way. */
    boolean isFollowedBy(TariffDays next) {
        Terms now = tariff.terms();
        Terms then = next.tariff.terms();
        return now.isBilledLike(then)
                || !now.cycle()
                        .containing(days.end().minusDays(1))
                        .end()
                        .isAfter(then.cycle().containing(next.days.start()).start());
    }
}
