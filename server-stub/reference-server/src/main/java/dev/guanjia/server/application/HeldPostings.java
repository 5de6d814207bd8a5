package dev.guanjia.server.application;

import dev.guanjia.billing.ChargeKey;
import dev.guanjia.billing.deposit.Deposit;
import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.writeoff.WriteOff;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.reaction.CashPosting;
import dev.guanjia.reaction.DepositPosting;
import dev.guanjia.reaction.WriteOffPosting;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.problem.Refused;
import java.util.List;
import org.springframework.stereotype.Component;

/** Deposits, bad debts and cash that differs, as the books see them: one entry each. */
@Component
class HeldPostings {

    private final Journal journal;
    private final CompanyTables tables;

    HeldPostings(Journal journal, CompanyTables tables) {
        this.journal = journal;
        this.tables = tables;
    }

    /** Vouchers are in Chinese, whoever causes them. */
    private DepositPosting deposits(Caller caller) {
        return new DepositPosting(tables.posting(caller.tenant()), Language.ZH_CN);
    }

    private WriteOffPosting writeOffs(Caller caller) {
        return new WriteOffPosting(tables.posting(caller.tenant()), Language.ZH_CN);
    }

    void taken(Caller caller, Deposit deposit, PaymentMethod method) {
        post(caller, deposits(caller).taken(Postings.next(), deposit.taken(), method));
    }

    void deducted(Caller caller, Deposit deposit) {
        post(caller, deposits(caller).deducted(Postings.next(), deposit));
    }

    void refunded(Caller caller, Deposit deposit, PaymentMethod method) {
        post(caller, deposits(caller).refunded(Postings.next(), deposit, method));
    }

    void writtenOff(Caller caller, WriteOff writeOff, ChargeKey key) {
        post(caller, writeOffs(caller).posted(Postings.next(), writeOff, key));
    }

    void recovered(Caller caller, WriteOff writeOff, ChargeKey key) {
        post(caller, writeOffs(caller).recovered(Postings.next(), writeOff, key));
    }

    /** Posts what is missing or too much of the cash of a day; nothing where it agrees. */
    void handedOver(Caller caller, String id, CollectorDay day) {
        new CashPosting(tables.posting(caller.tenant()), Language.ZH_CN)
                .handedOver(Postings.next(), id, day)
                .ifPresent(entry -> post(caller, entry));
    }

    private void post(Caller caller, Decision<JournalEntry> entry) {
        journal.post(caller, List.of(Refused.unlessAccepted(entry)));
    }
}
