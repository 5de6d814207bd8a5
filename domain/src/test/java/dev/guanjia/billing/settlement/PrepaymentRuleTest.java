package dev.guanjia.billing.settlement;

import static dev.guanjia.billing.Billing.SERVICE;
import static dev.guanjia.billing.Billing.WATER;
import static dev.guanjia.billing.settlement.Settling.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Money;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.Payer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrepaymentRuleTest {

    private static final Payer OWNER = Payer.owner(new OwnerId("ow_1"));
    private static final List<Prepayment> KEPT =
            List.of(
                    kept("pm_2", OWNER, WATER, 1, 3000),
                    kept("pm_1", OWNER, null, 0, 5000),
                    kept("pm_3", OWNER, null, 1, 500));
    private static final List<OpenCharge> OPEN =
            List.of(Settling.open("ch_2", SERVICE, 4, 3000), Settling.open("ch_1", WATER, 3, 4000));

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "OLDEST_FIRST, pm_1>ch_1=4000 pm_1>ch_2=1000 pm_3>ch_2=500",
        "BOUND_FIRST,  pm_2>ch_1=3000 pm_1>ch_1=1000 pm_1>ch_2=3000",
        "ON_REQUEST,   ''",
    })
    void prepaymentsSettleTheChargesThatCome(PrepaymentRule rule, String uses) {
        String found =
                rule.apply(KEPT, OPEN).stream()
                        .map(
                                use ->
                                        use.payment()
                                                + ">"
                                                + use.part().charge()
                                                + "="
                                                + use.part().amount().minorUnits())
                        .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(uses);
    }

    @Test
    void moneyOfAnotherPayerOrTwiceIsACallersMistake() {
        Prepayment own = kept("pm_1", OWNER, null, 0, 1);
        Prepayment other = kept("pm_2", new Payer(Payer.Kind.OCCUPANT, "oc_1"), null, 0, 1);
        for (Prepayment second : List.of(own, other)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> PrepaymentRule.OLDEST_FIRST.apply(List.of(own, second), OPEN));
        }
    }

    private static Prepayment kept(
            String id, Payer payer, @Nullable FeeItemId item, int day, long fen) {
        return new Prepayment(
                new PaymentId(id), Settling.UNIT, payer, item, DAY.plusDays(day), Money.fen(fen));
    }
}
