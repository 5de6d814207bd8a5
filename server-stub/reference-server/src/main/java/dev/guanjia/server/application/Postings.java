package dev.guanjia.server.application;

import dev.guanjia.billing.settlement.PaymentReversed;
import dev.guanjia.billing.settlement.PaymentTaken;
import dev.guanjia.billing.settlement.PrepaymentRule;
import dev.guanjia.billing.settlement.RefundPaid;
import dev.guanjia.billing.waiver.WaiverPosted;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.reaction.ChargeEntered;
import dev.guanjia.reaction.ChargeRefunded;
import dev.guanjia.reaction.ChargeTakenBack;
import dev.guanjia.reaction.PaymentPosting;
import dev.guanjia.reaction.PostingReaction;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.ids.Ids;
import dev.guanjia.server.ids.SortedIds;
import dev.guanjia.server.problem.Refused;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/** What billing does, as the books see it: one entry for each document, by the posting rules. */
@Component
class Postings {

    private final Journal journal;
    private final CompanyTables tables;

    Postings(Journal journal, CompanyTables tables) {
        this.journal = journal;
        this.tables = tables;
    }

    /** Vouchers are in Chinese, whoever causes them. */
    private PostingReaction reaction(Caller caller) {
        return new PostingReaction(tables.posting(caller.tenant()), Language.ZH_CN);
    }

    private PaymentPosting payments(Caller caller) {
        return new PaymentPosting(tables.posting(caller.tenant()), Language.ZH_CN);
    }

    void charges(Caller caller, List<ChargeEntered> charges, LocalDate day) {
        journal.post(caller, entries(caller, charges, day));
    }

    /** Answers 409 if charges could not be posted on a day, and keeps its month open. */
    void require(Caller caller, List<ChargeEntered> charges, LocalDate day) {
        entries(caller, charges, day).forEach(entry -> require(caller, YearMonth.from(day)));
    }

    /** Answers 409 if a month is closed, and keeps it open. */
    void require(Caller caller, YearMonth month) {
        journal.require(caller, month);
    }

    private List<JournalEntry> entries(Caller caller, List<ChargeEntered> charges, LocalDate day) {
        PostingReaction reaction = reaction(caller);
        SortedIds ids = new SortedIds("je", charges.size());
        return charges.stream()
                .map(
                        charge -> {
                            JournalEntryId id = new JournalEntryId(ids.next());
                            return accepted(reaction.chargeEntered(id, charge, day));
                        })
                .toList();
    }

    void payment(Caller caller, PaymentTaken taken) {
        LocalDate day = taken.payment().paidOn();
        journal.post(caller, List.of(accepted(reaction(caller).paymentTaken(next(), taken, day))));
    }

    void waiver(Caller caller, WaiverPosted posted) {
        LocalDate day = posted.signature().request().signedOn();
        journal.post(caller, List.of(accepted(reaction(caller).waiverPosted(next(), posted, day))));
    }

    void refund(Caller caller, ChargeRefunded refunded, LocalDate day) {
        JournalEntryId id = next();
        journal.post(caller, List.of(accepted(reaction(caller).chargeRefunded(id, refunded, day))));
    }

    void takenBack(Caller caller, ChargeTakenBack event) {
        accepted(reaction(caller).chargeReversed(next(), event))
                .ifPresent(entry -> journal.post(caller, List.of(entry)));
    }

    void prepaymentUsed(Caller caller, String use, List<PrepaymentRule.Use> uses, LocalDate day) {
        journal.post(
                caller, List.of(accepted(payments(caller).prepaymentUsed(next(), use, uses, day))));
    }

    void reversal(Caller caller, String reversal, PaymentReversed event) {
        journal.post(
                caller,
                List.of(accepted(payments(caller).paymentReversed(next(), reversal, event))));
    }

    void refund(Caller caller, RefundPaid event) {
        journal.post(caller, List.of(accepted(payments(caller).refundPaid(next(), event))));
    }

    /** The id of a new entry. */
    static JournalEntryId next() {
        return new JournalEntryId(Ids.next("je"));
    }

    private static <T> T accepted(Decision<T> decision) {
        return Refused.unlessAccepted(decision);
    }
}
