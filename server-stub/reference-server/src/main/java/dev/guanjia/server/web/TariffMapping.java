package dev.guanjia.server.web;

import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import dev.guanjia.server.api.model.Band;
import dev.guanjia.server.api.model.Discount;
import dev.guanjia.server.api.model.Rounding;
import dev.guanjia.server.api.model.Slabs;
import dev.guanjia.server.api.model.Tariff;
import dev.guanjia.server.api.model.TariffCreate;
import dev.guanjia.server.api.model.TariffFault;
import dev.guanjia.server.api.model.Tax;
import dev.guanjia.server.application.TariffDraft;
import dev.guanjia.server.problem.FieldFault;
import dev.guanjia.server.store.TariffStore.TariffRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tariffs as they are sent and answered. */
final class TariffMapping {

    private TariffMapping() {}

    static TariffDraft draft(TariffCreate body) {
        return new TariffDraft(
                new TariffDraft.Place(body.getCommunityId(), body.getFeeItem(), body.getUse()),
                price(body.getPrice(), body.getSlabs()),
                body.getCurrency(),
                body.getFrom(),
                body.getTo(),
                terms(body));
    }

    private static TariffDraft.Price price(@Nullable String single, @Nullable Slabs slabs) {
        return slabs == null
                ? new TariffDraft.Price(single, null, null)
                : new TariffDraft.Price(
                        single,
                        slabs.getBands().stream().map(TariffMapping::step).toList(),
                        slabs.getMinimum());
    }

    private static TariffDraft.Step step(Band band) {
        return new TariffDraft.Step(band.getFrom(), band.getUpTo(), band.getPrice());
    }

    private static TariffDraft.TermsDraft terms(TariffCreate body) {
        Rounding rounding = body.getRounding();
        Tax tax = body.getTax();
        List<Discount> discounts = body.getDiscounts();
        return new TariffDraft.TermsDraft(
                body.getCycle(),
                body.getTiming(),
                body.getProration(),
                rounding == null
                        ? null
                        : new TariffDraft.Coins(
                                rounding.getMode(), rounding.getDecimals(), rounding.getScope()),
                tax == null ? null : new TariffDraft.Vat(tax.getKind(), tax.getRate()),
                discounts == null ? List.of() : discounts.stream().map(TariffMapping::off).toList(),
                body.getFormula());
    }

    private static TariffDraft.Off off(Discount discount) {
        return new TariffDraft.Off(
                discount.getReason(),
                discount.getReduction(),
                discount.getMonthsFree(),
                discount.getSource());
    }

    static Tariff tariff(TariffRow row) {
        dev.guanjia.billing.tariff.Tariff tariff = row.tariff();
        Terms terms = tariff.terms();
        return new Tariff(
                        tariff.id().value(),
                        tariff.scope().community().value(),
                        tariff.scope().feeItem().value(),
                        tariff.scope().use().name(),
                        tariff.currency().getCurrencyCode(),
                        tariff.from(),
                        terms.cycle().name(),
                        terms.timing().name(),
                        terms.proration().name(),
                        rounding(terms.rounding()),
                        new Tax(terms.tax().kind().name(), ExactText.of(terms.tax().rate())),
                        terms.discounts().stream().map(TariffMapping::discount).toList())
                .price(row.price())
                .slabs(slabs(tariff))
                .formula(terms.formula())
                .to(tariff.until());
    }

    private static Rounding rounding(RoundingPolicy policy) {
        return new Rounding(policy.mode().name(), policy.decimals(), policy.scope().name());
    }

    private static @Nullable Slabs slabs(dev.guanjia.billing.tariff.Tariff tariff) {
        return tariff.pricing().<@Nullable Slabs>fold(rate -> null, TariffMapping::slabs);
    }

    private static Slabs slabs(dev.guanjia.billing.tariff.Slabs slabs) {
        return new Slabs(slabs.bands().stream().map(TariffMapping::band).toList())
                .minimum(slabs.minimum().decimalText());
    }

    private static Band band(dev.guanjia.billing.tariff.Band band) {
        Rational end = band.upTo();
        return new Band(band.from().decimalText(), band.price().decimalText())
                .upTo(end == null ? null : end.decimalText());
    }

    /** What is no decimal was given in months of a year. */
    private static Discount discount(dev.guanjia.billing.tariff.Discount discount) {
        Discount answer = new Discount(discount.reason().name(), discount.source());
        Rational off = discount.off();
        return ExactText.ends(off.denominator())
                ? answer.reduction(off.decimalText())
                : answer.monthsFree(off.times(Rational.of(12, 1)).numerator().intValueExact());
    }

    static TariffFault fault(FieldFault fault, Language language) {
        String message = Wording.of(new Refusal(fault.code(), fault.facts()), language);
        return new TariffFault(fault.code().key(), message, fault.facts())
                .pointer(fault.pointer().isEmpty() ? null : fault.pointer());
    }
}
