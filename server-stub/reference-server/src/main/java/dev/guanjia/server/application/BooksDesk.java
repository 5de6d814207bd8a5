package dev.guanjia.server.application;

import dev.guanjia.ledger.Account;
import dev.guanjia.ledger.AccountCode;
import dev.guanjia.ledger.AccountingPeriod;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.ControlCheck;
import dev.guanjia.ledger.TrialBalance;
import dev.guanjia.money.Money;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.access.Permissions;
import dev.guanjia.server.audit.Audit;
import dev.guanjia.server.paging.Page;
import dev.guanjia.server.paging.PageRequest;
import dev.guanjia.server.problem.Fault;
import dev.guanjia.server.problem.Refused;
import dev.guanjia.server.store.BalanceStore;
import dev.guanjia.server.store.EnteringStore;
import dev.guanjia.server.store.JournalReader;
import dev.guanjia.server.store.JournalReader.EntryRow;
import dev.guanjia.server.store.PeriodStore;
import dev.guanjia.server.store.PeriodStore.PeriodRow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads the books and closes their months. */
@Service
public class BooksDesk {

    private static final AccountCode RECEIVABLES = new AccountCode("1122");
    private static final AccountCode ADVANCES = new AccountCode("2203");
    private static final AccountCode DEPOSITS = new AccountCode("224101");

    private final ChartOfAccounts chart = ChartOfAccounts.load();
    private final JournalReader journal;
    private final BalanceStore balances;
    private final PeriodStore periods;
    private final Closing closing;
    private final Snapshot snapshot;

    BooksDesk(
            JournalReader journal,
            BalanceStore balances,
            PeriodStore periods,
            Closing closing,
            Snapshot snapshot) {
        this.journal = journal;
        this.balances = balances;
        this.periods = periods;
        this.closing = closing;
        this.snapshot = snapshot;
    }

    /**
     * A month of the books and how its control accounts compare.
     *
     * @param row the month
     * @param checks one per control account, at the month's end
     */
    public record Month(PeriodRow row, List<ControlCheck> checks) {}

    /**
     * Lists the chart.
     *
     * @param request which page
     * @return accounts by number
     */
    public Page<Account> accounts(PageRequest request) {
        List<Account> rest =
                chart.accounts().stream()
                        .filter(
                                account ->
                                        account.code().value().compareTo(request.afterText()) > 0)
                        .limit(request.fetch())
                        .toList();
        return Page.of(rest, request, account -> account.code().value());
    }

    /**
     * Lists entries.
     *
     * @param caller who asks
     * @param month only of this month, or null
     * @param account only those that touch it, or null
     * @param request which page
     * @return entries in the order of posting
     */
    public Page<EntryRow> entries(
            Caller caller,
            @Nullable YearMonth month,
            @Nullable String account,
            PageRequest request) {
        LocalDate period = month == null ? null : month.atDay(1);
        return journal.list(caller.tenant(), period, account, request);
    }

    /**
     * Reads an entry.
     *
     * @param caller who asks
     * @param id the entry
     * @return the entry
     */
    public EntryRow entry(Caller caller, String id) {
        return journal.find(caller.tenant(), id).orElseThrow(() -> Fault.notFound(id));
    }

    /**
     * The trial balance of a month.
     *
     * @param caller who asks
     * @param month which
     * @return every account of the chart, moved or not
     */
    public TrialBalance trialBalance(Caller caller, YearMonth month) {
        return TrialBalance.of(
                chart, Money.CNY, balances.movements(caller.tenant(), month, Money.CNY));
    }

    /**
     * Reads a month.
     *
     * @param caller who asks
     * @param month which
     * @return its state and its control accounts
     */
    public Month month(Caller caller, YearMonth month) {
        return snapshot.read(
                () ->
                        new Month(
                                periods.find(caller.tenant(), month),
                                checks(caller.tenant(), month, trialBalance(caller, month))));
    }

    /**
     * Closes a month.
     *
     * @param caller who asks
     * @param month which
     * @param closedOn the day, after the month's last
     * @return the closed month
     */
    public Month close(Caller caller, YearMonth month, LocalDate closedOn) {
        closing.require(caller, month, closedOn);
        PeriodRow before = periods.lockForClosing(caller.tenant(), month);
        closing.requireNoRun(caller, month);
        TrialBalance balance = trialBalance(caller, month);
        List<ControlCheck> checks = checks(caller.tenant(), month, balance);
        AccountingPeriod closed =
                Refused.unlessAccepted(
                        before.period()
                                .close(
                                        balance,
                                        checks,
                                        periods.earlierOpen(caller.tenant(), month).orElse(null)));
        periods.close(caller.tenant(), month, closedOn, caller.staffId());
        closing.record(caller, month, balance);
        return new Month(new PeriodRow(closed, Optional.of(closedOn)), checks);
    }

    private List<ControlCheck> checks(String tenant, YearMonth month, TrialBalance balance) {
        LocalDate end = month.plusMonths(1).atDay(1);
        Map<AccountCode, Money> subLedgers = new TreeMap<>();
        subLedgers.put(RECEIVABLES, balances.receivables(tenant, end, Money.CNY));
        subLedgers.put(ADVANCES, balances.advances(tenant, end, Money.CNY));
        subLedgers.put(DEPOSITS, balances.deposits(tenant, end, Money.CNY));
        return balance.controlChecks(subLedgers);
    }

    /** Who may close, and when. */
    @Service
    static class Closing {
        private static final String COMMAND = "close-accounting-period";

        private final Permissions permissions;
        private final BusinessTime time;
        private final Audit audit;
        private final EnteringStore runs;

        Closing(Permissions permissions, BusinessTime time, Audit audit, EnteringStore runs) {
            this.permissions = permissions;
            this.time = time;
            this.audit = audit;
            this.runs = runs;
        }

        void require(Caller caller, YearMonth month, LocalDate closedOn) {
            permissions.require(caller, COMMAND, month.toString());
            time.require(closedOn);
            if (!closedOn.isAfter(month.atEndOfMonth())) {
                throw BooksRefusal.MONTH_NOT_OVER.with(
                        Map.of("period", month.toString(), "closed_on", closedOn.toString()));
            }
        }

        /** What is kept for a unit may be used in a later month than its charges are entered in. */
        void requireNoRun(Caller caller, YearMonth month) {
            runs.upTo(caller.tenant(), month)
                    .ifPresent(
                            run -> {
                                throw BillRunRefusal.BILL_RUN_BEING_ENTERED.with(
                                        Map.of("period", month.toString(), "run", run));
                            });
        }

        void record(Caller caller, YearMonth month, TrialBalance balance) {
            Map<String, String> facts =
                    Map.of(
                            "debit", balance.totalDebit().toString(),
                            "credit", balance.totalCredit().toString());
            audit.accepted(caller, COMMAND, month.toString(), facts);
        }
    }
}
