package dev.guanjia.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.billing.ChargeSegment;
import dev.guanjia.billing.ChargeTrace;
import dev.guanjia.billing.Quantity;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import dev.guanjia.server.RunningServer;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is written of a trace, the database keeps in the same order. */
class StoredOrderTest {

    @Test
    void keysAreInTheOrderInWhichTheyAreKept() {
        String written = TraceJson.write(trace());
        String kept =
                RunningServer.shared()
                        .db()
                        .sql("select cast(cast(:json as jsonb) as text)")
                        .param("json", written)
                        .query(String.class)
                        .single();
        assertThat(written).contains("\"tariff_id\"").doesNotContain("null");
        assertThat(new JsonMapper().readTree(kept)).hasToString(written);
    }

    private static ChargeTrace trace() {
        ServicePeriod may = ServicePeriod.of(YearMonth.of(2024, 5));
        ChargeSegment segment =
                new ChargeSegment(
                        new TariffId("tf_1"),
                        may,
                        new Quantity.Floor(Rational.of(89, 1)),
                        null,
                        new Rate(Rational.of(12, 5)),
                        Rational.ONE,
                        List.of());
        return new ChargeTrace(
                List.of(segment), Rational.ZERO, RoundingPolicy.STANDARD, Tax.NONE, Money.CNY);
    }
}
