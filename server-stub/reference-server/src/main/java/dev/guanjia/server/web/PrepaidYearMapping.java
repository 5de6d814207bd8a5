package dev.guanjia.server.web;

import dev.guanjia.billing.prepaid.YearQuote;
import dev.guanjia.server.api.model.PrepaidMonth;
import dev.guanjia.server.api.model.PrepaidYear;
import dev.guanjia.server.api.model.PrepaidYearCreate;
import dev.guanjia.server.api.model.PrepaidYearQuote;
import dev.guanjia.server.application.PrepaidYearDraft;
import dev.guanjia.server.store.PrepaidYearStore.YearRow;
import java.util.Optional;

/** Years that are paid ahead, as the document has them. */
final class PrepaidYearMapping {

    private PrepaidYearMapping() {}

    static PrepaidYearDraft draft(PrepaidYearCreate body) {
        return new PrepaidYearDraft(
                new PrepaidYearDraft.Asked(body.getFeeItem(), body.getFirstMonth()),
                PaymentMapping.amount(body.getAmount()),
                body.getMethod(),
                body.getPaidOn(),
                Optional.ofNullable(body.getExternalReference()));
    }

    static PrepaidYearQuote quote(String unitId, YearQuote quote) {
        return new PrepaidYearQuote(
                unitId,
                quote.year().item().id().value(),
                quote.year().days().start(),
                quote.year().days().end(),
                PaymentMapping.payer(quote.payer()),
                Wire.money(quote.full()),
                Wire.money(quote.reduced()),
                quote.months().stream().map(PrepaidYearMapping::month).toList());
    }

    private static PrepaidMonth month(YearQuote.MonthCost cost) {
        return new PrepaidMonth(
                cost.month().toString(), Wire.money(cost.full()), Wire.money(cost.reduced()));
    }

    static PrepaidYear year(YearRow row) {
        return new PrepaidYear(
                row.id(),
                row.of().unitId(),
                row.of().item().value(),
                row.of().days().start(),
                row.of().days().end(),
                PaymentMapping.payer(row.paid().payer()),
                row.paid().paymentId(),
                Wire.money(row.paid().full()),
                Wire.money(row.paid().reduced()),
                row.reversed() ? "REVERSED" : "STANDING",
                Wire.at(row.recordedAt()));
    }
}
