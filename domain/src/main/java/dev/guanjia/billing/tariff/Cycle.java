package dev.guanjia.billing.tariff;

import dev.guanjia.billing.fee.ServicePeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * How much of the calendar one bill covers (收费周期). Source: requirements 03 P-BILLING (month,
 * quarter or year); 06 A-78 (an attribute of the agreement with the household).
 */
public enum Cycle {
    /** A calendar month. */
    MONTH(1),
    /** A calendar quarter. */
    QUARTER(3),
    /** A calendar year. */
    YEAR(12);

    private final int months;

    Cycle(int months) {
        this.months = months;
    }

    /**
     * How long it is.
     *
     * @return 1, 3 or 12
     */
    public int months() {
        return months;
    }

    /**
     * The period that a day belongs to.
     *
     * @param day the day
     * @return whole calendar months, starting in a month that the cycle divides the year by
     */
    public ServicePeriod containing(LocalDate day) {
        int first = (day.getMonthValue() - 1) / months * months + 1;
        YearMonth start = YearMonth.of(day.getYear(), first);
        return new ServicePeriod(start.atDay(1), start.plusMonths(months).atDay(1));
    }

    /**
     * What the run of a month bills.
     *
     * @param month the month of the run
     * @param timing before or after the service
     * @return the period that starts, or ends, in the month; empty in the months between
     */
    public Optional<ServicePeriod> billedIn(YearMonth month, Timing timing) {
        ServicePeriod period = containing(month.atDay(1));
        LocalDate decisive =
                switch (timing) {
                    case ADVANCE -> period.start();
                    case ARREARS -> period.end().minusDays(1);
                };
        return Optional.of(period).filter(p -> YearMonth.from(decisive).equals(month));
    }
}
