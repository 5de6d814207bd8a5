package dev.guanjia.billing;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Proration;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.money.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One fee of one unit for one billing period, on its way to a trace.
 *
 * @param facts the unit
 * @param item the fee
 * @param tariff the version that says which period is billed, and how
 * @param whole that period
 */
record BillLine(UnitFacts facts, FeeItem item, Tariff tariff, ServicePeriod whole) {

    /** A trace, or why there is none. */
    record Priced(Optional<ChargeTrace> trace, SkipReason otherwise) {
        <R> R fold(Function<ChargeTrace, R> onTrace, Function<SkipReason, R> onSkipped) {
            return trace.map(onTrace).orElseGet(() -> onSkipped.apply(otherwise));
        }
    }

    ChargeKey key(ServicePeriod part) {
        return new ChargeKey(facts.unit().id(), item.id(), part);
    }

    List<ServicePeriod> charged() {
        return facts.charged(item.id(), whole);
    }

    /** What is measured is billed once a period; days are billed until none is left. */
    List<ServicePeriod> left(List<ServicePeriod> charged) {
        return item.basis() == ChargeBasis.METER && !charged.isEmpty()
                ? List.of()
                : whole.without(charged);
    }

    Priced trace(TariffBook tariffs, ServicePeriod part, List<ServicePeriod> charged) {
        return switch (item.basis()) {
            case METER -> metered(part);
            case AREA -> overTime(tariffs, part, charged, new Quantity.Floor(facts.unit().area()));
            case UNIT -> overTime(tariffs, part, charged, new Quantity.Itself(ChargeBasis.UNIT));
            case FIXED -> fixed(part, charged);
            case ORDER -> throw new IllegalArgumentException("no run charges " + item.id());
        };
    }

    private Priced metered(ServicePeriod part) {
        Optional<Quantity.Metered> measured = facts.measured(item.id(), part);
        if (measured.isEmpty()) {
            return new Priced(Optional.empty(), unmeasured(part));
        }
        ChargeSegment segment = segment(tariff, part, measured.get(), Rational.ONE);
        return priced(List.of(segment), Rational.ZERO);
    }

    private SkipReason unmeasured(ServicePeriod part) {
        FeeItemId fee = item.id();
        List<MeterFacts> meters = facts.metersFor(fee);
        if (meters.isEmpty()) {
            return SkipReason.NO_METER;
        }
        return meters.stream().anyMatch(meter -> meter.isBilledBeyond(fee, part.end()))
                ? SkipReason.READING_BELOW_PREVIOUS
                : SkipReason.NO_READING;
    }

    private Priced overTime(
            TariffBook tariffs, ServicePeriod part, List<ServicePeriod> charged, Quantity each) {
        Rational before = Rational.ZERO;
        for (ServicePeriod earlier : charged) {
            before = before.plus(exact(byMonth(tariffs, earlier, each)));
        }
        List<ChargeSegment> segments = byMonth(tariffs, part, each);
        return segments.isEmpty()
                ? new Priced(Optional.empty(), SkipReason.NO_TARIFF)
                : priced(segments, before);
    }

    /** Empty when a month has no price. */
    private List<ChargeSegment> byMonth(TariffBook tariffs, ServicePeriod part, Quantity each) {
        Proration proration = tariff.terms().proration();
        List<ChargeSegment> segments = new ArrayList<>();
        for (ServicePeriod slice : proration.billed(part, whole).byMonth()) {
            Optional<Tariff> version =
                    tariffs.inForce(item.id(), facts.unit().use(), slice.month().atDay(1));
            if (version.isEmpty()) {
                return List.of();
            }
            segments.add(segment(version.get(), slice, each, proration.share(slice, whole)));
        }
        return segments;
    }

    private Priced fixed(ServicePeriod part, List<ServicePeriod> charged) {
        Rational before = Rational.ZERO;
        for (ServicePeriod earlier : charged) {
            before = before.plus(cycle(earlier).exact());
        }
        return priced(List.of(cycle(part)), before);
    }

    private ChargeSegment cycle(ServicePeriod part) {
        Proration proration = tariff.terms().proration();
        Rational share = proration.months(part, whole).over(proration.share(whole, whole));
        return segment(tariff, part, new Quantity.Itself(ChargeBasis.FIXED), share);
    }

    private static ChargeSegment segment(
            Tariff version, ServicePeriod days, Quantity each, Rational months) {
        return new ChargeSegment(
                version.id(), days, each, null, version.pricing(), months, List.of());
    }

    private Priced priced(List<ChargeSegment> segments, Rational before) {
        Terms terms = tariff.terms();
        Rational earlier = terms.proration().splitsExactly() ? before : Rational.ZERO;
        ChargeTrace trace =
                new ChargeTrace(
                        segments, earlier, terms.rounding(), terms.tax(), tariff.currency());
        return new Priced(Optional.of(trace), SkipReason.NO_TARIFF);
    }

    private static Rational exact(List<ChargeSegment> segments) {
        return segments.stream().map(ChargeSegment::exact).reduce(Rational.ZERO, Rational::plus);
    }
}
