package dev.guanjia.reaction;

import dev.guanjia.billing.receipt.CollectorDay;
import dev.guanjia.billing.receipt.Taking;
import dev.guanjia.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Money that was taken for moving in or for a renovation (入伙、装修收费).
 *
 * @param document the payment or deposit
 * @param day on which it was taken
 * @param amount how much of it was taken for that
 * @param isSettled whether the collector's day was counted on the same day without a difference
 */
public record TakingFact(String document, LocalDate day, Money amount, boolean isSettled) {

    /**
     * What a collector took of it on a day.
     *
     * @param day the day with its takings
     * @param parts how much of a payment or deposit was taken for moving in or a renovation;
     *     documents without any are left out
     * @return in the order of the takings
     */
    public static List<TakingFact> of(CollectorDay day, Map<String, Money> parts) {
        return day.takings().stream()
                .filter(one -> one.kind().isIn())
                .map(Taking::document)
                .flatMap(id -> fact(day, id, parts.get(id)).stream())
                .toList();
    }

    private static Optional<TakingFact> fact(
            CollectorDay day, String document, @Nullable Money part) {
        return Optional.ofNullable(part)
                .map(sum -> new TakingFact(document, day.day(), sum, day.isSettledSameDay()));
    }
}
