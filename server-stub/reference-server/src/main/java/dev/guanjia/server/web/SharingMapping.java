package dev.guanjia.server.web;

import dev.guanjia.billing.share.FeeName;
import dev.guanjia.billing.share.Share;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.formula.Issue;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.server.api.model.Apportionment;
import dev.guanjia.server.api.model.ApportionmentCreate;
import dev.guanjia.server.api.model.FormulaFact;
import dev.guanjia.server.api.model.FormulaFactCreate;
import dev.guanjia.server.api.model.FormulaIssue;
import dev.guanjia.server.api.model.FormulaName;
import dev.guanjia.server.api.model.FormulaRuling;
import dev.guanjia.server.api.model.Money;
import dev.guanjia.server.api.model.Pool;
import dev.guanjia.server.api.model.PoolCreate;
import dev.guanjia.server.api.model.PoolShare;
import dev.guanjia.server.api.model.UnitWeight;
import dev.guanjia.server.application.Amount;
import dev.guanjia.server.application.ApportionmentDesk.Cut;
import dev.guanjia.server.application.FormulaFactDesk;
import dev.guanjia.server.application.PoolDraft;
import dev.guanjia.server.store.FormulaFactStore;
import dev.guanjia.server.store.PoolStore.Cost;
import dev.guanjia.server.store.PoolStore.PoolRow;
import dev.guanjia.server.store.ShareStore.ShareRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pools, shares and formulas as they are sent and answered. */
final class SharingMapping {

    private static final int MOST_UNITS = 5000;

    private SharingMapping() {}

    static PoolDraft draft(PoolCreate body) {
        return new PoolDraft(
                body.getFeeItem(),
                body.getServiceFrom(),
                body.getServiceTo(),
                amount(body.getAmount()),
                new PoolDraft.By(body.getKey(), body.getMeterKind()),
                body.getBuildingId(),
                units(body.getUnitIds(), body.getWeights()));
    }

    private static Amount amount(Money given) {
        return new Amount(given.getAmount(), given.getCurrency());
    }

    static @Nullable Amount right(ApportionmentCreate body) {
        return body.getAmount() == null ? null : amount(body.getAmount());
    }

    static PoolDraft.Units units(@Nullable List<String> ids, @Nullable List<UnitWeight> weights) {
        return new PoolDraft.Units(
                ids,
                weights == null
                        ? null
                        : weights.stream()
                                .map(w -> new PoolDraft.Weight(w.getUnitId(), w.getWeight()))
                                .toList());
    }

    static Pool pool(PoolRow row) {
        Cost cost = row.cost();
        MeterKind kind = row.by().kind();
        return new Pool(
                        row.id(),
                        row.communityId(),
                        cost.item().value(),
                        cost.period().start(),
                        cost.period().end(),
                        Wire.money(cost.amount()),
                        row.by().key().name(),
                        row.apportionments(),
                        Wire.at(row.entry().recordedAt()))
                .meterKind(kind == null ? null : kind.name())
                .buildingId(row.sharers().buildingId())
                .unitIds(row.sharers().unitIds());
    }

    static Apportionment cut(Cut cut) {
        List<String> without =
                cut.apportionment().withoutKey().stream()
                        .map(UnitId::value)
                        .limit(MOST_UNITS)
                        .toList();
        return new Apportionment(
                cut.pool().id(),
                cut.number(),
                Wire.money(cut.apportionment().pool().amount()),
                cut.apportionment().shares().size(),
                cut.changed(),
                without);
    }

    static PoolShare share(ShareRow row) {
        PoolShare answer =
                new PoolShare(
                        row.unit().value(),
                        Wire.money(row.amount()),
                        Wire.money(row.amount().minus(row.before())));
        Share share = row.share();
        return share == null
                ? answer
                : answer.key(ExactText.of(share.key()))
                        .total(ExactText.of(share.total()))
                        .leftover(share.hasLeftover())
                        .explanation(explanation(share));
    }

    private static String explanation(Share share) {
        return share.pool().amountText()
                + " x "
                + ExactText.of(share.key())
                + " / "
                + ExactText.of(share.total())
                + " = "
                + share.amount().amountText()
                + (share.hasLeftover() ? ", with a coin that did not divide" : "");
    }

    static FormulaRuling ruling(dev.guanjia.billing.share.FormulaRuling ruling, Language language) {
        return new FormulaRuling(
                ruling.verdict().name(),
                ruling.formula()
                        .map(formula -> List.copyOf(formula.formula().measures()))
                        .orElse(List.of()),
                ruling.formula().map(formula -> formula.price() != null).orElse(false),
                ruling.issues().stream().map(issue -> issue(issue, language)).toList());
    }

    private static FormulaIssue issue(Issue issue, Language language) {
        return new FormulaIssue(
                issue.refusal().code().key(),
                issue.place().line(),
                issue.place().column(),
                issue.place().excerpt(),
                Wording.of(issue.refusal(), language),
                issue.refusal().facts());
    }

    static FormulaFactDesk.Draft fact(String communityId, FormulaFactCreate body) {
        return new FormulaFactDesk.Draft(
                new FormulaFactStore.Place(communityId, body.getBuildingId(), body.getUnitId()),
                new FormulaFactStore.Named(body.getName(), body.getValue()),
                new FormulaFactStore.Days(body.getFrom(), body.getTo()),
                body.getSource());
    }

    static FormulaFact fact(FormulaFactStore.FactRow row) {
        return new FormulaFact(
                        row.id(),
                        row.place().communityId(),
                        row.name().name(),
                        row.name().value(),
                        row.days().from(),
                        row.source(),
                        Wire.at(row.recordedAt()))
                .buildingId(row.place().buildingId())
                .unitId(row.place().unitId())
                .to(row.days().to());
    }

    static FormulaName name(FeeName name) {
        return new FormulaName(
                name.id(), name.words(), Wire.label(name.label()), name.unit(), name.source());
    }
}
