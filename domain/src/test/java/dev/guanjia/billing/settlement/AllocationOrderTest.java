package dev.guanjia.billing.settlement;

import static dev.guanjia.billing.Billing.SERVICE;
import static dev.guanjia.billing.Billing.WATER;
import static dev.guanjia.organisation.Answers.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.ChargeId;
import dev.guanjia.decision.Language;
import dev.guanjia.decision.Wording;
import dev.guanjia.money.Money;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationOrderTest {

    private static final List<OpenCharge> OPEN =
            List.of(
                    Settling.open("ch_1", SERVICE, 3, 10000),
                    Settling.open("ch_2", WATER, 3, 2000),
                    Settling.open("ch_3", SERVICE, 4, 10000),
                    Settling.open("ch_4", WATER, 4, 2000));

    @ParameterizedTest(name = "{0} fen")
    @CsvSource({
        "2000,  ch_2=2000",
        "3000,  ch_2=2000 ch_4=1000",
        "14001, ch_2=2000 ch_4=2000 ch_1=10000 ch_3=1",
    })
    void theItemNamedIsSettledBeforeTheOthers(long fen, String shares) {
        AllocationOrder order = new AllocationOrder.ByFeeItem(List.of(WATER));
        assertThat(shares(fen, order)).isEqualTo(shares);
    }

    @Test
    void anItemNamedTwiceIsACallersMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AllocationOrder.ByFeeItem(List.of(WATER, WATER)));
    }

    @ParameterizedTest(name = "{0} fen for {1}: {2}, {3} kept")
    @CsvSource({
        "5000, ch_3=4000,           ch_3=4000,           1000",
        "5000, ch_4=2000 ch_1=3000, ch_1=3000 ch_4=2000, 0",
        "5000, '',                  '',                  5000",
    })
    void thePayerSaysWhichChargesAreSettled(long fen, String choice, String shares, long kept) {
        PaymentTaken taken = accepted(Settling.payment("pm_1", fen).take(OPEN, chosen(choice)));
        assertThat(text(taken)).isEqualTo(shares);
        assertThat(taken.prepayment()).isEqualTo(Money.fen(kept));
    }

    @ParameterizedTest(name = "{0} fen for {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    5000 | ch_9=1           | Nothing is open of charge ch_9.
                    5000 | ch_2=0           | Charge ch_2 must get more than zero, not CNY 0.00.
                    5000 | ch_2=2001        | Charge ch_2 would get CNY 20.01, but only CNY 20.00 of it is open.
                    5000 | ch_2=2000 ch_3=3001 | Charge ch_3 would get CNY 30.01, but only CNY 30.00 of the payment is left.
                    """)
    void aChoiceThatCannotBeIsRefusedNamingTheCharge(long fen, String choice, String sentence) {
        List<String> found =
                Settling.payment("pm_1", fen)
                        .take(OPEN, chosen(choice))
                        .fold(
                                taken -> List.of(),
                                reasons ->
                                        reasons.stream()
                                                .map(one -> Wording.of(one, Language.EN))
                                                .toList());
        assertThat(found).containsExactly(sentence);
    }

    @Test
    void aChoiceInAnotherCurrencyIsRefused() {
        SortedMap<ChargeId, Money> wanted = new TreeMap<>();
        wanted.put(new ChargeId("ch_1"), new Money(Currency.getInstance("USD"), 1));
        String key =
                Settling.payment("pm_1", 100)
                        .take(OPEN, new OwnersChoice(wanted))
                        .fold(taken -> "", reasons -> reasons.get(0).code().key());
        assertThat(key).isEqualTo("currency-mismatch");
    }

    private static String shares(long fen, AllocationOrder order) {
        return text(accepted(Settling.payment("pm_1", fen).take(OPEN, order)));
    }

    private static String text(PaymentTaken taken) {
        return taken.allocations().stream()
                .map(part -> part.charge() + "=" + part.amount().minorUnits())
                .collect(Collectors.joining(" "));
    }

    private static OwnersChoice chosen(String choice) {
        SortedMap<ChargeId, Money> wanted = new TreeMap<>();
        Arrays.stream(choice.split(" "))
                .filter(part -> !part.isEmpty())
                .map(part -> part.split("="))
                .forEach(
                        part ->
                                wanted.put(
                                        new ChargeId(part[0]), Money.fen(Long.parseLong(part[1]))));
        return new OwnersChoice(wanted);
    }
}
