package dev.guanjia.billing.arrears;

import dev.guanjia.money.Money;
import java.util.List;

/**
 * What is owed by age (账龄): the buckets sum to the balance. Source: requirements 05 S20.
 *
 * @param lines one per bucket, empty ones too, in the order of the buckets
 * @param deferred how much of what is not overdue is so only because it is deferred; owed
 *     nevertheless (06 A-86)
 */
public record Ageing(List<Line> lines, Money deferred) {

    /** Keeps its lines. */
    public Ageing {
        lines = List.copyOf(lines);
    }

    /**
     * What is owed of an age.
     *
     * @param bucket which days
     * @param charges how many open charges
     * @param amount their sum
     */
    public record Line(AgeBucket bucket, int charges, Money amount) {}

    /**
     * All that is owed.
     *
     * @return the sum of the buckets
     */
    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money::plus).orElseThrow();
    }
}
