package dev.guanjia.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.calendar.DateRange;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(LedgerArbitraries.class)
@Domain(DomainContext.Global.class)
class LedgerProperties {

    private static final ChartOfAccounts CHART = LedgerArbitraries.CHART;
    private static final DateRange FEBRUARY = DateRange.of(YearMonth.of(2024, 2));

    private static TrialBalance february(List<JournalEntry> entries) {
        return TrialBalance.of(CHART, Money.CNY, FEBRUARY, entries);
    }

    private static Map<AccountCode, Money> balances(List<JournalEntry> entries) {
        Balances balances = Balances.of(Money.CNY, entries);
        Map<AccountCode, Money> all = new TreeMap<>();
        CHART.accounts().forEach(account -> all.put(account.code(), balances.of(account.code())));
        return all;
    }

    @Property
    void anySetOfEntriesBalances(@ForAll List<JournalEntry> entries) {
        assertThat(february(entries).isBalanced()).isTrue();
        assertThat(balances(entries).values().stream().reduce(Money.fen(0), Money::plus))
                .isEqualTo(Money.fen(0));
    }

    @Property
    void theClosingBalanceOfAMonthIsTheOpeningBalanceOfTheNext(@ForAll List<JournalEntry> entries) {
        DateRange march = DateRange.of(YearMonth.of(2024, 3));
        List<TrialBalance.Line> next = TrialBalance.of(CHART, Money.CNY, march, entries).lines();
        assertThat(february(entries).lines())
                .extracting(line -> line.movement().closing())
                .isEqualTo(next.stream().map(line -> line.movement().opening()).toList());
    }

    @Property
    void aReversalRestoresEveryBalance(
            @ForAll List<JournalEntry> entries, @ForAll JournalEntry entry) {
        LocalDate day = LocalDate.of(2024, 4, 1);
        JournalEntry reversal = entry.reversal(new JournalEntryId("je_r"), day, "typed twice");
        List<JournalEntry> more = new ArrayList<>(entries);
        more.add(entry);
        more.add(reversal);
        assertThat(reversal.reverses()).contains(entry.id());
        assertThat(balances(more)).isEqualTo(balances(entries));
        for (Account account : CHART.accounts()) {
            Map<String, Money> sub =
                    new TreeMap<>(Balances.of(Money.CNY, more).subLedger(account.code()));
            Balances.of(Money.CNY, entries)
                    .subLedger(account.code())
                    .forEach((unit, money) -> sub.merge(unit, money.negated(), Money::plus));
            assertThat(sub.values()).allMatch(Money::isZero);
        }
    }

    @Property
    void theOrderOfPostingDoesNotMatter(@ForAll List<JournalEntry> entries, @ForAll Random random) {
        List<JournalEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        assertThat(february(shuffled)).isEqualTo(february(entries));
        assertThat(balances(shuffled)).isEqualTo(balances(entries));
    }

    @Property
    void everySubLedgerAddsUpToItsControlAccount(@ForAll List<JournalEntry> entries) {
        Balances balances = Balances.of(Money.CNY, entries);
        for (Account account : CHART.accounts()) {
            Money sum =
                    balances.subLedger(account.code()).values().stream()
                            .reduce(Money.fen(0), Money::plus);
            assertThat(sum)
                    .isEqualTo(account.isControl() ? balances.of(account.code()) : Money.fen(0));
        }
    }

    @Property
    void sumsMadeElsewhereGiveTheSameTrialBalance(@ForAll List<JournalEntry> entries) {
        TrialBalance expected = february(entries);
        List<AccountMovement> sums =
                expected.lines().stream().map(TrialBalance.Line::movement).toList();
        assertThat(TrialBalance.of(CHART, Money.CNY, sums)).isEqualTo(expected);
    }
}
