package dev.guanjia.ledger;

import static dev.guanjia.ledger.Side.CREDIT;
import static dev.guanjia.ledger.Side.DEBIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalEntryTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final ChartOfAccounts CHART = ChartOfAccounts.load();

    private static Account account(String code) {
        return CHART.account(new AccountCode(code));
    }

    private static JournalEntry entry(JournalLine... lines) {
        return new JournalEntry(
                new JournalEntryId("je_1"),
                DAY,
                "March service fee, unit 3-1201",
                new SourceDocument("CHARGE", "ch_1"),
                List.of(lines));
    }

    private static JournalLine receivable(long fen) {
        return new JournalLine(account("1122"), DEBIT, Money.fen(fen), "un_31201");
    }

    private static JournalLine income(Money amount) {
        return new JournalLine(account("600101"), CREDIT, amount, null);
    }

    @Test
    void aBalancedEntryExists() {
        assertThat(entry(receivable(23_500), income(Money.fen(23_500))).lines()).hasSize(2);
    }

    @Test
    void oneFenOfDifferenceIsTooMuch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(receivable(23_500), income(Money.fen(23_499))))
                .withMessage("entry does not balance, debit less credit is [CNY 0.01]");
    }

    @Test
    void currenciesBalanceEachForItself() {
        Money dollars = new Money(Currency.getInstance("USD"), 23_500);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry(receivable(23_500), income(dollars)))
                .withMessageContaining("[CNY 235.00, USD -235.00]");
    }

    @Test
    void oneLineIsNoEntry() {
        assertThatIllegalArgumentException().isThrownBy(() -> entry(receivable(1)));
    }

    @Test
    void anAmountIsNeverZeroOrNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> receivable(0));
        assertThatIllegalArgumentException().isThrownBy(() -> receivable(-1));
    }

    @Test
    void aControlAccountNamesTheUnitAndNoOtherAccountDoes() {
        Money yuan = Money.fen(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JournalLine(account("1122"), DEBIT, yuan, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JournalLine(account("1002"), DEBIT, yuan, "un_31201"));
    }

    @Test
    void anAccountIsNotPostedToBeforeItBegins() {
        JournalEntry entry = entry(receivable(100), income(Money.fen(100)));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new JournalEntry(
                                        entry.id(),
                                        LocalDate.of(2006, 12, 31),
                                        entry.narrative(),
                                        entry.document(),
                                        entry.lines()))
                .withMessage("account 1122 begins 2007-01-01: 2006-12-31");
    }

    @Test
    void aReversalPointsAtTheEntryAndDoesNotLieBeforeIt() {
        JournalEntry entry = entry(receivable(100), income(Money.fen(100)));
        JournalEntryId id = new JournalEntryId("je_2");
        assertThat(entry.reverses()).isEmpty();
        assertThat(entry.reversal(id, DAY, "wrong unit").reverses()).contains(entry.id());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> entry.reversal(id, DAY.minusDays(1), "wrong unit"));
    }
}
