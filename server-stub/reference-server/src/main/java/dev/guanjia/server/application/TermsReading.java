package dev.guanjia.server.application;

import dev.guanjia.billing.tariff.Cycle;
import dev.guanjia.billing.tariff.Discount;
import dev.guanjia.billing.tariff.Proration;
import dev.guanjia.billing.tariff.Tax;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.billing.tariff.Timing;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import dev.guanjia.server.application.TariffDraft.Coins;
import dev.guanjia.server.application.TariffDraft.Off;
import dev.guanjia.server.application.TariffDraft.TermsDraft;
import dev.guanjia.server.application.TariffDraft.Vat;
import dev.guanjia.server.problem.FieldCode;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the terms of a tariff; what does not fit is noted. */
final class TermsReading {

    private static final Set<RoundingMode> MODES =
            EnumSet.of(
                    RoundingMode.HALF_UP,
                    RoundingMode.HALF_EVEN,
                    RoundingMode.HALF_DOWN,
                    RoundingMode.UP,
                    RoundingMode.DOWN);

    private final Given given;

    TermsReading(Given given) {
        this.given = given;
    }

    /** Empty when something does not fit. */
    Optional<Terms> read(TermsDraft draft, Optional<Currency> currency) {
        Terms usual = Terms.STANDARD;
        Optional<Cycle> cycle = known("/cycle", draft.cycle(), usual.cycle());
        Optional<Timing> timing = known("/timing", draft.timing(), usual.timing());
        Optional<Proration> proration = known("/proration", draft.proration(), usual.proration());
        Optional<RoundingPolicy> rounding = rounding(draft.rounding(), currency);
        Optional<Tax> tax = tax(draft.tax());
        Optional<List<Discount>> discounts = discounts(draft.discounts());
        if (cycle.isEmpty() || timing.isEmpty() || proration.isEmpty() || rounding.isEmpty()) {
            return Optional.empty();
        }
        return tax.flatMap(
                vat ->
                        discounts.map(
                                off ->
                                        new Terms(
                                                cycle.get(),
                                                timing.get(),
                                                proration.get(),
                                                rounding.get(),
                                                vat,
                                                off)));
    }

    private <E extends Enum<E>> Optional<E> known(String pointer, @Nullable String text, E usual) {
        return text == null
                ? Optional.of(usual)
                : given.known(pointer, text, usual.getDeclaringClass());
    }

    private Optional<RoundingPolicy> rounding(@Nullable Coins coins, Optional<Currency> currency) {
        if (coins == null) {
            return Optional.of(
                    currency.map(RoundingPolicy::standard).orElse(RoundingPolicy.STANDARD));
        }
        Optional<RoundingMode> mode =
                given.known("/rounding/mode", coins.mode(), RoundingMode.class);
        Optional<RoundingMode> usable = mode.filter(MODES::contains);
        if (mode.isPresent() && usable.isEmpty()) {
            given.unknown("/rounding/mode", coins.mode());
        }
        Optional<RoundingPolicy.Scope> scope =
                given.known("/rounding/scope", coins.scope(), RoundingPolicy.Scope.class);
        int finest = currency.map(Currency::getDefaultFractionDigits).orElse(coins.decimals());
        if (coins.decimals() > finest) {
            return given.wrong(
                    "/rounding/decimals", FieldCode.OUT_OF_RANGE, "expected", "0 to " + finest);
        }
        return usable.flatMap(m -> scope.map(s -> new RoundingPolicy(m, coins.decimals(), s)));
    }

    private Optional<Tax> tax(@Nullable Vat vat) {
        if (vat == null) {
            return Optional.of(Tax.NONE);
        }
        Rational rate = Rational.parse(vat.rate());
        Optional<Tax.Kind> kind = given.known("/tax/kind", vat.kind(), Tax.Kind.class);
        boolean none = kind.filter(k -> k == Tax.Kind.NONE).isPresent();
        if (kind.isPresent() && none != (rate.signum() == 0)) {
            String expected = none ? "0" : "above 0, at most 1";
            return given.wrong("/tax/rate", FieldCode.OUT_OF_RANGE, "expected", expected);
        }
        return kind.map(k -> new Tax(k, rate));
    }

    private Optional<List<Discount>> discounts(List<Off> drafts) {
        List<Discount> discounts = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            discount("/discounts/" + i, drafts.get(i), discounts).ifPresent(discounts::add);
        }
        return Optional.of(discounts).filter(read -> read.size() == drafts.size());
    }

    private Optional<Discount> discount(String pointer, Off draft, List<Discount> before) {
        Optional<Discount.Reason> reason =
                given.known(pointer + "/reason", draft.reason(), Discount.Reason.class);
        Optional<String> source = given.text(pointer + "/source", draft.source());
        Optional<Rational> part = part(pointer, draft);
        if (reason.isEmpty() || source.isEmpty() || part.isEmpty()) {
            return Optional.empty();
        }
        if (before.stream().anyMatch(other -> other.reason() == reason.get())) {
            return given.wrong(
                    pointer + "/reason", FieldCode.OUT_OF_RANGE, "expected", "each reason once");
        }
        return Optional.of(new Discount(reason.get(), part.get(), source.get()));
    }

    private Optional<Rational> part(String pointer, Off draft) {
        String part = draft.part();
        Integer months = draft.monthsFree();
        if ((part == null) == (months == null)) {
            return given.wrong(
                    pointer, FieldCode.WRONG_FORMAT, "expected", "either reduction or months_free");
        }
        if (months == null) {
            return given.decimal(
                    pointer + "/reduction",
                    String.valueOf(part),
                    ratio -> ratio.signum() > 0,
                    "above 0, at most 1");
        }
        return draft.reason().equals(Discount.Reason.PREPAID_YEAR.name())
                ? Optional.of(Discount.monthsFree(months, "-").off())
                : given.wrong(
                        pointer + "/months_free",
                        FieldCode.OUT_OF_RANGE,
                        "expected",
                        "only for PREPAID_YEAR");
    }
}
