package dev.guanjia.billing.settlement;

import static dev.guanjia.billing.settlement.Settling.DAY;
import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.settlement.PaymentReversal.Request;
import dev.guanjia.billing.settlement.PaymentReversal.State;
import dev.guanjia.money.Money;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentReversalTest {

    private static final SettledPayment PAID = paid("pm_1");

    @Test
    void anotherPersonsYesUndoesThePayment() {
        PaymentReversed event = accepted(asked("why").approve(PAID, yes("st_2", "AP-1", 2)));
        assertThat(event.reopened()).isEqualTo(PAID.standing());
        assertThat(event.after().left()).isEqualTo(Money.fen(0));
        assertThat(event.reversal().approval()).isEqualTo("AP-1");
        assertThat(asked("why").posted().next(PaymentReversal.Action.APPROVE)).isEmpty();
    }

    @ParameterizedTest(name = "{0} under ''{1}'' after {2} days")
    @CsvSource({
        "st_1, AP-1, 2, payment-reversal-own",
        "st_2, '',   2, settlement-without-approval",
        "st_2, AP-1, 0, settlement-too-early",
    })
    void aYesThatCannotBeIsRefused(String staff, String reference, int days, String code) {
        assertThat(codes(asked("why").approve(PAID, yes(staff, reference, days))))
                .containsExactly(code);
    }

    @Test
    void aReversalIsDecidedOnceAndNotOfAPaymentThatIsGone() {
        Request rejected = accepted(asked("why").reject(Settling.actor("st_2")));
        assertThat(rejected.state()).isEqualTo(State.REJECTED);
        assertThat(codes(rejected.approve(PAID, yes("st_2", "AP-1", 2))))
                .containsExactly("payment-reversal-wrong-state");
        assertThat(codes(rejected.reject(Settling.actor("st_2"))))
                .containsExactly("payment-reversal-wrong-state");
        SettledPayment gone = accepted(asked("why").approve(PAID, yes("st_2", "AP-1", 2))).after();
        assertThat(codes(gone.proposeReversal(request("pm_1", "again", 3))))
                .containsExactly("payment-reversed");
        assertThat(codes(asked("why").approve(gone, yes("st_2", "AP-2", 3))))
                .containsExactly("payment-reversed");
    }

    @Test
    void aNoOfWhoAskedTakesTheProposalBack() {
        Request withdrawn = accepted(asked("why").reject(asked("why").proposer()));
        assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
        assertThat(codes(withdrawn.approve(PAID, yes("st_2", "AP-1", 2))))
                .containsExactly("payment-reversal-wrong-state");
        assertThat(codes(withdrawn.reject(withdrawn.proposer())))
                .containsExactly("payment-reversal-wrong-state");
    }

    @Test
    void aProposalSaysWhyAndIsNotDatedBeforeThePayment() {
        assertThat(codes(PAID.proposeReversal(request("pm_1", " ", -1))))
                .containsExactly("settlement-without-reason", "settlement-too-early");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAID.proposeReversal(request("pm_2", "why", 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> asked("why").approve(paid("pm_2"), yes("st_2", "AP-1", 2)));
    }

    private static SettledPayment paid(String id) {
        OpenCharge charge = Settling.open("ch_1", Billing.SERVICE, 3, 10_000);
        return SettledPayment.of(accepted(Settling.payment(id, 12_000).take(List.of(charge))));
    }

    private static Request asked(String why) {
        return accepted(PAID.proposeReversal(request("pm_1", why, 1)));
    }

    private static Request request(String payment, String why, int days) {
        return new Request(
                "pv_1",
                new PaymentId(payment),
                PaymentReversal.Cause.BOUNCED,
                why,
                Settling.actor("st_1"),
                DAY.plusDays(days),
                State.PROPOSED);
    }

    private static Refund.Approval yes(String staff, String reference, int days) {
        return new Refund.Approval(Settling.actor(staff), reference, DAY.plusDays(days));
    }
}
