package dev.guanjia.billing.tariff;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * How many months of a monthly price a part of a period costs (按天折算). A price is agreed per month;
 * only the convention says what a day of it is.
 */
public enum Proration {
    /** A day is one part of as many as its own month has days. */
    ACTUAL_DAYS_OF_MONTH {
        @Override
        public Rational share(ServicePeriod days, ServicePeriod whole) {
            return byOwnMonths(days);
        }
    },
    /** A day is one part of as many as the whole period has days. */
    DAYS_OF_PERIOD {
        @Override
        public Rational share(ServicePeriod days, ServicePeriod whole) {
            Rational part = Rational.of(days.range().days(), whole.range().days());
            return byOwnMonths(whole).times(part);
        }
    },
    /** Every month has thirty days: a 31st counts for nothing, the end of February makes it up. */
    THIRTY_360 {
        @Override
        public Rational share(ServicePeriod days, ServicePeriod whole) {
            return Rational.of(days360(days.end()) - days360(days.start()), MONTH_360);
        }
    },
    /** Nothing is cut: who is there for a day pays for the whole period. */
    NONE {
        @Override
        public Rational share(ServicePeriod days, ServicePeriod whole) {
            return byOwnMonths(days);
        }

        @Override
        public ServicePeriod billed(ServicePeriod part, ServicePeriod whole) {
            requireInside(part, whole);
            return whole;
        }
    };

    private static final long MONTH_360 = 30;

    /**
     * How many months of the price a part costs.
     *
     * @param part the days to pay for
     * @param whole the period that would be billed in full
     * @return exact; the parts of a whole add up to the whole where {@link #splitsExactly} says so
     * @throws IllegalArgumentException if the part is not inside the whole
     */
    public Rational months(ServicePeriod part, ServicePeriod whole) {
        return share(billed(part, whole), whole);
    }

    /**
     * The days whose price a part pays.
     *
     * @param part the days to pay for
     * @param whole the period that would be billed in full
     * @return the part, but under {@link #NONE} the whole
     * @throws IllegalArgumentException if the part is not inside the whole
     */
    public ServicePeriod billed(ServicePeriod part, ServicePeriod whole) {
        requireInside(part, whole);
        return part;
    }

    /**
     * How many months a run of billed days comes to.
     *
     * @param days some of the days that are {@link #billed}
     * @param whole the period they belong to
     * @return exact, and additive over the days
     */
    public abstract Rational share(ServicePeriod days, ServicePeriod whole);

    /**
     * Whether parts cost together what the whole costs.
     *
     * @return true but for {@link #NONE}, under which two payers of a month pay it twice
     */
    public boolean splitsExactly() {
        return this != NONE;
    }

    private static void requireInside(ServicePeriod part, ServicePeriod whole) {
        if (part.start().isBefore(whole.start()) || part.end().isAfter(whole.end())) {
            throw new IllegalArgumentException(part + " is not inside " + whole);
        }
    }

    private static Rational byOwnMonths(ServicePeriod days) {
        YearMonth last = YearMonth.from(days.end());
        long months = ChronoUnit.MONTHS.between(days.month(), last);
        return Rational.of(months, 1).plus(gone(days.end())).minus(gone(days.start()));
    }

    /** How much of its month has gone by when a day begins. */
    private static Rational gone(LocalDate day) {
        return Rational.of(day.getDayOfMonth() - 1L, day.lengthOfMonth());
    }

    private static long days360(LocalDate day) {
        long months = day.getYear() * 12L + day.getMonthValue();
        return months * MONTH_360 + day.getDayOfMonth() - 1L;
    }
}
