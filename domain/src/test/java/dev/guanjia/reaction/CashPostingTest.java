package dev.guanjia.reaction;

import static dev.guanjia.billing.settlement.Settling.DAY;
import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.receipt.CashCount;
import dev.guanjia.billing.receipt.CashHandOver;
import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.receipt.Taking;
import dev.guanjia.billing.settlement.Settling;
import dev.guanjia.decision.Language;
import dev.guanjia.ledger.ChartOfAccounts;
import dev.guanjia.ledger.JournalEntry;
import dev.guanjia.ledger.JournalEntryId;
import dev.guanjia.ledger.JournalLine;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 50.00 taken in cash by st_1. */
class CashPostingTest {

    private static final CollectorDay TAKEN =
            accepted(
                    CollectorDay.open(new StaffId("st_1"), DAY, Money.CNY)
                            .take(Taking.of(Settling.payment("pm_1", 5000)), DAY));

    private final CashPosting posting =
            new CashPosting(PostingReaction.standardRules(ChartOfAccounts.load()), Language.EN);

    @ParameterizedTest(name = "{0} counted: {1} for {3} to {2}")
    @CsvSource({
        "4950, 122101, 1001,   0.50, cash missing at the hand-over st_1 td_1",
        "5007, 1001,   224103, 0.07, cash too much at the hand-over st_1 td_1",
        "0,    122101, 1001,  50.00, cash missing at the hand-over st_1 td_1",
    })
    void theDifferenceIsPostedWhenTheCashIsTakenOver(
            long counted, String debit, String credit, String amount, String narrative) {
        JournalEntry entry =
                accepted(posting.handedOver(id(), "td_1", over(counted)).orElseThrow());
        assertThat(entry.postedOn()).isEqualTo(DAY.plusDays(1));
        assertThat(entry.narrative()).isEqualTo(narrative);
        assertThat(entry.document().kind()).isEqualTo("CASH_DIFFERENCE");
        assertThat(entry.lines())
                .extracting(CashPostingTest::text)
                .containsExactly(
                        "DEBIT " + debit + " CNY " + amount, "CREDIT " + credit + " CNY " + amount);
    }

    @Test
    void nothingIsPostedWhereTheCashAgrees() {
        assertThat(posting.handedOver(id(), "td_1", over(5000))).isEmpty();
    }

    @Test
    void nothingIsPostedBeforeASecondPersonTookTheCashOver() {
        CollectorDay closed = accepted(TAKEN.close(new CashCount(Money.fen(1), "why", DAY)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> posting.handedOver(id(), "td_1", closed));
    }

    @Test
    void aTakingForMovingInIsSettledWithItsDay() {
        assertThat(TakingFact.of(TAKEN, Map.of("pm_1", Money.fen(700), "pm_9", Money.fen(1))))
                .isEqualTo(List.of(new TakingFact("pm_1", DAY, Money.fen(700), false)));
        assertThat(TakingFact.of(TAKEN, Map.of("pm_9", Money.fen(1)))).isEmpty();
        CollectorDay closed = accepted(TAKEN.close(new CashCount(Money.fen(5000), "", DAY)));
        assertThat(TakingFact.of(closed, Map.of("pm_1", Money.fen(700))))
                .isEqualTo(List.of(new TakingFact("pm_1", DAY, Money.fen(700), true)));
    }

    private static CollectorDay over(long counted) {
        Money cash = Money.fen(counted);
        CollectorDay closed = accepted(TAKEN.close(new CashCount(cash, "why", DAY)));
        return accepted(
                closed.handOver(
                        new CashHandOver(
                                cash, Settling.actor("st_2"), DAY.plusDays(1), "AP-1", DAY)));
    }

    private static JournalEntryId id() {
        return new JournalEntryId("je_1");
    }

    private static String text(JournalLine line) {
        return line.side() + " " + line.account().code() + " " + line.amount();
    }
}
