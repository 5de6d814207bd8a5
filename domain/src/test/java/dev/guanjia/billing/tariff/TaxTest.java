package dev.guanjia.billing.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import dev.guanjia.money.RoundingPolicy;
import java.math.RoundingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxTest {

    /** 8 x 6 / 106 = 0.4528; 50 x 6 / 106 = 2.8302; 8 x 6 % = 0.48. */
    @ParameterizedTest
    @CsvSource({
        "INCLUSIVE, 2, 8.00,  7.55,  0.45",
        "INCLUSIVE, 0, 8.00,  7.55,  0.45",
        "INCLUSIVE, 0, 50.00, 47.17, 2.83",
        "EXCLUSIVE, 2, 8.00,  8.00,  0.48",
        "EXCLUSIVE, 0, 8.00,  8.00,  0.48"
    })
    void theTaxIsExactToTheFenWhateverThePriceIsRoundedTo(
            Tax.Kind kind, int decimals, String priced, String net, String tax) {
        Tax six = new Tax(kind, Rational.of(6, 100));
        Taxed taxed =
                six.on(
                        Money.parse(priced, Money.CNY),
                        new RoundingPolicy(
                                RoundingMode.HALF_UP, decimals, RoundingPolicy.Scope.PER_LINE));
        assertThat(taxed.net().amountText()).isEqualTo(net);
        assertThat(taxed.tax().amountText()).isEqualTo(tax);
    }
}
