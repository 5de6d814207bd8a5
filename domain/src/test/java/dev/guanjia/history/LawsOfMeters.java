package dev.guanjia.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.Charge;
import dev.guanjia.billing.MeterSpan;
import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds of the charges of a home that stand and of what its meter measured. */
record LawsOfMeters(Home home, List<MeterSpan> spans) {

    static LawsOfMeters of(Home home, List<Charge> standing) {
        MeterHistory meter = home.meter();
        return new LawsOfMeters(
                home,
                standing.stream()
                        .filter(charge -> charge.key().unit().equals(home.unit.id()))
                        .flatMap(charge -> LawsOfBilling.spans(charge).stream())
                        .sorted(Comparator.comparing(span -> closed(meter, span)))
                        .toList());
    }

    /** No use is under two charges that stand. */
    void nothingMeasuredIsBilledTwice() {
        LocalDate last = LocalDate.MIN;
        for (MeterSpan span : spans) {
            assertThat(span.consumption().signum()).as(span.toString()).isNotNegative();
            assertThat(opened(span)).as("billed again: %s", span).isAfterOrEqualTo(last);
            last = closed(home.meter(), span);
        }
        boolean isCorrected =
                home.meter().readings().stream().anyMatch(reading -> reading.corrects() != null);
        if (!isCorrected) {
            allIsBilledOrOpenUntilTheLast();
        }
    }

    /** What a charge was reversed for is open; all else that the readings say is billed. */
    private void allIsBilledOrOpenUntilTheLast() {
        Rational sum = Rational.ZERO;
        LocalDate day = null;
        for (MeterSpan span : spans) {
            sum = sum.plus(used(day, opened(span))).plus(span.consumption());
            day = closed(home.meter(), span);
        }
        assertThat(sum).as("until %s", day).isEqualTo(used(null, day));
    }

    /** The run that bills the latest readings settles what was corrected before, too. */
    void theLatestBillSettlesAll(List<Charge> made) {
        ReadingId last = spans.isEmpty() ? null : spans.get(spans.size() - 1).closingReading();
        boolean isLatest =
                made.stream()
                        .flatMap(charge -> LawsOfBilling.spans(charge).stream())
                        .anyMatch(span -> span.closingReading().equals(last));
        if (isLatest) {
            allIsBilledOrOpenUntilTheLast();
        }
    }

    /** The same readings as before, or some of them, and what they say now. */
    void replacesTheSameReadings(Charge old, List<Charge> next) {
        for (MeterSpan then : LawsOfBilling.spans(old)) {
            next.stream()
                    .flatMap(charge -> LawsOfBilling.spans(charge).stream())
                    .forEach(now -> isWithin(then, now));
        }
    }

    private void isWithin(MeterSpan old, MeterSpan next) {
        assertThat(opened(next)).isAfterOrEqualTo(opened(old));
        assertThat(closed(home.meter(), next)).isBeforeOrEqualTo(closed(home.meter(), old));
        LocalDate from = next.openingReading() == null ? null : opened(next);
        assertThat(next.consumption()).isEqualTo(used(from, closed(home.meter(), next)));
    }

    /** From the installation where no first day is said. */
    private Rational used(@Nullable LocalDate from, @Nullable LocalDate until) {
        if (until == null) {
            return Rational.ZERO;
        }
        MeterHistory meter = home.meter();
        boolean isNew = until.equals(meter.meter().installedOn()) && from == null;
        Rational before = from == null ? Rational.ZERO : meter.totalOn(from).orElseThrow();
        return isNew ? Rational.ZERO : meter.totalOn(until).orElseThrow().minus(before);
    }

    private LocalDate opened(MeterSpan span) {
        ReadingId opening = span.openingReading();
        return opening == null ? home.meter().meter().installedOn() : day(home.meter(), opening);
    }

    private static LocalDate closed(MeterHistory meter, MeterSpan span) {
        return day(meter, span.closingReading());
    }

    private static LocalDate day(MeterHistory meter, ReadingId id) {
        return meter.readings().stream()
                .filter(reading -> reading.id().equals(id))
                .map(Reading::readOn)
                .findFirst()
                .orElseThrow();
    }
}
