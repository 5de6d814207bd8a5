package dev.guanjia.billing.settlement;

import static dev.guanjia.billing.Billing.SERVICE;
import static dev.guanjia.billing.Billing.WATER;
import static dev.guanjia.billing.Billing.month;
import static dev.guanjia.organisation.Answers.accepted;
import static dev.guanjia.organisation.Answers.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.Billing;
import dev.guanjia.billing.ChargeId;
import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Money;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentTest {

    private static final LocalDate DUE_APRIL = LocalDate.of(2026, 4, 10);
    private static final LocalDate DUE_MAY = LocalDate.of(2026, 5, 10);
    private static final List<OpenCharge> OPEN =
            List.of(
                    open("ch_4", WATER, 4, DUE_MAY, 4000),
                    open("ch_2", WATER, 3, DUE_APRIL, 2000),
                    open("ch_3", SERVICE, 4, DUE_MAY, 30000),
                    open("ch_1", SERVICE, 3, DUE_APRIL, 10000));

    @ParameterizedTest(name = "{0} fen: {1}, {2} kept; {3}")
    @CsvSource(
            textBlock =
                    """
                    1,     ch_1=1,                                0,    the oldest first
                    10000, ch_1=10000,                            0,    exactly the first
                    10001, ch_1=10000 ch_2=1,                     0,    then the next fee item
                    12001, ch_1=10000 ch_2=2000 ch_3=1,           0,    then the later due date
                    46000, ch_1=10000 ch_2=2000 ch_3=30000 ch_4=4000, 0, everything
                    46001, ch_1=10000 ch_2=2000 ch_3=30000 ch_4=4000, 1, a fen too much is kept
                    """)
    void aPaymentSettlesTheOldestDebtsFirst(long fen, String shares, long kept, String why) {
        PaymentTaken taken = accepted(payment(fen).take(OPEN));
        String found =
                taken.allocations().stream()
                        .map(part -> part.charge() + "=" + part.amount().minorUnits())
                        .collect(Collectors.joining(" "));
        assertThat(found).as(why).isEqualTo(shares);
        assertThat(taken.prepayment()).isEqualTo(Money.fen(kept));
    }

    @Test
    void aTieGoesToTheEarlierPeriodAndThenTheSmallerId() {
        List<OpenCharge> ties =
                List.of(
                        open("ch_9", SERVICE, 3, DUE_APRIL, 1),
                        open("ch_8", SERVICE, 3, DUE_APRIL, 1),
                        open("ch_99", SERVICE, 2, DUE_APRIL, 1));
        assertThat(accepted(payment(3).take(ties)).allocations())
                .extracting(part -> part.charge().value())
                .containsExactly("ch_99", "ch_8", "ch_9");
    }

    @Test
    void withoutDebtsAllIsPrepaid() {
        PaymentTaken taken = accepted(payment(500).take(List.of()));
        assertThat(taken.allocations()).isEmpty();
        assertThat(taken.prepayment()).isEqualTo(Money.fen(500));
        assertThat(taken.allocated()).isEqualTo(Money.fen(0));
    }

    @ParameterizedTest
    @CsvSource({"0, CNY 0.00", "-1, CNY -0.01"})
    void nothingOrLessIsRefused(long fen, String amount) {
        String sentence =
                payment(fen)
                        .take(OPEN)
                        .fold(taken -> "", reasons -> Wording.of(reasons.get(0), Language.EN));
        assertThat(sentence).isEqualTo("A payment must be more than zero, not " + amount + ".");
    }

    @Test
    void anotherCurrencyIsRefusedAndEveryReasonGiven() {
        Money dollars = new Money(Currency.getInstance("USD"), 0);
        assertThat(codes(payment(dollars).take(OPEN)))
                .containsExactly("currency-mismatch", "payment-not-positive");
    }

    @Test
    void aPaymentSettlesChargesOfAnotherUnitAndAChargeTwiceIsACallersMistake() {
        OpenCharge charge = OPEN.get(0);
        Payment foreign =
                new Payment(
                        new PaymentId("pm_1"),
                        new UnitId("un_2"),
                        Money.fen(1),
                        PaymentMethod.CASH,
                        DUE_APRIL);
        assertThat(accepted(foreign.take(OPEN)).allocated()).isEqualTo(Money.fen(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> payment(1).take(List.of(charge, charge)))
                .withMessageStartingWith("a charge stands twice");
    }

    @Test
    void moneyCannotGetLostOrInvented() {
        Allocation part =
                new Allocation(
                        new ChargeId("ch_1"),
                        Billing.key("un_1", SERVICE, Billing.MARCH),
                        Money.fen(60));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentTaken(payment(100), List.of(part), Money.fen(39)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PaymentTaken(payment(50), List.of(part), Money.fen(-10)));
    }

    @ParameterizedTest
    @CsvSource({"1, 00000001", "12345678, 12345678", "123456789, 123456789"})
    void aReceiptNumberHasAtLeastEightDigits(long number, String printed) {
        PaymentTaken taken = accepted(payment(1).take(List.of()));
        assertThat(new Receipt(number, taken).numberText()).isEqualTo(printed);
        assertThatIllegalArgumentException().isThrownBy(() -> new Receipt(0, taken));
    }

    private static Payment payment(long fen) {
        return payment(Money.fen(fen));
    }

    private static Payment payment(Money amount) {
        return new Payment(
                new PaymentId("pm_1"), new UnitId("un_1"), amount, PaymentMethod.CASH, DUE_APRIL);
    }

    private static OpenCharge open(String id, FeeItemId item, int month, LocalDate due, long fen) {
        int order = item.equals(SERVICE) ? 10 : 20;
        return new OpenCharge(
                new ChargeId(id),
                Billing.key("un_1", item, month(month)),
                order,
                due,
                Money.fen(fen));
    }
}
