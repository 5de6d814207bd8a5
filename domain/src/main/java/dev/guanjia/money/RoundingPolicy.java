package dev.guanjia.money;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the exact figures of a bill become coins: the one object that says mode, coin and place.
 *
 * <p>Source: requirements 06 A-79 (half up to the fen, per line [P]); 04 section 7 note 12.
 *
 * @param mode what happens to what is less than a coin
 * @param decimals decimals of the coin in major units: 2 is the fen, 1 the jiao, 0 the yuan
 * @param scope whether each line is rounded, or their total
 */
public record RoundingPolicy(RoundingMode mode, int decimals, Scope scope) {

    /** Half up, to the fen, each line. */
    public static final RoundingPolicy STANDARD =
            new RoundingPolicy(RoundingMode.HALF_UP, 2, Scope.PER_LINE);

    private static final int FINEST = 4; // no currency has a smaller coin

    /** Coins per major unit, by decimals. */
    private static final List<Rational> COINS =
            IntStream.rangeClosed(0, FINEST).mapToObj(i -> whole(BigInteger.TEN.pow(i))).toList();

    /** What is rounded. */
    public enum Scope {
        /** Each line by itself; the total is their sum. */
        PER_LINE,
        /** The total; the lines are cut so that they add up to it. */
        PER_TOTAL
    }

    /** A coin is a power of ten, the major unit or less. */
    public RoundingPolicy {
        if (decimals < 0 || decimals > FINEST) {
            throw new IllegalArgumentException("decimals must be 0 to " + FINEST + ": " + decimals);
        }
    }

    /**
     * {@link #STANDARD} in any currency.
     *
     * @param currency what is rounded
     * @return half up, to the smallest coin of the currency, each line
     */
    public static RoundingPolicy standard(Currency currency) {
        return STANDARD.finest(currency);
    }

    /**
     * The same with a smaller coin.
     *
     * @param currency what is rounded
     * @return this mode and scope, to the smallest coin of the currency
     */
    public RoundingPolicy finest(Currency currency) {
        return new RoundingPolicy(mode, currency.getDefaultFractionDigits(), scope);
    }

    /**
     * Rounds one figure, the only time it is rounded.
     *
     * @param majorUnits the exact figure
     * @param currency what it is in
     * @return the nearest whole number of coins under the mode
     * @throws ArithmeticException if the currency has no such small coin, or beyond 64 bits
     */
    public Money round(Rational majorUnits, Currency currency) {
        return coins(majorUnits.times(coinsPerMajorUnit()).round(mode), currency);
    }

    /**
     * Rounds the lines of one bill.
     *
     * @param lines the exact figures, none negative
     * @param currency what they are in
     * @return one amount per line, in their order: each rounded by itself, or cut so that they add
     *     up to the rounded total, the coins left going to the largest remainders, ties to the
     *     first
     * @throws IllegalArgumentException if a line is negative
     * @throws ArithmeticException as {@link #round}
     */
    public List<Money> roundLines(List<Rational> lines, Currency currency) {
        if (lines.stream().anyMatch(line -> line.signum() < 0)) {
            throw new IllegalArgumentException("a line is negative: " + lines);
        }
        return scope == Scope.PER_LINE
                ? lines.stream().map(line -> round(line, currency)).toList()
                : cut(lines, currency);
    }

    private List<Money> cut(List<Rational> lines, Currency currency) {
        List<Rational> exact = lines.stream().map(l -> l.times(coinsPerMajorUnit())).toList();
        List<BigInteger> whole =
                new ArrayList<>(exact.stream().map(l -> l.round(RoundingMode.FLOOR)).toList());
        BigInteger total = exact.stream().reduce(Rational.ZERO, Rational::plus).round(mode);
        int left =
                total.subtract(whole.stream().reduce(BigInteger.ZERO, BigInteger::add))
                        .intValueExact();
        List<Integer> byRemainder =
                IntStream.range(0, exact.size())
                        .boxed()
                        .sorted(
                                Comparator.comparing(
                                                (Integer i) ->
                                                        exact.get(i).minus(whole(whole.get(i))))
                                        .reversed())
                        .toList();
        for (int i = 0; i < left; i++) {
            whole.set(byRemainder.get(i), whole.get(byRemainder.get(i)).add(BigInteger.ONE));
        }
        return whole.stream().map(count -> coins(count, currency)).toList();
    }

    /**
     * Cuts off what is less than a coin, whatever the mode.
     *
     * @param majorUnits the exact figure
     * @param currency what it is in
     * @return the coins that are whole
     * @throws ArithmeticException as {@link #round}
     */
    public Money wholeCoins(Rational majorUnits, Currency currency) {
        return coins(majorUnits.times(coinsPerMajorUnit()).round(RoundingMode.FLOOR), currency);
    }

    /**
     * The coin.
     *
     * @param currency of which currency
     * @return one of it
     * @throws ArithmeticException if the currency has no such small coin
     */
    public Money coin(Currency currency) {
        return coins(BigInteger.ONE, currency);
    }

    private Money coins(BigInteger count, Currency currency) {
        int finer = currency.getDefaultFractionDigits() - decimals;
        if (finer < 0) {
            throw new ArithmeticException(currency + " has no coin of " + decimals + " decimals");
        }
        return new Money(currency, count.multiply(BigInteger.TEN.pow(finer)).longValueExact());
    }

    private Rational coinsPerMajorUnit() {
        return COINS.get(decimals);
    }

    private static Rational whole(BigInteger number) {
        return new Rational(number, BigInteger.ONE);
    }
}
