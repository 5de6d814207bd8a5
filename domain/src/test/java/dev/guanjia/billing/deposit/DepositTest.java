package dev.guanjia.billing.deposit;

import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.guanjia.catalogue.CatalogueException;
import dev.guanjia.decision.Decision;
import dev.guanjia.money.Money;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.StaffId;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DepositTest {

    static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    static final Actor CASHIER = actor("sf_cashier");
    static final Actor SERVICE = actor("sf_service");
    static final Actor LEADER = actor("sf_leader");

    @Test
    void aDepositIsTakenCheckedSummarisedSignedAndRefunded() {
        Deposit signed = signed(checked("dp_1", 200_000));
        assertThat(signed.state()).isEqualTo(DepositState.SIGNED);
        assertThat(signed.balance()).isEqualTo(Money.fen(200_000));
        Deposit refunded = accepted(signed.refund(Money.fen(200_000), CASHIER, DAY));
        assertThat(refunded.state()).isEqualTo(DepositState.REFUNDED);
        assertThat(refunded.balance()).isEqualTo(Money.fen(0));
        assertThat(refunded.events())
                .extracting(event -> event.action() + " " + event.by().staff())
                .containsExactly(
                        "CHECK sf_service",
                        "SUMMARISE sf_service",
                        "SIGN sf_leader",
                        "REFUND sf_cashier");
    }

    @ParameterizedTest(name = "{0} fen, receipt ''{1}'', on {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    1, r_2, 2020-01-01, ''
                    0, r_2, 2020-01-01, deposit-not-positive
                    1, '',  2020-01-01, deposit-without-receipt
                    1, r_1, 2020-01-01, deposit-receipt-used
                    -1, r_1, 2019-12-31, \
                    deposit-kind-not-yet deposit-not-positive deposit-receipt-used
                    """)
    void eachDepositHasAReceiptOfItsOwn(long fen, String receipt, LocalDate on, String expected) {
        DepositTaken taken =
                new DepositTaken(
                        new DepositId("dp_1"),
                        kind(),
                        unit(),
                        Money.fen(fen),
                        receipt,
                        CASHIER,
                        on);
        assertThat(String.join(" ", codes(taken.take(Set.of("r_1"))))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} fen because ''{1}'' with ''{2}'': {3}")
    @CsvSource(
            textBlock =
                    """
                    1,     wall, letter, ''
                    10000, wall, letter, ''
                    10001, wall, letter, deduction-over-balance
                    0,     wall, letter, deposit-not-positive
                    1,     ' ',  letter, deduction-without-reason
                    1,     wall, '',     deduction-without-consent
                    """)
    void aDeductionHasAReasonAndTheConsentOfThePayer(
            long fen, String reason, String consent, String expected) {
        var deduction = new DepositDeduction(Money.fen(fen), reason, consent);
        var decision = taken("dp_1", 10_000).deduct(deduction, SERVICE, DAY);
        assertThat(String.join(" ", codes(decision))).isEqualTo(expected);
    }

    @Test
    void whatWasKeptIsNotPaidBack() {
        DepositDeduction wall = new DepositDeduction(Money.fen(3_000), "wall", "letter");
        Deposit kept = accepted(checked("dp_1", 10_000).deduct(wall, SERVICE, DAY));
        assertThat(kept.state()).isEqualTo(DepositState.CHECKED);
        assertThat(kept.balance()).isEqualTo(Money.fen(7_000));
        Deposit signed = signed(kept);
        assertThat(codes(signed.deduct(wall, SERVICE, DAY))).containsExactly("deposit-wrong-state");
        assertThat(codes(signed.refund(Money.fen(10_000), CASHIER, DAY)))
                .containsExactly("deposit-refund-not-as-signed");
        assertThat(codes(signed.refund(Money.fen(6_999), CASHIER, DAY)))
                .containsExactly("deposit-refund-not-as-signed");
        assertThat(codes(signed.refund(Money.fen(7_000), CASHIER, DAY))).isEmpty();
        Money dollars = new Money(Currency.getInstance("USD"), 1);
        assertThat(codes(kept.deduct(new DepositDeduction(dollars, "a", "b"), SERVICE, DAY)))
                .containsExactly("currency-mismatch");
    }

    @Test
    void nobodyConfirmsWhatTheyDid() {
        assertThat(codes(taken("dp_1", 1).check(CASHIER, DAY)))
                .containsExactly("deposit-same-person");
        assertThat(codes(signed(checked("dp_1", 1)).refund(Money.fen(1), SERVICE, DAY)))
                .containsExactly("deposit-same-person");
        assertThat(codes(accepted(sheet(checked("dp_1", 1))).sign(SERVICE, DAY)))
                .containsExactly("deposit-same-person");
    }

    @Test
    void noStepIsSkippedOrDatedBack() {
        Deposit taken = taken("dp_1", 1);
        assertThat(codes(taken.refund(Money.fen(1), LEADER, DAY)))
                .containsExactly("deposit-wrong-state");
        assertThat(codes(taken.check(SERVICE, DAY.minusDays(1))))
                .containsExactly("deposit-step-too-early");
        assertThat(codes(sheet(taken))).containsExactly("deposit-wrong-state");
        DepositSummary sheet = accepted(sheet(checked("dp_1", 1)));
        assertThat(codes(sheet.sign(LEADER, DAY.minusDays(1))))
                .containsExactly("deposit-step-too-early");
        assertThat(codes(accepted(sheet.sign(LEADER, DAY)).sign(LEADER, DAY)))
                .containsExactly("deposit-summary-signed");
    }

    @Test
    void aSheetAddsUpAndHoldsEachDepositOnce() {
        Deposit one = checked("dp_1", 10_000);
        Deposit two = checked("dp_2", 2_345);
        DepositSummary sheet = accepted(sheet(one, two));
        assertThat(sheet.total()).isEqualTo(Money.fen(12_345));
        assertThat(codes(sheet(one, two, one))).containsExactly("deposit-summary-twice");
        DepositDeduction all = new DepositDeduction(Money.fen(10_000), "wall", "letter");
        Deposit empty = accepted(one.deduct(all, SERVICE, DAY));
        assertThat(codes(sheet(two, empty))).containsExactly("deposit-nothing-left");
        assertThatIllegalArgumentException().isThrownBy(() -> sheet.carry(empty));
        assertThat(codes(accepted(sheet.sign(LEADER, DAY)).carry(one)))
                .as("a signature finds a deposit only where its sheet left it")
                .containsExactly("deposit-wrong-state");
    }

    @Test
    void aSheetThatIsRejectedLetsItsDepositsGoOnAnother() {
        Deposit checked = checked("dp_1", 10_000);
        DepositSummary sheet = accepted(sheet(checked));
        Deposit entered = accepted(sheet.carry(checked));
        DepositSummary.Rejected no = new DepositSummary.Rejected(LEADER, DAY, "no receipt");
        DepositSummary rejected = accepted(sheet.reject(no));
        Deposit back = accepted(rejected.carry(entered));
        assertThat(back.state()).isEqualTo(DepositState.CHECKED);
        assertThat(back.balance()).isEqualTo(checked.balance());
        assertThat(accepted(sheet(back)).lines()).isEqualTo(sheet.lines());
        assertThat(codes(rejected.sign(LEADER, DAY))).containsExactly("deposit-summary-rejected");
        assertThat(codes(rejected.reject(no))).containsExactly("deposit-summary-rejected");
        assertThat(codes(accepted(sheet.sign(LEADER, DAY)).reject(no)))
                .containsExactly("deposit-summary-signed");
        DepositSummary.Rejected early =
                new DepositSummary.Rejected(SERVICE, DAY.minusDays(1), "slip");
        assertThat(codes(sheet.reject(early))).containsExactly("deposit-step-too-early");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DepositSummary.Rejected(LEADER, DAY, " "));
    }

    @Test
    void theKindsAreRows() {
        assertThat(DepositKind.standard())
                .extracting(DepositKind::id)
                .containsExactly("RENOVATION", "KEY", "ACCESS_CARD");
        String twice =
                """
                id,zh,en,from,source
                A,甲,A,2020-01,a test
                A,甲,A,2020-01,a test
                """;
        assertThatThrownBy(() -> DepositKind.parse("k", twice))
                .isInstanceOf(CatalogueException.class);
    }

    static Deposit signed(Deposit checked) {
        DepositSummary sheet = accepted(sheet(checked));
        Deposit entered = accepted(sheet.carry(checked));
        return accepted(accepted(sheet.sign(LEADER, DAY)).carry(entered));
    }

    static Decision<DepositSummary> sheet(Deposit... deposits) {
        return DepositSummary.of(new DepositSummaryId("ds_1"), SERVICE, DAY, List.of(deposits));
    }

    static Deposit checked(String id, long fen) {
        return accepted(taken(id, fen).check(SERVICE, DAY));
    }

    static Deposit taken(String id, long fen) {
        return accepted(
                new DepositTaken(
                                new DepositId(id),
                                kind(),
                                unit(),
                                Money.fen(fen),
                                "r_" + id,
                                CASHIER,
                                DAY)
                        .take(Set.of()));
    }

    private static DepositKind kind() {
        return DepositKind.standard().get(0);
    }

    private static UnitId unit() {
        return new UnitId("un_1");
    }

    private static Actor actor(String staff) {
        return new Actor(new StaffId(staff), new PostKey("STEWARD"), "v1");
    }
}
