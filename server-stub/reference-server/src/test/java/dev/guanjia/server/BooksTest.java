package dev.guanjia.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.ledger.AccountCode;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.JournalLine;
import dev.guanjia.ledger.Side;
import dev.guanjia.ledger.SourceDocument;
import dev.guanjia.money.Money;
import dev.guanjia.server.access.Caller;
import dev.guanjia.server.application.Journal;
import dev.guanjia.server.ids.Ids;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The books over HTTP, in months that no other test touches. */
class BooksTest {

    private final RunningServer server = RunningServer.shared();
    private final Api accountant = server.holding("ACCOUNTANT");

    @Test
    void theChartIsListedByNumber() {
        Reply first = accountant.get("/accounts?limit=2").expect(200);
        assertThat(first.text("/items/0/number")).isEqualTo("1001");
        assertThat(first.text("/items/0/label/zh")).isEqualTo("库存现金");
        Reply rest = accountant.get("/accounts?cursor=" + first.text("/next_cursor")).expect(200);
        assertThat(rest.json().at("/items").findValuesAsString("number"))
                .contains("1122", "600101")
                .doesNotContain("1001", "1002");
    }

    @Test
    void anEntryIsFoundByMonthAndAccountAndInTheTrialBalance() {
        String id = post(LocalDate.of(2021, 5, 3), "1001", "600101", 12_345);
        Reply entry = accountant.get("/journal-entries/" + id).expect(200);
        assertThat(entry.text("/period")).isEqualTo("2021-05");
        assertThat(entry.text("/lines/0/side")).isEqualTo("DEBIT");
        assertThat(entry.text("/lines/0/amount/amount")).isEqualTo("123.45");
        Reply list = accountant.get("/journal-entries?period=2021-05&account=600101").expect(200);
        assertThat(list.json().at("/items")).hasSize(1);
        Reply other = accountant.get("/journal-entries?period=2021-05&account=1002").expect(200);
        assertThat(other.json().at("/items")).isEmpty();
        Reply balance = accountant.get("/trial-balances/2021-05").expect(200);
        assertThat(balance.text("/total_debit/amount")).isEqualTo("123.45");
        assertThat(balance.json().at("/balanced").asBoolean()).isTrue();
    }

    @Test
    void aMonthIsClosedOnceAndTakesNothingMore() {
        post(LocalDate.of(2020, 2, 10), "1001", "600101", 500);
        String early = "{\"closed_on\": \"2020-02-29\"}";
        accountant
                .post("/accounting-periods/2020-02/closures", early)
                .expectProblem(409, "month-not-over");
        String body = "{\"closed_on\": \"2020-03-01\"}";
        Reply closed = accountant.post("/accounting-periods/2020-02/closures", body).expect(200);
        assertThat(closed.text("/state")).isEqualTo("CLOSED");
        assertThat(closed.text("/control_checks/0/account")).isEqualTo("1122");
        accountant
                .post("/accounting-periods/2020-02/closures", body)
                .expectProblem(409, "period-closed");
        assertThat(accountant.get("/accounting-periods/2020-02").text("/closed_on"))
                .isEqualTo("2020-03-01");
    }

    @Test
    void aControlAccountThatDiffersFromItsSubLedgerKeepsTheMonthOpen() {
        JournalLine receivable =
                new JournalLine(account("1122"), Side.DEBIT, Money.fen(100), "un_nobody");
        JournalLine income = new JournalLine(account("600101"), Side.CREDIT, Money.fen(100), null);
        save(LocalDate.of(2020, 6, 5), List.of(receivable, income));
        Reply refused =
                accountant.post(
                        "/accounting-periods/2020-06/closures", "{\"closed_on\": \"2020-07-01\"}");
        assertThat(refused.expect(409).json().at("/reasons").findValuesAsString("code"))
                .contains("control-account-differs");
        JournalLine back =
                new JournalLine(account("1122"), Side.CREDIT, Money.fen(100), "un_nobody");
        JournalLine less = new JournalLine(account("600101"), Side.DEBIT, Money.fen(100), null);
        save(LocalDate.of(2020, 6, 6), List.of(less, back));
    }

    @Test
    void onlyTheAccountantCloses() {
        server.holding("CASHIER")
                .post("/accounting-periods/2020-12/closures", "{\"closed_on\": \"2021-01-01\"}")
                .expectProblem(403, "command-not-permitted");
    }

    @Test
    void badRequestsAreNamed() {
        accountant.get("/trial-balances/2026-13").expectProblem(400, "invalid-request");
        accountant.get("/journal-entries/je_00000000").expectProblem(404, "not-found");
        accountant
                .post("/accounting-periods/2020-11/closures", "{\"closed_on\": \"2999-01-01\"}")
                .expectProblem(409, "business-time-in-the-future");
    }

    private String post(LocalDate day, String debit, String credit, long fen) {
        Money amount = Money.fen(fen);
        return save(
                day,
                List.of(
                        new JournalLine(account(debit), Side.DEBIT, amount, null),
                        new JournalLine(account(credit), Side.CREDIT, amount, null)));
    }

    private String save(LocalDate day, List<JournalLine> lines) {
        String id = Ids.next("je");
        SourceDocument document = new SourceDocument("CHARGE", Ids.next("ch"));
        JournalEntry entry =
                new JournalEntry(new JournalEntryId(id), day, "booked by a test", document, lines);
        server.inTransaction(
                () -> server.part(Journal.class).post(Caller.ofAdministrator(), List.of(entry)));
        return id;
    }

    private static dev.guanjia.ledger.Account account(String number) {
        return ChartOfAccounts.load().account(new AccountCode(number));
    }
}
