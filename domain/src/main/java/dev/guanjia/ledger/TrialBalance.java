package dev.guanjia.ledger;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opening balance, movements and closing balance of every account of the chart (试算平衡表), in one
 * currency.
 *
 * @param currency what all amounts are in
 * @param lines one per account of the chart, in code order; an account at rest stands at zero
 */
public record TrialBalance(Currency currency, List<Line> lines) {

    /**
     * One account.
     *
     * @param account the account
     * @param movement its sums and its opening balance
     */
    public record Line(Account account, AccountMovement movement) {

        /** Rejects the movement of another account. */
        public Line {
            if (!account.code().equals(movement.account())) {
                throw new IllegalArgumentException(
                        "accounts differ: " + account.code() + " and " + movement.account());
            }
        }
    }

    /** Copies. */
    public TrialBalance {
        lines = List.copyOf(lines);
    }

    /**
     * Arranges sums by the chart. Several movements of one account are added up.
     *
     * @param chart every account to show
     * @param currency what all amounts are in
     * @param movements in any order
     * @return the trial balance
     * @throws IllegalArgumentException if a movement has another currency or no account in the
     *     chart
     */
    public static TrialBalance of(
            ChartOfAccounts chart, Currency currency, List<AccountMovement> movements) {
        Map<AccountCode, AccountMovement> sums = new TreeMap<>();
        Money zero = Money.zero(currency);
        for (Account account : chart.accounts()) {
            sums.put(account.code(), new AccountMovement(account.code(), zero, zero, zero));
        }
        for (AccountMovement movement : movements) {
            chart.account(movement.account());
            sums.merge(movement.account(), movement, AccountMovement::plus);
        }
        List<Line> lines =
                sums.values().stream()
                        .map(sum -> new Line(chart.account(sum.account()), sum))
                        .toList();
        return new TrialBalance(currency, lines);
    }

    /**
     * Sums up entries: those before the period make the opening balances, later ones are left out.
     *
     * @param chart every account to show
     * @param currency which lines to count
     * @param period the days of the trial balance
     * @param entries in any order
     * @return the trial balance
     */
    public static TrialBalance of(
            ChartOfAccounts chart,
            Currency currency,
            DateRange period,
            List<JournalEntry> entries) {
        List<AccountMovement> movements = new ArrayList<>();
        for (JournalEntry entry : entries) {
            entry.lines().stream()
                    .filter(line -> line.amount().currency().equals(currency))
                    .filter(line -> entry.postedOn().isBefore(period.end()))
                    .map(line -> movement(line, entry.postedOn().isBefore(period.start())))
                    .forEach(movements::add);
        }
        return of(chart, currency, movements);
    }

    /**
     * All debits of the period.
     *
     * @return zero or more
     */
    public Money totalDebit() {
        return total(AccountMovement::debit);
    }

    /**
     * All credits of the period.
     *
     * @return zero or more
     */
    public Money totalCredit() {
        return total(AccountMovement::credit);
    }

    /**
     * All opening balances, debit less credit.
     *
     * @return zero when the books before the period balance
     */
    public Money totalOpening() {
        return total(AccountMovement::opening);
    }

    /**
     * Whether the books are in balance.
     *
     * @return true when debits equal credits, and the opening balances add up to nothing
     */
    public boolean isBalanced() {
        return totalDebit().equals(totalCredit()) && totalOpening().isZero();
    }

    /**
     * Holds every control account against its sub-ledger.
     *
     * @param subLedgers the sum of each sub-ledger at the end of the period, debit less credit
     * @return one check per control account, in code order
     * @throws IllegalArgumentException if a control account has no sum: unknown is not zero
     */
    public List<ControlCheck> controlChecks(Map<AccountCode, Money> subLedgers) {
        return lines.stream()
                .filter(line -> line.account().isControl())
                .map(line -> check(line, subLedgers.get(line.account().code())))
                .toList();
    }

    private static ControlCheck check(Line line, @Nullable Money subLedger) {
        if (subLedger == null) {
            throw new IllegalArgumentException("no sub-ledger sum for " + line.account().code());
        }
        return new ControlCheck(line.account().code(), line.movement().closing(), subLedger);
    }

    private static AccountMovement movement(JournalLine line, boolean before) {
        Money zero = Money.zero(line.amount().currency());
        AccountCode code = line.account().code();
        if (before) {
            return new AccountMovement(code, zero, zero, line.signed());
        }
        return line.side() == Side.DEBIT
                ? new AccountMovement(code, line.amount(), zero, zero)
                : new AccountMovement(code, zero, line.amount(), zero);
    }

    private Money total(Function<AccountMovement, Money> column) {
        return lines.stream()
                .map(Line::movement)
                .map(column)
                .reduce(Money.zero(currency), Money::plus);
    }
}
