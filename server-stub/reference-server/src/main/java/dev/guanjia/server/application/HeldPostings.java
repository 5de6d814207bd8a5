package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.deposit.Deposit;
import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.writeoff.WriteOff;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.reaction.CashPosting;
import dev.guanjia.reaction.DepositPosting;
import dev.guanjia.reaction.PostingReaction;
import dev.guanjia.reaction.WriteOffPosting;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deposits, bad debts and cash that differs, as the books see them: one entry each. */
@Component
class HeldPostings {

    private final PostingRules rules = PostingReaction.standardRules(ChartOfAccounts.load());

    /** Vouchers are in Chinese, whoever causes them. */
    private final DepositPosting deposits = new DepositPosting(rules, Language.ZH_CN);

    private final WriteOffPosting writeOffs = new WriteOffPosting(rules, Language.ZH_CN);

    private final CashPosting cash = new CashPosting(rules, Language.ZH_CN);

    private final Journal journal;

    HeldPostings(Journal journal) {
        this.journal = journal;
    }

    void taken(Caller caller, Deposit deposit, PaymentMethod method) {
        post(caller, deposits.taken(Postings.next(), deposit.taken(), method));
    }

    void deducted(Caller caller, Deposit deposit) {
        post(caller, deposits.deducted(Postings.next(), deposit));
    }

    void refunded(Caller caller, Deposit deposit, PaymentMethod method) {
        post(caller, deposits.refunded(Postings.next(), deposit, method));
    }

    void writtenOff(Caller caller, WriteOff writeOff, ChargeKey key) {
        post(caller, writeOffs.posted(Postings.next(), writeOff, key));
    }

    void recovered(Caller caller, WriteOff writeOff, ChargeKey key) {
        post(caller, writeOffs.recovered(Postings.next(), writeOff, key));
    }

    /** Posts what is missing or too much of the cash of a day; nothing where it agrees. */
    void handedOver(Caller caller, String id, CollectorDay day) {
        cash.handedOver(Postings.next(), id, day).ifPresent(entry -> post(caller, entry));
    }

    private void post(Caller caller, Decision<JournalEntry> entry) {
        journal.post(caller, List.of(Refused.unlessAccepted(entry)));
    }
}
