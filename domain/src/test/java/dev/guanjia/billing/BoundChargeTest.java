package dev.guanjia.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.tariff.Rate;
import dev.guanjia.billing.tariff.TariffId;
import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundChargeTest {

    private static final Charge A = Billing.charge("un_1", 100);

    @Test
    void aStandingChargeIsReversedOnceAndThenReplaced() {
        BoundCharge stands = new BoundCharge(A);
        ChargeReversal reversal = CorrectedYear.accepted(reverse(stands, "wrong area"));
        assertThat(reversal.charge()).isEqualTo(A.id());
        BoundCharge reversed = new BoundCharge(A, reversal, List.of());
        assertThat(CorrectedYear.accepted(reversed.replace())).isEqualTo(A);
        CorrectedYear.accepted(stands.requireStanding());
        assertThat(said(reversed.requireStanding())).startsWith("charge-reversed-already");
        assertThat(said(reverse(reversed, "again")))
                .isEqualTo("charge-reversed-already {charge=ch_un_1, on=2026-12-31}");
    }

    /** A was replaced by B, B by C; C was voided. Who wants A again corrects C. */
    @Test
    void theFirstOfAChainIsNotIssuedAgainThoughTheLastWasVoided() {
        BoundCharge a = replacedBy(A, "ch_b");
        BoundCharge b = replacedBy(named("ch_b", A.id()), "ch_c");
        BoundCharge c =
                new BoundCharge(named("ch_c", new ChargeId("ch_b")), reversal("ch_c"), List.of());
        assertThat(said(a.replace())).isEqualTo("charge-replaced {charge=ch_un_1, successor=ch_b}");
        assertThat(said(reverse(a, "again")))
                .isEqualTo("charge-replaced {charge=ch_un_1, successor=ch_b}");
        assertThat(said(b.replace())).isEqualTo("charge-replaced {charge=ch_b, successor=ch_c}");
        assertThat(CorrectedYear.accepted(c.replace()).id()).hasToString("ch_c");
    }

    @Test
    void whatStandsIsNotChargedAgain() {
        assertThat(said(new BoundCharge(A).replace()))
                .isEqualTo("charge-not-reversed {charge=ch_un_1}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoundCharge(A, null, List.of(new ChargeId("ch_b"))));
    }

    @Test
    void aReversalSaysWhy() {
        assertThat(said(reverse(new BoundCharge(A), " ")))
                .isEqualTo("reversal-without-reason {charge=ch_un_1}");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new ChargeReversal(
                                        A.id(), "", CorrectedYear.TODAY, CorrectedYear.CLERK));
    }

    @Test
    void paidWorkIsRefundedInstead() {
        ChargeSegment quoted =
                new ChargeSegment(
                        new TariffId("wo_1"),
                        Billing.MARCH,
                        new Quantity.Quoted("wo_1", Rational.ONE),
                        null,
                        new Rate(Rational.ONE),
                        Rational.ONE,
                        List.of());
        ChargeKey key = new ChargeKey(A.key().unit(), Billing.SERVICE, Billing.MARCH, "wo_1");
        Charge work =
                new Charge(
                        new ChargeId("ch_w"),
                        key,
                        Billing.OWNER,
                        Money.fen(100),
                        CorrectedYear.TODAY,
                        ChargeTrace.of(quoted, Money.CNY));
        assertThat(said(reverse(new BoundCharge(work), "why")))
                .isEqualTo("charge-of-order {charge=ch_w, order=wo_1}");
        assertThat(said(new BoundCharge(work, reversal("ch_w"), List.of()).replace()))
                .isEqualTo("charge-not-calculated {charge=ch_w, item=PROPERTY_SERVICE}");
    }

    private static BoundCharge replacedBy(Charge charge, String successor) {
        return new BoundCharge(
                charge, reversal(charge.id().value()), List.of(new ChargeId(successor)));
    }

    private static ChargeReversal reversal(String charge) {
        return new ChargeReversal(
                new ChargeId(charge), "why", CorrectedYear.TODAY, CorrectedYear.CLERK);
    }

    private static Charge named(String id, ChargeId replaces) {
        return new Charge(
                new ChargeId(id), A.key(), A.payer(), A.amount(), A.dueOn(), A.trace(), replaces);
    }

    private static Decision<ChargeReversal> reverse(BoundCharge charge, String reason) {
        return charge.reverse(reason, CorrectedYear.TODAY, CorrectedYear.CLERK);
    }

    private static String said(Decision<?> decision) {
        return decision.fold(
                value -> "accepted",
                reasons -> {
                    Refusal first = reasons.get(0);
                    return first.code().key() + " " + first.facts();
                });
    }
}
