package dev.guanjia.ledger;

import dev.guanjia.catalogue.Row;
import dev.guanjia.catalogue.Table;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Every account that lines may be posted to, in code order.
 *
 * <p>Source: {@code accounts.csv}; the four-digit codes are those of the national guide to the
 * enterprise accounting standards, their subdivisions are ours.
 */
public final class ChartOfAccounts {

    private static final List<String> COLUMNS =
            List.of("id", "zh", "en", "kind", "normal", "sub_ledger", "from", "source");

    private final TreeMap<AccountCode, Account> accounts = new TreeMap<>();

    private ChartOfAccounts(List<Account> accounts) {
        accounts.forEach(account -> this.accounts.put(account.code(), account));
    }

    /**
     * The chart that ships with the library.
     *
     * @return the chart
     */
    public static ChartOfAccounts load() {
        return of(Table.of(ChartOfAccounts.class, "accounts.csv", COLUMNS));
    }

    /**
     * A chart of a company's own.
     *
     * @param name what to call the file in faults
     * @param text rows with the columns of {@code accounts.csv}
     * @return the chart
     * @throws dev.guanjia.catalogue.CatalogueException naming every faulty row
     */
    public static ChartOfAccounts parse(String name, String text) {
        return of(Table.parse(name, text, COLUMNS));
    }

    private static ChartOfAccounts of(Table table) {
        return new ChartOfAccounts(table.unique("id").map(ChartOfAccounts::account));
    }

    private static Account account(Row row) {
        return new Account(
                row.as("id", AccountCode::new),
                row.label(),
                row.as("kind", AccountKind::valueOf),
                row.as("normal", Side::valueOf),
                row.as("sub_ledger", SubLedger::valueOf),
                row.from(),
                row.required("source"));
    }

    /**
     * Looks up an account that must exist.
     *
     * @param code its number
     * @return the account
     * @throws IllegalArgumentException if the chart has no such account
     */
    public Account account(AccountCode code) {
        return find(code)
                .orElseThrow(
                        () -> new IllegalArgumentException("no account in the chart: " + code));
    }

    /**
     * Looks up an account that may exist.
     *
     * @param code its number
     * @return the account, or empty
     */
    public Optional<Account> find(AccountCode code) {
        return Optional.ofNullable(accounts.get(code));
    }

    /**
     * All accounts.
     *
     * @return in code order
     */
    public List<Account> accounts() {
        return List.copyOf(accounts.values());
    }
}
