package dev.guanjia.server.application;

import dev.guanjia.billing.BillCalculation;
import dev.guanjia.billing.BillOutcome;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Money;
import dev.guanjia.property.CommunityId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.UnitStore.UnitRow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What a run would charge a unit, by the calculation of runs. */
@Service
public class BillPreviewDesk {

    /** No charge is made, so none is named. */
    private static final ChargeId NONE = new ChargeId("ch_00000000");

    private final UnitStore units;
    private final BillingFacts facts;

    BillPreviewDesk(UnitStore units, BillingFacts facts) {
        this.units = units;
        this.facts = facts;
    }

    /**
     * What the run of a month would do.
     *
     * @param period the month
     * @param outcomes one or more for each fee, in the order of bills
     */
    public record Preview(ServicePeriod period, List<BillOutcome> outcomes) {

        /**
         * What would be charged in all.
         *
         * @return the sum of the new charges
         */
        public Money total() {
            Money total = Money.zero(BookMoney.CURRENCY);
            for (BillOutcome outcome : outcomes) {
                Optional<Money> amount =
                        outcome.fold(
                                charged -> Optional.of(charged.charge().amount()),
                                unchanged -> Optional.empty(),
                                skipped -> Optional.empty());
                total = amount.map(total::plus).orElse(total);
            }
            return total;
        }
    }

    /**
     * Calculates the bill of a unit; nothing is stored.
     *
     * @param caller who asks
     * @param unitId the unit
     * @param day a day of the month whose run is meant
     * @return what the run would do
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Preview preview(Caller caller, String unitId, LocalDate day) {
        UnitRow unit =
                units.find(caller.tenant(), unitId).orElseThrow(() -> Fault.notFound(unitId));
        Given given = new Given();
        given.day("day", day);
        given.end();
        ServicePeriod month = ServicePeriod.of(YearMonth.from(day));
        BillCalculation calculation =
                facts.calculation(
                        caller.tenant(), new CommunityId(unit.communityId()), month, month.end());
        return new Preview(
                month, calculation.outcomes(facts.unit(caller.tenant(), unit, month), key -> NONE));
    }
}
