package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeSegment;
import dev.guanjia.billing.MeterSpan;
import dev.guanjia.billing.Quantity;
import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Band;
import dev.guanjia.billing.tariff.Discount;
import dev.guanjia.billing.tariff.Pricing;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.Slabs;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.MeterId;
import dev.guanjia.property.meter.ReadingId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A stretch of a charge as it is kept. {@code price} is null where {@code bands} say it. */
@JsonNaming(SnakeCaseStrategy.class)
record SegmentJson(
        String tariffId,
        String days,
        String basis,
        String quantity,
        @Nullable String earlier,
        @Nullable String price,
        @Nullable String minimum,
        List<Step> bands,
        String months,
        List<Off> discounts,
        List<Span> spans) {

    /** A band of graduated prices. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Step(String from, @Nullable String upTo, String price) {
        private static Step of(Band band) {
            return new Step(band.from().toString(), text(band.upTo()), band.price().toString());
        }

        private Band band() {
            return new Band(
                    Rational.parseFraction(from), number(upTo), Rational.parseFraction(price));
        }
    }

    /** What was taken off. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Off(String reason, String off, String source) {
        private static Off of(Discount discount) {
            return new Off(discount.reason().name(), discount.off().toString(), discount.source());
        }

        private Discount discount() {
            return new Discount(
                    Discount.Reason.valueOf(reason), Rational.parseFraction(off), source);
        }
    }

    /** What a meter measured; {@code adjustment} is null in what was kept before there was any. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Span(
            String meterId,
            @Nullable String openingReadingId,
            String opening,
            String closingReadingId,
            String closing,
            @Nullable String adjustment) {
        private static Span of(MeterSpan span) {
            ReadingId opening = span.openingReading();
            return new Span(
                    span.meter().value(),
                    opening == null ? null : opening.value(),
                    span.opening().decimalText(),
                    span.closingReading().value(),
                    span.closing().decimalText(),
                    span.adjustment().decimalText());
        }

        private MeterSpan span() {
            return new MeterSpan(
                    new MeterId(meterId),
                    openingReadingId == null ? null : new ReadingId(openingReadingId),
                    Rational.parse(opening),
                    new ReadingId(closingReadingId),
                    Rational.parse(closing),
                    adjustment == null ? Rational.ZERO : Rational.parse(adjustment));
        }
    }

    static SegmentJson of(ChargeSegment segment) {
        Pricing pricing = segment.pricing();
        return new SegmentJson(
                segment.tariff().value(),
                segment.days().toString(),
                segment.quantity().basis().name(),
                segment.quantity().value().toString(),
                text(segment.earlier()),
                pricing.<@Nullable String>fold(rate -> rate.price().toString(), slabs -> null),
                pricing.<@Nullable String>fold(rate -> null, slabs -> slabs.minimum().toString()),
                pricing.fold(
                        rate -> List.of(), slabs -> slabs.bands().stream().map(Step::of).toList()),
                segment.months().toString(),
                segment.discounts().stream().map(Off::of).toList(),
                segment.quantity().spans().stream().map(Span::of).toList());
    }

    ChargeSegment segment() {
        return new ChargeSegment(
                new TariffId(tariffId),
                ServicePeriod.parse(days),
                counted(),
                number(earlier),
                pricing(),
                Rational.parseFraction(months),
                discounts.stream().map(Off::discount).toList());
    }

    private Pricing pricing() {
        return price == null
                ? new Slabs(
                        bands.stream().map(Step::band).toList(),
                        Rational.parseFraction(String.valueOf(minimum)))
                : new Rate(Rational.parseFraction(price));
    }

    private Quantity counted() {
        ChargeBasis kind = ChargeBasis.valueOf(basis);
        Rational value = Rational.parseFraction(quantity);
        return switch (kind) {
            case AREA -> new Quantity.Floor(value);
            case UNIT, FIXED -> new Quantity.Itself(kind);
            case METER -> new Quantity.Metered(spans.stream().map(Span::span).toList());
            case ORDER -> new Quantity.Quoted(tariffId, value);
        };
    }

    private static @Nullable String text(@Nullable Rational number) {
        return number == null ? null : number.toString();
    }

    private static @Nullable Rational number(@Nullable String text) {
        return text == null ? null : Rational.parseFraction(text);
    }
}
