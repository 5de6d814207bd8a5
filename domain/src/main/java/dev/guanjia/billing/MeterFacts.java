package dev.guanjia.billing;

import dev.guanjia.billing.fee.FeeItemId;
import dev.guanjia.billing.fee.ServicePeriod;
import dev.guanjia.money.Rational;
import dev.guanjia.property.meter.MeterHistory;
import dev.guanjia.property.meter.MeterKind;
import dev.guanjia.property.meter.Reading;
import dev.guanjia.property.meter.ReadingId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A meter's readings and what the charges that stand bill of them. Each fee item bills the same
 * consumption on its own. What is under no charge that stands is open, whether it was read since,
 * back-filled, or its charge was reversed.
 *
 * @param history the meter and its readings
 * @param billed per fee item what its charges bill, reversed ones left out; charges may be told
 *     together where one goes on from the other. No two share a day, and their readings are in the
 *     history
 */
public record MeterFacts(MeterHistory history, Map<FeeItemId, List<BilledSpan>> billed) {

    /** Sorts by closing day; nothing is billed twice, and of readings that we know. */
    public MeterFacts {
        Map<FeeItemId, List<BilledSpan>> sorted = new TreeMap<>();
        for (Map.Entry<FeeItemId, List<BilledSpan>> each : billed.entrySet()) {
            if (!each.getValue().isEmpty()) {
                sorted.put(each.getKey(), inOrder(history, each.getValue()));
            }
        }
        billed = Collections.unmodifiableMap(sorted);
    }

    private static List<BilledSpan> inOrder(MeterHistory history, List<BilledSpan> spans) {
        List<BilledSpan> sorted =
                spans.stream()
                        .sorted(
                                Comparator.<BilledSpan, LocalDate>comparing(
                                                each -> OpenUse.closedOn(history, each.span()))
                                        .thenComparing(
                                                each -> OpenUse.openedOn(history, each.span())))
                        .toList();
        LocalDate day = LocalDate.MIN;
        for (BilledSpan each : sorted) {
            if (OpenUse.openedOn(history, each.span()).isBefore(day)) {
                throw new IllegalArgumentException("billed twice until " + day + ": " + each);
            }
            day = OpenUse.closedOn(history, each.span());
        }
        return sorted;
    }

    /**
     * A meter of which everything up to some readings was billed, with the values they had.
     *
     * @param history the meter and its readings
     * @param last the closing reading of the latest charge per fee item
     * @return the facts
     */
    public static MeterFacts billedUntil(MeterHistory history, Map<FeeItemId, ReadingId> last) {
        Map<FeeItemId, List<BilledSpan>> billed = new TreeMap<>();
        last.forEach((item, id) -> billed.put(item, List.of(all(history, id))));
        return new MeterFacts(history, billed);
    }

    /** A reading that was corrected since was billed with the value it had. */
    private static BilledSpan all(MeterHistory history, ReadingId id) {
        Reading closing = OpenUse.read(history, id);
        LocalDate day = closing.readOn();
        LocalDate installed = history.meter().installedOn();
        Reading stands = history.latestBefore(day.plusDays(1)).orElseThrow();
        Rational corrected = closing.value().minus(stands.value());
        Rational used = history.totalOn(day).orElseThrow().plus(corrected);
        Rational initial = history.meter().initialValue();
        return new BilledSpan(
                new ServicePeriod(installed, day.plusDays(1)),
                new MeterSpan(
                        history.meter().id(),
                        null,
                        initial,
                        id,
                        closing.value(),
                        used.minus(closing.value().minus(initial))));
    }

    /**
     * The earliest day before another whose reading a fee has billed in part: charges of that day
     * tell whether the rest can still be billed.
     *
     * @param end the other day
     * @return that day, or the other when all is billed, or nothing was
     */
    public LocalDate openSince(LocalDate end) {
        return billed.keySet().stream()
                .flatMap(item -> open(item, null).readings(end).stream())
                .map(Reading::readOn)
                .min(Comparator.naturalOrder())
                .orElse(end);
    }

    MeterKind kind() {
        return history.meter().kind();
    }

    /** What is open of a fee, or of what a reversed charge had billed. */
    OpenUse open(FeeItemId item, @Nullable MeterSpan again) {
        return new OpenUse(history, billed.getOrDefault(item, List.of()), again);
    }

    /** After an item has billed some spans for some days, of this meter or of others. */
    MeterFacts billed(FeeItemId item, ServicePeriod days, List<MeterSpan> spans) {
        List<BilledSpan> more = new ArrayList<>(billed.getOrDefault(item, List.of()));
        spans.stream()
                .filter(span -> span.meter().equals(history.meter().id()))
                .forEach(span -> more.add(new BilledSpan(days, span)));
        Map<FeeItemId, List<BilledSpan>> all = new TreeMap<>(billed);
        all.put(item, more);
        return new MeterFacts(history, all);
    }

    /** Whether a reading before a day came after the meter had been billed beyond it. */
    boolean isBilledBeyond(FeeItemId item, LocalDate end) {
        return history.latestBefore(end).isPresent()
                && billed.getOrDefault(item, List.of()).stream()
                        .anyMatch(each -> !OpenUse.closedOn(history, each.span()).isBefore(end));
    }
}
