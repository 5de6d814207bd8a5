package dev.guanjia.server.web;

import dev.guanjia.server.access.CurrentCaller;
import dev.guanjia.server.api.LedgerApi;
import dev.guanjia.server.api.model.AccountPage;
import dev.guanjia.server.api.model.AccountingPeriod;
import dev.guanjia.server.api.model.AccountingPeriodClosureCreate;
import dev.guanjia.server.api.model.JournalEntry;
import dev.guanjia.server.api.model.JournalEntryPage;
import dev.guanjia.server.api.model.TrialBalance;
import dev.guanjia.server.application.BooksDesk;
import dev.guanjia.server.paging.PageRequest;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The books. */
@RestController
@RequestMapping("/v1")
class LedgerController implements LedgerApi {

    private final CurrentCaller caller;
    private final BooksDesk books;

    LedgerController(CurrentCaller caller, BooksDesk books) {
        this.caller = caller;
        this.books = books;
    }

    @Override
    public ResponseEntity<AccountPage> listAccounts(Integer limit, @Nullable String cursor) {
        PageRequest request = PageRequest.of("accounts", limit, cursor);
        return ResponseEntity.ok(LedgerMapping.accounts(books.accounts(request)));
    }

    @Override
    public ResponseEntity<JournalEntryPage> listJournalEntries(
            @Nullable String period,
            @Nullable String account,
            Integer limit,
            @Nullable String cursor) {
        PageRequest request = PageRequest.of("journal-entries", limit, cursor);
        YearMonth month = period == null ? null : YearMonth.parse(period);
        return ResponseEntity.ok(
                LedgerMapping.entries(books.entries(caller.get(), month, account, request)));
    }

    @Override
    public ResponseEntity<JournalEntry> getJournalEntry(String journalEntryId) {
        return ResponseEntity.ok(LedgerMapping.entry(books.entry(caller.get(), journalEntryId)));
    }

    @Override
    public ResponseEntity<TrialBalance> getTrialBalance(String period) {
        YearMonth month = YearMonth.parse(period);
        return ResponseEntity.ok(
                LedgerMapping.trialBalance(month, books.trialBalance(caller.get(), month)));
    }

    @Override
    public ResponseEntity<AccountingPeriod> getAccountingPeriod(String period) {
        return ResponseEntity.ok(
                LedgerMapping.period(books.month(caller.get(), YearMonth.parse(period))));
    }

    @Override
    public ResponseEntity<AccountingPeriod> closeAccountingPeriod(
            String period, String idempotencyKey, AccountingPeriodClosureCreate body) {
        return ResponseEntity.ok(
                LedgerMapping.period(
                        books.close(caller.get(), YearMonth.parse(period), body.getClosedOn())));
    }
}
