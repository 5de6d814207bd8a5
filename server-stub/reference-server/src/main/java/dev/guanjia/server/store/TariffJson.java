package dev.guanjia.server.store;

import dev.guanjia.billing.tariff.Band;
import dev.guanjia.billing.tariff.Cycle;
import dev.guanjia.billing.tariff.Discount;
import dev.guanjia.billing.tariff.Proration;
import dev.guanjia.billing.tariff.Slabs;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.billing.tariff.Timing;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

/** Graduated prices and terms as they are kept: every number as exact text. */
final class TariffJson {

    /** Not the one of the API, so that what is kept does not follow what is sent. */
    private static final JsonMapper MAPPER = new JsonMapper();

    private TariffJson() {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Table(List<Step> bands, String minimum) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Step(String from, @Nullable String upTo, String price) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Kept(
            String cycle,
            String timing,
            String proration,
            Coins rounding,
            String tax,
            String taxRate,
            List<Off> discounts) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Coins(String mode, int decimals, String scope) {}

    @JsonNaming(SnakeCaseStrategy.class)
    private record Off(String reason, String part, String source) {}

    static String write(Slabs slabs) {
        List<Step> bands = slabs.bands().stream().map(TariffJson::step).toList();
        return MAPPER.writeValueAsString(new Table(bands, slabs.minimum().toString()));
    }

    static Slabs slabs(String json) {
        Table table = MAPPER.readValue(json, Table.class);
        return new Slabs(
                table.bands().stream().map(TariffJson::band).toList(), number(table.minimum()));
    }

    static String write(Terms terms) {
        RoundingPolicy rounding = terms.rounding();
        return MAPPER.writeValueAsString(
                new Kept(
                        terms.cycle().name(),
                        terms.timing().name(),
                        terms.proration().name(),
                        new Coins(
                                rounding.mode().name(),
                                rounding.decimals(),
                                rounding.scope().name()),
                        terms.tax().kind().name(),
                        terms.tax().rate().toString(),
                        terms.discounts().stream().map(TariffJson::off).toList()));
    }

    static Terms terms(@Nullable String json) {
        if (json == null) {
            return Terms.STANDARD;
        }
        Kept kept = MAPPER.readValue(json, Kept.class);
        Coins coins = kept.rounding();
        return new Terms(
                Cycle.valueOf(kept.cycle()),
                Timing.valueOf(kept.timing()),
                Proration.valueOf(kept.proration()),
                new RoundingPolicy(
                        RoundingMode.valueOf(coins.mode()),
                        coins.decimals(),
                        RoundingPolicy.Scope.valueOf(coins.scope())),
                new Tax(Tax.Kind.valueOf(kept.tax()), number(kept.taxRate())),
                kept.discounts().stream().map(TariffJson::discount).toList());
    }

    private static Step step(Band band) {
        Rational end = band.upTo();
        return new Step(
                band.from().toString(),
                end == null ? null : end.toString(),
                band.price().toString());
    }

    private static Band band(Step step) {
        String end = step.upTo();
        return new Band(
                number(step.from()), end == null ? null : number(end), number(step.price()));
    }

    private static Off off(Discount discount) {
        return new Off(discount.reason().name(), discount.off().toString(), discount.source());
    }

    private static Discount discount(Off off) {
        return new Discount(
                Discount.Reason.valueOf(off.reason()), number(off.part()), off.source());
    }

    private static Rational number(String text) {
        return Rational.parseFraction(text);
    }
}
