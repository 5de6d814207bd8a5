package dev.guanjia.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.ledger.AccountCode;
import dev.guanjia.ledger.Balances;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.money.Money;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What becomes of payments, and the books beside it: they agree to the fen after each step. */
class PaymentPostingProperties {

    private static final AccountCode RECEIVABLE = new AccountCode("1122");
    private static final AccountCode ADVANCES = new AccountCode("2203");

    @Property(tries = 200)
    void theBooksFollowPaymentsPrepaymentsRefundsAndReversals(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int steps) {
        PaidUnits life = new PaidUnits(new Random(seed));
        for (int step = 0; step < steps; step++) {
            life.step(step);
            List<JournalEntry> entries = life.entries();
            Balances books = Balances.of(Money.CNY, entries);
            assertThat(books.of(RECEIVABLE)).isEqualTo(life.owed());
            assertThat(books.of(ADVANCES)).isEqualTo(life.kept().negated());
            assertThat(life.owedOf("un_1")).isEqualTo(line(entries, RECEIVABLE, "un_1"));
            assertThat(life.keptOf("un_2").negated()).isEqualTo(line(entries, ADVANCES, "un_2"));
            assertThat(life.used()).isEqualTo(life.paid());
        }
    }

    /** The balance of one unit in an account, debits above zero. */
    private static Money line(List<JournalEntry> entries, AccountCode account, String unit) {
        Money sum = Money.fen(0);
        for (JournalEntry entry : entries) {
            for (var line : entry.lines()) {
                if (line.account().code().equals(account) && unit.equals(line.counterparty())) {
                    boolean debit = line.side().name().equals("DEBIT");
                    sum = debit ? sum.plus(line.amount()) : sum.minus(line.amount());
                }
            }
        }
        return sum;
    }
}
