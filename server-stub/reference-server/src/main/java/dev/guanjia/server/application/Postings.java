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
import dev.guanjia.server.problem.Refused;
import java.time.LocalDate;
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
        PostingReaction reaction = reaction(caller);
        List<JournalEntry> entries =
                charges.stream()
                        .map(charge -> accepted(reaction.chargeEntered(next(), charge, day)))
                        .toList();
        journal.post(caller, entries);
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
        journal.post(
                caller, List.of(accepted(reaction(caller).chargeRefunded(next(), refunded, day))));
    }

    void takenBack(Caller caller, ChargeTakenBack event) {
        if (event.amount().isPositive()) {
            journal.post(caller, List.of(accepted(reaction(caller).chargeReversed(next(), event))));
        }
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

    private static JournalEntry accepted(Decision<JournalEntry> decision) {
        return Refused.unlessAccepted(decision);
    }
}
