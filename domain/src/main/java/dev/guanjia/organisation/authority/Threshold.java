package dev.guanjia.organisation.authority;

import dev.guanjia.money.Money;
import java.util.Optional;

/**
 * From which amount a step is needed. Source: requirements 06 A-57.
 *
 * @param above needed only for more than this; empty: for every amount and where there is none
 * @param retired whether it is needed no longer; then {@code above} is empty
 */
public record Threshold(Optional<Money> above, boolean retired) {

    /** A retired step has no threshold. */
    public Threshold {
        if (retired && above.isPresent()) {
            throw new IllegalArgumentException("a retired step has no threshold: " + above.get());
        }
    }

    static Threshold parse(String text) {
        boolean retired = text.equals("never");
        return new Threshold(
                Optional.of(text)
                        .filter(amount -> !amount.isBlank() && !retired)
                        .map(amount -> Money.parse(amount, Money.CNY)),
                retired);
    }

    /**
     * Whether the step is needed.
     *
     * @param amount how much is asked for
     * @return true above the threshold; an amount in another currency, or none, is not known to
     *     stay below it
     */
    public boolean isPassed(Optional<Money> amount) {
        boolean below =
                above.isPresent()
                        && amount.filter(asked -> asked.currency().equals(above.get().currency()))
                                .filter(asked -> asked.compareTo(above.get()) <= 0)
                                .isPresent();
        return !retired && !below;
    }
}
