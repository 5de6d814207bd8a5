package dev.guanjia.history;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.AccountCode;
import dev.guanjia.ledger.Balances;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.ControlCheck;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.PostingRules;
import dev.guanjia.ledger.TrialBalance;
import dev.guanjia.money.Money;
import dev.guanjia.reaction.DepositPosting;
import dev.guanjia.reaction.PaymentPosting;
import dev.guanjia.reaction.PostingReaction;
import dev.guanjia.reaction.WriteOffPosting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The books: everything with money is in them at once. */
final class Journal {

    static final AccountCode RECEIVABLE = new AccountCode("1122");
    static final AccountCode ADVANCES = new AccountCode("2203");
    static final AccountCode HELD = new AccountCode("224101");
    static final AccountCode TAX = new AccountCode("222101");
    static final AccountCode ON_BEHALF = new AccountCode("224102");
    private static final ChartOfAccounts CHART = ChartOfAccounts.load();
    private static final PostingRules RULES =
            PostingReaction.byIncome(PostingReaction.standardRules(CHART), Prices.ITEMS);
    static final PostingReaction CHARGES = new PostingReaction(RULES, Language.EN);
    static final PaymentPosting PAYMENTS = new PaymentPosting(RULES, Language.EN);
    static final WriteOffPosting LOST = new WriteOffPosting(RULES, Language.EN);
    static final DepositPosting DEPOSITS = new DepositPosting(RULES, Language.EN);
    private static final DateRange EVER =
            new DateRange(LocalDate.of(2020, 1, 1), LocalDate.of(2040, 1, 1));

    private final List<JournalEntry> entries = new ArrayList<>();

    JournalEntryId id() {
        return new JournalEntryId("je_" + entries.size());
    }

    void add(Decision<JournalEntry> entry) {
        entries.add(Story.accepted(entry));
    }

    void addAny(Decision<Optional<JournalEntry>> entry) {
        Story.accepted(entry).ifPresent(entries::add);
    }

    Balances balances() {
        return Balances.of(Money.CNY, entries);
    }

    /** Whether debits are credits, and each control account is what billing says. */
    boolean agrees(Money owed, Money ahead, Money held) {
        TrialBalance books = TrialBalance.of(CHART, Money.CNY, EVER, entries);
        return books.isBalanced()
                && books.totalOpening().isZero()
                && books
                        .controlChecks(
                                Map.of(
                                        RECEIVABLE, owed,
                                        ADVANCES, ahead.negated(),
                                        HELD, held.negated()))
                        .stream()
                        .allMatch(ControlCheck::agrees);
    }
}
