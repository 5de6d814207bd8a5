package dev.guanjia.server.application;

import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.property.Unit;
import dev.guanjia.property.UnitId;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.PaidInput.LineDraft;
import dev.guanjia.server.application.PaidInput.WordDraft;
import dev.guanjia.server.application.PaidWorkBook.Command;
import dev.guanjia.server.application.PaidWorkBook.Entry;
import dev.guanjia.server.problem.FieldCode;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.PaidWorkStore.PaidWorkRow;
import dev.guanjia.server.store.PaidWorkStore.Proof;
import dev.guanjia.server.store.UnitStore;
import dev.guanjia.server.store.WorkOrderStore.WorkOrderRow;
import dev.guanjia.workorder.lifecycle.WorkOrderAction;
import dev.guanjia.workorder.paid.OwnerWord;
import dev.guanjia.workorder.paid.PaidAction;
import dev.guanjia.workorder.paid.PaidLine;
import dev.guanjia.workorder.paid.PaidTerms;
import dev.guanjia.workorder.paid.PaidWork;
import dev.guanjia.workorder.paid.Quote;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Quotes for paid work, and records the owner's answer and what was done. */
@Service
public class PaidWorkDesk {

    private final PaidWorkBook book;
    private final ServicePriceDesk prices;
    private final UnitStore units;

    PaidWorkDesk(PaidWorkBook book, ServicePriceDesk prices, UnitStore units) {
        this.book = book;
        this.prices = prices;
        this.units = units;
    }

    /**
     * What a job takes.
     *
     * @param lines labour and materials
     * @param at when the owner was told
     * @param until when the quote ends
     * @param guaranteeDays how long a failure is refunded
     * @param note null for none
     */
    public record QuoteDraft(
            List<LineDraft> lines,
            Instant at,
            Instant until,
            int guaranteeDays,
            @Nullable String note) {}

    /**
     * The owner's answer to a quote.
     *
     * @param answer {@code CONSENT} or {@code DECLINE}
     * @param total what the owner agreed to; null when declined
     * @param word how it reached us
     * @param note null for none
     */
    public record ConsentDraft(
            String answer, @Nullable Amount total, WordDraft word, @Nullable String note) {}

    /**
     * What was done.
     *
     * @param lines labour and materials
     * @param at when
     * @param note null for none
     */
    public record WorkDraft(List<LineDraft> lines, Instant at, @Nullable String note) {}

    /** What an owner may answer to a quote. */
    private enum Answer {
        CONSENT,
        DECLINE
    }

    /**
     * Quotes, the first time or again.
     *
     * @param caller who asks
     * @param orderId for which order
     * @param ifMatch the versions that the caller has seen; null before the first quote
     * @param draft what the job takes
     * @return the paid work, quoted
     */
    public PaidWorkRow quote(
            Caller caller, String orderId, @Nullable String ifMatch, QuoteDraft draft) {
        Command command = new Command(caller, "quote-paid-work", orderId);
        WorkOrderRow order = book.order(command);
        Optional<PaidWorkRow> before = book.seenIfAny(command, ifMatch);
        Quote quote = read(command, order, draft);
        PaidTerms terms = new PaidTerms(PaidTerms.Cover.PAID, draft.guaranteeDays());
        PaidWorkRow after =
                before.map(row -> row.next(again(row.work(), quote, terms)))
                        .orElseGet(
                                () -> new PaidWorkRow(orderId, PaidWork.of(terms, quote), null, 1));
        Entry entry =
                new Entry(
                        "QUOTE",
                        quote.total(),
                        quote.at(),
                        new Proof(null, null, draft.note()),
                        "/quoted_at");
        book.keep(command, after, entry);
        book.step(command, order, WorkOrderAction.QUOTE, entry);
        return after;
    }

    /** Another quote promises its own guarantee. */
    private static PaidWork again(PaidWork work, Quote quote, PaidTerms terms) {
        PaidWork after = Refused.unlessAccepted(work.quote(quote), PaidFields.QUOTE);
        return new PaidWork(
                terms,
                after.state(),
                after.quote(),
                after.consent(),
                after.done(),
                after.since(),
                after.refunds());
    }

    private Quote read(Command command, WorkOrderRow order, QuoteDraft draft) {
        Given given = new Given();
        Moments moments = new Moments(given, book.now());
        Optional<Instant> at = moments.past("/quoted_at", draft.at());
        Optional<Instant> until = moments.any("/until", draft.until());
        if (at.isPresent() && until.filter(end -> !end.isAfter(at.get())).isPresent()) {
            given.wrong("/until", FieldCode.OUT_OF_RANGE, "expected", "after quoted_at");
        }
        PaidInput.note(given, draft.note());
        given.end();
        Unit unit = unit(command, order);
        List<PaidLine> lines =
                Refused.unlessAccepted(
                        prices.priceList(command.tenant())
                                .lines(
                                        PaidInput.lines(draft.lines()),
                                        book.day(command, order, at.orElseThrow())),
                        reason -> PaidFields.line(reason, draft.lines()));
        return new Quote(unit.id(), unit.owner(), lines, at.orElseThrow(), until.orElseThrow());
    }

    private Unit unit(Command command, WorkOrderRow order) {
        UnitId unit = order.order().intake().unit();
        if (unit == null) {
            throw PaidServiceRefusal.WITHOUT_UNIT.with(Map.of("order", command.orderId()));
        }
        return units.find(command.tenant(), unit.value()).orElseThrow().unit();
    }

    /**
     * Records the owner's answer.
     *
     * @param caller who asks
     * @param orderId for which order
     * @param ifMatch the versions that the caller has seen
     * @param draft the answer
     * @return the paid work, consented to or declined
     */
    public PaidWorkRow answer(Caller caller, String orderId, String ifMatch, ConsentDraft draft) {
        Command command = new Command(caller, "consent-to-paid-work", orderId);
        WorkOrderRow order = book.order(command);
        PaidWorkRow row = book.seen(command, ifMatch);
        Given given = new Given();
        Optional<Answer> answer = given.known("/answer", draft.answer(), Answer.class);
        Optional<OwnerWord> word = PaidInput.word(given, draft.word(), book.now());
        Optional<Money> total = total(given, draft);
        PaidInput.note(given, draft.note());
        given.end();
        PaidAction action = PaidAction.valueOf(answer.orElseThrow().name());
        Decision<PaidWork> decision =
                action == PaidAction.CONSENT
                        ? row.work().consent(word.orElseThrow(), total.orElseThrow())
                        : row.work().answer(action, word.orElseThrow());
        PaidWorkRow after = row.next(Refused.unlessAccepted(decision, PaidFields.WORD));
        Entry entry =
                new Entry(
                        action.name(),
                        row.work().quote().total(),
                        word.orElseThrow().at(),
                        PaidInput.proof(draft.word(), draft.note()),
                        PaidInput.SAID_AT);
        book.keep(command, after, entry);
        book.step(command, order, WorkOrderAction.valueOf(action.name()), entry);
        return after;
    }

    /** With a consent, and only with it. */
    private static Optional<Money> total(Given given, ConsentDraft draft) {
        Amount total = draft.total();
        boolean consent = draft.answer().equals(Answer.CONSENT.name());
        if (total == null) {
            return consent
                    ? given.wrong("/total", FieldCode.OUT_OF_RANGE, "expected", "what was agreed")
                    : Optional.empty();
        }
        if (!consent) {
            return given.wrong("/total", FieldCode.OUT_OF_RANGE, "expected", "none");
        }
        return BookMoney.given(given, "/total", total.amount(), total.currency());
    }

    /**
     * Records what was done.
     *
     * @param caller who asks
     * @param orderId for which order
     * @param ifMatch the versions that the caller has seen
     * @param draft what was done
     * @return the paid work, done
     */
    public PaidWorkRow finish(Caller caller, String orderId, String ifMatch, WorkDraft draft) {
        Command command = new Command(caller, "record-paid-work", orderId);
        WorkOrderRow order = book.order(command);
        PaidWorkRow row = book.seen(command, ifMatch);
        Given given = new Given();
        Optional<Instant> at = new Moments(given, book.now()).past("/done_at", draft.at());
        PaidInput.note(given, draft.note());
        given.end();
        List<PaidLine> lines =
                Refused.unlessAccepted(
                        prices.priceList(command.tenant())
                                .lines(
                                        PaidInput.lines(draft.lines()),
                                        book.day(command, order, row.work().quote().at())),
                        reason -> PaidFields.line(reason, draft.lines()));
        PaidWorkRow after =
                row.next(
                        Refused.unlessAccepted(
                                row.work().finish(lines, at.orElseThrow()), PaidFields.DONE));
        Entry entry =
                new Entry(
                        "FINISH",
                        PaidLine.total(lines),
                        at.orElseThrow(),
                        new Proof(null, null, draft.note()),
                        "/done_at");
        book.keep(command, after, entry);
        book.step(command, order, WorkOrderAction.FINISH, entry);
        return after;
    }
}
