package dev.guanjia.property.meter;

import dev.guanjia.decision.Decision;
import dev.guanjia.decision.Refusal;
import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A meter and what it showed, in day order; never backwards, at most once a day.
 *
 * <p>Source: requirements 05 S18 (consumption is zero or more, readings are monotonic per meter).
 *
 * @param meter the meter
 * @param readings its readings, earliest first; all of them where one is to be decided on
 */
public record MeterHistory(Meter meter, List<Reading> readings) {

    /** Readings are of this meter, on or after its installation, one a day, and never fall. */
    public MeterHistory {
        readings = List.copyOf(readings);
        LocalDate day = meter.installedOn().minusDays(1);
        Rational value = meter.initialValue();
        for (Reading reading : readings) {
            requireOwn(meter, reading);
            if (!reading.readOn().isAfter(day) || reading.value().compareTo(value) < 0) {
                throw new IllegalArgumentException("reading out of order: " + reading);
            }
            day = reading.readOn();
            value = reading.value();
        }
    }

    /**
     * Decides on a reading, today's or a back-filled one.
     *
     * @param reading of this meter
     * @return the reading that stands for the day: the given one when it is new, the earlier one
     *     when the same value was recorded before; or refused because another value stands, the
     *     meter was not installed, or the value is below the one before or above the one after
     * @throws IllegalArgumentException if the reading is of another meter
     */
    public Decision<Reading> record(Reading reading) {
        requireOwn(meter, reading);
        Optional<Reading> standing = on(reading.readOn());
        if (standing.filter(other -> other.value().equals(reading.value())).isPresent()) {
            return Decision.accept(standing.get());
        }
        List<Refusal> reasons = new ArrayList<>();
        standing.ifPresent(other -> reasons.add(different(reading, other)));
        if (reading.readOn().isBefore(meter.installedOn())) {
            String day = meter.installedOn().toString();
            reasons.add(
                    MeterRefusal.READING_BEFORE_INSTALLATION.because(
                            meter, reading, "installed", day));
        }
        below(reading).ifPresent(reasons::add);
        above(reading).ifPresent(reasons::add);
        return reasons.isEmpty() ? Decision.accept(reading) : Decision.refuse(reasons);
    }

    /**
     * The history after a decision of {@link #record}.
     *
     * @param reading the reading that stands
     * @return the history with it in its place; unchanged when it is there already
     * @throws IllegalArgumentException if it does not fit
     */
    public MeterHistory with(Reading reading) {
        if (readings.contains(reading)) {
            return this;
        }
        List<Reading> all = new ArrayList<>(readings);
        all.add(reading);
        all.sort(Comparator.comparing(Reading::readOn));
        return new MeterHistory(meter, all);
    }

    /**
     * The latest reading before a day.
     *
     * @param end the day, excluded
     * @return the reading, or empty when the meter was not read before it
     */
    public Optional<Reading> latestBefore(LocalDate end) {
        return readings.stream()
                .filter(reading -> reading.readOn().isBefore(end))
                .reduce((earlier, later) -> later);
    }

    private Optional<Reading> on(LocalDate day) {
        return readings.stream().filter(reading -> reading.readOn().equals(day)).findFirst();
    }

    private Refusal different(Reading reading, Reading standing) {
        return MeterRefusal.READING_EXISTS_WITH_DIFFERENT_VALUE.because(
                meter, reading, "standing", standing.value().decimalText());
    }

    private Optional<Refusal> below(Reading reading) {
        Optional<Reading> earlier = latestBefore(reading.readOn());
        Rational previous = earlier.map(Reading::value).orElse(meter.initialValue());
        LocalDate since = earlier.map(Reading::readOn).orElse(meter.installedOn());
        if (reading.value().compareTo(previous) >= 0) {
            return Optional.empty();
        }
        return Optional.of(
                MeterRefusal.READING_BELOW_PREVIOUS.because(
                        meter,
                        reading,
                        "previous",
                        previous.decimalText(),
                        "since",
                        since.toString()));
    }

    private Optional<Refusal> above(Reading reading) {
        return readings.stream()
                .filter(later -> later.readOn().isAfter(reading.readOn()))
                .findFirst()
                .filter(next -> reading.value().compareTo(next.value()) > 0)
                .map(next -> above(reading, next));
    }

    private Refusal above(Reading reading, Reading next) {
        return MeterRefusal.READING_ABOVE_NEXT.because(
                meter,
                reading,
                "next",
                next.value().decimalText(),
                "until",
                next.readOn().toString());
    }

    private static void requireOwn(Meter meter, Reading reading) {
        if (!reading.meter().equals(meter.id())) {
            throw new IllegalArgumentException(
                    "reading of meter " + reading.meter() + ", expected " + meter.id());
        }
    }
}
