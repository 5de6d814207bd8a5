package dev.guanjia.billing;

import java.util.function.Function;

/** What a run did for one unit and fee item. */
public sealed interface BillOutcome {

    /**
     * What it is about.
     *
     * @return unit, fee item and period
     */
    ChargeKey key();

    /**
     * Folds the three cases into one result.
     *
     * @param <R> the result
     * @param onCharged used for a new charge
     * @param onUnchanged used when the charge was there before
     * @param onSkipped used when nothing is charged
     * @return the result of the function that applied
     */
    <R> R fold(
            Function<Charged, R> onCharged,
            Function<Unchanged, R> onUnchanged,
            Function<Skipped, R> onSkipped);

    /**
     * A new charge.
     *
     * @param charge the charge
     */
    record Charged(Charge charge) implements BillOutcome {
        @Override
        public ChargeKey key() {
            return charge.key();
        }

        @Override
        public <R> R fold(
                Function<Charged, R> onCharged,
                Function<Unchanged, R> onUnchanged,
                Function<Skipped, R> onSkipped) {
            return onCharged.apply(this);
        }
    }

    /**
     * The charge exists since an earlier run and stays as it is.
     *
     * @param key what it is for
     */
    record Unchanged(ChargeKey key) implements BillOutcome {
        @Override
        public <R> R fold(
                Function<Charged, R> onCharged,
                Function<Unchanged, R> onUnchanged,
                Function<Skipped, R> onSkipped) {
            return onUnchanged.apply(this);
        }
    }

    /**
     * Nothing is charged.
     *
     * @param key what would have been charged
     * @param reason why it is not
     */
    record Skipped(ChargeKey key, SkipReason reason) implements BillOutcome {
        @Override
        public <R> R fold(
                Function<Charged, R> onCharged,
                Function<Unchanged, R> onUnchanged,
                Function<Skipped, R> onSkipped) {
            return onSkipped.apply(this);
        }
    }
}
