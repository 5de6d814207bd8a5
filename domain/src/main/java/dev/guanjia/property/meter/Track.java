package dev.guanjia.property.meter;

import dev.guanjia.money.Rational;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a meter showed, point after point through all its registers, with all that was used since it
 * was installed.
 */
final class Track {

    private final List<Stop> stops = new ArrayList<>();
    private Register register;
    private boolean removed;

    /** One value on one register; the reading is null where a register came or went. */
    record Stop(
            LocalDate day,
            Rational value,
            Rational total,
            Register register,
            @Nullable Reading reading) {}

    /** Throws where the facts do not fit each other. */
    Track(Meter meter, List<Reading> standing, List<RegisterChange> changes) {
        register = meter.register();
        stops.add(
                new Stop(meter.installedOn(), meter.initialValue(), Rational.ZERO, register, null));
        int next = 0;
        for (RegisterChange change : changes) {
            while (next < standing.size() && precedes(standing.get(next), change)) {
                read(standing.get(next++));
            }
            change(change);
        }
        standing.subList(next, standing.size()).forEach(this::read);
    }

    private void read(Reading reading) {
        Stop before = last();
        boolean sameDay = reading.readOn().equals(before.day());
        require(!removed && !reading.readOn().isBefore(before.day()), reading);
        require(!sameDay || before.reading() == null, reading);
        require(register.holds(reading.value()), reading);
        boolean fell = reading.value().compareTo(before.value()) < 0;
        require(!fell || (reading.rolledOver() && register.digits() > 0), reading);
        add(reading.readOn(), reading.value(), reading);
    }

    private void change(RegisterChange change) {
        Stop before = last();
        require(!removed && follows(change, before), change);
        require(change.last().compareTo(before.value()) >= 0, change);
        require(register.holds(change.last()), change);
        add(change.day(), change.last(), null);
        Register next = change.next();
        removed = next == null;
        if (next != null) {
            register = next;
            stops.add(new Stop(change.day(), next.first(), last().total(), next, null));
        }
    }

    /** What is read on the day of a change is of the new register, if there is one. */
    private static boolean precedes(Reading reading, RegisterChange change) {
        return change.next() == null
                ? !reading.readOn().isAfter(change.day())
                : reading.readOn().isBefore(change.day());
    }

    /** A meter may be read on the day on which it is removed, and only then be removed. */
    static boolean follows(RegisterChange change, Stop before) {
        return change.day().isAfter(before.day())
                || (change.next() == null
                        && before.reading() != null
                        && change.day().equals(before.day()));
    }

    private void add(LocalDate day, Rational value, @Nullable Reading reading) {
        Stop before = last();
        Rational total = before.total().plus(register.between(before.value(), value));
        stops.add(new Stop(day, value, total, register, reading));
    }

    private Stop last() {
        return stops.get(stops.size() - 1);
    }

    /** All that was used up to a day on which something was read, put in or taken out. */
    Optional<Rational> totalOn(LocalDate day) {
        return stops.stream()
                .filter(stop -> stop.day().equals(day))
                .map(Stop::total)
                .reduce((earlier, later) -> later);
    }

    /** The last stop before a reading of a day, one of that day itself not counted. */
    int before(LocalDate day) {
        int found = 0;
        for (int i = 1; i < stops.size(); i++) {
            LocalDate end = stops.get(i).reading() == null ? day.plusDays(1) : day;
            found = stops.get(i).day().isBefore(end) ? i : found;
        }
        return found;
    }

    /** The first stop after a day on the register of that day. */
    Optional<Stop> after(LocalDate day) {
        return stops.subList(before(day) + 1, stops.size()).stream()
                .filter(stop -> stop.day().isAfter(day))
                .findFirst();
    }

    /** Whether a register came or went on a day after that of the installation. */
    boolean isChangedOn(LocalDate day) {
        return stops.stream()
                .skip(1)
                .anyMatch(stop -> stop.reading() == null && stop.day().equals(day));
    }

    /** Whether the meter was gone on a day. */
    boolean isRemovedOn(LocalDate day) {
        return removed && !day.isBefore(last().day());
    }

    List<Stop> stops() {
        return List.copyOf(stops);
    }

    private static void require(boolean fits, Object fact) {
        if (!fits) {
            throw new IllegalArgumentException("reading out of order: " + fact);
        }
    }
}
