package dev.guanjia.billing;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Pricing;
import dev.guanjia.billing.tariff.Proration;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffDays;
import dev.guanjia.money.Rational;
import dev.guanjia.property.tenure.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the days of a billing period cost, stretch by stretch: by what was true of the unit on them,
 * at the version of the tariff that they have.
 *
 * @param tariffs the community's prices
 * @param facts the unit
 * @param item the fee, not a metered one
 * @param period the version that says how the period is billed, and that period
 * @param span the days of it that are charged together
 */
record PricedDays(
        TariffBook tariffs, UnitFacts facts, FeeItem item, TariffDays period, ServicePeriod span) {

    /** What the days of the period before a part cost; nothing when days are not cut. */
    Rational cost(ServicePeriod part) {
        if (!part.start().isAfter(span.start()) || !proration().splitsExactly()) {
            return Rational.ZERO;
        }
        ServicePeriod before = new ServicePeriod(span.start(), part.start());
        return segments(before, before).stream()
                .flatMap(Optional::stream)
                .map(ChargeSegment::exact)
                .reduce(Rational.ZERO, Rational::plus);
    }

    List<Optional<ChargeSegment>> segments(ServicePeriod part, ServicePeriod billed) {
        List<Optional<ChargeSegment>> segments = new ArrayList<>();
        for (Stretch<Condition> stretch : stretches(part, billed)) {
            ServicePeriod days = ServicePeriod.of(stretch.days());
            if (proration().splitsExactly()) {
                segments.addAll(cut(days, stretch.value()));
            } else {
                slices(days).forEach(slice -> segments.add(uncut(slice, stretch.value())));
            }
        }
        return segments;
    }

    private Proration proration() {
        return period.tariff().terms().proration();
    }

    /** A version that starts or ends on one of the days prices its own. */
    private List<Optional<ChargeSegment>> cut(ServicePeriod days, Condition condition) {
        List<Optional<ChargeSegment>> segments = new ArrayList<>();
        for (TariffDays version : tariffs.versions(item.id(), condition.use(), days)) {
            for (ServicePeriod slice : slices(version.days())) {
                segments.add(segment(slice, condition, version.tariff()));
            }
        }
        return segments;
    }

    /** A month has the price of its first day. */
    private Optional<ChargeSegment> uncut(ServicePeriod days, Condition condition) {
        Tariff leading = period.tariff();
        return tariffs.inForce(item.id(), condition.use(), days.start())
                .or(() -> Optional.of(leading).filter(t -> t.scope().use() == condition.use()))
                .flatMap(version -> segment(days, condition, version));
    }

    /** Where days are not cut, everything is as it was on the first of them. */
    private List<Stretch<Condition>> stretches(ServicePeriod part, ServicePeriod billed) {
        List<Stretch<Condition>> found = facts.conditions(item.id(), part.range());
        return proration().splitsExactly() || found.isEmpty()
                ? found
                : List.of(new Stretch<>(billed.range(), found.get(0).value()));
    }

    private boolean isMonthly() {
        return item.basis() == ChargeBasis.AREA || item.basis() == ChargeBasis.UNIT;
    }

    /** What has a price per month is priced month by month; a cycle has one price. */
    private List<ServicePeriod> slices(ServicePeriod days) {
        return isMonthly() ? days.byMonth() : List.of(days);
    }

    private Optional<ChargeSegment> segment(ServicePeriod days, Condition condition, Tariff price) {
        return quantity(price, condition.area()).map(each -> segment(price, days, condition, each));
    }

    private ChargeSegment segment(
            Tariff price, ServicePeriod days, Condition condition, Quantity each) {
        return new ChargeSegment(
                price.id(),
                days,
                each,
                null,
                pricing(price),
                months(days),
                price.terms().discounts(condition.reasons()));
    }

    Optional<Quantity> quantity(Tariff price, Rational area) {
        return switch (item.basis()) {
            case AREA -> Optional.of(new Quantity.Floor(area));
            case UNIT, FIXED -> Optional.of(new Quantity.Itself(item.basis()));
            case FORMULA ->
                    facts.particulars()
                            .formula(price.id())
                            .flatMap(term -> term.at(price.pricing(), area))
                            .map(formula -> formula);
            case METER, ORDER, SHARE, LATE ->
                    throw new IllegalArgumentException("not priced by time: " + item.id());
        };
    }

    private Pricing pricing(Tariff price) {
        return facts.particulars()
                .formula(price.id())
                .filter(term -> item.basis() == ChargeBasis.FORMULA)
                .map(term -> term.pricing(price.pricing()))
                .orElse(price.pricing());
    }

    private Rational months(ServicePeriod days) {
        ServicePeriod whole = period.days();
        Rational share = proration().share(days, whole);
        return isMonthly() ? share : share.over(proration().share(whole, whole));
    }
}
