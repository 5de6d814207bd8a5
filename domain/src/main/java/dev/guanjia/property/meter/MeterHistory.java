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
 * A meter and what it showed, in day order; at most one reading of a day stands, and none is ever
 * lost: a correction is a reading of its own that stands in for another.
 *
 * <p>Source: requirements 05 S18 (consumption is zero or more, readings are monotonic per meter).
 *
 * @param meter the meter
 * @param readings its readings, earliest first, a correction after what it corrects; all of them
 *     where one is to be decided on
 * @param changes of its register, earliest first; a removal is the last
 */
public record MeterHistory(Meter meter, List<Reading> readings, List<RegisterChange> changes) {

    /** Readings are of this meter while it was there, one a day, and fall only in a roll-over. */
    public MeterHistory {
        readings = List.copyOf(readings);
        changes = List.copyOf(changes);
        readings.forEach(reading -> requireOwn(meter, reading));
        new Track(meter, Standing.of(readings), changes);
    }

    /**
     * A meter with the register that it was installed with.
     *
     * @param meter the meter
     * @param readings its readings, earliest first
     */
    public MeterHistory(Meter meter, List<Reading> readings) {
        this(meter, readings, List.of());
    }

    /**
     * Decides on a reading, today's, a back-filled one or a correction.
     *
     * @param reading of this meter
     * @return the reading that stands for the day: the given one when it is new, the earlier one
     *     when the same value was recorded before; or refused because another value stands, the
     *     meter was not there, the register cannot show the value, or the value is below the one
     *     before or above the one after without a roll-over that is said and possible
     * @throws IllegalArgumentException if the reading is of another meter
     */
    public Decision<Reading> record(Reading reading) {
        requireOwn(meter, reading);
        Optional<Reading> standing = on(reading.readOn());
        if (standing.filter(other -> other.value().equals(reading.value())).isPresent()) {
            return Decision.accept(standing.get());
        }
        List<Refusal> reasons = new ArrayList<>();
        conflict(reading, standing).ifPresent(reasons::add);
        reasons.addAll(new ReadingRules(meter, track(), reading).reasons());
        return reasons.isEmpty() ? Decision.accept(reading) : Decision.refuse(reasons);
    }

    /**
     * Decides on a reading as {@link #record(Reading)} does, and refuses one of a day to come.
     *
     * @param reading of this meter
     * @param today the last day that can have been read
     * @return the reading that stands for the day, or why not
     */
    public Decision<Reading> record(Reading reading, LocalDate today) {
        if (!reading.readOn().isAfter(today)) {
            return record(reading);
        }
        return Decision.refuse(
                List.of(
                        MeterRefusal.READING_IN_THE_FUTURE.because(
                                meter, reading, "today", today.toString())));
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
        return new MeterHistory(meter, all, changes);
    }

    /**
     * Replaces the register, or removes the meter.
     *
     * @param change after all that is recorded
     * @return the history with it; or refused because something is recorded on the day or later, or
     *     the last value is less than the one before or more than the register can show
     */
    public Decision<MeterHistory> change(RegisterChange change) {
        Optional<Refusal> reason = new ChangeRules(meter, track()).reason(change);
        if (reason.isPresent()) {
            return Decision.refuse(List.of(reason.get()));
        }
        List<RegisterChange> all = new ArrayList<>(changes);
        all.add(change);
        return Decision.accept(new MeterHistory(meter, readings, all));
    }

    /**
     * The readings that count.
     *
     * @return earliest first, one a day, without those that were corrected
     */
    public List<Reading> standing() {
        return Standing.of(readings);
    }

    /**
     * The latest reading that counts before a day.
     *
     * @param end the day, excluded
     * @return the reading, or empty when the meter was not read before it
     */
    public Optional<Reading> latestBefore(LocalDate end) {
        return standing().stream()
                .filter(reading -> reading.readOn().isBefore(end))
                .reduce((earlier, later) -> later);
    }

    /**
     * All that was used since the installation, through roll-overs and replaced registers.
     *
     * @param day on which the meter was read, installed, changed or removed
     * @return in the unit of the meter; empty on any other day
     */
    public Optional<Rational> totalOn(LocalDate day) {
        return track().totalOn(day);
    }

    /**
     * What was used from reading to reading.
     *
     * @return earliest first, one for each reading that counts
     */
    public List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        LocalDate from = meter.installedOn();
        Rational before = Rational.ZERO;
        for (Track.Stop stop : track().stops()) {
            Reading closing = stop.reading();
            if (closing != null) {
                Rational used = stop.total().minus(before);
                uses.add(new Use(from, stop.day(), closing, used, stop.total()));
                from = stop.day();
                before = stop.total();
            }
        }
        return List.copyOf(uses);
    }

    /**
     * What was used between two days.
     *
     * @param from the first day
     * @param to the last day, not before the first
     * @return zero or more, in the unit of the meter; empty unless it was read on both days
     * @throws IllegalArgumentException if the days are the wrong way round
     */
    public Optional<Rational> consumption(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("from " + from + " to " + to);
        }
        Track track = track();
        return track.totalOn(from).flatMap(a -> track.totalOn(to).map(b -> b.minus(a)));
    }

    private Track track() {
        return new Track(meter, standing(), changes);
    }

    private Optional<Reading> on(LocalDate day) {
        return standing().stream().filter(reading -> reading.readOn().equals(day)).findFirst();
    }

    private Optional<Refusal> conflict(Reading reading, Optional<Reading> standing) {
        ReadingId corrects = reading.corrects();
        if (corrects == null) {
            return standing.map(
                    other ->
                            MeterRefusal.READING_EXISTS_WITH_DIFFERENT_VALUE.because(
                                    meter, reading, "standing", other.value().decimalText()));
        }
        return standing.filter(other -> other.id().equals(corrects)).isPresent()
                ? Optional.empty()
                : Optional.of(
                        MeterRefusal.CORRECTION_OF_NO_READING.because(
                                meter, reading, "corrects", corrects.toString()));
    }

    private static void requireOwn(Meter meter, Reading reading) {
        if (!reading.meter().equals(meter.id())) {
            throw new IllegalArgumentException(
                    "reading of meter " + reading.meter() + ", expected " + meter.id());
        }
    }
}
