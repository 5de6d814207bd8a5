package dev.guanjia.server.application;

import dev.guanjia.billing.FormulaTerm;
import dev.guanjia.billing.Particulars;
import dev.guanjia.billing.Particulars.PoolShare;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.billing.share.FeeFormula;
import dev.guanjia.billing.share.FeeNames;
import dev.guanjia.billing.tariff.Cycle;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.money.Rational;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.store.FormulaFactStore;
import dev.guanjia.server.store.PrepaidYearStore;
import dev.guanjia.server.store.ShareStore;
import dev.guanjia.server.store.TariffStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What bills rest on beside the history and the meters of units, in a handful of queries. */
@Component
class UnitParticulars {

    private final ShareStore shares;
    private final PrepaidYearStore years;
    private final TariffStore tariffs;
    private final FormulaFactStore facts;

    UnitParticulars(
            ShareStore shares,
            PrepaidYearStore years,
            TariffStore tariffs,
            FormulaFactStore facts) {
        this.shares = shares;
        this.years = years;
        this.tariffs = tariffs;
        this.facts = facts;
    }

    /** What the run of a month knows of units; each of them has an entry. */
    Map<UnitId, Particulars> of(String tenant, List<String> ids, ServicePeriod month) {
        Map<UnitId, List<PoolShare>> borne = shares.ofUnits(tenant, ids, month);
        Map<UnitId, SortedMap<FeeItemId, List<ServicePeriod>>> ahead =
                years.standing(tenant, ids, Cycle.YEAR.containing(month.start()));
        Map<TariffId, FeeFormula> formulas = formulas(tenant, ids);
        Map<UnitId, SortedMap<String, Rational>> stated =
                formulas.isEmpty() ? Map.of() : facts.ofUnits(tenant, ids, month.start());
        Map<UnitId, Particulars> known = new HashMap<>();
        for (String id : ids) {
            UnitId unit = new UnitId(id);
            known.put(
                    unit,
                    new Particulars(
                            ahead.getOrDefault(unit, new TreeMap<>()),
                            borne.getOrDefault(unit, List.of()),
                            terms(formulas, stated.getOrDefault(unit, new TreeMap<>()))));
        }
        return known;
    }

    private Map<TariffId, FeeFormula> formulas(String tenant, List<String> ids) {
        Map<TariffId, FeeFormula> read = new HashMap<>();
        tariffs.formulas(tenant, ids)
                .forEach(
                        (tariff, text) ->
                                FeeFormula.read(text, FeeNames.standard())
                                        .formula()
                                        .ifPresent(formula -> read.put(tariff, formula)));
        return read;
    }

    private static SortedMap<TariffId, FormulaTerm> terms(
            Map<TariffId, FeeFormula> formulas, SortedMap<String, Rational> values) {
        SortedMap<TariffId, FormulaTerm> terms = new TreeMap<>();
        formulas.forEach((tariff, formula) -> terms.put(tariff, formula.term(values)));
        return terms;
    }
}
