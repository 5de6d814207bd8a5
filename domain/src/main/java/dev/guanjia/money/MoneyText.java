package dev.guanjia.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.regex.Pattern;

/** The one written form of an amount. */
final class MoneyText {

    private static final Pattern SHAPE = Pattern.compile("-?(0|[1-9][0-9]{0,18})(\\.[0-9]+)?");
    private static final int BITS = Long.SIZE - 1; // the sign takes one

    private MoneyText() {}

    static Money parse(String text, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        int point = text.indexOf('.');
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        if (!SHAPE.matcher(text).matches() || decimals != digits) {
            throw new NumberFormatException(
                    "amount of " + currency + " must look like " + example(digits) + ": " + text);
        }
        BigInteger minor = new BigDecimal(text).unscaledValue();
        if (minor.signum() == 0 && text.startsWith("-")) {
            throw new NumberFormatException("zero has no sign: " + text);
        }
        if (minor.bitLength() > BITS) {
            throw new NumberFormatException("amount exceeds 64 bits of minor units: " + text);
        }
        return new Money(currency, minor.longValueExact());
    }

    private static String example(int digits) {
        return BigDecimal.valueOf(1234, digits).toPlainString();
    }
}
