package dev.guanjia.server.application;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.share.FeeFormula;
import dev.guanjia.billing.share.FeeNames;
import dev.guanjia.billing.share.FormulaRuling;
import dev.guanjia.billing.tariff.Pricing;
import dev.guanjia.billing.tariff.Tariff;
import dev.guanjia.billing.tariff.TariffBook;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.billing.tariff.TariffRefusal;
import dev.guanjia.billing.tariff.TariffScope;
import dev.guanjia.billing.tariff.Terms;
import dev.guanjia.decision.Refusal;
import dev.guanjia.formula.Issue;
import dev.guanjia.property.CommunityId;
import dev.guanjia.property.UnitUse;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.TariffDraft.Place;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.TariffStore.TariffRow;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a tariff as it was given, and all that does not fit about it. */
@Component
class TariffReading {

    private static final String FORMULA = "/formula";

    /** In which field of a tariff what the book says lies. */
    static String pointer(Tariff tariff, Refusal reason) {
        if (reason.code() == TariffRefusal.TARIFF_CURRENCY) {
            return "/currency";
        }
        LocalDate until = tariff.until();
        boolean isEnd =
                reason.code() == TariffRefusal.TARIFF_NOT_CUT
                        && until != null
                        && until.toString().equals(reason.facts().get("day"));
        return isEnd ? "/to" : "/from";
    }

    private final CompanyFeeItems items;
    private final BillingLocks locks;

    TariffReading(CompanyFeeItems items, BillingLocks locks) {
        this.items = items;
        this.locks = locks;
    }

    /** All versions of a community. */
    static TariffBook book(CommunityId community, List<TariffRow> rows) {
        return new TariffBook(
                community, BookMoney.CURRENCY, rows.stream().map(TariffRow::tariff).toList());
    }

    /** A new tariff; empty when something does not fit, which is noted. Others who price wait. */
    Optional<Tariff> read(Caller caller, TariffDraft draft, Given given) {
        Optional<TariffScope> scope = scope(caller, draft.place(), given);
        Optional<Pricing> pricing = new PriceReading(given).read(draft.price());
        Optional<Currency> currency = given.currency("/currency", draft.currency());
        Optional<LocalDate> from = given.day("/from", draft.from());
        boolean ends = ends(given, draft.from(), draft.to());
        Optional<Terms> terms = new TermsReading(given).read(draft.terms(), currency);
        scope.ifPresent(known -> formula(caller, known, draft.terms().formula(), given));
        if (scope.isEmpty() || pricing.isEmpty() || currency.isEmpty() || from.isEmpty() || !ends) {
            return Optional.empty();
        }
        return terms.map(
                how ->
                        new Tariff(
                                new TariffId(Ids.next("tf")),
                                scope.get(),
                                pricing.get(),
                                by(how, draft.terms().formula()),
                                currency.get(),
                                from.get(),
                                draft.to()));
    }

    private static Terms by(Terms terms, @Nullable String formula) {
        return formula == null || formula.isBlank() ? terms : terms.by(formula);
    }

    /** Stands where the fee is by a formula, and nowhere else. */
    private void formula(Caller caller, TariffScope scope, @Nullable String formula, Given given) {
        boolean wanted =
                items.of(caller.tenant())
                        .find(scope.feeItem())
                        .filter(item -> item.basis() == ChargeBasis.FORMULA)
                        .isPresent();
        if (wanted && formula == null) {
            given.faults().add(FORMULA, FieldCode.MISSING, Map.of());
        }
        if (!wanted && formula != null) {
            given.faults().add(FORMULA, FieldCode.UNKNOWN_FIELD, Map.of());
        }
        if (wanted && formula != null) {
            FormulaRuling ruling = FeeFormula.read(formula, FeeNames.standard());
            if (ruling.verdict() == FormulaRuling.Verdict.REFUSED) {
                ruling.issues().forEach(issue -> note(given, issue));
            }
        }
    }

    private static void note(Given given, Issue issue) {
        Map<String, String> facts = new TreeMap<>(issue.refusal().facts());
        facts.put("line", String.valueOf(issue.place().line()));
        facts.put("column", String.valueOf(issue.place().column()));
        given.faults().add(FORMULA, issue.refusal().code(), facts);
    }

    private Optional<TariffScope> scope(Caller caller, Place place, Given given) {
        boolean known = locks.community(caller.tenant(), place.communityId());
        if (!known) {
            given.unknown("/community_id", place.communityId());
        }
        Optional<FeeItemId> item = items.priced(caller.tenant(), given, place.feeItem());
        Optional<UnitUse> use = given.known("/use", place.use(), UnitUse.class);
        return known
                ? item.flatMap(
                        id ->
                                use.map(
                                        u ->
                                                new TariffScope(
                                                        new CommunityId(place.communityId()),
                                                        id,
                                                        u)))
                : Optional.empty();
    }

    private static boolean ends(Given given, LocalDate from, @Nullable LocalDate to) {
        if (to == null) {
            return true;
        }
        if (!to.isAfter(from)) {
            given.wrong("/to", FieldCode.OUT_OF_RANGE, "expected", "after " + from);
            return false;
        }
        return given.day("/to", to).isPresent();
    }
}
