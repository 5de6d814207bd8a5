package dev.guanjia.server.store;

import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Rational;
import dev.guanjia.server.store.SegmentJson.Span;
import java.util.Currency;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The trace of a charge as it was kept while every charge was a whole month at one price, rounded
 * half up to the fen and without tax. What is kept is never changed, so it is still read.
 */
@JsonNaming(SnakeCaseStrategy.class)
record PlainTrace(
        String tariffId,
        String basis,
        String quantity,
        String price,
        String currency,
        String rounding,
        List<Span> spans) {

    ChargeTrace trace(ServicePeriod period) {
        SegmentJson only =
                new SegmentJson(
                        tariffId,
                        period.toString(),
                        basis,
                        fraction(quantity),
                        null,
                        fraction(price),
                        null,
                        List.of(),
                        "1",
                        List.of(),
                        spans,
                        null);
        return ChargeTrace.of(only.segment(), Currency.getInstance(currency));
    }

    private static String fraction(String decimal) {
        return Rational.parse(decimal).toString();
    }
}
