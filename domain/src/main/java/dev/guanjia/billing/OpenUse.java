package dev.guanjia.billing;

import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a meter's use is under no charge of a fee that stands: after the last one, and where one
 * in between was reversed.
 */
final class OpenUse {

    private final MeterHistory history;
    private final List<BilledSpan> billed;
    private final @Nullable MeterSpan again;
    private final List<Gap> gaps;

    /**
     * What is open.
     *
     * @param history the meter and its readings
     * @param billed what the charges that stand bill, earliest first
     * @param again what a reversed charge had billed, where only that is charged again; null for
     *     all that is open
     */
    OpenUse(MeterHistory history, List<BilledSpan> billed, @Nullable MeterSpan again) {
        this.history = history;
        this.billed = billed;
        this.again = again;
        this.gaps = gaps(history, billed);
    }

    /**
     * Days without a charge.
     *
     * @param from the day of the reading where they begin, or of the installation
     * @param before what is billed up to that day; null where nothing is
     * @param until the day of the reading where they end; null when it is yet to come
     */
    private record Gap(LocalDate from, @Nullable MeterSpan before, @Nullable LocalDate until) {

        boolean holds(LocalDate day) {
            boolean begun = before == null ? !day.isBefore(from) : day.isAfter(from);
            return begun && (until == null || !day.isAfter(until));
        }

        Optional<ServicePeriod> days(LocalDate end) {
            LocalDate first = before == null ? from : from.plusDays(1);
            LocalDate after = until != null && until.isBefore(end) ? until.plusDays(1) : end;
            return first.isBefore(after)
                    ? Optional.of(new ServicePeriod(first, after))
                    : Optional.empty();
        }

        Gap until(LocalDate end) {
            return new Gap(from, before, end);
        }
    }

    /**
     * From where the bill before ended to the latest reading before a day. After the last bill that
     * is all that was used less all that was billed, so a correction of what was billed comes in
     * there; what it took back beyond what was used since stays open until a later reading covers
     * it. In between it is what the readings say now.
     */
    Optional<MeterSpan> until(LocalDate end) {
        return closing(end)
                .flatMap(closing -> gap(closing.readOn()).flatMap(gap -> span(gap, closing)));
    }

    /** The days whose use a bill up to a day is for; empty when it is billed already. */
    Optional<ServicePeriod> days(LocalDate end) {
        Optional<Gap> gap = closing(end).flatMap(closing -> gap(closing.readOn()));
        return gap.or(() -> gap(end.minusDays(1))).flatMap(open -> open.days(end));
    }

    /** The readings before a day up to which something is open, earliest first. */
    List<Reading> readings(LocalDate end) {
        return history.standing().stream()
                .filter(reading -> reading.readOn().isBefore(end))
                .filter(reading -> gap(reading.readOn()).isPresent())
                .filter(reading -> isUsed(reading.readOn()))
                .toList();
    }

    private boolean isUsed(LocalDate day) {
        return until(day.plusDays(1)).filter(span -> span.consumption().signum() > 0).isPresent();
    }

    /** Whether a later charge stands, so that this use is billed by none to come. */
    boolean isBetween(LocalDate day) {
        return gap(day).filter(gap -> gap.until() != null).isPresent();
    }

    private Optional<Reading> closing(LocalDate end) {
        LocalDate last = again == null ? end : closedOn(history, again).plusDays(1);
        return history.latestBefore(last.isBefore(end) ? last : end);
    }

    private Optional<Gap> gap(LocalDate day) {
        return gaps.stream()
                .filter(gap -> gap.holds(day))
                .findFirst()
                .map(this::cut)
                .filter(gap -> gap.holds(day));
    }

    /** What of it the reversed charge had billed; what is left of that ends where it ended. */
    private Gap cut(Gap gap) {
        if (again == null) {
            return gap;
        }
        LocalDate from = openedOn(history, again);
        LocalDate until = closedOn(history, again);
        LocalDate end = gap.until() == null || until.isBefore(gap.until()) ? until : gap.until();
        return from.isAfter(gap.from()) ? new Gap(from, again, end) : gap.until(end);
    }

    private static List<Gap> gaps(MeterHistory history, List<BilledSpan> billed) {
        List<Gap> gaps = new ArrayList<>();
        LocalDate day = history.meter().installedOn();
        MeterSpan before = null;
        for (BilledSpan each : billed) {
            LocalDate opened = openedOn(history, each.span());
            if (opened.isAfter(day)) {
                gaps.add(new Gap(day, before, opened));
            }
            before = each.span();
            day = closedOn(history, before);
        }
        gaps.add(new Gap(day, before, null));
        return gaps;
    }

    private Optional<MeterSpan> span(Gap gap, Reading closing) {
        if (gap.until() != null) {
            return Optional.of(between(gap, closing));
        }
        MeterSpan before = gap.before();
        Rational due = total(closing.readOn()).minus(billedOrBetween());
        Rational from = before == null ? history.meter().initialValue() : before.closing();
        ReadingId opening = before == null ? null : before.closingReading();
        return due.signum() < 0 ? Optional.empty() : Optional.of(span(opening, from, closing, due));
    }

    private MeterSpan between(Gap gap, Reading closing) {
        Rational used = used(gap, closing.readOn());
        if (gap.before() == null) {
            return span(null, history.meter().initialValue(), closing, used);
        }
        Reading opening = history.latestBefore(gap.from().plusDays(1)).orElseThrow();
        return span(opening.id(), opening.value(), closing, used);
    }

    private MeterSpan span(
            @Nullable ReadingId opening, Rational from, Reading closing, Rational used) {
        return new MeterSpan(
                history.meter().id(),
                opening,
                from,
                closing.id(),
                closing.value(),
                used.minus(closing.value().minus(from)));
    }

    /** What bills yet to come are not for. */
    private Rational billedOrBetween() {
        Rational sum = Rational.ZERO;
        for (BilledSpan each : billed) {
            sum = sum.plus(each.span().consumption());
        }
        for (Gap gap : gaps) {
            LocalDate until = gap.until();
            sum = until == null ? sum : sum.plus(used(gap, until));
        }
        return sum;
    }

    private Rational used(Gap gap, LocalDate until) {
        Rational before = gap.before() == null ? Rational.ZERO : total(gap.from());
        return total(until).minus(before);
    }

    private Rational total(LocalDate day) {
        return history.totalOn(day).orElseThrow();
    }

    /** The day of the reading where a bill begins, or of the installation. */
    static LocalDate openedOn(MeterHistory history, MeterSpan span) {
        ReadingId opening = span.openingReading();
        return opening == null ? history.meter().installedOn() : readOn(history, opening);
    }

    /** The day of the reading where a bill ends. */
    static LocalDate closedOn(MeterHistory history, MeterSpan span) {
        return readOn(history, span.closingReading());
    }

    private static LocalDate readOn(MeterHistory history, ReadingId id) {
        return read(history, id).readOn();
    }

    /** A reading as it was told, corrected or not; throws where it is of no such meter. */
    static Reading read(MeterHistory history, ReadingId id) {
        return history.readings().stream()
                .filter(reading -> reading.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "not read of " + history.meter().id() + ": " + id));
    }
}
