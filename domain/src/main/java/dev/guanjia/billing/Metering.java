package dev.guanjia.billing;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the meters of a unit measured that a metered fee has not billed.
 *
 * @param facts the unit
 * @param item the fee
 * @param again a reversed charge, where only what it had billed counts; null for all that is open
 */
record Metering(UnitFacts facts, FeeItem item, @Nullable Charge again) {

    /** Up to the latest readings of some days; empty without a reading. */
    Optional<Quantity.Metered> measured(ServicePeriod days) {
        List<MeterSpan> spans =
                open().flatMap(open -> open.use().until(days.end()).stream()).toList();
        return spans.isEmpty() ? Optional.empty() : Optional.of(new Quantity.Metered(spans));
    }

    /** What is open of each meter, meters without it left out. */
    Stream<Open> open() {
        return facts.metersOf(item).stream().flatMap(this::open);
    }

    /**
     * A meter and what is open of it.
     *
     * @param meter the meter
     * @param use what is open
     */
    record Open(MeterFacts meter, OpenUse use) {}

    private Stream<Open> open(MeterFacts meter) {
        if (again == null) {
            return Stream.of(new Open(meter, meter.open(item.id(), null)));
        }
        return spans(again).stream()
                .filter(span -> span.meter().equals(meter.history().meter().id()))
                .map(span -> new Open(meter, meter.open(item.id(), span)));
    }

    private static List<MeterSpan> spans(Charge charge) {
        return charge.trace().segments().get(0).quantity().spans();
    }

    /** What charges of earlier days of a period bill; null when there are none. */
    @Nullable Rational earlier(ServicePeriod whole, LocalDate day) {
        return facts.metersOf(item).stream()
                .flatMap(meter -> meter.billed().getOrDefault(item.id(), List.of()).stream())
                .filter(each -> !each.period().start().isBefore(whole.start()))
                .filter(each -> !each.period().end().isAfter(day))
                .map(each -> each.span().consumption())
                .reduce(Rational::plus)
                .orElse(null);
    }
}
