package dev.guanjia.billing;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.calendar.DateRange;
import dev.guanjia.formula.CheckedFormula;
import dev.guanjia.money.Money;
import dev.guanjia.money.Rational;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How much a charge is for, with what proves it. */
public sealed interface Quantity {

    /**
     * What it is counted in.
     *
     * @return the basis of the fee item
     */
    ChargeBasis basis();

    /**
     * How much.
     *
     * @return m² for one month, one for the unit itself, what the meters measured, what a formula
     *     gives, or the total in major units that was quoted, shared or is due for being late
     */
    Rational value();

    /**
     * What the meters of a unit measured, for what was measured.
     *
     * @return one span per meter; none for everything else
     */
    default List<MeterSpan> spans() {
        return List.of();
    }

    /**
     * The floor area of a unit for a month.
     *
     * @param value m²
     */
    record Floor(Rational value) implements Quantity {
        @Override
        public ChargeBasis basis() {
            return ChargeBasis.AREA;
        }
    }

    /**
     * The unit itself, whatever its size.
     *
     * @param basis per month or per billing cycle
     */
    record Itself(ChargeBasis basis) implements Quantity {
        /** Nothing else is charged by the unit. */
        public Itself {
            if (basis != ChargeBasis.UNIT && basis != ChargeBasis.FIXED) {
                throw new IllegalArgumentException("not charged by the unit: " + basis);
            }
        }

        @Override
        public Rational value() {
            return Rational.ONE;
        }
    }

    /**
     * What the meters of a unit measured.
     *
     * @param spans one or more, at most one per meter, by meter
     */
    record Metered(List<MeterSpan> spans) implements Quantity {
        /** Sorts; a meter counts once, and without a meter nothing is measured. */
        public Metered {
            spans = spans.stream().sorted(Comparator.comparing(MeterSpan::meter)).toList();
            long meters = spans.stream().map(MeterSpan::meter).distinct().count();
            if (spans.isEmpty() || meters < spans.size()) {
                throw new IllegalArgumentException("each meter must count once: " + spans);
            }
        }

        @Override
        public ChargeBasis basis() {
            return ChargeBasis.METER;
        }

        @Override
        public Rational value() {
            return spans.stream().map(MeterSpan::consumption).reduce(Rational.ZERO, Rational::plus);
        }
    }

    /**
     * Paid work: its order tells the lines, and each line was rounded there.
     *
     * @param order the work order
     * @param value the sum of the lines in major units of the currency, charged at a price of one
     */
    record Quoted(String order, Rational value) implements Quantity {
        @Override
        public ChargeBasis basis() {
            return ChargeBasis.ORDER;
        }
    }

    /**
     * What a unit bears of a pool, to the coin.
     *
     * @param pool which pool was cut
     * @param whole the amount of the pool
     * @param key the key of the unit
     * @param total the sum of all keys
     * @param hasLeftover whether one of the coins that did not divide went to this unit
     */
    record Share(String pool, Money whole, Rational key, Rational total, boolean hasLeftover)
            implements Quantity {

        /** A share is a part of a whole. */
        public Share {
            if (key.signum() < 0 || total.signum() <= 0 || key.compareTo(total) > 0) {
                throw new IllegalArgumentException("no part of a whole: " + key + " of " + total);
            }
        }

        @Override
        public ChargeBasis basis() {
            return ChargeBasis.SHARE;
        }

        /**
         * The share before it was made whole coins.
         *
         * @return pool x key / total, in minor units, exact
         */
        public Rational exact() {
            BigInteger coins = BigInteger.valueOf(whole.minorUnits());
            return new Rational(coins, BigInteger.ONE).times(key).over(total);
        }

        /**
         * What the unit is charged.
         *
         * @return the whole coins of the exact share, and one more when it has a leftover coin
         */
        public Money amount() {
            long coins = exact().round(RoundingMode.FLOOR).longValueExact();
            return new Money(whole.currency(), Math.addExact(coins, hasLeftover ? 1 : 0));
        }

        @Override
        public Rational value() {
            return amount().toRational();
        }
    }

    /**
     * What a formula gives for a unit.
     *
     * @param formula what is computed
     * @param values the value of each name in it
     */
    record Formula(CheckedFormula formula, SortedMap<String, Rational> values) implements Quantity {

        /** Copies what the formula names; it gives something that is not negative. */
        public Formula {
            SortedMap<String, Rational> used = new TreeMap<>(values);
            used.keySet().retainAll(formula.measures());
            values = Collections.unmodifiableSortedMap(used);
            if (given(formula, values).filter(value -> value.signum() >= 0).isEmpty()) {
                throw new IllegalArgumentException(formula + " of " + values);
            }
        }

        /**
         * Computes a formula.
         *
         * @param formula what is computed
         * @param values of the names in it
         * @return the quantity; empty where a value is missing, something is divided by zero, or
         *     less than nothing comes out
         */
        public static Optional<Formula> of(
                CheckedFormula formula, SortedMap<String, Rational> values) {
            return given(formula, values)
                    .filter(value -> value.signum() >= 0)
                    .map(value -> new Formula(formula, values));
        }

        @Override
        public ChargeBasis basis() {
            return ChargeBasis.FORMULA;
        }

        @Override
        public Rational value() {
            return given(formula, values).orElseThrow();
        }

        private static Optional<Rational> given(
                CheckedFormula formula, SortedMap<String, Rational> values) {
            return formula.evaluate(values).fold(Optional::of, reasons -> Optional.empty());
        }
    }

    /**
     * What being late with another charge costs.
     *
     * @param charge which charge is late
     * @param lines its late days, one or more stretches in order
     */
    record Late(ChargeId charge, List<LateLine> lines) implements Quantity {

        /**
         * A stretch of late days on which nothing changes.
         *
         * @param days one or more
         * @param base what was open on each of them
         * @param dayRate the part of it that a day costs
         * @param amount what they cost in major units, exact, at most {@code base x rate x days}
         */
        public record LateLine(DateRange days, Money base, Rational dayRate, Rational amount) {

            /** A line never costs more than its days come to. */
            public LateLine {
                Rational full = dayRate.times(base.toRational()).times(Rational.of(days.days(), 1));
                if (days.isEmpty() || amount.signum() < 0 || amount.compareTo(full) > 0) {
                    throw new IllegalArgumentException(amount + " for " + full + " on " + days);
                }
            }
        }

        /** Something was late. */
        public Late {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("nothing of " + charge + " was late");
            }
        }

        @Override
        public ChargeBasis basis() {
            return ChargeBasis.LATE;
        }

        @Override
        public Rational value() {
            return lines.stream().map(LateLine::amount).reduce(Rational.ZERO, Rational::plus);
        }
    }
}
