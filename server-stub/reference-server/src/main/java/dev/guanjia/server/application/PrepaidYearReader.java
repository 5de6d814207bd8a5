package dev.guanjia.server.application;

import dev.guanjia.billing.fee.FeeItem;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.prepaid.PrepaidYear;
import dev.guanjia.billing.settlement.AllocationOrder;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.decision.Decision;
import dev.guanjia.property.Payer;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PaymentTaking.Wanted;
import dev.guanjia.server.application.PrepaidYearDraft.Asked;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads which year somebody would pay ahead, and the money; what does not fit is noted. */
@Component
class PrepaidYearReader {

    private final CompanyFeeItems items;
    private final BusinessTime times;

    PrepaidYearReader(CompanyFeeItems items, BusinessTime times) {
        this.items = items;
        this.times = times;
    }

    /**
     * What fits.
     *
     * @param year which year
     * @param payment the money
     */
    record Read(PrepaidYear year, Payment payment) {

        /** All of it is kept; it settles nothing that was charged before. */
        Decision<PaymentTaken> taken() {
            return payment.take(List.of(), AllocationOrder.oldestFirst());
        }

        Wanted wanted(Payer payer) {
            FeeItemId item = year.item().id();
            AllocationOrder order = AllocationOrder.oldestFirst();
            return new Wanted(
                    payment, List.of(), new SharingReader.Read(payer, "OLDEST_FIRST", order, item));
        }
    }

    /** The year that a query asks for. */
    PrepaidYear read(Caller caller, Asked asked) {
        Given given = new Given();
        Optional<PrepaidYear> year = year(caller, given, asked, "");
        given.end();
        return year.orElseThrow();
    }

    /** The year and the money of a body. */
    Read read(Caller caller, String unitId, PrepaidYearDraft draft) {
        Given given = new Given();
        Optional<PrepaidYear> year = year(caller, given, draft.asked(), "/");
        GivenMoney money =
                new GivenMoney(
                        draft.amount(), draft.method(), draft.paidOn(), draft.externalReference());
        Optional<Payment> payment = money.read(given, unitId);
        given.end();
        times.require(draft.paidOn());
        BookMoney.require(payment.orElseThrow().amount());
        return new Read(year.orElseThrow(), payment.get());
    }

    private Optional<PrepaidYear> year(Caller caller, Given given, Asked asked, String prefix) {
        YearMonth first = YearMonth.parse(asked.month());
        Optional<LocalDate> start = given.day(prefix + "first_month", first.atDay(1));
        if (start.isPresent()) {
            start = given.day(prefix + "first_month", first.plusYears(1).atDay(1));
        }
        Optional<FeeItem> item =
                items.of(caller.tenant()).items().stream()
                        .filter(known -> known.id().value().equals(asked.item()))
                        .findFirst();
        if (item.isEmpty()) {
            given.unknown(prefix + "fee_item", asked.item());
        }
        return start.flatMap(any -> item.map(known -> PrepaidYear.of(known, first)));
    }
}
