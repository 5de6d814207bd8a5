package dev.guanjia.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountingPeriodTest {

    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final AccountingPeriod OPEN = AccountingPeriod.open(MARCH);
    private static final AccountingPeriod CLOSED = new AccountingPeriod(MARCH, PeriodState.CLOSED);
    private static final ChartOfAccounts CHART = ChartOfAccounts.load();
    private static final AccountCode RECEIVABLE = new AccountCode("1122");
    private static final AccountCode ADVANCES = new AccountCode("2203");
    private static final AccountCode DEPOSITS = new AccountCode("224101");

    private static AccountMovement moved(String code, long debit, long credit, long opening) {
        return new AccountMovement(
                new AccountCode(code), Money.fen(debit), Money.fen(credit), Money.fen(opening));
    }

    private static TrialBalance books(AccountMovement... movements) {
        return TrialBalance.of(CHART, Money.CNY, List.of(movements));
    }

    private static TrialBalance balanced() {
        return books(
                moved("1122", 500, 200, 0), moved("1002", 200, 0, 0), moved("600101", 0, 500, 0));
    }

    private static List<ControlCheck> controls(TrialBalance books, long receivable) {
        return books.controlChecks(
                Map.of(
                        RECEIVABLE, Money.fen(receivable),
                        ADVANCES, Money.fen(0),
                        DEPOSITS, Money.fen(0)));
    }

    private static List<String> reasons(Decision<?> decision) {
        return decision.fold(
                value -> List.of(),
                reasons -> reasons.stream().map(it -> Wording.of(it, Language.EN)).toList());
    }

    private static JournalEntry entry(LocalDate day) {
        return new JournalEntry(
                new JournalEntryId("je_1"),
                day,
                "service fee",
                new SourceDocument("CHARGE", "ch_1"),
                List.of(
                        new JournalLine(
                                CHART.account(RECEIVABLE), Side.DEBIT, Money.fen(100), "un_1"),
                        new JournalLine(
                                CHART.account(new AccountCode("600101")),
                                Side.CREDIT,
                                Money.fen(100),
                                null)));
    }

    @Test
    void booksThatAgreeAreClosed() {
        Decision<AccountingPeriod> decision =
                OPEN.close(balanced(), controls(balanced(), 300), null);
        assertThat(decision.fold(AccountingPeriod::state, reasons -> PeriodState.OPEN))
                .isEqualTo(PeriodState.CLOSED);
    }

    @Test
    void anOpenMonthTakesEntriesAndAClosedOneDoesNot() {
        JournalEntry entry = entry(LocalDate.of(2024, 3, 31));
        assertThat(reasons(OPEN.post(entry))).isEmpty();
        assertThat(reasons(CLOSED.post(entry))).containsExactly("The books of 2024-03 are closed.");
    }

    @Test
    void anEntryOfAnotherMonthIsNoBusinessOfThisOne() {
        JournalEntry entry = entry(LocalDate.of(2024, 4, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> OPEN.post(entry));
    }

    @Test
    void aClosedMonthIsNotClosedTwice() {
        assertThat(reasons(CLOSED.close(balanced(), controls(balanced(), 300), null)))
                .containsExactly("The books of 2024-03 are closed.");
    }

    @Test
    void everyReasonIsTold() {
        TrialBalance books = books(moved("1122", 500, 200, 0), moved("1002", 200, 0, 1));
        assertThat(reasons(OPEN.close(books, controls(books, 299), YearMonth.of(2024, 2))))
                .containsExactly(
                        "2024-03 cannot be closed while 2024-02 has entries and is open.",
                        "The trial balance of 2024-03 does not balance: debit CNY 7.00, credit"
                                + " CNY 2.00, opening balances add up to CNY 0.01.",
                        "Account 1122 stands at CNY 3.00, its sub-ledger at CNY 2.99.");
    }

    @Test
    void openingBalancesThatDoNotAddUpToNothingAreUnbalanced() {
        TrialBalance books = books(moved("1122", 500, 0, 1), moved("600101", 0, 500, 0));
        assertThat(books.isBalanced()).isFalse();
        assertThat(reasons(OPEN.close(books, controls(books, 501), null))).hasSize(1);
    }

    @Test
    void aControlAccountCannotBeLeftOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> balanced().controlChecks(Map.of(RECEIVABLE, Money.fen(300))))
                .withMessage("no sub-ledger sum for 2203");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OPEN.close(balanced(), List.of(), null))
                .withMessage("control account not checked: 1122");
    }

    @Test
    void theTrialBalanceShowsEveryAccountInCodeOrder() {
        assertThat(balanced().lines())
                .extracting(line -> line.account().code().value())
                .containsExactly(
                        "1001", "1002", "1012", "1122", "1221", "122101", "2203", "222101", "2241",
                        "224101", "224102", "224103", "600101", "600102", "600103", "600104",
                        "600199", "6301", "6701");
        assertThat(balanced().lines().get(3).movement().closing()).isEqualTo(Money.fen(300));
    }
}
