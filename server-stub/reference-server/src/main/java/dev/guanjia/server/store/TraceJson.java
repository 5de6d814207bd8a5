package dev.guanjia.server.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.guanjia.billing.ChargeSegment;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.billing.ChargeTrace.Cut;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The trace of a charge as it is kept: every number as exact text, and nothing for null. */
final class TraceJson {

    /** Not the one of the API, so that what is kept does not follow what is sent. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultPropertyInclusion(
                            every -> every.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .addModule(new SimpleModule().setSerializerModifier(new StoredOrder()))
                    .build();

    private TraceJson() {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Trace(
            List<SegmentJson> segments,
            String before,
            String rounding,
            int decimals,
            String rounded,
            String tax,
            String taxRate,
            String currency,
            @Nullable String cut,
            @Nullable String charged) {}

    static String write(ChargeTrace trace) {
        return MAPPER.writeValueAsString(
                new Trace(
                        trace.segments().stream().map(SegmentJson::of).toList(),
                        trace.before().toString(),
                        trace.rounding().mode().name(),
                        trace.rounding().decimals(),
                        trace.rounding().scope().name(),
                        trace.tax().kind().name(),
                        trace.tax().rate().toString(),
                        trace.currency().getCurrencyCode(),
                        trace.cut() == Cut.NONE ? null : trace.cut().name(),
                        trace.charged() == null ? null : trace.charged().amountText()));
    }

    /**
     * Reads what is kept.
     *
     * @param json as written now, or as it was when a charge was one stretch of its period
     * @param period what the charge is for
     */
    static ChargeTrace read(String json, ServicePeriod period) {
        JsonNode kept = MAPPER.readTree(json);
        return kept.has("segments")
                ? trace(MAPPER.treeToValue(kept, Trace.class))
                : MAPPER.treeToValue(kept, PlainTrace.class).trace(period);
    }

    private static ChargeTrace trace(Trace trace) {
        List<ChargeSegment> segments = trace.segments().stream().map(SegmentJson::segment).toList();
        return new ChargeTrace(
                segments,
                Rational.parseFraction(trace.before()),
                new RoundingPolicy(
                        RoundingMode.valueOf(trace.rounding()),
                        trace.decimals(),
                        RoundingPolicy.Scope.valueOf(trace.rounded())),
                new Tax(Tax.Kind.valueOf(trace.tax()), Rational.parseFraction(trace.taxRate())),
                Currency.getInstance(trace.currency()),
                trace.cut() == null ? Cut.NONE : Cut.valueOf(trace.cut()),
                charged(trace));
    }

    private static @Nullable Money charged(Trace trace) {
        return trace.charged() == null
                ? null
                : Money.parse(trace.charged(), Currency.getInstance(trace.currency()));
    }
}
