package dev.guanjia.billing;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A meter's readings and how far they were billed. Each fee item bills the same consumption on its
 * own, so each has its own last reading. The next bill is all that was used less all that was
 * billed, so whatever is corrected, back-filled or reversed is billed once.
 *
 * @param history the meter and its readings
 * @param lastBilled the closing reading of the latest charge per fee item, each of them in the
 *     history; a fee item that is missing has billed nothing of this meter yet
 * @param totals what the charges that stand bill in all, for each fee item of {@code lastBilled}
 */
public record MeterFacts(
        MeterHistory history,
        Map<FeeItemId, ReadingId> lastBilled,
        Map<FeeItemId, Rational> totals) {

    /** A reading that was billed is a reading we know, and something was billed with it. */
    public MeterFacts {
        lastBilled = Collections.unmodifiableMap(new TreeMap<>(lastBilled));
        totals = Collections.unmodifiableMap(new TreeMap<>(totals));
        if (!lastBilled.keySet().equals(totals.keySet())) {
            throw new IllegalArgumentException(lastBilled + " billed in all " + totals);
        }
        for (ReadingId billed : lastBilled.values()) {
            if (find(history, billed).isEmpty()) {
                throw new IllegalArgumentException(
                        "billed reading is not of meter " + history.meter().id() + ": " + billed);
            }
        }
    }

    MeterKind kind() {
        return history.meter().kind();
    }

    /** After an item has billed some spans, of this meter or of others. */
    MeterFacts billed(FeeItemId item, List<MeterSpan> spans) {
        Map<FeeItemId, ReadingId> last = new TreeMap<>(lastBilled);
        Map<FeeItemId, Rational> sums = new TreeMap<>(totals);
        for (MeterSpan span : spans) {
            if (span.meter().equals(history.meter().id())) {
                last.put(item, span.closingReading());
                sums.merge(item, span.consumption(), Rational::plus);
            }
        }
        return new MeterFacts(history, last, sums);
    }

    /**
     * A meter of which everything up to the last readings was billed.
     *
     * @param history the meter and its readings
     * @param lastBilled the closing reading of the latest charge per fee item
     */
    public MeterFacts(MeterHistory history, Map<FeeItemId, ReadingId> lastBilled) {
        this(history, lastBilled, totals(history, lastBilled));
    }

    private static Map<FeeItemId, Rational> totals(
            MeterHistory history, Map<FeeItemId, ReadingId> lastBilled) {
        Map<FeeItemId, Rational> totals = new TreeMap<>();
        lastBilled.forEach(
                (item, id) ->
                        totals.put(
                                item,
                                find(history, id)
                                        .map(reading -> asBilled(history, reading))
                                        .orElse(Rational.ZERO)));
        return totals;
    }

    /** A reading that was corrected since was billed with the value it had. */
    private static Rational asBilled(MeterHistory history, Reading billed) {
        LocalDate day = billed.readOn();
        Reading stands = history.latestBefore(day.plusDays(1)).orElseThrow();
        Rational difference = billed.value().minus(stands.value());
        return history.totalOn(day).orElseThrow().plus(difference);
    }

    /**
     * From where the last bill of the item ended to the latest reading before a day, if later. What
     * a correction took back beyond what was used since stays open until a later reading covers it.
     */
    Optional<MeterSpan> unbilled(FeeItemId item, LocalDate end) {
        Optional<Reading> opening = billed(item);
        return history.latestBefore(end)
                .filter(closing -> opening.filter(o -> !isAfter(closing, o)).isEmpty())
                .flatMap(closing -> span(item, opening, closing));
    }

    /** The first day whose use was not billed by the item. */
    LocalDate unbilledFrom(FeeItemId item) {
        return billed(item)
                .map(reading -> reading.readOn().plusDays(1))
                .orElse(history.meter().installedOn());
    }

    /** Whether a reading before a day came after the meter had been billed beyond it. */
    boolean isBilledBeyond(FeeItemId item, LocalDate end) {
        return history.latestBefore(end).isPresent()
                && billed(item).filter(reading -> !reading.readOn().isBefore(end)).isPresent();
    }

    private Optional<MeterSpan> span(FeeItemId item, Optional<Reading> opening, Reading closing) {
        Rational from = opening.map(Reading::value).orElse(history.meter().initialValue());
        Rational used = history.totalOn(closing.readOn()).orElseThrow();
        Rational due = used.minus(totals.getOrDefault(item, Rational.ZERO));
        if (due.signum() < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new MeterSpan(
                        history.meter().id(),
                        opening.map(Reading::id).orElse(null),
                        from,
                        closing.id(),
                        closing.value(),
                        due.minus(closing.value().minus(from))));
    }

    private Optional<Reading> billed(FeeItemId item) {
        return Optional.ofNullable(lastBilled.get(item)).flatMap(id -> find(history, id));
    }

    private static boolean isAfter(Reading one, Reading other) {
        return one.readOn().isAfter(other.readOn());
    }

    private static Optional<Reading> find(MeterHistory history, ReadingId id) {
        return history.readings().stream().filter(reading -> reading.id().equals(id)).findFirst();
    }
}
