package dev.guanjia.server.store;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.billing.MeterSpan;
import dev.guanjia.billing.Quantity;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.money.Rational;
import dev.guanjia.property.MeterId;
import dev.guanjia.property.ReadingId;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** The trace of a charge as it is kept: every number as exact text. */
final class TraceJson {

    /** Not the one of the API, so that what is kept does not follow what is sent. */
    private static final JsonMapper MAPPER = new JsonMapper();

    private TraceJson() {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Trace(
            String tariffId,
            String basis,
            String quantity,
            String price,
            String currency,
            String rounding,
            List<Span> spans) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Span(
            String meterId,
            @Nullable String openingReadingId,
            String opening,
            String closingReadingId,
            String closing) {}

    static String write(ChargeTrace trace) {
        return MAPPER.writeValueAsString(
                new Trace(
                        trace.tariff().value(),
                        trace.quantity().basis().name(),
                        trace.quantity().value().decimalText(),
                        trace.price().decimalText(),
                        trace.currency().getCurrencyCode(),
                        trace.rounding().name(),
                        trace.quantity()
                                .fold(floor -> List.of(), TraceJson::spans, quoted -> List.of())));
    }

    static ChargeTrace read(String json) {
        Trace trace = MAPPER.readValue(json, Trace.class);
        return new ChargeTrace(
                new TariffId(trace.tariffId()),
                quantity(trace),
                Rational.parse(trace.price()),
                Currency.getInstance(trace.currency()),
                RoundingMode.valueOf(trace.rounding()));
    }

    private static List<Span> spans(Quantity.Metered metered) {
        return metered.spans().stream().map(TraceJson::span).toList();
    }

    private static Span span(MeterSpan span) {
        ReadingId opening = span.openingReading();
        return new Span(
                span.meter().value(),
                opening == null ? null : opening.value(),
                span.opening().decimalText(),
                span.closingReading().value(),
                span.closing().decimalText());
    }

    private static Quantity quantity(Trace trace) {
        if (trace.basis().equals(ChargeBasis.ORDER.name())) {
            return new Quantity.Quoted(trace.tariffId(), Rational.parse(trace.quantity()));
        }
        return trace.spans().isEmpty()
                ? new Quantity.Floor(Rational.parse(trace.quantity()))
                : new Quantity.Metered(trace.spans().stream().map(TraceJson::span).toList());
    }

    private static MeterSpan span(Span span) {
        String opening = span.openingReadingId();
        return new MeterSpan(
                new MeterId(span.meterId()),
                opening == null ? null : new ReadingId(opening),
                Rational.parse(span.opening()),
                new ReadingId(span.closingReadingId()),
                Rational.parse(span.closing()));
    }
}
