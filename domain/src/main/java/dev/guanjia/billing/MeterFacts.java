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
 * own, so each has its own last reading.
 *
 * @param history the meter and its readings
 * @param lastBilled the closing reading of the latest charge per fee item, each of them in the
 *     history; a fee item that is missing has billed nothing of this meter yet
 */
public record MeterFacts(MeterHistory history, Map<FeeItemId, ReadingId> lastBilled) {

    /** A reading that was billed is a reading we know. */
    public MeterFacts {
        lastBilled = Collections.unmodifiableMap(new TreeMap<>(lastBilled));
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
        spans.stream()
                .filter(span -> span.meter().equals(history.meter().id()))
                .forEach(span -> last.put(item, span.closingReading()));
        return new MeterFacts(history, last);
    }

    /**
     * From where the last bill of the item ended to the latest reading before a day, if later. What
     * a correction took back beyond what was used since stays open until a later reading covers it.
     */
    Optional<MeterSpan> unbilled(FeeItemId item, LocalDate end) {
        Optional<Reading> opening = billed(item);
        return history.latestBefore(end)
                .filter(closing -> opening.filter(o -> !isAfter(closing, o)).isEmpty())
                .flatMap(closing -> span(opening, closing));
    }

    /** Whether a reading before a day came after the meter had been billed beyond it. */
    boolean isBilledBeyond(FeeItemId item, LocalDate end) {
        return history.latestBefore(end).isPresent()
                && billed(item).filter(reading -> !reading.readOn().isBefore(end)).isPresent();
    }

    private Optional<MeterSpan> span(Optional<Reading> opening, Reading closing) {
        Rational from = opening.map(Reading::value).orElse(history.meter().initialValue());
        Rational adjustment = adjustment(opening, closing);
        if (closing.value().minus(from).plus(adjustment).signum() < 0) {
            return Optional.empty();
        }
        return Optional.of(
                new MeterSpan(
                        history.meter().id(),
                        opening.map(Reading::id).orElse(null),
                        from,
                        closing.id(),
                        closing.value(),
                        adjustment));
    }

    /** Against what stands on the opening day, so that a correction of it is billed once. */
    private Rational adjustment(Optional<Reading> opening, Reading closing) {
        Rational used = history.totalOn(closing.readOn()).orElseThrow();
        if (opening.isEmpty()) {
            return used.minus(closing.value().minus(history.meter().initialValue()));
        }
        LocalDate day = opening.get().readOn();
        Reading stands = history.latestBefore(day.plusDays(1)).orElseThrow();
        Rational before = history.totalOn(day).orElseThrow();
        return used.minus(before).minus(closing.value().minus(stands.value()));
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
