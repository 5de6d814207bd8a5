package dev.guanjia.billing;

import dev.guanjia.billing.fee.ChargeBasis;
import dev.guanjia.money.Rational;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

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
     * @return m² for one month, one for the unit itself, what the meters measured, or the total
     *     that was quoted
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
     * Folds all cases into one result.
     *
     * @param <R> the result
     * @param onFloor used for a floor area
     * @param onItself used for the unit itself
     * @param onMetered used for consumption
     * @param onQuoted used for paid work
     * @return the result of the function that applied
     */
    <R> R fold(
            Function<Floor, R> onFloor,
            Function<Itself, R> onItself,
            Function<Metered, R> onMetered,
            Function<Quoted, R> onQuoted);

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

        @Override
        public <R> R fold(
                Function<Floor, R> onFloor,
                Function<Itself, R> onItself,
                Function<Metered, R> onMetered,
                Function<Quoted, R> onQuoted) {
            return onFloor.apply(this);
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

        @Override
        public <R> R fold(
                Function<Floor, R> onFloor,
                Function<Itself, R> onItself,
                Function<Metered, R> onMetered,
                Function<Quoted, R> onQuoted) {
            return onItself.apply(this);
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

        @Override
        public <R> R fold(
                Function<Floor, R> onFloor,
                Function<Itself, R> onItself,
                Function<Metered, R> onMetered,
                Function<Quoted, R> onQuoted) {
            return onMetered.apply(this);
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

        @Override
        public <R> R fold(
                Function<Floor, R> onFloor,
                Function<Itself, R> onItself,
                Function<Metered, R> onMetered,
                Function<Quoted, R> onQuoted) {
            return onQuoted.apply(this);
        }
    }
}
