package dev.guanjia.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTest {

    /**
     * The first five are the examples of the annex, where it leaves a choice in one of its forms.
     */
    @ParameterizedTest
    @CsvSource({
        "1409.50, 壹仟肆佰零玖元伍角整",
        "6007.14, 陆仟零柒元壹角肆分",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "325.04, 叁佰贰拾伍元零肆分",
        "100.00, 壹佰元整",
        "10005.03, 壹万零伍元零叁分",
        "0.00, 零元整",
        "0.05, 伍分",
        "0.50, 伍角整",
        "10.00, 壹拾元整",
        "1001000.00, 壹佰万壹仟元整",
        "1000100.00, 壹佰万零壹佰元整",
        "100000000.00, 壹亿元整",
        "100010000.00, 壹亿零壹万元整",
        "1234567890.12, 壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分",
        "1000000000000.00, 壹万亿元整",
    })
    void anAmountIsWrittenAsTheBanksWantIt(String amount, String words) {
        assertThat(AmountInWords.of(Money.parse(amount, Money.CNY))).isEqualTo(words);
    }

    @Test
    void onlyRenminbiHaveCapitalNumeralsOfOurs() {
        Money dollars = Money.parse("1.00", Currency.getInstance("USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> AmountInWords.of(dollars));
        Money less = Money.zero(Money.CNY).minus(Money.parse("1.00", Money.CNY));
        assertThatIllegalArgumentException().isThrownBy(() -> AmountInWords.of(less));
    }
}
