package dev.guanjia.server.application;

import dev.guanjia.billing.UnitFacts;
import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.prepaid.PrepaidRefusal;
import dev.guanjia.billing.prepaid.PrepaidYear;
import dev.guanjia.billing.prepaid.YearQuote;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PrepaidYearReader.Read;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BillingLocks;
import dev.guanjia.server.store.PaymentStore.PaymentRow;
import dev.guanjia.server.store.PrepaidYearStore;
import dev.guanjia.server.store.PrepaidYearStore.YearRow;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.UnitStore.UnitRow;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Years that are paid ahead. */
@Service
public class PrepaidYearDesk {

    /** In which field of the body a reason lies. */
    private static final Map<RefusalCode, String> POINTERS =
            Map.of(
                    PrepaidRefusal.PREPAID_YEAR_FEE, "/fee_item",
                    PrepaidRefusal.PREPAID_YEAR_WITHOUT_DISCOUNT, "/fee_item",
                    PrepaidRefusal.PREPAID_YEAR_TAKEN, "/first_month",
                    PrepaidRefusal.PREPAID_YEAR_CHARGED, "/first_month",
                    PrepaidRefusal.PREPAID_YEAR_UNPRICED, "/first_month",
                    PrepaidRefusal.PREPAID_YEAR_CUTS_BILL, "/first_month",
                    PrepaidRefusal.PREPAID_YEAR_PAYERS, "/first_month",
                    PrepaidRefusal.PREPAID_YEAR_AMOUNT, "/amount");

    private final Clerk clerk;
    private final PrepaidYearReader reader;
    private final UnitStore units;
    private final BillingLocks locks;
    private final BillingFacts facts;
    private final PaymentTaking taking;
    private final PrepaidYearStore years;

    PrepaidYearDesk(
            Clerk clerk,
            PrepaidYearReader reader,
            UnitStore units,
            BillingLocks locks,
            BillingFacts facts,
            PaymentTaking taking,
            PrepaidYearStore years) {
        this.clerk = clerk;
        this.reader = reader;
        this.units = units;
        this.locks = locks;
        this.facts = facts;
        this.taking = taking;
        this.years = years;
    }

    /**
     * Tells what a year costs; nothing is stored.
     *
     * @param caller who asks
     * @param unitId the unit
     * @param asked which fee and year
     * @return the quote
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public YearQuote quote(Caller caller, String unitId, PrepaidYearDraft.Asked asked) {
        UnitRow unit = unit(caller, unitId);
        return quote(caller, unit, reader.read(caller, asked));
    }

    private UnitRow unit(Caller caller, String id) {
        return units.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    private YearQuote quote(Caller caller, UnitRow unit, PrepaidYear year) {
        List<UnitFacts> known =
                year.days().byMonth().stream()
                        .map(month -> facts.unit(caller.tenant(), unit, month))
                        .toList();
        return Refused.unlessAccepted(
                year.quote(facts.tariffs(caller.tenant(), unit.communityId()), known), POINTERS);
    }

    /**
     * Takes the money for a year.
     *
     * @param caller who asks
     * @param unitId the unit
     * @param draft which year and the money
     * @return the year
     */
    public YearRow create(Caller caller, String unitId, PrepaidYearDraft draft) {
        clerk.admit(caller, "create-prepaid-year", unitId);
        UnitRow unit = unit(caller, unitId);
        locks.community(caller.tenant(), unit.communityId()); // no run calculates meanwhile
        taking.lock(caller.tenant(), List.of(unitId));
        Read read = reader.read(caller, unitId, draft);
        YearQuote quote = quote(caller, unit, read.year());
        Refused.unlessAccepted(quote.pay(read.payment().amount()), POINTERS);
        PaymentTaken taken = Refused.unlessAccepted(read.taken());
        PaymentRow payment =
                taking.keep(caller, read.wanted(quote.payer()), taken, draft.externalReference());
        YearRow row = row(unitId, quote, payment);
        years.add(caller.tenant(), row);
        FeeItem item = read.year().item();
        clerk.done(
                caller,
                "create-prepaid-year",
                row.id(),
                Map.of(
                        "unit_id", unitId,
                        "fee_item", item.id().value(),
                        "year", read.year().days().toString(),
                        "payment_id", payment.payment().id().value()));
        return row;
    }

    private YearRow row(String unitId, YearQuote quote, PaymentRow payment) {
        return new YearRow(
                Ids.next("py"),
                0,
                new PrepaidYearStore.Of(unitId, quote.year().item().id(), quote.year().days()),
                new PrepaidYearStore.Paid(
                        quote.payer(),
                        payment.payment().id().value(),
                        quote.full(),
                        quote.reduced()),
                false,
                clerk.now());
    }

    /**
     * Reads a year.
     *
     * @param caller who asks
     * @param id the id of the year
     * @return the year
     */
    public YearRow get(Caller caller, String id) {
        return years.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * Lists the years of a unit.
     *
     * @param caller who asks
     * @param unitId the unit
     * @param request which page
     * @return in the order in which they were paid
     */
    public Page<YearRow> list(Caller caller, String unitId, PageRequest request) {
        unit(caller, unitId);
        return years.list(caller.tenant(), unitId, request);
    }
}
