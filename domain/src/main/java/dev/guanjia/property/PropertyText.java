package dev.guanjia.property;

import dev.guanjia.money.Rational;
import java.math.BigInteger;

/** The guards that several records of the registry share. */
final class PropertyText {

    private static final BigInteger MILLIONTH = BigInteger.TEN.pow(6);

    private PropertyText() {}

    /** A name, code or number that says something. */
    static String require(String what, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        return text;
    }

    /** Whether a quantity can be written with the six decimals that our files and messages have. */
    static boolean isDecimal(Rational quantity) {
        return MILLIONTH.mod(quantity.denominator()).signum() == 0;
    }
}
