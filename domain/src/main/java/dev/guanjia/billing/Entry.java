package dev.guanjia.billing;

import dev.guanjia.property.Payer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a bill: priced, or decided without a price. */
sealed interface Entry {

    /** The most that one charge comes to, in minor units; sums of 900,000 still fit. */
    long MOST = 9_999_999_999_999L;

    /** What it is about. */
    ChargeKey key();

    /** What it bills of meters, if it comes to something; else that stays for the next run. */
    default List<MeterSpan> spans() {
        return List.of();
    }

    /**
     * A line that has a price.
     *
     * @param key what it is for
     * @param payer who owes it
     * @param trace how it comes to its amount
     * @param whole whether it is for a whole period
     */
    record Priced(ChargeKey key, Payer payer, ChargeTrace trace, boolean whole) implements Entry {
        @Override
        public List<MeterSpan> spans() {
            List<MeterSpan> spans = new ArrayList<>();
            trace.segments().forEach(segment -> spans.addAll(segment.quantity().spans()));
            return spans.isEmpty() || reason() != null ? List.of() : List.copyOf(spans);
        }

        private @Nullable SkipReason reason() {
            long minorUnits = trace.recompute().gross().minorUnits();
            if (minorUnits == 0) {
                return SkipReason.NOTHING_TO_CHARGE;
            }
            return Math.abs(minorUnits) > MOST ? SkipReason.AMOUNT_TOO_LARGE : null;
        }

        Priced with(ChargeTrace cut) {
            return new Priced(key, payer, cut, whole);
        }

        BillOutcome outcome(ChargeMaker maker, @Nullable ChargeId replaces) {
            SkipReason reason = reason();
            return reason == null
                    ? new BillOutcome.Charged(maker.charge(this, replaces))
                    : new BillOutcome.Skipped(key, reason);
        }
    }

    /**
     * A line without a price.
     *
     * @param outcome what is said of it
     */
    record Decided(BillOutcome outcome) implements Entry {
        @Override
        public ChargeKey key() {
            return outcome.key();
        }

        @Override
        public boolean isUnchanged() {
            return outcome.fold(charged -> false, same -> true, skipped -> false);
        }
    }

    static Entry priced(ChargeKey key, Payer payer, ChargeTrace trace, boolean whole) {
        return new Priced(key, payer, trace, whole);
    }

    static Entry skipped(ChargeKey key, SkipReason reason) {
        return new Decided(new BillOutcome.Skipped(key, reason));
    }

    /** Whether nothing new is said. */
    default boolean isUnchanged() {
        return false;
    }

    static Entry unchanged(ChargeKey key) {
        return new Decided(new BillOutcome.Unchanged(key));
    }
}
