package dev.guanjia.server.web;

import dev.guanjia.billing.ChargeSegment;
import dev.guanjia.billing.Quantity;
import dev.guanjia.money.Rational;
import dev.guanjia.server.api.model.FormulaValue;
import dev.guanjia.server.api.model.LateDays;
import dev.guanjia.server.api.model.QuantityProof;
import dev.guanjia.server.api.model.TraceDiscount;
import dev.guanjia.server.api.model.TraceSegment;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stretches of a charge, explained. */
final class SegmentMapping {

    private static final BigInteger FIVE = BigInteger.valueOf(5);

    private SegmentMapping() {}

    static TraceSegment segment(ChargeSegment segment) {
        List<TraceDiscount> discounts =
                segment.discounts().stream()
                        .map(off -> new TraceDiscount(off.reason().name(), exact(off.off())))
                        .toList();
        return new TraceSegment(
                        segment.tariff().value(),
                        segment.days().start(),
                        segment.days().end(),
                        segment.quantity().basis().name(),
                        exact(segment.quantity().value()),
                        exact(segment.months()),
                        exact(segment.exact()),
                        discounts)
                .earlier(segment.earlier() == null ? null : exact(segment.earlier()))
                .price(price(segment).orElse(null))
                .proof(proof(segment.quantity()));
    }

    static Optional<String> price(ChargeSegment segment) {
        return segment.pricing()
                .fold(rate -> Optional.of(exact(rate.price())), slabs -> Optional.empty());
    }

    /** Where prices are graduated, that of the first band. */
    static String firstPrice(ChargeSegment segment) {
        return segment.pricing()
                .fold(rate -> exact(rate.price()), slabs -> exact(slabs.bands().get(0).price()));
    }

    private static @Nullable QuantityProof proof(Quantity quantity) {
        if (quantity instanceof Quantity.Share share) {
            return new QuantityProof()
                    .poolAmount(Wire.money(share.whole()))
                    .key(exact(share.key()))
                    .keysTotal(exact(share.total()))
                    .leftover(share.hasLeftover());
        }
        if (quantity instanceof Quantity.Formula formula) {
            return new QuantityProof()
                    .formula(formula.formula().toString())
                    .values(
                            formula.values().entrySet().stream()
                                    .map(v -> new FormulaValue(v.getKey(), exact(v.getValue())))
                                    .toList());
        }
        if (quantity instanceof Quantity.Late late) {
            return new QuantityProof()
                    .lateChargeOf(late.charge().value())
                    .lateDays(late.lines().stream().map(SegmentMapping::days).toList());
        }
        return null;
    }

    private static LateDays days(Quantity.Late.LateLine line) {
        return new LateDays(
                line.days().start(),
                line.days().end(),
                Wire.money(line.base()),
                exact(line.dayRate()),
                exact(line.amount()));
    }

    /** A decimal where it has an end, otherwise a fraction in lowest terms. */
    static String exact(Rational number) {
        BigInteger rest = number.denominator();
        for (BigInteger prime : List.of(BigInteger.TWO, FIVE)) {
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
            }
        }
        return rest.equals(BigInteger.ONE) ? number.decimalText() : number.toString();
    }
}
