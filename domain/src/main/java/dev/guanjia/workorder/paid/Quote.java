package dev.guanjia.workorder.paid;

import dev.guanjia.money.Money;
import dev.guanjia.property.OwnerId;
import dev.guanjia.property.UnitId;
import java.time.Instant;
import java.util.List;

/**
 * What the company asks for a job before it does it (报价).
 *
 * @param unit for whose unit
 * @param owner who is asked to consent
 * @param lines at least one, in one currency
 * @param at when it was made
 * @param until when it ends, excluded and after {@code at}
 */
public record Quote(UnitId unit, OwnerId owner, List<PaidLine> lines, Instant at, Instant until) {

    /** Copies; a quote has a total, and time to answer it. */
    public Quote {
        lines = List.copyOf(lines);
        PaidLine.total(lines);
        if (!at.isBefore(until)) {
            throw new IllegalArgumentException("quote ends before it is made: " + until);
        }
    }

    /**
     * What is asked.
     *
     * @return the sum of the lines, exact
     */
    public Money total() {
        return PaidLine.total(lines);
    }
}
