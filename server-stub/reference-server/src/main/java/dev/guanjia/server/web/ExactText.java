package dev.guanjia.server.web;

import dev.guanjia.money.Rational;
import java.math.BigInteger;

/** Exact numbers as the document writes them. */
final class ExactText {

    private ExactText() {}

    /** A decimal where it has an end, otherwise a fraction in lowest terms. */
    static String of(Rational number) {
        return ends(number.denominator()) ? number.decimalText() : number.toString();
    }

    static boolean ends(BigInteger denominator) {
        BigInteger rest = denominator;
        for (BigInteger prime : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
            }
        }
        return rest.equals(BigInteger.ONE);
    }
}
