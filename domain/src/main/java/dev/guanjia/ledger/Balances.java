package dev.guanjia.ledger;

import dev.guanjia.money.Money;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every account and every counterparty stands at after a set of entries, in one currency.
 *
 * <p>Shape: sums only, so the order of the entries does not matter.
 */
public final class Balances {

    private final Currency currency;
    private final SortedMap<AccountCode, Money> accounts = new TreeMap<>();
    private final SortedMap<AccountCode, SortedMap<String, Money>> subLedgers = new TreeMap<>();

    private Balances(Currency currency) {
        this.currency = currency;
    }

    /**
     * Adds entries up.
     *
     * @param currency which lines to count
     * @param entries in any order
     * @return the balances
     */
    public static Balances of(Currency currency, List<JournalEntry> entries) {
        Balances balances = new Balances(currency);
        for (JournalEntry entry : entries) {
            entry.lines().stream()
                    .filter(line -> line.amount().currency().equals(currency))
                    .forEach(balances::add);
        }
        return balances;
    }

    /**
     * The balance of an account.
     *
     * @param account the account
     * @return debit less credit; zero when nothing was posted to it
     */
    public Money of(AccountCode account) {
        return accounts.getOrDefault(account, Money.zero(currency));
    }

    /**
     * The sub-ledger of a control account.
     *
     * @param account the control account
     * @return debit less credit by counterparty, in the counterparties' order
     */
    public SortedMap<String, Money> subLedger(AccountCode account) {
        return Collections.unmodifiableSortedMap(
                subLedgers.getOrDefault(account, Collections.emptySortedMap()));
    }

    private void add(JournalLine line) {
        AccountCode code = line.account().code();
        accounts.merge(code, line.signed(), Money::plus);
        String counterparty = line.counterparty();
        if (counterparty != null) {
            subLedgers
                    .computeIfAbsent(code, account -> new TreeMap<>())
                    .merge(counterparty, line.signed(), Money::plus);
        }
    }
}
