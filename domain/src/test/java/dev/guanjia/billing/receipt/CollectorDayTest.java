package dev.guanjia.billing.receipt;

import static dev.guanjia.billing.settlement.Settling.DAY;
import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.receipt.Taking.Kind;
import dev.guanjia.billing.settlement.Payment;
import dev.guanjia.billing.settlement.PaymentId;
import dev.guanjia.billing.settlement.PaymentMethod;
import dev.guanjia.billing.settlement.Settling;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.StaffId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 30.00 in cash, 50.00 by WeChat Pay and again 20.00 in cash. */
class CollectorDayTest {

    private static final CollectorDay TAKEN =
            taken(
                    CollectorDay.open(new StaffId("st_1"), DAY, Money.CNY),
                    List.of(
                            payment("pm_1", PaymentMethod.CASH, 3000),
                            payment("pm_2", PaymentMethod.WECHAT, 5000),
                            payment("pm_3", PaymentMethod.CASH, 2000)));
    private static final CollectorDay CLOSED = accepted(TAKEN.close(count(5000, "")));

    @Test
    void theTakingsAreSummedByMethod() {
        assertThat(TAKEN.byMethod())
                .isEqualTo(
                        Map.of(
                                PaymentMethod.CASH, Money.fen(5000),
                                PaymentMethod.WECHAT, Money.fen(5000)));
        assertThat(TAKEN.total()).isEqualTo(Money.fen(10000));
        assertThat(TAKEN.difference()).isEmpty();
    }

    @ParameterizedTest(name = "{0} counted, ''{1}'': {2}")
    @CsvSource({"5000, '', 0", "4999, a coin is missing, -1", "5001, found a coin, 1"})
    void aDifferenceIsExplainedAndRecorded(long counted, String why, long difference) {
        CollectorDay closed = accepted(TAKEN.close(count(counted, why)));
        assertThat(closed.difference()).contains(Money.fen(difference));
        assertThat(closed.state()).isEqualTo(CollectorDay.State.CLOSED);
    }

    @Test
    void anUnexplainedDifferenceIsRefusedNamingIt() {
        String sentence =
                TAKEN.close(count(4999, " "))
                        .fold(day -> "", all -> Wording.of(all.get(0), Language.EN));
        assertThat(sentence)
                .isEqualTo(
                        "CNY 49.99 was counted on 2026-04-01, CNY 50.00 should have been there; the"
                                + " difference of CNY -0.01 is not explained.");
        assertThat(codes(TAKEN.close(count(-1, "why")))).containsExactly("takings-count-negative");
    }

    @Test
    void aClosedDayTakesNoMorePaymentsAndIsNotClosedAgain() {
        assertThat(codes(CLOSED.take(Taking.of(payment("pm_4", PaymentMethod.CASH, 1)), DAY)))
                .containsExactly("takings-closed");
        assertThat(codes(CLOSED.close(count(5000, "")))).containsExactly("takings-closed");
    }

    @Test
    void whatTheBankTellsOfAClosedDayIsTakenAndWhatWasCountedStays() {
        CollectorDay later =
                accepted(CLOSED.take(Taking.of(payment("pm_4", PaymentMethod.BANK, 700)), DAY));
        assertThat(later.total()).isEqualTo(CLOSED.total().plus(Money.fen(700)));
        assertThat(later.cash()).isEqualTo(CLOSED.cash());
        assertThat(later.count()).isEqualTo(CLOSED.count());
        assertThat(later.state()).isEqualTo(CollectorDay.State.CLOSED);
    }

    @Test
    void aPaymentOfAnotherDayOrOneTakenAlreadyIsRefused() {
        assertThat(codes(TAKEN.take(Taking.of(Settling.payment("pm_4", 1)), DAY.plusDays(1))))
                .containsExactly("takings-other-day");
        assertThat(codes(TAKEN.take(Taking.of(payment("pm_1", PaymentMethod.CASH, 3000)), DAY)))
                .containsExactly("takings-twice");
    }

    @Test
    void aReversalIsANegativeTakingOnTheDayOfItsDecision() {
        Taking back = Taking.reversed(payment("pm_1", PaymentMethod.CASH, 3000));
        CollectorDay less = accepted(TAKEN.take(back, DAY));
        assertThat(less.cash()).isEqualTo(Money.fen(2000));
        assertThat(less.total()).isEqualTo(Money.fen(7000));
        assertThat(codes(less.take(back, DAY))).containsExactly("takings-twice");
        assertThat(codes(CLOSED.take(back, DAY))).containsExactly("takings-closed");
        assertThat(codes(TAKEN.take(back, DAY.plusDays(1)))).containsExactly("takings-other-day");
    }

    @Test
    void whatIsPaidOutCountsByKindAndMethod() {
        CollectorDay day = TAKEN;
        day = accepted(day.take(taking(Kind.DEPOSIT, PaymentMethod.CASH, 7000), DAY));
        day = accepted(day.take(taking(Kind.DEPOSIT_REFUNDED, PaymentMethod.CASH, -200), DAY));
        day = accepted(day.take(taking(Kind.PAYMENT_REFUNDED, PaymentMethod.CASH, -30), DAY));
        day = accepted(day.take(taking(Kind.SERVICE_REFUNDED, PaymentMethod.BANK, -4), DAY));
        assertThat(day.cash()).isEqualTo(Money.fen(5000 + 7000 - 200 - 30));
        assertThat(day.byKind())
                .isEqualTo(
                        Map.of(
                                Kind.PAYMENT,
                                        Map.of(
                                                PaymentMethod.CASH, Money.fen(5000),
                                                PaymentMethod.WECHAT, Money.fen(5000)),
                                Kind.DEPOSIT, Map.of(PaymentMethod.CASH, Money.fen(7000)),
                                Kind.DEPOSIT_REFUNDED, Map.of(PaymentMethod.CASH, Money.fen(-200)),
                                Kind.PAYMENT_REFUNDED, Map.of(PaymentMethod.CASH, Money.fen(-30)),
                                Kind.SERVICE_REFUNDED, Map.of(PaymentMethod.BANK, Money.fen(-4))));
    }

    @Test
    void whereMoreCashIsPaidOutThanTakenTheSafeGaveTheRestAndNothingIsTooMuch() {
        CollectorDay empty = CollectorDay.open(new StaffId("st_1"), DAY, Money.CNY);
        Taking out = taking(Kind.PAYMENT_REFUNDED, PaymentMethod.CASH, -3000);
        CollectorDay spent = accepted(empty.take(out, DAY));
        assertThat(spent.cash()).isEqualTo(Money.fen(-3000));
        assertThat(accepted(spent.close(count(0, ""))).difference()).contains(Money.fen(0));
        assertThat(codes(spent.close(count(1, ""))))
                .containsExactly("takings-difference-unexplained");
    }

    @ParameterizedTest(name = "{0} counted after {1} days: {2}")
    @CsvSource({"5000, 0, true", "4999, 0, false", "5001, 0, false", "5000, 1, false"})
    void aDayIsSettledIfItIsCountedOnTheDayAndAgrees(long fen, int days, boolean isSettled) {
        CashCount count = new CashCount(Money.fen(fen), "why", DAY.plusDays(days));
        assertThat(accepted(TAKEN.close(count)).isSettledSameDay()).isEqualTo(isSettled);
        assertThat(TAKEN.isSettledSameDay()).isFalse();
    }

    @Test
    void cashIsCountedWhenItIsThereAndHandedOverAfterItWasCounted() {
        CashCount before = new CashCount(Money.fen(5000), "", DAY.minusDays(1));
        assertThat(codes(TAKEN.close(before))).containsExactly("takings-counted-too-early");
        CashCount later = new CashCount(Money.fen(5000), "", DAY.plusDays(1));
        CollectorDay closed = accepted(TAKEN.close(later));
        assertThat(codes(closed.handOver(handOver(5000, "st_2", 0, ""))))
                .containsExactly("takings-too-early");
    }

    @ParameterizedTest
    @CsvSource({"PAYMENT, -1", "DEPOSIT, 0", "PAYMENT_REVERSED, 1", "DEPOSIT_REFUNDED, 1"})
    void whatComesIsAboveZeroAndWhatGoesBelow(Kind kind, long fen) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> taking(kind, PaymentMethod.CASH, fen));
    }

    @ParameterizedTest(name = "{0} to {1} after {2} days under ''{3}'': {4}")
    @CsvSource({
        "5000, st_2, 0,  '',   ''",
        "5000, st_2, 1,  '',   ''",
        "5000, st_2, 2,  '',   ''",
        "5000, st_2, 3,  AP-1, ''",
        "5000, st_2, 3,  ' ',  takings-late",
        "5000, st_2, -1, AP-1, takings-too-early",
        "4999, st_2, 0,  AP-1, takings-spent",
        "5001, st_2, 0,  AP-1, takings-spent",
        "5000, st_1, 0,  '',   takings-own",
    })
    void allThatWasCountedIsHandedOverByTheLastDay(
            long fen, String receiver, int days, String approval, String code) {
        List<String> found = codes(CLOSED.handOver(handOver(fen, receiver, days, approval)));
        assertThat(String.join(" ", found)).isEqualTo(code);
    }

    @ParameterizedTest(name = "after {0} days: {1}")
    @CsvSource({"-1, false", "0, false", "2, false", "3, true"})
    void theDayAfterTheLastIsLate(int days, boolean isLate) {
        assertThat(handOver(5000, "st_2", days, "").isLate(DAY)).isEqualTo(isLate);
    }

    @Test
    void whereNoCalendarTellsTheLastDayOnlyTheDayItselfIsInTime() {
        assertThat(accepted(CLOSED.handOver(unknown(0, ""))).handOver().isLate(DAY)).isFalse();
        assertThat(codes(CLOSED.handOver(unknown(1, "")))).containsExactly("takings-time-unknown");
        assertThat(accepted(CLOSED.handOver(unknown(1, "AP-1"))).handOver().isLate(DAY)).isTrue();
    }

    @Test
    void takingsAreHandedOverOnceAndOnlyWhenClosed() {
        CashHandOver all = handOver(5000, "st_2", 0, "");
        assertThat(codes(TAKEN.handOver(all))).containsExactly("takings-not-closed");
        CollectorDay gone = accepted(CLOSED.handOver(all));
        assertThat(gone.state()).isEqualTo(CollectorDay.State.HANDED_OVER);
        assertThat(codes(gone.handOver(all))).containsExactly("takings-not-closed");
        assertThat(codes(gone.take(Taking.of(payment("pm_4", PaymentMethod.CASH, 1)), DAY)))
                .containsExactly("takings-closed");
    }

    @Test
    void whatCannotBeIsACallersMistake() {
        Taking one = TAKEN.takings().get(0);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new CollectorDay(
                                        new StaffId("st_1"),
                                        DAY,
                                        Money.CNY,
                                        List.of(one, one),
                                        null,
                                        null));
    }

    private static CollectorDay taken(CollectorDay day, List<Payment> payments) {
        CollectorDay now = day;
        for (Payment payment : payments) {
            now = accepted(now.take(Taking.of(payment), DAY));
        }
        return now;
    }

    private static Payment payment(String id, PaymentMethod method, long fen) {
        return new Payment(new PaymentId(id), Settling.UNIT, Money.fen(fen), method, DAY);
    }

    private static Taking taking(Kind kind, PaymentMethod method, long fen) {
        return new Taking(kind, "doc_1", method, Money.fen(fen));
    }

    private static CashCount count(long fen, String why) {
        return new CashCount(Money.fen(fen), why, DAY);
    }

    private static CashHandOver unknown(int days, String approval) {
        return new CashHandOver(
                Money.fen(5000), Settling.actor("st_2"), DAY.plusDays(days), approval, null);
    }

    private static CashHandOver handOver(long fen, String receiver, int days, String approval) {
        return new CashHandOver(
                Money.fen(fen),
                Settling.actor(receiver),
                DAY.plusDays(days),
                approval,
                DAY.plusDays(2));
    }
}
