package dev.guanjia.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Largest-remainder sharing of an amount. */
final class Allocation {

    private Allocation() {}

    static List<Money> of(Money whole, List<Long> weights) {
        BigInteger total =
                weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("weights negative or all zero: " + weights);
        }
        BigInteger amount = BigInteger.valueOf(whole.minorUnits());
        long[] share = new long[weights.size()];
        List<Leftover> leftovers = new ArrayList<>();
        long left = whole.minorUnits();
        for (int i = 0; i < share.length; i++) {
            BigInteger[] split =
                    amount.multiply(BigInteger.valueOf(weights.get(i))).divideAndRemainder(total);
            share[i] = split[0].longValueExact();
            leftovers.add(new Leftover(i, split[1].abs()));
            left -= share[i];
        }
        leftovers.sort(Comparator.comparing(Leftover::remainder).reversed()); // stable: ties first
        for (int i = 0; left != 0; i++) {
            share[leftovers.get(i).part()] += Long.signum(left);
            left -= Long.signum(left);
        }
        List<Money> parts = new ArrayList<>();
        for (long part : share) {
            parts.add(new Money(whole.currency(), part));
        }
        return List.copyOf(parts);
    }

    private record Leftover(int part, BigInteger remainder) {}
}
