package dev.guanjia.server.application;

import dev.guanjia.billing.payer.PayerBook;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.property.tenure.UnitHistory;
import dev.guanjia.property.tenure.Vacancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells what was true of units day by day, and who pays for them: since ever as it is now. */
@Component
class UnitTenures {

    /**
     * A unit by day.
     *
     * @param history its area, use, owner and vacancy
     * @param payers who pays its fees
     */
    record UnitTenure(UnitHistory history, PayerBook payers) {}

    /** For every unit one. */
    Map<UnitId, UnitTenure> of(String tenant, List<Unit> units) {
        return units.stream()
                .collect(Collectors.toMap(Unit::id, Function.identity()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> sinceEver(entry.getValue())));
    }

    private static UnitTenure sinceEver(Unit unit) {
        UnitHistory history = UnitHistory.since(unit, Vacancy.OCCUPIED, LocalDate.MIN);
        return new UnitTenure(history, new PayerBook(unit.id(), history.owner(), List.of()));
    }
}
