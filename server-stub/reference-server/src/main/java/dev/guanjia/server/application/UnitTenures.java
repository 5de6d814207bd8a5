package dev.guanjia.server.application;

import dev.guanjia.billing.payer.PayerBook;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.server.store.PayerTermStore;
import dev.guanjia.server.store.UnitFactHistoryStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells what was true of units day by day, and who pays for them. */
@Component
class UnitTenures {

    private final UnitFactHistoryStore facts;
    private final PayerTermStore terms;

    UnitTenures(UnitFactHistoryStore facts, PayerTermStore terms) {
        this.facts = facts;
        this.terms = terms;
    }

    /**
     * A unit by day.
     *
     * @param history its area, use, owner and vacancy
     * @param payers who pays its fees
     */
    record UnitTenure(UnitHistory history, PayerBook payers) {}

    /** For every unit one. */
    Map<UnitId, UnitTenure> of(String tenant, List<Unit> units) {
        Map<UnitId, UnitHistory> histories =
                facts.histories(tenant, units.stream().map(Unit::id).toList());
        Map<UnitId, PayerBook> books = terms.books(tenant, histories);
        Map<UnitId, UnitTenure> tenures = new HashMap<>();
        histories.forEach(
                (unit, history) ->
                        tenures.put(
                                unit,
                                new UnitTenure(history, Objects.requireNonNull(books.get(unit)))));
        return tenures;
    }
}
