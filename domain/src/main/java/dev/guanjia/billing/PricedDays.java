package dev.guanjia.billing;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Pricing;
import dev.guanjia.billing.tariff.Proration;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.money.Rational;
import dev.guanjia.property.tenure.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the days of a billing period cost, stretch by stretch: by what was true of the unit on them,
 * at the version of the tariff that their month has.
 *
 * @param tariffs the community's prices
 * @param facts the unit
 * @param item the fee, not a metered one
 * @param tariff the version that says how the period is billed
 * @param whole that period
 */
record PricedDays(
        TariffBook tariffs, UnitFacts facts, FeeItem item, Tariff tariff, ServicePeriod whole) {

    /** What the days of the period before a part cost; nothing when days are not cut. */
    Rational cost(ServicePeriod part) {
        boolean isFirst = !part.start().isAfter(whole.start());
        if (isFirst || !tariff.terms().proration().splitsExactly()) {
            return Rational.ZERO;
        }
        ServicePeriod before = new ServicePeriod(whole.start(), part.start());
        return segments(before, before).stream()
                .flatMap(Optional::stream)
                .map(ChargeSegment::exact)
                .reduce(Rational.ZERO, Rational::plus);
    }

    List<Optional<ChargeSegment>> segments(ServicePeriod part, ServicePeriod billed) {
        List<Optional<ChargeSegment>> segments = new ArrayList<>();
        for (Stretch<Condition> stretch : stretches(part, billed)) {
            ServicePeriod days = ServicePeriod.of(stretch.days());
            for (ServicePeriod slice : slices(days)) {
                segments.add(segment(slice, stretch.value()));
            }
        }
        return segments;
    }

    /** Where days are not cut, everything is as it was on the first of them. */
    private List<Stretch<Condition>> stretches(ServicePeriod part, ServicePeriod billed) {
        List<Stretch<Condition>> found = facts.conditions(item.id(), part.range());
        return tariff.terms().proration().splitsExactly() || found.isEmpty()
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

    private Optional<ChargeSegment> segment(ServicePeriod days, Condition condition) {
        Optional<Tariff> version = isMonthly() ? monthly(days, condition) : cycle(condition);
        return version.flatMap(
                price ->
                        quantity(price, condition.area())
                                .map(each -> segment(price, days, condition, each)));
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

    private Optional<Tariff> monthly(ServicePeriod days, Condition condition) {
        return tariffs.inForce(item.id(), condition.use(), days.month().atDay(1));
    }

    /** The leading version, or for another use the one of its first day. */
    private Optional<Tariff> cycle(Condition condition) {
        return tariff.scope().use() == condition.use()
                ? Optional.of(tariff)
                : tariffs.inForce(item.id(), condition.use(), tariff.from());
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
        Proration proration = tariff.terms().proration();
        Rational share = proration.share(days, whole);
        return isMonthly() ? share : share.over(proration.share(whole, whole));
    }
}
