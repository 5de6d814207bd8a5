package dev.guanjia.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Currency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTextTest {

    @ParameterizedTest(name = "{3}: {0}")
    @CsvSource(
            textBlock =
                    """
                    '7.00',                 CNY, 700,                  as the bank writes it
                    '0.00',                 CNY, 0,                    nothing
                    '-0.50',                CNY, -50,                  less than nothing
                    '0.01',                 CNY, 1,                    one fen
                    '700',                  JPY, 700,                  a currency without decimals
                    '7.000',                KWD, 7000,                 a currency with three
                    '92233720368547758.07', CNY, 9223372036854775807,  the most that fits
                    '-92233720368547758.08',CNY, -9223372036854775808, the least that fits
                    """)
    void oneFormIsRead(String text, Currency currency, long minorUnits, String why) {
        Money money = Money.parse(text, currency);
        assertThat(money).as(why).isEqualTo(new Money(currency, minorUnits));
        assertThat(money.amountText()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{2}: {0}")
    @CsvSource(
            textBlock =
                    """
                    '0700',                  CNY, leading zero and no decimals
                    '0700.00',               CNY, leading zero
                    '700,00',                CNY, decimal comma
                    ' 700',                  CNY, blank before
                    ' 7.00',                 CNY, blank before the right form
                    '7.00 ',                 CNY, blank after
                    '700',                   CNY, no decimals
                    '7.0',                   CNY, too few decimals
                    '7.000',                 CNY, too many decimals
                    '7.',                    CNY, nothing after the point
                    '.50',                   CNY, nothing before the point
                    '-0.00',                 CNY, zero has no sign
                    '1e3',                   CNY, exponent
                    '+1.00',                 CNY, plus
                    '--1.00',                CNY, two signs
                    '1,000.00',              CNY, grouping
                    '７.００',                CNY, full-width digits
                    '',                      CNY, nothing at all
                    '7.0',                   JPY, decimals the yen has not
                    '7.00',                  KWD, the dinar has three
                    '92233720368547758.08',  CNY, one fen too many
                    '-92233720368547758.09', CNY, one fen too few
                    '99999999999999999999.00', CNY, twenty digits
                    """)
    void everyOtherFormIsRefused(String text, Currency currency, String why) {
        assertThatExceptionOfType(NumberFormatException.class)
                .as(why)
                .isThrownBy(() -> Money.parse(text, currency));
    }
}
