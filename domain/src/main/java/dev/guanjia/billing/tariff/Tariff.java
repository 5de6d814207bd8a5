package dev.guanjia.billing.tariff;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One version of what a fee costs for one use of units (收费标准): from its first day until its last,
 * or until the next version starts.
 *
 * <p>Source: requirements 06 A-77 (prices are data of the company; none is invented).
 *
 * @param id which one
 * @param scope what it prices
 * @param pricing what a quantity costs
 * @param terms how that is applied
 * @param currency what it is in
 * @param from the first day it is in force
 * @param until the day after the last; null when only the next version ends it
 */
public record Tariff(
        TariffId id,
        TariffScope scope,
        Pricing pricing,
        Terms terms,
        Currency currency,
        LocalDate from,
        @Nullable LocalDate until) {

    /** A version is in force for a day at least. */
    public Tariff {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException(
                    "tariff " + id + " ends before it starts: " + from + " to " + until);
        }
    }

    /** Whether it says the same as another, whatever it is called. */
    boolean says(Tariff other) {
        return pricing.equals(other.pricing)
                && terms.equals(other.terms)
                && from.equals(other.from)
                && Objects.equals(until, other.until);
    }

    /** Whether the other starts on a day that this one claims by naming its end. */
    boolean claims(Tariff other) {
        return until != null && !other.from.isBefore(from) && other.from.isBefore(until);
    }

    /**
     * Decides on an end.
     *
     * @param end the first day on which it no longer holds
     * @param chargedUntil the day after the last that was charged with it; null when none was
     * @return the version with its end, the same one when it ends then already; or {@link
     *     TariffRefusal#TARIFF_END_BEFORE_START}, {@link TariffRefusal#TARIFF_ENDS_EARLIER}, {@link
     *     TariffRefusal#TARIFF_CHARGED_BEYOND}
     */
    Decision<Tariff> end(LocalDate end, @Nullable LocalDate chargedUntil) {
        List<Refusal> reasons = new ArrayList<>();
        if (!end.isAfter(from)) {
            reasons.add(refuse(TariffRefusal.TARIFF_END_BEFORE_START, end, "from", from));
        }
        if (until != null && until.isBefore(end)) {
            reasons.add(refuse(TariffRefusal.TARIFF_ENDS_EARLIER, end, "standing", until));
        }
        if (chargedUntil != null && chargedUntil.isAfter(end)) {
            reasons.add(refuse(TariffRefusal.TARIFF_CHARGED_BEYOND, end, "charged", chargedUntil));
        }
        return reasons.isEmpty()
                ? Decision.accept(new Tariff(id, scope, pricing, terms, currency, from, end))
                : Decision.refuse(reasons);
    }

    private Refusal refuse(TariffRefusal code, LocalDate end, String fact, LocalDate day) {
        return code.because("tariff", id.value(), "end", end.toString(), fact, day.toString());
    }

    boolean isInForceOn(LocalDate day) {
        return !from.isAfter(day) && (until == null || day.isBefore(until));
    }

    /** {@code 2026-01-01 to 2026-12-31}, or {@code 2026-01-01 on}. */
    String days() {
        return until == null ? from + " on" : from + " to " + until.minusDays(1);
    }
}
