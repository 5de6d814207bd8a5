package dev.guanjia.server.web;

import dev.guanjia.ledger.ControlCheck;
import dev.guanjia.ledger.SubLedger;
import dev.guanjia.server.api.model.Account;
import dev.guanjia.server.api.model.AccountPage;
import dev.guanjia.server.api.model.AccountingPeriod;
import dev.guanjia.server.api.model.JournalEntry;
import dev.guanjia.server.api.model.JournalEntryPage;
import dev.guanjia.server.api.model.JournalLine;
import dev.guanjia.server.api.model.Side;
import dev.guanjia.server.api.model.TrialBalance;
import dev.guanjia.server.api.model.TrialBalanceLine;
import dev.guanjia.server.application.BooksDesk.Month;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.store.JournalReader.EntryRow;
import dev.guanjia.server.store.JournalReader.LineRow;
import java.time.YearMonth;
import java.util.List;

/** The books on the wire. */
final class LedgerMapping {

    private LedgerMapping() {}

    static AccountPage accounts(Page<dev.guanjia.ledger.Account> page) {
        return new AccountPage(page.map(LedgerMapping::account).items())
                .nextCursor(page.nextCursor());
    }

    private static Account account(dev.guanjia.ledger.Account account) {
        Account wire =
                new Account(
                        account.code().value(),
                        Wire.label(account.label()),
                        Side.fromValue(account.normal().name()),
                        account.from(),
                        account.source());
        return account.subLedger() == SubLedger.NONE
                ? wire
                : wire.subLedger(account.subLedger().name());
    }

    static JournalEntryPage entries(Page<EntryRow> page) {
        return new JournalEntryPage(page.map(LedgerMapping::entry).items())
                .nextCursor(page.nextCursor());
    }

    static JournalEntry entry(EntryRow row) {
        return new JournalEntry()
                .id(row.head().id())
                .period(YearMonth.from(row.head().postedOn()).toString())
                .postedOn(row.head().postedOn())
                .narrative(row.head().narrative())
                .documentKind(row.head().document().kind())
                .documentId(row.head().document().id())
                .lines(row.lines().stream().map(LedgerMapping::line).toList())
                .recordedAt(Wire.at(row.head().recordedAt()));
    }

    private static JournalLine line(LineRow row) {
        JournalLine wire =
                new JournalLine(
                        row.account(),
                        Side.fromValue(row.side()),
                        Wire.money(row.amountMinor(), row.currency()));
        return wire.unitId(row.counterparty());
    }

    static TrialBalance trialBalance(YearMonth month, dev.guanjia.ledger.TrialBalance balance) {
        List<TrialBalanceLine> moved =
                balance.lines().stream()
                        .filter(LedgerMapping::everMoved)
                        .map(LedgerMapping::line)
                        .toList();
        return new TrialBalance(
                month.toString(),
                moved,
                Wire.money(balance.totalDebit()),
                Wire.money(balance.totalCredit()),
                balance.isBalanced());
    }

    private static boolean everMoved(dev.guanjia.ledger.TrialBalance.Line line) {
        return !line.movement().debit().isZero()
                || !line.movement().credit().isZero()
                || !line.movement().opening().isZero();
    }

    private static TrialBalanceLine line(dev.guanjia.ledger.TrialBalance.Line line) {
        return new TrialBalanceLine()
                .account(line.account().code().value())
                .label(Wire.label(line.account().label()))
                .opening(Wire.money(line.movement().opening()))
                .debit(Wire.money(line.movement().debit()))
                .credit(Wire.money(line.movement().credit()))
                .closing(Wire.money(line.movement().closing()));
    }

    static AccountingPeriod period(Month month) {
        return new AccountingPeriod(
                        month.row().period().month().toString(),
                        month.row().period().state().name(),
                        month.checks().stream().map(LedgerMapping::check).toList())
                .closedOn(month.row().closedOn().orElse(null));
    }

    private static dev.guanjia.server.api.model.ControlCheck check(ControlCheck check) {
        return new dev.guanjia.server.api.model.ControlCheck(
                check.account().value(),
                Wire.money(check.control()),
                Wire.money(check.subLedger()),
                check.agrees());
    }
}
