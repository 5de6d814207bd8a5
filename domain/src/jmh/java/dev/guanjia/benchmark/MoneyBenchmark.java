package dev.guanjia.benchmark;

import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.money.MonetaryAmount;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a bill line costs in arithmetic, ours beside Moneta's: adding, an amount times a tariff with
 * one rounding, a three-way allocation.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MoneyBenchmark {

    private static final RoundingMode MODE = RoundingMode.HALF_UP;

    private final Money ours = Money.fen(23_513);
    private final Money other = Money.fen(9_875);
    private final Rational rate = Rational.parse("3.2050");
    private final List<Long> weights = List.of(1L, 2L, 3L);
    private final MonetaryAmount theirs = ours.toMonetaryAmount();
    private final MonetaryAmount theirOther = other.toMonetaryAmount();
    private final BigDecimal theirRate = new BigDecimal("3.2050");

    @Benchmark
    public Money addOurs() {
        return ours.plus(other);
    }

    @Benchmark
    public MonetaryAmount addMoneta() {
        return theirs.add(theirOther);
    }

    @Benchmark
    public Money timesTariffOurs() {
        return ours.times(rate, MODE);
    }

    @Benchmark
    public MonetaryAmount timesTariffMoneta() {
        return theirs.multiply(theirRate).with(amount -> rounded(amount));
    }

    @Benchmark
    public List<Money> allocateOurs() {
        return ours.allocate(weights);
    }

    /** The same largest-remainder sharing, by Moneta's own operations. */
    @Benchmark
    public List<MonetaryAmount> allocateMoneta() {
        List<MonetaryAmount> parts = new ArrayList<>();
        MonetaryAmount left = theirs;
        for (int i = 0; i < 3; i++) {
            MonetaryAmount share = theirs.multiply(weights.get(i)).divide(6);
            MonetaryAmount part = share.with(amount -> floored(amount));
            parts.add(part);
            left = left.subtract(part);
        }
        parts.set(0, parts.get(0).add(left));
        return parts;
    }

    private static MonetaryAmount rounded(MonetaryAmount amount) {
        BigDecimal number = amount.getNumber().numberValue(BigDecimal.class).setScale(2, MODE);
        return amount.getFactory().setNumber(number).create();
    }

    private static MonetaryAmount floored(MonetaryAmount amount) {
        BigDecimal number =
                amount.getNumber().numberValue(BigDecimal.class).setScale(2, RoundingMode.DOWN);
        return amount.getFactory().setNumber(number).create();
    }
}
