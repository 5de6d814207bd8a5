package dev.guanjia.server.web;

import dev.guanjia.server.api.model.AcceptanceCreate;
import dev.guanjia.server.api.model.ActualWorkCreate;
import dev.guanjia.server.api.model.ConsentCreate;
import dev.guanjia.server.api.model.Money;
import dev.guanjia.server.api.model.OwnerWord;
import dev.guanjia.server.api.model.PaidLine;
import dev.guanjia.server.api.model.PaidLineCreate;
import dev.guanjia.server.api.model.PaidQuote;
import dev.guanjia.server.api.model.PaidRefund;
import dev.guanjia.server.api.model.PaidWork;
import dev.guanjia.server.api.model.PaidWorkEvent;
import dev.guanjia.server.api.model.PriceLabel;
import dev.guanjia.server.api.model.QuoteCreate;
import dev.guanjia.server.api.model.RefundCreate;
import dev.guanjia.server.api.model.ServicePrice;
import dev.guanjia.server.api.model.ServicePriceCreate;
import dev.guanjia.server.application.Amount;
import dev.guanjia.server.application.GivenLabel;
import dev.guanjia.server.application.PaidAcceptanceDesk;
import dev.guanjia.server.application.PaidInput.LineDraft;
import dev.guanjia.server.application.PaidInput.WordDraft;
import dev.guanjia.server.application.PaidRefundDesk;
import dev.guanjia.server.application.PaidWorkDesk.ConsentDraft;
import dev.guanjia.server.application.PaidWorkDesk.QuoteDraft;
import dev.guanjia.server.application.PaidWorkDesk.WorkDraft;
import dev.guanjia.server.application.PaidWorkReader.Explained;
import dev.guanjia.server.application.ServicePriceDesk;
import dev.guanjia.server.store.PaidChargeStore.RefundRow;
import dev.guanjia.server.store.PaidWorkStore.PaidEvent;
import dev.guanjia.server.store.ServicePriceStore.PriceEntry;
import dev.guanjia.workorder.paid.PriceItem;
import dev.guanjia.workorder.paid.PriceRow;
import dev.guanjia.workorder.paid.Quote;
import java.util.List;

/** Paid services on the wire. */
final class PaidServiceMapping {

    private PaidServiceMapping() {}

    static ServicePriceDesk.Draft draft(ServicePriceCreate body) {
        return new ServicePriceDesk.Draft(
                new ServicePriceDesk.ItemDraft(
                        body.getItem(),
                        label(body.getLabel()),
                        body.getKind(),
                        label(body.getUnit())),
                amount(body.getPrice()),
                Boolean.TRUE.equals(body.getFree()),
                body.getFrom(),
                body.getTo());
    }

    private static GivenLabel label(PriceLabel label) {
        return new GivenLabel(label.getZh(), label.getEn());
    }

    private static Amount amount(Money money) {
        return new Amount(money.getAmount(), money.getCurrency());
    }

    static QuoteDraft draft(QuoteCreate body) {
        return new QuoteDraft(
                lines(body.getLines()),
                body.getQuotedAt().toInstant(),
                body.getUntil().toInstant(),
                body.getGuaranteeDays(),
                body.getNote());
    }

    static ConsentDraft draft(ConsentCreate body) {
        return new ConsentDraft(
                body.getAnswer(),
                body.getTotal() == null ? null : amount(body.getTotal()),
                word(body.getWord()),
                body.getNote());
    }

    static WorkDraft draft(ActualWorkCreate body) {
        return new WorkDraft(lines(body.getLines()), body.getDoneAt().toInstant(), body.getNote());
    }

    static PaidAcceptanceDesk.Draft draft(AcceptanceCreate body) {
        return new PaidAcceptanceDesk.Draft(body.getAnswer(), word(body.getWord()), body.getNote());
    }

    static PaidRefundDesk.Draft draft(RefundCreate body) {
        return new PaidRefundDesk.Draft(
                amount(body.getAmount()),
                body.getReason(),
                body.getMethod(),
                body.getApprovedAt().toInstant());
    }

    private static List<LineDraft> lines(List<PaidLineCreate> lines) {
        return lines.stream()
                .map(line -> new LineDraft(line.getItem(), line.getQuantity()))
                .toList();
    }

    private static WordDraft word(OwnerWord word) {
        return new WordDraft(
                word.getOwnerId(),
                word.getSaidAt().toInstant(),
                word.getMeans(),
                word.getAttachment());
    }

    static ServicePrice price(PriceEntry entry) {
        PriceRow row = entry.row();
        PriceItem item = row.item();
        return new ServicePrice(
                        entry.id(),
                        item.id(),
                        Wire.label(item.label()),
                        item.kind().name(),
                        Wire.label(item.unit()),
                        Wire.money(row.price()),
                        row.free(),
                        row.from())
                .to(row.last());
    }

    static PaidWork work(Explained explained) {
        dev.guanjia.workorder.paid.PaidWork work = explained.row().work();
        PaidWork answer =
                new PaidWork(
                        explained.row().orderId(),
                        work.quote().unit().value(),
                        work.state().name(),
                        work.terms().guaranteeDays(),
                        quote(work.quote()),
                        work.done().stream().map(PaidServiceMapping::line).toList(),
                        explained.refunds().stream().map(PaidServiceMapping::refund).toList(),
                        explained.events().stream().map(PaidServiceMapping::event).toList());
        work.guaranteedUntil().ifPresent(until -> answer.guaranteedUntil(Wire.at(until)));
        if (work.consent() != null) {
            answer.consentedAt(Wire.at(work.consent().at()));
        }
        if (!work.done().isEmpty()) {
            answer.doneTotal(Wire.money(dev.guanjia.workorder.paid.PaidLine.total(work.done())));
        }
        explained
                .charge()
                .ifPresent(
                        charge ->
                                answer.chargeId(charge.id().value())
                                        .charged(Wire.money(charge.standing().amount()))
                                        .open(Wire.money(charge.standing().open())));
        return answer;
    }

    private static PaidQuote quote(Quote quote) {
        return new PaidQuote(
                quote.owner().value(),
                quote.lines().stream().map(PaidServiceMapping::line).toList(),
                Wire.money(quote.total()),
                Wire.at(quote.at()),
                Wire.at(quote.until()));
    }

    private static PaidLine line(dev.guanjia.workorder.paid.PaidLine line) {
        PriceItem item = line.item();
        return new PaidLine(
                item.id(),
                Wire.label(item.label()),
                item.kind().name(),
                Wire.label(item.unit()),
                line.quantity().decimalText(),
                Wire.money(line.price()),
                Wire.money(line.amount()));
    }

    private static PaidRefund refund(RefundRow row) {
        return new PaidRefund(
                        row.id(),
                        Wire.money(row.refund().amount()),
                        Wire.money(row.paidOut()),
                        row.refund().reason(),
                        row.refund().actor().staff().value(),
                        row.refund().actor().post().value(),
                        Wire.at(row.refund().at()))
                .method(row.method());
    }

    private static PaidWorkEvent event(PaidEvent event) {
        return new PaidWorkEvent(
                        event.action(),
                        Wire.money(event.total()),
                        Wire.at(event.occurredAt()),
                        Wire.at(event.recordedAt()),
                        event.actor().staff().value(),
                        event.actor().post().value())
                .means(event.proof().means())
                .attachment(event.proof().attachment())
                .note(event.proof().note());
    }
}
