package dev.guanjia.billing.settlement;

import static dev.guanjia.billing.Billing.SERVICE;
import static dev.guanjia.billing.settlement.Settling.DAY;
import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 170.00 paid: 100.00 and 50.00 settle two charges, 20.00 is kept. */
class SettledPaymentTest {

    private static final SettledPayment PAID =
            SettledPayment.of(
                    accepted(
                            Settling.payment("pm_1", 17000)
                                    .take(
                                            List.of(
                                                    Settling.open("ch_1", SERVICE, 3, 10000),
                                                    Settling.open("ch_2", SERVICE, 4, 5000)))));

    @Test
    void aReversedPaymentOpensItsChargesAgainAndKeepsNothing() {
        PaymentReversed reversed = accepted(PAID.reverse(reversal("bounced", "AP-1", 1)));
        assertThat(reversed.reopened()).isEqualTo(PAID.standing());
        assertThat(reversed.prepayment()).isEqualTo(Money.fen(2000));
        assertThat(reversed.after().standing()).isEmpty();
        assertThat(reversed.after().left()).isEqualTo(Money.fen(0));
        assertThat(reversed.after().taken()).isEqualTo(PAID.taken());
    }

    @Test
    void aReversedPaymentIsNotReversedOrRefundedAgain() {
        SettledPayment gone = accepted(PAID.reverse(reversal("bounced", "AP-1", 1))).after();
        assertThat(codes(gone.reverse(reversal("again", "AP-2", 2))))
                .containsExactly("payment-reversed");
        assertThat(codes(gone.proposeRefund(proposal(1, "moved out", 2))))
                .containsExactly("payment-reversed");
        assertThat(codes(gone.payOut(approved(1), PaymentMethod.CASH, DAY.plusDays(9))))
                .containsExactly("payment-reversed");
    }

    @ParameterizedTest(name = "''{0}'' under ''{1}'' after {2} days")
    @CsvSource({
        "'',  AP-1, 0,  settlement-without-reason",
        "why, '',   0,  settlement-without-approval",
        "why, AP-1, -1, settlement-too-early",
    })
    void aReversalSaysWhyAndUnderWhichApproval(String why, String approval, int days, String code) {
        assertThat(codes(PAID.reverse(reversal(why, approval, days)))).containsExactly(code);
    }

    @ParameterizedTest(name = "refund of {0}: {1} and {2} settled, {3} kept, {4} open again")
    @CsvSource({
        "1,     10000, 5000, 1999, 0",
        "2000,  10000, 5000, 0,    0",
        "2001,  10000, 4999, 0,    1",
        "7000,  10000, 0,    0,    5000",
        "7001,  9999,  0,    0,    5001",
        "17000, 0,     0,    0,    15000",
    })
    void aRefundTakesWhatIsKeptAndThenWhatWasSettledLast(
            long fen, long first, long second, long kept, long reopened) {
        RefundPaid paid = accepted(PAID.payOut(approved(fen), PaymentMethod.CASH, DAY));
        assertThat(paid.after().left()).isEqualTo(Money.fen(kept));
        assertThat(settled(paid.after().standing(), "ch_1")).isEqualTo(Money.fen(first));
        assertThat(settled(paid.after().standing(), "ch_2")).isEqualTo(Money.fen(second));
        assertThat(
                        paid.reopened().stream()
                                .map(Allocation::amount)
                                .reduce(Money.fen(0), Money::plus))
                .isEqualTo(Money.fen(reopened));
    }

    @Test
    void moreThanWasPaidIsNotRefundedNamingThePayment() {
        String sentence =
                PAID.proposeRefund(proposal(17001, "moved out", 0))
                        .fold(refund -> "", all -> Wording.of(all.get(0), Language.EN));
        assertThat(sentence)
                .isEqualTo(
                        "The refund of CNY 170.01 is more than the CNY 170.00 left of payment"
                                + " pm_1.");
        SettledPayment rest =
                accepted(PAID.payOut(approved(10000), PaymentMethod.CASH, DAY)).after();
        assertThat(codes(rest.payOut(approved(7001), PaymentMethod.CASH, DAY)))
                .containsExactly("payment-refund-over-left");
        assertThat(codes(rest.reverse(reversal("bounced", "AP-1", 1))))
                .containsExactly("payment-refunded");
    }

    @Test
    void aPrepaymentIsRefundedUpToWhatIsKept() {
        String sentence =
                PAID.proposeRefund(proposal(Refund.Source.PREPAYMENT, 2001, "moved out", 0))
                        .fold(refund -> "", all -> Wording.of(all.get(0), Language.EN));
        assertThat(sentence)
                .isEqualTo(
                        "The refund of CNY 20.01 is more than the CNY 20.00 left of payment pm_1.");
        assertThat(
                        PAID.proposeRefund(proposal(Refund.Source.PREPAYMENT, 2000, "moved out", 0))
                                .fold(refund -> refund.state().name(), Object::toString))
                .isEqualTo("PROPOSED");
    }

    @ParameterizedTest(name = "{0} fen, ''{1}'', after {2} days")
    @CsvSource({
        "0, why, 0,  payment-refund-not-positive",
        "1, '',  0,  settlement-without-reason",
        "1, why, -1, settlement-too-early",
    })
    void aProposalThatCannotBeIsRefused(long fen, String why, int days, String code) {
        assertThat(codes(PAID.proposeRefund(proposal(fen, why, days)))).containsExactly(code);
    }

    @Test
    void aRefundInAnotherCurrencyIsRefused() {
        Money dollar = new Money(Currency.getInstance("USD"), 1);
        Refund.Proposal wanted =
                new Refund.Proposal(
                        "rf_1",
                        new PaymentId("pm_1"),
                        Refund.Source.PAYMENT,
                        dollar,
                        "why",
                        Settling.actor("a"),
                        DAY);
        assertThat(codes(PAID.proposeRefund(wanted))).containsExactly("currency-mismatch");
    }

    @ParameterizedTest(name = "{0} under ''{1}'' after {2} days")
    @CsvSource({
        "st_1, AP-1, 0,  payment-refund-own",
        "st_2, '',   0,  settlement-without-approval",
        "st_2, AP-1, -1, settlement-too-early",
    })
    void anotherPersonApprovesARefund(String staff, String reference, int days, String code) {
        Refund refund = accepted(PAID.proposeRefund(proposal(1, "moved out", 0)));
        assertThat(codes(refund.approve(approval(staff, reference, days)))).containsExactly(code);
    }

    @Test
    void onlyAnApprovedRefundIsPaidOutAndNoStepIsTakenTwice() {
        Refund refund = accepted(PAID.proposeRefund(proposal(1, "moved out", 0)));
        String sentence =
                PAID.payOut(refund, PaymentMethod.CASH, DAY)
                        .fold(paid -> "", all -> Wording.of(all.get(0), Language.EN));
        assertThat(sentence)
                .isEqualTo(
                        "Refund rf_1 is PROPOSED; PAY does not start there (possible: APPROVE,"
                                + " REJECT, WITHDRAW).");
        Refund rejected = accepted(refund.reject(Settling.actor("st_2")));
        assertThat(rejected.state()).isEqualTo(Refund.State.REJECTED);
        assertThat(codes(rejected.approve(approval("st_2", "AP-1", 0))))
                .containsExactly("payment-refund-wrong-state");
        assertThat(codes(approved(1).reject(Settling.actor("st_2"))))
                .containsExactly("payment-refund-wrong-state");
        assertThat(codes(PAID.payOut(approved(1), PaymentMethod.CASH, DAY.minusDays(1))))
                .containsExactly("settlement-too-early");
    }

    @Test
    void whatARefundOfAChargePaidOutIsGone() {
        Map<ChargeId, Money> out = Map.of(new ChargeId("ch_2"), Money.fen(4000));
        SettledPayment paid =
                new SettledPayment(
                        PAID.taken(), PAID.standing(), Money.fen(0), out, DAY.plusDays(3), null);
        assertThat(codes(paid.proposeRefund(proposal(13_001, "moved out", 4))))
                .containsExactly("payment-refund-over-left");
        assertThat(codes(paid.reverse(reversal("bounced", "AP-1", 4))))
                .containsExactly("payment-refunded");
        RefundPaid most =
                accepted(paid.payOut(approved(13_000), PaymentMethod.CASH, DAY.plusDays(3)));
        assertThat(settled(most.reopened(), "ch_2")).isEqualTo(Money.fen(1000));
        assertThat(settled(most.reopened(), "ch_1")).isEqualTo(Money.fen(10_000));
        assertThat(settled(most.after().standing(), "ch_2")).isEqualTo(Money.fen(4000));
        assertThat(codes(most.after().payOut(approved(1), PaymentMethod.CASH, DAY.plusDays(9))))
                .containsExactly("payment-refund-over-left");
    }

    @Test
    void nothingIsUndoneBeforeWhatLastBecameOfIt() {
        SettledPayment paid =
                new SettledPayment(
                        PAID.taken(),
                        PAID.standing(),
                        Money.fen(0),
                        Map.of(),
                        DAY.plusDays(3),
                        null);
        assertThat(codes(paid.reverse(reversal("bounced", "AP-1", 2))))
                .containsExactly("settlement-too-early");
        assertThat(codes(paid.payOut(approved(1), PaymentMethod.CASH, DAY.plusDays(2))))
                .containsExactly("settlement-too-early");
        accepted(paid.reverse(reversal("bounced", "AP-1", 3)));
    }

    @Test
    void aNoOfWhoAskedTakesTheProposalBack() {
        Refund refund = accepted(PAID.proposeRefund(proposal(1, "moved out", 0)));
        Refund withdrawn = accepted(refund.reject(refund.proposal().proposer()));
        assertThat(withdrawn.state()).isEqualTo(Refund.State.WITHDRAWN);
        assertThat(codes(withdrawn.approve(approval("st_2", "AP-1", 0))))
                .containsExactly("payment-refund-wrong-state");
        assertThat(codes(approved(1).reject(refund.proposal().proposer())))
                .containsExactly("payment-refund-wrong-state");
    }

    @Test
    void anApprovedRefundThatNobodyFetchesIsCancelledAndNeverLeaves() {
        Refund cancelled = accepted(approved(2000).cancel(cancellation("never fetched", 5)));
        assertThat(cancelled.state()).isEqualTo(Refund.State.CANCELLED);
        assertThat(cancelled.approval()).isEqualTo(approved(2000).approval());
        assertThat(cancelled.cancellation()).isEqualTo(cancellation("never fetched", 5));
        assertThat(codes(PAID.payOut(cancelled, PaymentMethod.CASH, DAY.plusDays(5))))
                .containsExactly("payment-refund-wrong-state");
        assertThat(codes(cancelled.cancel(cancellation("again", 5))))
                .containsExactly("payment-refund-wrong-state");
        accepted(PAID.proposeRefund(proposal(2000, "came back", 6)));
    }

    @ParameterizedTest(name = "''{0}'' after {1} days: {2}")
    @CsvSource({
        "'',   0,  settlement-without-reason",
        "' ',  0,  settlement-without-reason",
        "gone, -1, settlement-too-early",
    })
    void aCancellationSaysWhyAndComesAfterTheApproval(String why, int days, String code) {
        assertThat(codes(approved(1).cancel(cancellation(why, days)))).containsExactly(code);
    }

    @Test
    void onlyAnApprovedRefundIsCancelledAndOnlyACancelledOneSaysWhy() {
        Refund refund = accepted(PAID.proposeRefund(proposal(1, "moved out", 0)));
        Refund.Cancellation gone = cancellation("never fetched", 0);
        assertThat(codes(refund.cancel(gone))).containsExactly("payment-refund-wrong-state");
        Refund rejected = accepted(refund.reject(Settling.actor("st_2")));
        assertThat(codes(rejected.cancel(gone))).containsExactly("payment-refund-wrong-state");
        Refund.Proposal asked = refund.proposal();
        Refund.Approval yes = approval("st_2", "AP-1", 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refund(asked, Refund.State.APPROVED, yes, gone));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refund(asked, Refund.State.CANCELLED, yes, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Refund(asked, Refund.State.CANCELLED, null, gone));
    }

    @Test
    void aPaymentIsNotUsedForMoreThanItIs() {
        Allocation part = PAID.standing().get(1);
        assertThatIllegalArgumentException().isThrownBy(() -> PAID.apply(part));
    }

    private static Money settled(List<Allocation> standing, String charge) {
        return standing.stream()
                .filter(part -> part.charge().value().equals(charge))
                .map(Allocation::amount)
                .reduce(Money.fen(0), Money::plus);
    }

    private static Refund approved(long fen) {
        return accepted(
                Refund.proposed(proposal(fen, "moved out", 0))
                        .approve(approval("st_2", "AP-1", 0)));
    }

    private static Refund.Cancellation cancellation(String why, int days) {
        return new Refund.Cancellation(Settling.actor("st_2"), why, DAY.plusDays(days));
    }

    private static Refund.Approval approval(String staff, String reference, int days) {
        return new Refund.Approval(Settling.actor(staff), reference, DAY.plusDays(days));
    }

    private static Refund.Proposal proposal(long fen, String why, int days) {
        return proposal(Refund.Source.PAYMENT, fen, why, days);
    }

    private static Refund.Proposal proposal(Refund.Source source, long fen, String why, int days) {
        return new Refund.Proposal(
                "rf_1",
                new PaymentId("pm_1"),
                source,
                Money.fen(fen),
                why,
                Settling.actor("st_1"),
                DAY.plusDays(days));
    }

    private static PaymentReversal reversal(String why, String approval, int days) {
        return new PaymentReversal(
                PaymentReversal.Cause.BOUNCED,
                why,
                approval,
                Settling.actor("st_1"),
                DAY.plusDays(days));
    }
}
