package dev.guanjia.ledger;

import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random vouchers over the whole chart, in the first quarter of 2024. */
public class LedgerArbitraries extends DomainContextBase {

    static final ChartOfAccounts CHART = ChartOfAccounts.load();

    /** Some amounts debited, and their sum credited in as many parts as it takes. */
    record Draft(List<JournalLine> lines, LocalDate day) {
        JournalEntry entry(int number) {
            return new JournalEntry(
                    new JournalEntryId("je_" + number),
                    day,
                    "random voucher",
                    new SourceDocument("CHARGE", "ch_" + number),
                    lines);
        }
    }

    @Provide
    Arbitrary<List<JournalEntry>> entries() {
        return drafts().list().ofMaxSize(30).map(LedgerArbitraries::numbered);
    }

    @Provide
    Arbitrary<JournalEntry> entry() {
        return drafts().map(draft -> draft.entry(1));
    }

    private static List<JournalEntry> numbered(List<Draft> drafts) {
        List<JournalEntry> entries = new ArrayList<>();
        drafts.forEach(draft -> entries.add(draft.entry(entries.size() + 1)));
        return entries;
    }

    private static Arbitrary<Draft> drafts() {
        Arbitrary<LocalDate> days =
                Arbitraries.integers().between(0, 90).map(LocalDate.of(2024, 1, 1)::plusDays);
        return Combinators.combine(debits(), accounts(), units(), days)
                .as(
                        (debits, account, unit, day) ->
                                new Draft(balanced(debits, account, unit), day));
    }

    private static Arbitrary<List<JournalLine>> debits() {
        Arbitrary<Money> amounts = Arbitraries.longs().between(1, 1_000_000_000L).map(Money::fen);
        return Combinators.combine(accounts(), amounts, units())
                .as((account, amount, unit) -> line(account, Side.DEBIT, amount, unit))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private static List<JournalLine> balanced(List<JournalLine> debits, Account to, String unit) {
        Money sum = debits.stream().map(JournalLine::amount).reduce(Money.fen(0), Money::plus);
        List<JournalLine> lines = new ArrayList<>(debits);
        lines.add(line(to, Side.CREDIT, sum, unit));
        return lines;
    }

    private static JournalLine line(Account account, Side side, Money amount, String unit) {
        return new JournalLine(account, side, amount, account.isControl() ? unit : null);
    }

    private static Arbitrary<Account> accounts() {
        return Arbitraries.of(CHART.accounts());
    }

    private static Arbitrary<String> units() {
        return Arbitraries.of("un_1", "un_2", "un_3");
    }
}
