package dev.guanjia.billing.payer;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.decision.Refusal;
import dev.guanjia.property.Payer;
import dev.guanjia.property.UnitId;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody pays a fee of a unit for some days, for example a tenant by the lease.
 *
 * @param unit of which unit
 * @param item which fee; null for every fee that has no term of its own
 * @param payer who pays
 * @param from the first day paid for
 * @param until the day after the last; null while the end is open; the first day if it was
 *     withdrawn: then it has no day
 */
public record PayerTerm(
        UnitId unit,
        @Nullable FeeItemId item,
        Payer payer,
        LocalDate from,
        @Nullable LocalDate until) {

    /** No term ends before it starts. */
    public PayerTerm {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "term of " + payer + " ends before it starts: " + from + " to " + until);
        }
    }

    boolean isFor(@Nullable FeeItemId other) {
        return Objects.equals(item, other);
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Whether two terms name a payer for one fee and day. */
    boolean overlaps(PayerTerm other) {
        return isFor(other.item)
                && !isWithdrawn()
                && !other.isWithdrawn()
                && (isOn(other.from) || other.isOn(from));
    }

    /**
     * Whether it was entered by mistake, and withdrawn.
     *
     * @return whether it has no day
     */
    public boolean isWithdrawn() {
        return from.equals(until);
    }

    PayerTerm endingAt(LocalDate end) {
        return new PayerTerm(unit, item, payer, from, end);
    }

    /** {@code 2026-01-01 to 2026-12-31}, {@code 2026-01-01 on}, or {@code none}. */
    String days() {
        if (isWithdrawn()) {
            return "none";
        }
        return until == null ? from + " on" : from + " to " + until.minusDays(1);
    }

    /** What is wrong with it, for one day. */
    Refusal because(PayerRefusal code, LocalDate day) {
        return code.because(
                "unit",
                unit.value(),
                "item",
                itemText(),
                "payer",
                payer.toString(),
                "days",
                days(),
                "until",
                day.toString());
    }

    String itemText() {
        return item == null ? "*" : item.value();
    }
}
